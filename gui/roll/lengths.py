"""The thin lane under the roll: how likely each length was, event by event."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.roll.scene import Scene

if TYPE_CHECKING:
    from core.compose.field import Moment

_HEIGHT_PX = 30
_TOP_PX, _BOTTOM_PX = 3, 2
_STAIRS_PX = 6.0
"""An event that is shorter has one step: how likely its length was."""
_MARK_PX, _APART_PX = 3.0, 1.0
_FILL = 0.75


class LengthLane(QWidget):
    """Under each event stairs lead down: how likely the event was to last still. A thick line at
    its end, from step to step, is how likely the length was that stands there.

    `hovered` brings the tick under the mouse, -1 when it is gone.
    """

    hovered = Signal(int)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._scene = scene

    def sizeHint(self) -> QSize:
        return QSize(0, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_scene(self, scene: Scene, from_px: float) -> None:
        """Shows `scene`; left of `from_px` it looks as the one before."""
        self._scene = scene
        if from_px < self.width():
            left = math.floor(max(0.0, from_px - 2))
            self.update(left, 0, self.width() - left, self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovered.emit(int(self._scene.time.tick_from_x(event.position().x())))

    def leaveEvent(self, _event: QEvent) -> None:
        self.hovered.emit(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._scene.theme
        painter.fillRect(event.rect(), QColor(theme.black_row))
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.border))
        fill = QColor(theme.likely)
        fill.setAlphaF(_FILL)
        stairs, marks = self._drawn(event.rect().left(), event.rect().right() + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, columns in ((fill, stairs), (QColor(theme.text), marks)):
            painter.setBrush(colour)
            painter.drawRects(columns)
        painter.end()

    def _drawn(self, first_px: int, last_px: int) -> tuple[list[QRectF], list[QRectF]]:
        """All stairs between two pixels, and the marks at their ends."""
        time, field = self._scene.time, self._scene.field
        stairs: list[QRectF] = []
        marks: list[QRectF] = []
        if field is None:
            return stairs, marks
        passed_px = -1
        for moment in field.between(time.tick_from_x(first_px), time.tick_from_x(last_px)):
            x, width = time.x_from_tick(moment.event.onset), moment.event.duration
            if width * time.px_per_tick >= _STAIRS_PX:
                steps = [step for step in moment.lasting() if step[0] < moment.event.end]
                stairs += self._stairs(steps, moment.event.end)
                marks.append(self._mark(moment, steps[-1][1]))
            elif int(x) > passed_px:  # of those that share a pixel one is enough
                passed_px = int(x)
                stairs.append(
                    self._column(x, max(1.0, width * time.px_per_tick), moment.length_share)
                )
        return stairs, marks

    def _stairs(self, steps: Sequence[tuple[int, float]], end: int) -> Iterator[QRectF]:
        x_from_tick = self._scene.time.x_from_tick
        edges = [*(x_from_tick(tick) for tick, _ in steps), x_from_tick(end) - _APART_PX]
        for (left, right), (_, share) in zip(pairwise(edges), steps, strict=True):
            yield self._column(left, right - left, share)

    def _mark(self, moment: "Moment", before: float) -> QRectF:
        """The drop at its end from what was left `before`: as high as its length was likely."""
        x = self._scene.time.x_from_tick(moment.event.end) - _APART_PX - _MARK_PX
        column = self._column(x, _MARK_PX, before)
        column.setHeight(self._column(x, _MARK_PX, min(before, moment.length_share)).height())
        return column

    def _column(self, x: float, width: float, share: float) -> QRectF:
        height = (self.height() - _TOP_PX - _BOTTOM_PX) * share
        return QRectF(x, self.height() - _BOTTOM_PX - height, width, height)
