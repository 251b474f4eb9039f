"""While the field is shown: a frame around the cell that is asked about."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.roll.scene import Scene


def place(scene: Scene) -> QRect:
    """Where it may be drawn; empty where there is none."""
    if scene.pointed is None or scene.field is None:
        return QRect()
    tick, pitch = scene.pointed
    moment = scene.field.at(tick)
    if moment is None:
        return QRect()
    x, right = map(scene.time.x_from_tick, (moment.event.onset, moment.event.end))
    # Wider than Qt can count is wider than anybody sees.
    left, right = max(x, -9.0), min(right, scene.time.width_px + 9)
    y = scene.pitch.row_top(pitch)
    return QRect(math.floor(left), y - 1, math.ceil(right - left) + 1, scene.pitch.row_px + 2)


def draw(painter: QPainter, scene: Scene) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(scene.theme.text), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place(scene)).adjusted(0.5, 0.5, -1.5, -1.5), 3, 3)
