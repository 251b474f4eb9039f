"""Bars are selected on the ruler with Shift held; their notes are chosen with them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.roll.selection import bars_from_ticks

if TYPE_CHECKING:
    from gui.roll.roll import Roll


class BarDrag(QObject):
    """Takes a press with Shift from the ruler, and what the mouse does until it is released."""

    def __init__(self, roll: "Roll", ruler: QWidget) -> None:
        super().__init__(roll)
        self._roll = roll
        self._begin: float | None = None
        ruler.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        is_left = event.button() is Qt.MouseButton.LeftButton
        if event.type() is QEvent.Type.MouseButtonPress and is_left:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._begin = self._tick(event)
        elif event.type() is QEvent.Type.MouseButtonRelease and is_left and self._begin is not None:
            self._begin = None
            return True
        if self._begin is None:
            return False
        self._roll.select(bars_from_ticks(self._roll.scene.song, self._begin, self._tick(event)))
        return True

    def _tick(self, event: QMouseEvent) -> float:
        return self._roll.scene.time.tick_from_x(event.position().x())
