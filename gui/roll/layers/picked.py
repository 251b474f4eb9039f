"""A ring around the note that was picked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.roll.scene import Scene
from gui.roll.shape import note_radius, note_rect


def draw(painter: QPainter, scene: Scene, _first_px: float, _last_px: float) -> None:
    if scene.picked is not None:
        ring = note_rect(scene, scene.picked).adjusted(-2.5, -2.5, 2.5, 2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scene.theme.text), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, note_radius(ring) + 2, note_radius(ring) + 2)
