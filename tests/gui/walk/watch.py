"""What must never happen in a window, caught as soon as it does; and what takes too long."""

import logging
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LONGEST_MS = 50.0
"""Our own rule for the main thread."""

_HARMLESS = ("propagateSizeHints", "This plugin does not support")  # says the offscreen platform


@dataclass(frozen=True, slots=True)
class Stretch:
    """The main thread worked so long without a look at the user, in this deed of a walk."""

    step: int
    deed: str
    milliseconds: float


@dataclass
class Watch(logging.Handler):
    """`complaints` are exceptions, Qt's messages and log records, in the order in which they came;
    `long` are the stretches of work beyond our rule, by the thread's own time."""

    complaints: list[str] = field(default_factory=list)
    long: list[Stretch] = field(default_factory=list)
    step: int = 0
    deed: str = ""

    def __post_init__(self) -> None:
        super().__init__(logging.WARNING)

    __hash__ = object.__hash__

    def emit(self, record: logging.LogRecord) -> None:
        self.complaints.append(f"log: {record.getMessage()}")

    def hear_qt(self, _kind: QtMsgType, _place: QMessageLogContext, message: str | None) -> None:
        if message is not None and not any(word in message for word in _HARMLESS):
            self.complaints.append(f"Qt: {message}")

    def hear_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.complaints.append("".join(traceback.format_exception(kind, error, trace)))

    @contextmanager
    def stretch(self) -> Iterator[None]:
        """What is done within is one stretch of work."""
        begun = time.thread_time()
        yield
        milliseconds = 1000 * (time.thread_time() - begun)
        if milliseconds > LONGEST_MS:
            self.long.append(Stretch(self.step, self.deed, milliseconds))

    def tell_long(self, deed: str) -> None:
        """What was done in this step is known by now."""
        self.long = [replace(s, deed=deed) if s.step == self.step else s for s in self.long]


@contextmanager
def watching() -> Iterator[Watch]:
    """A watch that hears everything, in the place of whoever heard it before."""
    watch = Watch()
    hook, sys.excepthook = sys.excepthook, watch.hear_error
    handler = qInstallMessageHandler(watch.hear_qt)
    logging.getLogger().addHandler(watch)
    try:
        yield watch
    finally:
        logging.getLogger().removeHandler(watch)
        qInstallMessageHandler(handler)
        sys.excepthook = hook
