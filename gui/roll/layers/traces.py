"""During a gesture: dashed outlines where notes stood that are moved, cut or gone now."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.roll.scene import Scene, notes_between
from gui.roll.shape import note_radius, seen_rect


def draw(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    before, after = scene.before, scene.song.melody
    if before is None or before is after:
        return
    first, last = map(scene.time.tick_from_x, (first_px, last_px))
    there = set(notes_between(after, first, last))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(scene.theme.muted), 1.0, Qt.PenStyle.DashLine))
    for note in notes_between(before, first, last):
        if note not in there:
            rect = seen_rect(scene, note).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(rect, note_radius(rect), note_radius(rect))
