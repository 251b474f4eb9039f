"""A thin line where the loop begins and where it turns, while it is on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from gui.roll.scene import Scene

LOOP_EDGE_PX = 1


def draw(painter: QPainter, scene: Scene, _first_px: float, _last_px: float) -> None:
    if scene.loop is None or not scene.is_looping:
        return
    begin, end = (round(scene.time.x_from_tick(t)) for t in (scene.loop.begin, scene.loop.end))
    for x in (begin, end - LOOP_EDGE_PX):
        line = QRectF(x, 0, LOOP_EDGE_PX, scene.pitch.height_px)
        painter.fillRect(line, QColor(scene.theme.accent))
