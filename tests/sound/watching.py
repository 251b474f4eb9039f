"""Waiting for what a real player process does."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.sound.player import Player
from core.sound.ports.outputs import find_port
from core.sound.reports import Inputs, OutputOpened, Outputs, Report

LIMIT_SECONDS = 25.0

CROWDED_SECONDS = 0.1
"""More than anything may be late on a crowded machine, in the middle of many; what is reached on a
quiet one is measured by the benchmarks."""

NO_WAIT_SECONDS = 0.5
"""On such a machine even a call that never waits may stand in line so long."""


def wait_for(condition: Callable[[], bool], limit_seconds: float = LIMIT_SECONDS) -> None:
    """Returns when `condition` holds; fails the test when it does not within the limit."""
    end = time.monotonic() + limit_seconds
    while not condition():
        assert time.monotonic() < end, "nothing happened in time"
        time.sleep(0.01)


def poll_until(player: Player, *kinds: type[Report]) -> Report:
    """Polls as the window does until a report of one of `kinds` comes, and gives it."""
    return poll_for(player, *kinds)[-1]


def poll_for(player: Player, *kinds: type[Report]) -> list[Report]:
    """All reports up to and including the first of one of `kinds`; which inputs there are is told
    at a moment of its own, and left out where nobody asks for it."""
    reports: list[Report] = []
    end = time.monotonic() + LIMIT_SECONDS
    while time.monotonic() < end:
        for report in player.poll():
            if not isinstance(report, Inputs) or Inputs in kinds:
                reports.append(report)
            if isinstance(report, kinds):
                return reports
        time.sleep(0.01)
    raise AssertionError(f"no {kinds} in time, only {reports}")


def open_output(player: Player, text: str) -> None:
    """Waits for an output that contains `text`, and opens it."""
    names: tuple[str, ...] = ()
    while not any(text in name for name in names):
        outputs = poll_until(player, Outputs)
        assert isinstance(outputs, Outputs)
        names = outputs.names
    player.open_output(find_port(text, names))
    poll_until(player, OutputOpened)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@contextmanager
def stalled(pid: int) -> Iterator[None]:
    """The process stands still meanwhile."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)
