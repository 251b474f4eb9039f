"""The selected bars lie under a tint between two thick lines."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from gui.roll.scene import Scene

EDGE_PX = 2
"""Of the lines on both sides."""


def draw(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    if scene.selection is None:
        return
    begin, end = (
        round(scene.time.x_from_tick(tick)) for tick in (scene.selection.begin, scene.selection.end)
    )
    tint = QColor(scene.theme.accent)
    tint.setAlphaF(0.16)
    left, right = max(float(begin), first_px), min(float(end), last_px)
    if left < right:
        painter.fillRect(QRectF(left, 0, right - left, scene.pitch.height_px), tint)
    for x in (begin, end - EDGE_PX):
        painter.fillRect(QRectF(x, 0, EDGE_PX, scene.pitch.height_px), QColor(scene.theme.accent))
