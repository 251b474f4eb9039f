"""How long the window is silent at most while the JACK server that it plays through is killed.

Measured by the clock, so that waiting for anything counts; the baseline is the same window playing
on as if nothing had happened, just before.
"""

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from core.sound.player import Player
from tests.bench.opened import opened_studio, rest, wait
from tests.bench.row import Row
from tests.sound.fakes import is_note_on
from tests.sound.jack import MISSING, jack_server, receiver

SEED = "c4/16 d4 e4 f4 " * 200
LENGTH_SECONDS = 8


@dataclass
class Silence:
    """The longest time between two beats of the main thread, and the most that it worked in one."""

    seconds: float = 0.0
    working_seconds: float = 0.0


class Pulse:
    """Beats every few milliseconds."""

    def __init__(self) -> None:
        self.silence = Silence()
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def taken(self) -> Silence:
        """The longest since it was asked for last."""
        taken, self.silence = self.silence, Silence()
        return taken

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        seconds, working_seconds = (
            after - before for after, before in zip(now, self._last, strict=True)
        )
        self.silence.seconds = max(self.silence.seconds, seconds)
        self.silence.working_seconds = max(self.silence.working_seconds, working_seconds)
        self._last = now


def rows() -> list[Row]:
    if MISSING:
        raise OSError(f"not installed: {', '.join(MISSING)}")
    alive, dying = silences(LENGTH_SECONDS)
    what = f"JACK server killed, {LENGTH_SECONDS} s, load {os.getloadavg()[0]:.1f}"
    return [
        _row(f"window silent at most ({what})", dying.seconds, alive.seconds),
        _row("of that its own work at most", dying.working_seconds, alive.working_seconds),
    ]


def _row(name: str, dying: float, alive: float) -> Row:
    return Row(name, 1000 * dying, "ms", f"playing on: {1000 * alive:.1f} ms", alive / dying)


def silences(seconds: int) -> tuple[Silence, Silence]:
    """While it plays for so long, and for so long from the kill on; then the output is lost."""
    with (
        tempfile.TemporaryDirectory() as folder,
        jack_server(Path(folder)) as server,
        receiver(Path(folder)) as heard,
        opened_studio(SEED, Player) as studio,
    ):
        server.wait_for_port(heard.port)
        wait(lambda: heard.port in studio.playback.outputs)
        studio.playback.choose_output(heard.port)
        studio.playback.toggle()
        wait(lambda: any(map(is_note_on, heard.messages())))
        pulse = Pulse()
        rest(1000 * seconds)
        alive = pulse.taken()
        server.kill()
        for _ in range(seconds):
            rest(1000)
            studio.playback.press(60)
            studio.playback.release(60)
            studio.playback.toggle()
        assert heard.port not in studio.playback.outputs
        return alive, pulse.taken()
