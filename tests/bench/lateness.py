"""How late MIDI events come through a JACK port while a window repaints and a thread generates.

Taken at a receiving client, from the moment each event was due. The baseline is the same loop as a
thread of the busy program, in the same run.
"""

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core.music.melody import QUARTER, Melody, Note
from core.music.song import Song
from core.sound.player import Player
from core.sound.reports import OutputOpened, Outputs, Report, Started, Stopped
from core.sound.timeline import Timeline
from gui.roll.roll import Roll
from tests.bench.row import Row
from tests.sound.fakes import is_note_on
from tests.sound.jack import MISSING, JackServer, Receiver, jack_server, receiver

NOTES, STEP, TEMPO = 640, 24, 240.0
STEP_SECONDS = STEP / QUARTER * 60 / TEMPO  # a note every 12.5 ms for 8 s


def rows() -> list[Row]:
    if MISSING:
        raise OSError(f"not installed: {', '.join(MISSING)}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication([])
    bare = p99(lateness_of_timer())
    with (
        tempfile.TemporaryDirectory() as folder,
        jack_server(Path(folder)) as server,
        busy_program(),
    ):
        with hearing(server, Path(folder), "apart") as heard:
            process, priority = lateness_of_player(application, heard)
        with hearing(server, Path(folder), "within") as heard:
            thread = lateness_of_thread(application, heard)
        parts = (
            f"{os.cpu_count()} cores",
            priority,
            f"{server.xruns} xruns",
            f"{NOTES - len(process)} notes lost in them",
            f"a bare timer {bare:.1f} ms",
        )
    around = ", ".join(parts)
    return [
        Row(
            name=f"MIDI lateness {name}, player process ({around})",
            value=float(measure(process)),
            unit="ms",
            baseline=f"a thread of the busy program: {measure(thread):.1f} ms",
            ratio=float(measure(thread) / measure(process)),
        )
        for name, measure in (("p99", p99), ("max", max))
    ]


def lateness_of_timer() -> list[float]:
    """Milliseconds by which a sleep ends too late, at the player's priority, beside nothing else.

    That much the machine itself adds.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(timed_sleeps).result()


def timed_sleeps() -> list[float]:
    with suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    due, late = time.perf_counter() + 0.1, []
    for _ in range(NOTES * 2):
        time.sleep(max(0.0, due - time.perf_counter()))
        late.append(1000 * (time.perf_counter() - due))
        due += STEP_SECONDS / 2
    return late


def p99(milliseconds: list[float]) -> float:
    return float(np.percentile(milliseconds, 99))


def dense_song() -> Song:
    notes = tuple(Note(STEP * i, STEP, 48 + i % 36) for i in range(NOTES))
    return Song(Melody(notes, NOTES * STEP), tempo=TEMPO)


@contextmanager
def hearing(server: JackServer, folder: Path, name: str) -> Iterator[Receiver]:
    with receiver(folder, name) as heard:
        server.wait_for_port(heard.port)
        yield heard


@contextmanager
def busy_program() -> Iterator[None]:
    """The roll repaints without a pause and a thread draws symbols from a network."""
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
    thread = threading.Thread(target=draw_symbols, args=(is_over,))
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
        timer.stop()
        roll.close()


def draw_symbols(is_over: threading.Event) -> None:
    """LSTM-sized steps in numpy with the bookkeeping in Python around them."""
    random = np.random.default_rng(1)
    weights = random.standard_normal((1024, 294), dtype=np.float32) / 40
    state = np.zeros(294, np.float32)
    while not is_over.is_set():
        gates = np.tanh(weights @ state)
        state[:256] = gates[:256] * gates[256:512]
        scores = {symbol: float(score) for symbol, score in enumerate(gates[512:550])}
        state[256:] = 0
        state[256 + max(scores, key=scores.__getitem__)] = 1


def lateness_of_player(application: QApplication, heard: Receiver) -> tuple[list[float], str]:
    """Milliseconds for each note, and the priority that the process got."""
    with Player() as player:
        await_report(application, player, Outputs)
        player.open_output(heard.port)
        await_report(application, player, OutputOpened)
        player.play(dense_song())
        await_report(application, player, Started)
        starts = []
        while not any(isinstance(report, Stopped) for report in player.poll()):
            application.processEvents()
            position = player.position()
            if position:
                starts.append(Timeline(position, time.perf_counter(), TEMPO).seconds_at(0))
        assert player.pid is not None
        priority = priority_of(player.pid)
    return lateness(heard, min(starts)), priority


def lateness_of_thread(application: QApplication, heard: Receiver) -> list[float]:
    import rtmidi  # type: ignore[import-untyped]

    out = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name="within out")
    out.open_port(out.get_ports().index(heard.port), "out")
    start = time.perf_counter() + 0.1
    thread = threading.Thread(target=play_within, args=(out.send_message, start))
    thread.start()
    while thread.is_alive():
        application.processEvents()
    time.sleep(0.1)
    late = lateness(heard, start)
    out.close_port()
    out.delete()
    return late


def play_within(send: Callable[[bytes], None], start: float) -> None:
    """The wait loop of the player process, on a thread."""
    timeline = Timeline(0, start, TEMPO)
    for note in dense_song().melody:
        due = timeline.seconds_at(note.onset)
        time.sleep(max(0.0, due - time.perf_counter() - 0.0002))
        while time.perf_counter() < due:
            pass
        send(bytes((0x90, note.pitch, note.velocity)))
        send(bytes((0x80, note.pitch, 0)))


def lateness(heard: Receiver, start: float) -> list[float]:
    """Milliseconds between the moment each note was due and its arrival, of those that arrived."""
    timeline = Timeline(0, start, TEMPO)
    notes = iter(dense_song().melody)
    late = []
    for seconds, message in heard.heard():
        if is_note_on(message):
            note = next(note for note in notes if note.pitch == message[1])
            late.append(1000 * (seconds - timeline.seconds_at(note.onset)))
    return late


def priority_of(pid: int) -> str:
    if os.sched_getscheduler(pid) == os.SCHED_RR:
        return f"real-time priority {os.sched_getparam(pid).sched_priority}"
    return f"nice {os.getpriority(os.PRIO_PROCESS, pid)}"


def await_report(application: QApplication, player: Player, kind: type[Report]) -> None:
    while not any(isinstance(report, kind) for report in player.poll()):
        application.processEvents()
