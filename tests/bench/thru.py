"""From a key to its sound, and how exactly it is recorded, through JACK ports beside a busy window.

The same keyboard plays to the player, which passes the notes on and tells when they came; to a bare
loop of rtmidi, which only passes them on; and straight to a receiver. So what JACK itself takes is
known: the loop's time for two ways, the receiver's for one.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.sound.player import Player
from core.sound.reports import InputOpened, OutputOpened, Outputs, Received, Report
from tests.bench.busy import busy_program
from tests.bench.lateness import hearing, p50, p99
from tests.bench.matching import Matched, matched
from tests.bench.programs import begin, program
from tests.bench.row import Row
from tests.sound.jack import MISSING, jack_server

NOTES, NOTES_A_MINUTE = 300, 2300
Heard = Iterable[tuple[float, bytes]]


def rows(minutes: float = 0.0) -> list[Row]:
    """Some seconds of keys, or about so many minutes."""
    if MISSING:
        raise OSError(f"not installed: {', '.join(MISSING)}")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application, count = QApplication([]), round(minutes * NOTES_A_MINUTE) or NOTES
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(jack_server(folder))
        stack.enter_context(busy_program())
        through, bare, direct = (
            stack.enter_context(hearing(server, folder, name))
            for name in ("through", "bare", "direct")
        )
        played = folder / "played.txt"
        hand = stack.enter_context(program("hand", str(count), str(played), direct.port))
        stack.enter_context(program("loop", bare.port))
        received = play_by_hand(application, through.port, lambda: begin(hand), played)
        sent = [line.split() for line in played.read_text().splitlines()]
        notes = [(float(seconds), bytes.fromhex(message)) for seconds, message in sent]
        found = [heard_of(notes, to.heard()) for to in (through, bare, direct)]
        around = (
            f"{len(found[0].pairs)} of {count} notes, {len(found[0].strange)} given again, "
            f"{server.xruns} xruns, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        )
    ways = [delays(each) for each in found]
    recorded = [abs(late) for late in delays(heard_of(notes, received))]
    return [
        *_rows(f"key to sound through the player ({around})", ways[0], "a bare loop", ways[1]),
        *_rows("recorded onset off what was played", recorded, "a bare receiver", ways[2]),
    ]


def _rows(name: str, ours: list[float], baseline: str, theirs: list[float]) -> list[Row]:
    measures: dict[str, Callable[[list[float]], float]] = {"p50": p50, "p99": p99, "max": max}
    return [
        Row(
            f"{name}, {which}",
            measure(ours),
            "ms",
            f"{baseline}: {measure(theirs):.2f} ms",
            measure(theirs) / measure(ours),
        )
        for which, measure in measures.items()
    ]


def play_by_hand(
    application: QApplication, port: str, start: Callable[[], None], played: Path
) -> list[tuple[float, bytes]]:
    """What the player tells to have heard until the hand has `played`."""
    heard: list[tuple[float, bytes]] = []
    with Player() as player:

        def take() -> tuple[Report, ...]:
            application.processEvents()
            reports = player.poll()
            told = (report for report in reports if isinstance(report, Received))
            heard.extend((report.seconds, report.message) for report in told)
            return reports

        def wait(report: Report | type[Report]) -> None:
            while not any(report in (each, type(each)) for each in take()):
                pass

        wait(Outputs)
        player.open_output(port)
        wait(OutputOpened(port))
        player.open_input("hand:out")
        wait(InputOpened("hand:out"))
        start()
        while not played.exists():
            take()
        end = time.perf_counter() + 0.5
        while time.perf_counter() < end:
            take()
    return heard


def heard_of(sent: Heard, heard: Heard) -> Matched[float]:
    return matched(((moment, note[1]) for moment, note in sent), heard)


def delays(found: Matched[float]) -> list[float]:
    """Milliseconds from sending each note to hearing it, of those that were heard."""
    return [1000 * (seconds - moment) for moment, seconds in found.pairs]
