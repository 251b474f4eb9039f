"""Wakes a process that waits for something else."""

import multiprocessing
import select
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

_COARSE_SECONDS = 0.016  # Windows wakes up so much too late, but sleeps exactly
_NAP_SECONDS = 0.001


class Alarm:
    """Rung by any thread, heard by the one that waits for `bell`."""

    def __init__(self) -> None:
        self.bell, self._button = multiprocessing.Pipe(duplex=False)
        self._is_rung = False

    def ring(self) -> None:
        """Cheap, and never waits: however often it rings, hardly more than a byte lies there."""
        if not self._is_rung:
            self._is_rung = True
            self._button.send_bytes(b"!")

    def answer(self) -> bool:
        """Whether it rang; to be called before looking what for, so that what comes rings again."""
        is_rung = self._is_rung
        if is_rung:
            while self.bell.poll(0):
                self.bell.recv_bytes()
            self._is_rung = False
        return is_rung


def wait_for(pipes: "Sequence[Connection[Any, Any]]", seconds: float) -> None:
    """Returns when one of `pipes` can be read, after `seconds` at the latest, or earlier still."""
    if sys.platform != "win32":
        select.select(pipes, [], [], seconds)  # `wait` rounds up to a millisecond
    elif seconds > _COARSE_SECONDS:
        wait(pipes, seconds - _COARSE_SECONDS)
    elif not wait(pipes, 0):
        time.sleep(min(seconds, _NAP_SECONDS))
