"""A long task on a thread of its own: whatever iterates."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from core.crash import sentence_from_defect
from core.errors import UserError

_MOMENT_SECONDS = 0.008


class Job(QThread):
    """Runs `steps()` on a thread and hands each thing that it yields to the owner's thread.

    `steps` is called on the new thread too, so that whatever it does first is no wait either. Each
    thing arrives by `item`, in order. `failed` brings one sentence if the task could not go on;
    `done` comes last in every case, when the thread has ended. The owner is the parent: it keeps
    the job alive, and must `stop` it and `wait` for it before it goes away itself.
    """

    item = Signal(object)
    failed = Signal(str)
    done = Signal()
    _called = Signal()

    def __init__(self, steps: Callable[[], Iterable[object]], owner: QObject) -> None:
        super().__init__(owner)
        self._steps = steps
        self._sentence = ""
        self._error: UserError | None = None
        self._is_dropped = False
        self._came: deque[object] = deque()
        self._is_called = False
        self._has_ended = False
        # Queued, so that the event loop has its turn between two handfuls of things.
        self._called.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)
        self.finished.connect(self._called)

    @property
    def error(self) -> UserError | None:
        """The error whose sentence `failed` brings; None where that tells a defect."""
        return self._error

    def stop(self) -> None:
        """Ends the task after the step that it is at; what was yielded before still arrives."""
        self.requestInterruption()

    def drop(self) -> None:
        """Ends the task and says nothing more, not even `done`."""
        self._is_dropped = True
        self.stop()

    def run(self) -> None:
        try:
            self._work()
        except UserError as error:
            self._error = error
            self._sentence = str(error)
        except Exception as error:
            # An outer door: nothing but this thread stands behind it, so a defect is told here.
            self._sentence = sentence_from_defect(error)

    def _work(self) -> None:
        steps = iter(self._steps())
        try:
            for thing in steps:
                if self.isInterruptionRequested():
                    break
                self._came.append(thing)
                if not self._is_called:
                    self._is_called = True
                    self._called.emit()
        finally:
            close = getattr(steps, "close", None)  # a generator's; a plain iterator has none
            if close is not None:
                close()

    @Slot()
    def _hand_on(self) -> None:
        """Hands on what came, for a moment at most: a fast task must not flood the window."""
        self._is_called = False
        moment_end = time.monotonic() + _MOMENT_SECONDS
        while self._came and time.monotonic() < moment_end:
            thing = self._came.popleft()
            if not self._is_dropped:
                self.item.emit(thing)
        if self._came:
            self._is_called = True
            self._called.emit()
        elif self.isFinished() and not self._has_ended:
            self._end()

    def _end(self) -> None:
        self._has_ended = True
        self.wait()
        if not self._is_dropped:
            if self._sentence:
                self.failed.emit(self._sentence)
            self.done.emit()
        self.deleteLater()
