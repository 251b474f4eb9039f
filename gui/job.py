"""A long task on a thread of its own: whatever iterates."""

import logging
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from core.errors import UserError

_log = logging.getLogger(__name__)


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
    _came = Signal(object)

    def __init__(self, steps: Callable[[], Iterable[object]], owner: QObject) -> None:
        super().__init__(owner)
        self._steps = steps
        self._sentence = ""
        self._error: UserError | None = None
        self._is_dropped = False
        self._came.connect(self._hand_on)
        self.finished.connect(self._end)

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
            _log.exception("a task failed")
            self._sentence = f"This went wrong inside the program: {error!r}."

    def _work(self) -> None:
        steps = iter(self._steps())
        try:
            for thing in steps:
                if self.isInterruptionRequested():
                    break
                self._came.emit(thing)
        finally:
            close = getattr(steps, "close", None)  # a generator's; a plain iterator has none
            if close is not None:
                close()

    @Slot(object)
    def _hand_on(self, thing: object) -> None:
        if not self._is_dropped:
            self.item.emit(thing)

    @Slot()
    def _end(self) -> None:
        self.wait()
        if not self._is_dropped:
            if self._sentence:
                self.failed.emit(self._sentence)
            self.done.emit()
        self.deleteLater()
