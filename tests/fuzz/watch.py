"""Looks on while a reader reads: what comes out, how long it takes, how much memory."""

import hashlib
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

from core.errors import UserError
from core.record import FormatError

MOST_MEMORY_BYTES = 500_000_000
"""By which the process may grow in one run; fuzzed files are small."""

MOST_SECONDS = 2.0
"""Of a run; a file as large as a reader takes has 10."""


class TooLong(BaseException):
    """Not for those who catch an Exception."""


@dataclass(slots=True)
class Watch:
    """`read` raises a refusal or gives a value of which all that `check` says is true.

    Whatever else happens is a find. `finds` are inputs by what happened and where, the smallest of
    each.
    """

    read: Callable[[bytes], Any]
    check: Callable[[Any], None] = lambda _: None
    runs: int = 0
    refused: int = 0
    slowest_seconds: float = 0.0
    slowest: bytes = b""
    largest_bytes: int = 0
    finds: dict[str, bytes] = field(default_factory=dict)

    def run(self, content: bytes) -> None:
        self.runs += 1
        before = peak_bytes()
        begun = time.process_time()
        value = None
        try:
            with limited(MOST_SECONDS):
                value = self.read(content)
        except (UserError, FormatError):
            self.refused += 1
        except (Exception, TooLong) as error:
            self._find(error, content)
        took = time.process_time() - begun
        if took > self.slowest_seconds:
            self.slowest_seconds, self.slowest = took, content
        grown = peak_bytes() - before
        self.largest_bytes = max(self.largest_bytes, grown)
        if grown > MOST_MEMORY_BYTES:
            self._keep("grew too large", content)
        if value is not None:
            try:
                self.check(value)
            except Exception as error:
                self._find(error, content)

    def _find(self, error: BaseException, content: bytes) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if "/core/" in f.filename] or frames
        place = ours[-1] if not isinstance(error, AssertionError) else frames[-1]
        where = f"{place.filename.rpartition('/')[2]}:{place.lineno}"
        self._keep(f"{type(error).__name__} in {where} {place.name}", content)

    def _keep(self, what: str, content: bytes) -> None:
        known = self.finds.get(what)
        if known is None or len(content) < len(known):
            self.finds[what] = content


def name_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]


def peak_bytes() -> int:
    """The most memory that this process ever had; 0 where that cannot be told."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """TooLong after so much time of the processor; on Windows never."""
    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLong
