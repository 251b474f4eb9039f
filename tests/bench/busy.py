"""What else goes on while music plays: a window that repaints, a tune being made, a training."""

import os
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QTimer

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.model.bundle import open_model
from core.model.family import Model
from core.model.library import DEFAULT_MODEL
from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.text import parse
from gui.roll.roll import Roll
from tests.bench.corpus import made_up


@contextmanager
def busy_program() -> Iterator[None]:
    """This program repaints the roll without a pause, and a thread composes as fast as it can."""
    notes = tuple(Note(120 * i, 120, 48 + i * 7 % 36) for i in range(2000))
    roll = Roll()
    roll.resize(1200, 600)
    roll.show_song(Song(Melody(notes, 2000 * 120)))
    roll.show()
    ticks = cycle(range(0, 2000 * 120, 20))

    def repaint() -> None:
        roll.show_playhead(next(ticks))
        roll.repaint()

    timer = QTimer()
    timer.timeout.connect(repaint)
    timer.start(0)
    is_over = threading.Event()
    thread = threading.Thread(target=_compose, args=(open_model(DEFAULT_MODEL), is_over))
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
        timer.stop()
        roll.close()


def _compose(model: Model, is_over: threading.Event) -> None:
    seed, random_seed = Song(parse("c4 d4 e4/2").melody), 0
    while not is_over.is_set():
        random_seed += 1
        for _ in continue_song(model, seed, Controls(bars=64, random_seed=random_seed)):
            if is_over.is_set():
                return


@contextmanager
def training(folder: Path) -> Iterator[None]:
    """The program trains a network with TensorFlow, in a process of its own."""
    songs = folder / "songs"
    songs.mkdir()
    made_up(songs)
    words = [sys.executable, "main.py", "train", str(songs), "--family", "grid"]
    command = shlex.join([*words, "--epochs", "1000", "--out", str(folder / "model.keras")])
    with subprocess.Popen(
        ["sh", "-c", f"while :; do {command}; done"],  # it stops when it has learnt all there is
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        try:
            assert b"raining" in process.stderr.readline(), "the training does not begin"
            threading.Thread(target=process.stderr.read, daemon=True).start()
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)
