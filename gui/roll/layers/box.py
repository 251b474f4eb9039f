"""The box that is drawn around notes to choose them."""

import math

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from gui.roll.scene import Scene


def place(scene: Scene) -> QRect:
    """Where it may be drawn; empty where there is none."""
    box = scene.box
    if box is None:
        return QRect()
    left, right = map(scene.time.x_from_tick, (box.begin, box.end))
    top, bottom = map(scene.pitch.y_from_pitch, (box.high, box.low))
    width, height = scene.time.width_px, scene.pitch.height_px
    left, right = max(left, -2.0), min(right, width + 2)
    top, bottom = max(top, -2.0), min(bottom, height + 2)
    return QRect(
        math.floor(left), math.floor(top), math.ceil(right - left) + 1, math.ceil(bottom - top) + 1
    )


def draw(painter: QPainter, scene: Scene) -> None:
    tint = QColor(scene.theme.accent)
    painter.setPen(QPen(tint, 1.0))
    tint.setAlphaF(0.18)
    painter.setBrush(tint)
    painter.drawRect(QRectF(place(scene)).adjusted(0.5, 0.5, -1.5, -1.5))
