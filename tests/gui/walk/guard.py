"""Answers menus and dialogs that hold a deed up until they are closed, and ends what is carried."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

_BEAT_MS = 10
_PATIENCE_BEATS = 4


class Guard:
    """While a deed is `under_way`, whatever it waits for is given `answer` after a moment.

    A menu or dialog that a program waits for has a loop of its own, in which the deed that opened
    it is not over; so has what hangs at the mouse until it is let go.
    """

    def __init__(
        self, question: Callable[[], QWidget | None], answer: Callable[[QWidget], object]
    ) -> None:
        self._question, self._answer = question, answer
        self._beats = 0
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        self._beats = 0
        self._timer.start()
        try:
            yield
        finally:
            self._timer.stop()

    def _beat(self) -> None:
        waiting = self._question()
        self._beats = self._beats + 1 if waiting is not None else 0
        if waiting is not None and self._beats >= _PATIENCE_BEATS:
            self._beats = 0
            self._answer(waiting)


def open_question() -> QWidget | None:
    """The menu or dialog that has to be closed before anything else can be done."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()
