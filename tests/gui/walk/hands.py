"""Mouse and keyboard as the system hands them on: who is under the mouse, or has the focus, hears.

Each touch is given time to have its effect before the next.
"""

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.gui.walk.watch import Watch

Button = Qt.MouseButton
Key = Qt.Key
Modifier = Qt.KeyboardModifier
Mouse = QTest.MouseAction
LEFT, NONE = Button.LeftButton, Modifier.NoModifier

_ROUND_MS = 10
_REST_SECONDS = 0.001

T = TypeVar("T")


class Hands:
    """Those of one user; `watch` looks at how long each touch keeps the main thread busy."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch

    def _do(self, touch: Callable[[], object]) -> None:
        with self._watch.stretch():
            touch()
        self.pause()

    def pause(self) -> None:
        """One round of the event loop; threads get their turn."""
        with self._watch.stretch():
            flags = QEventLoop.ProcessEventsFlag.AllEvents
            QCoreApplication.processEvents(flags, _ROUND_MS)
        with self._watch.stretch():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        time.sleep(_REST_SECONDS)

    # The mouse

    def _mouse(
        self,
        action: QTest.MouseAction,
        part: QWidget,
        place: QPoint,
        button: Button,
        keys: Modifier,
    ) -> None:
        window = part.window().windowHandle()
        if window is not None:
            inside = _inside(window, part.mapTo(part.window(), place))
            self._do(lambda: QTest.mouseEvent(action, window, button, keys, inside))

    def press(
        self, part: QWidget, place: QPoint, button: Button = LEFT, keys: Modifier = NONE
    ) -> None:
        """Which brings the window to the front, as on any desktop."""
        self._do(part.window().activateWindow)
        self._mouse(Mouse.MouseMove, part, place, Button.NoButton, keys)
        self._mouse(Mouse.MousePress, part, place, button, keys)

    def move(self, part: QWidget, place: QPoint, keys: Modifier = NONE) -> None:
        self._mouse(Mouse.MouseMove, part, place, Button.NoButton, keys)

    def release(
        self, part: QWidget, place: QPoint, button: Button = LEFT, keys: Modifier = NONE
    ) -> None:
        self._mouse(Mouse.MouseRelease, part, place, button, keys)

    def click(
        self, part: QWidget, place: QPoint, button: Button = LEFT, keys: Modifier = NONE
    ) -> None:
        self.press(part, place, button, keys)
        self.release(part, place, button, keys)

    def double_click(self, part: QWidget, place: QPoint, keys: Modifier = NONE) -> None:
        self.click(part, place, keys=keys)
        self._mouse(Mouse.MouseDClick, part, place, LEFT, keys)

    def wheel(self, part: QWidget, place: QPoint, turn: QPoint, keys: Modifier = NONE) -> None:
        window = part.window().windowHandle()
        if window is not None:
            inside = _inside(window, part.mapTo(part.window(), place))
            self._do(lambda: QTest.wheelEvent(window, inside, turn, QPoint(), keys))

    # The keyboard

    def key(self, key: Key, keys: Modifier = NONE) -> None:
        window = QGuiApplication.focusWindow()
        if window is not None:
            self._do(lambda: QTest.keyClick(window, key, keys))

    def hold(self, key: Key, keys: Modifier = NONE) -> None:
        window = QGuiApplication.focusWindow()
        if window is not None:
            self._do(lambda: QTest.keyPress(window, key, keys))

    def let_go(self, key: Key, keys: Modifier = NONE) -> None:
        window = QGuiApplication.focusWindow()
        if window is not None:
            self._do(lambda: QTest.keyRelease(window, key, keys))

    def chord(self, keys: QKeySequence) -> None:
        """A shortcut, such as Ctrl+R."""
        window = QGuiApplication.focusWindow()
        if window is not None:
            self._do(lambda: QTest.keySequence(window, keys))

    def type(self, text: str) -> None:
        """Letters of ASCII."""
        window = QGuiApplication.focusWindow()
        for letter in text if window is not None else "":
            code = ord(letter)
            self._do(lambda code=code: QTest.keyClick(window, code))  # type: ignore[misc]

    def do(self, act: Callable[[], object]) -> None:
        """Something that is no touch, such as a file let go over the window."""
        self._do(act)


def _inside(window: QWindow, place: QPoint) -> QPoint:
    """Qt's test functions warn of places outside, and take the corner for the middle."""
    room = QRect(1, 1, max(1, window.width() - 2), max(1, window.height() - 2))
    x = min(max(place.x(), room.left()), room.right())
    return QPoint(x, min(max(place.y(), room.top()), room.bottom()))


def between(begin: QPoint, end: QPoint, steps: int) -> Sequence[QPoint]:
    """Places on the way, the last of which is `end`."""
    return [begin + (end - begin) * step / steps for step in range(1, steps + 1)]
