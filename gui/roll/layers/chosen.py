"""Chosen notes have a strong rim, and a fine line inside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.music.melody import QUARTER
from gui.roll.layers.notes import SMALLEST_QUARTER_PX, specks
from gui.roll.scene import Scene, notes_between
from gui.roll.shape import note_radius, seen_rect

_RIM_PX = 2.0


def draw(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    if not scene.chosen:
        return
    time = scene.time
    shown = notes_between(scene.song.melody, time.tick_from_x(first_px), time.tick_from_x(last_px))
    notes = [note for note in shown if note.onset in scene.chosen]
    ink = QColor(scene.theme.text)
    if QUARTER * time.px_per_tick < SMALLEST_QUARTER_PX:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRects(specks(scene, notes))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for note in notes:
        rect = seen_rect(scene, note)
        if rect.bottom() < 0 or rect.top() > scene.pitch.height_px:
            continue
        for colour, width, inset in ((scene.theme.row, 1.0, 2.5), (ink, _RIM_PX, _RIM_PX / 2)):
            rim = rect.adjusted(inset, inset, -inset, -inset)
            if rim.width() > 0 and rim.height() > 0:
                painter.setPen(QPen(QColor(colour), width))
                painter.drawRoundedRect(rim, note_radius(rim), note_radius(rim))
