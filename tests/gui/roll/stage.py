"""A shown roll, and what a test wants to know of it."""

from collections.abc import Iterable
from typing import TypeVar, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QImage,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui.roll.canvas import Canvas
from gui.roll.keyboard import Keyboard
from gui.roll.roll import Roll
from gui.roll.ruler import Ruler
from gui.roll.scene import Scene
from tests.gui.roll.tunes import tune

Modifier = Qt.KeyboardModifier
NONE, CONTROL, SHIFT, ALT = (
    Modifier.NoModifier,
    Modifier.ControlModifier,
    Modifier.ShiftModifier,
    Modifier.AltModifier,
)
TUNE = tune([60, 64, 67, 72, 71, 67, 65, 62] * 4, seed=8)


Part = TypeVar("Part", bound=QWidget)


def child(roll: Roll, kind: type[Part]) -> Part:
    found = roll.findChild(kind)
    assert found is not None
    return found


class PaintLog(QObject):
    """How many pixels each paint of a widget had to fill."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            # PySide6's own types do not know that a region is a sequence of rectangles.
            rects = cast("Iterable[QRect]", event.region())
            self.areas.append(sum(rect.width() * rect.height() for rect in rects))
        return False


class Stage:
    """A shown roll and what a test wants to know of it."""

    def __init__(self, roll: Roll) -> None:
        self.roll = roll
        self.canvas = child(roll, Canvas)
        self.ruler = child(roll, Ruler)
        self.keyboard = child(roll, Keyboard)

    @property
    def scene(self) -> Scene:
        return self.roll.scene

    def image(self) -> QImage:
        return self.canvas.grab().toImage()

    def colour(self, tick: float, pitch: int) -> str:
        """The colour in the middle of a row at a tick."""
        x = round(self.scene.time.x_from_tick(tick))
        y = round(self.scene.pitch.y_from_pitch(pitch)) + self.scene.pitch.row_px // 2
        return self.image().pixelColor(x, y).name()

    def turn(
        self, angle: QPoint, keys: Modifier, x: int = 300, pixels: QPoint | None = None
    ) -> None:
        place = QPointF(self.canvas.mapTo(self.roll, QPoint(x, 100)))
        event = QWheelEvent(
            place,
            self.roll.mapToGlobal(place),
            pixels or QPoint(),
            angle,
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.roll, event)
