"""One life of a process that serves this one, seen from its client; nothing here ever waits."""

import multiprocessing
import queue
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from core.spawned import spawned

Command = TypeVar("Command")
Reply = TypeVar("Reply")

_GRACE_SECONDS = 1.0


class Link(Generic[Command, Reply]):
    """Starts the process `name` and carries commands and replies.

    It runs `target` with its end of the pipe and `arguments`. A thread starts the process and sends
    the commands, so that a process that is stopped, or a pipe that is full, holds up nobody else.
    """

    def __init__(self, name: str, target: Callable[..., None], *arguments: object) -> None:
        self._name = name
        self._pipe: Connection[Command, Reply]
        self._pipe, self._far_end = multiprocessing.get_context("spawn").Pipe()
        self._process = spawned(name, target, (self._far_end, *arguments))
        self._commands: queue.SimpleQueue[Callable[[], Command] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=f"{name} commands", daemon=True)
        self._thread.start()
        self.is_broken = False

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def send(self, make: Callable[[], Command]) -> None:
        """Sends what `make` gives, made on the thread that sends: a long song takes a while."""
        self._commands.put(make)

    def replies(self) -> Iterator[Reply]:
        """What has come since the last call. Sets `is_broken` when no more can come."""
        try:
            while not self.is_broken and self._pipe.poll(0):
                yield self._pipe.recv()
        except (EOFError, OSError):
            self.is_broken = True

    def close(self, last: Callable[[], Command]) -> None:
        """Sends the command to quit, and kills the process if it has not a second later."""
        self._commands.put(last)
        self._bury(_GRACE_SECONDS)

    def kill(self) -> None:
        """Ends the process at once."""
        self._bury(0.0)

    def _bury(self, grace_seconds: float) -> None:
        self._commands.put(None)
        # Not a daemon: a program that ends waits this second, and leaves no process behind.
        threading.Thread(target=self._end, args=(grace_seconds,), name=f"{self._name} end").start()

    def _end(self, grace_seconds: float) -> None:
        self._thread.join(grace_seconds)
        if self._process.pid is not None:
            self._process.join(grace_seconds)
            self._process.kill()
            self._process.join()
        self._thread.join()
        self._pipe.close()

    def _work(self) -> None:
        _shield_from_interrupt()
        self._process.start()
        self._far_end.close()
        with suppress(OSError):  # the process is gone; `replies` says so
            while (make := self._commands.get()) is not None:
                self._pipe.send(make())


def _shield_from_interrupt() -> None:
    """Ctrl-C in a terminal reaches the new process too: not before it can ignore it itself."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
