"""How late MIDI events come through a JACK port while a window repaints and a thread composes.

Taken at a receiving client, from the moment each event was due. In the same run, at the same time,
mido plays the same notes from a file in a process of its own; and for some seconds after, the same
loop plays as a thread of the busy program. At length (`--minutes`) a training goes on beside it.
"""

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from core.files.midi import write_midi
from core.music.melody import QUARTER, Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from core.sound.player import Player
from core.sound.playing.timeline import Timeline
from core.sound.reports import OutputOpened, Outputs, Report, Started, Stopped
from tests.bench.busy import busy_program, training
from tests.bench.matching import Matched, matched
from tests.bench.programs import begin, program
from tests.bench.row import Row
from tests.sound.jack import MISSING, JackServer, Receiver, jack_server, receiver

STEP, TEMPO = 24, 240.0
STEP_SECONDS = STEP / QUARTER * 60 / TEMPO  # a note every 12.5 ms
SHORT_SECONDS = 8.0
APART, WITHIN = "mido's play in its own process", "a thread of the busy program"


def rows(minutes: float = 0.0) -> list[Row]:
    """Some seconds of music, or so many minutes."""
    if MISSING:
        raise OSError(f"not installed: {', '.join(MISSING)}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication([])
    bare = p99(lateness_of_timer())
    song, short = dense_song(60 * minutes or SHORT_SECONDS), dense_song(SHORT_SECONDS)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(jack_server(folder))
        stack.enter_context(busy_program())
        if minutes:
            stack.enter_context(training(folder))
        apart, other = (
            stack.enter_context(hearing(server, folder, name)) for name in ("apart", "other")
        )
        write_midi(song, folder / "dense.mid")
        peer = stack.enter_context(program("peer", str(folder / "dense.mid"), other.port))
        start, priority = play_apart(application, apart, song, lambda: begin(peer))
        time.sleep(0.5)
        found = heard_of(song, apart)
        process, mido = lateness(found, start), soonest(lateness(heard_of(song, other), 0))
        lost = len(song.melody) - len(process)
        xruns = server.xruns
        within = stack.enter_context(hearing(server, folder, "within"))
        thread_start = play_within(application, within, short)
        thread = lateness(heard_of(short, within), thread_start)
    around = ", ".join(
        (
            f"{len(song.melody)} notes in {60 * minutes or SHORT_SECONDS:.0f} s",
            f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
            priority,
            f"{xruns} xruns",
            f"{lost} notes lost in them, {len(found.strange)} given again",
            f"a bare timer {bare:.1f} ms",
        )
    )
    rows = [
        compared(
            f"MIDI lateness {name}, player process ({around})", measure, process, WITHIN, thread
        )
        for name, measure in (("p50", p50), ("p99", p99), ("max", max))
    ]
    rows += [
        compared(f"the same from the soonest note, {name}", measure, soonest(process), APART, mido)
        for name, measure in (("p99", p99), ("max", max))
    ]
    drifts = f"tempo drift, player process ({len(process) * STEP_SECONDS:.0f} s)"
    return [*rows, compared(drifts, drift, process, APART, mido)]


def compared(
    name: str,
    measure: Callable[[list[float]], float],
    ours: list[float],
    baseline: str,
    theirs: list[float],
) -> Row:
    value, other = measure(ours), measure(theirs)
    return Row(name, value, "ms", f"{baseline}: {other:.3g} ms", other / max(value, 0.001))


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
    for _ in range(1280):
        time.sleep(max(0.0, due - time.perf_counter()))
        late.append(1000 * (time.perf_counter() - due))
        due += STEP_SECONDS / 2
    return late


def p50(milliseconds: list[float]) -> float:
    return float(np.percentile(milliseconds, 50))


def p99(milliseconds: list[float]) -> float:
    return float(np.percentile(milliseconds, 99))


def dense_song(seconds: float) -> Song:
    count = round(seconds / STEP_SECONDS)
    notes = tuple(Note(STEP * i, STEP, 48 + i % 36) for i in range(count))
    return Song(Melody(notes, count * STEP), tempos=TempoMap.constant(TEMPO))


@contextmanager
def hearing(server: JackServer, folder: Path, name: str) -> Iterator[Receiver]:
    with receiver(folder, name) as heard:
        server.wait_for_port(heard.port)
        yield heard


def play_apart(
    application: QApplication, heard: Receiver, song: Song, begin_too: Callable[[], None]
) -> tuple[float, str]:
    """When the song began, and the priority that the player process got."""
    with Player() as player:
        await_report(application, player, Outputs)
        player.open_output(heard.port)
        await_report(application, player, OutputOpened)
        player.play(song)
        begin_too()
        await_report(application, player, Started)
        assert player.pid is not None
        priority, start = priority_of(player.pid), float("inf")
        while not any(isinstance(report, Stopped) for report in player.poll()):
            application.processEvents()
            position = player.position()
            if position:
                first = Timeline(
                    position, time.perf_counter(), TempoMap.constant(TEMPO)
                ).seconds_at(0)
                start = min(start, first)
    return start, priority


def play_within(application: QApplication, heard: Receiver, song: Song) -> float:
    """The wait loop of the player process, on a thread here; when the song began."""
    import rtmidi  # type: ignore[import-untyped]

    out = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name="within out")
    out.open_port(out.get_ports().index(heard.port), "out")
    start = time.perf_counter() + 0.1

    def play() -> None:
        timeline = Timeline(0, start, TempoMap.constant(TEMPO))
        for note in song.melody:
            due = timeline.seconds_at(note.onset)
            time.sleep(max(0.0, due - time.perf_counter() - 0.0002))
            while time.perf_counter() < due:
                pass
            out.send_message(bytes((0x90, note.pitch, note.velocity)))
            out.send_message(bytes((0x80, note.pitch, 0)))

    thread = threading.Thread(target=play)
    thread.start()
    while thread.is_alive():
        application.processEvents()
    time.sleep(0.1)
    out.close_port()
    out.delete()
    return start


def heard_of(song: Song, heard: Receiver) -> Matched[Note]:
    return matched(((note, note.pitch) for note in song.melody), heard.heard())


def lateness(found: Matched[Note], start: float) -> list[float]:
    """Milliseconds between the moment each note was due and its arrival, of those that arrived."""
    timeline = Timeline(0, start, TempoMap.constant(TEMPO))
    return [1000 * (seconds - timeline.seconds_at(note.onset)) for note, seconds in found.pairs]


def soonest(late: list[float]) -> list[float]:
    """The same, as if the note that came soonest had been in time."""
    return [each - min(late) for each in late]


def drift(late: list[float]) -> float:
    """How much later the last four seconds are than the first, in the middle of each."""
    count = round(SHORT_SECONDS / 2 / STEP_SECONDS)
    return abs(p50(late[-count:]) - p50(late[:count]))


def priority_of(pid: int) -> str:
    if os.sched_getscheduler(pid) == os.SCHED_RR:
        return f"real-time priority {os.sched_getparam(pid).sched_priority}"
    return f"nice {os.getpriority(os.PRIO_PROCESS, pid)}"


def await_report(application: QApplication, player: Player, kind: type[Report]) -> None:
    while not any(isinstance(report, kind) for report in player.poll()):
        application.processEvents()
