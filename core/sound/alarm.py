"""Wakes a process that waits for something else."""

import multiprocessing
import select
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from typing import Any


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
    """Returns as soon as one of `pipes` can be read, after `seconds` at the latest."""
    if sys.platform == "win32":
        wait(pipes, seconds)
    else:
        select.select(pipes, [], [], seconds)  # `wait` rounds up to a millisecond
