"""A long task on a thread of its own: whatever iterates."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from core.errors import UserError
from gui.language import tr

_FRAME_MS = 33
_MOMENT_SECONDS = 0.008


class Job(QThread):
    """Runs `steps()` on a thread and hands each thing that it yields to the owner's thread.

    `steps` is called on the new thread too, so that whatever it does first is no wait either. Each
    thing arrives by `item`, in order, and together with all others of its thirtieth of a second:
    a thread that called for each would mostly wait for the interpreter's lock. `failed` brings one
    sentence if the task could not go on; `done` comes last in every case, when the thread has
    ended. The owner is the parent: it keeps the job alive, and must `stop` it and `wait` for it
    before it goes away itself.
    """

    item = Signal(object)
    failed = Signal(str)
    done = Signal()

    def __init__(self, steps: Callable[[], Iterable[object]], owner: QObject) -> None:
        super().__init__(owner)
        self._steps = steps
        self._sentence = ""
        self._error: UserError | None = None
        self._is_dropped = False
        self._came: deque[object] = deque()
        self._has_ended = False
        self._frame = QTimer(self)
        self._frame.setInterval(_FRAME_MS)
        self._frame.timeout.connect(self._hand_on)
        self.started.connect(self._frame.start)
        self.finished.connect(self._hand_on)

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
            self._sentence = error.words
        except Exception as error:
            # An outer door: nothing but this thread stands behind it, so a defect is told here.
            from core.crash.telling import tell

            self._sentence = tell(error, "job")

    def _work(self) -> None:
        steps = iter(self._steps())
        try:
            for thing in steps:
                if self.isInterruptionRequested():
                    break
                self._came.append(thing)
        finally:
            close = getattr(steps, "close", None)  # a generator's; a plain iterator has none
            if close is not None:
                close()

    @Slot()
    def _hand_on(self) -> None:
        """Hands on what came, for a moment at most: a fast task must not flood the window."""
        moment_end = time.monotonic() + _MOMENT_SECONDS
        while self._came and time.monotonic() < moment_end:
            thing = self._came.popleft()
            if not self._is_dropped:
                self.item.emit(thing)
        if not self._came and not self._has_ended and self.isFinished():
            self._end()

    def _end(self) -> None:
        self._has_ended = True
        self._frame.stop()
        self.wait()
        if not self._is_dropped:
            if self._sentence:
                self.failed.emit(tr(self._sentence))
            self.done.emit()
        self.deleteLater()
