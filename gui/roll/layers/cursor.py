"""Where the keys stand: a frame around a note, or around a place where one could be."""

import math

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.roll.cursor import note_under
from gui.roll.scene import Scene

_FRAME_PX = 2.0
_NARROWEST_PX = 6.0


def place(scene: Scene) -> QRect:
    """Where it may be drawn; empty where there is none."""
    cursor = scene.cursor
    if cursor is None:
        return QRect()
    note = note_under(scene.song.melody, cursor.tick)
    if note is not None and note.pitch == cursor.pitch:
        begin, end = note.onset, note.end
    else:
        begin = cursor.tick
        end = scene.snap.behind(scene.song.meters, begin)
    x = scene.time.x_from_tick(begin)
    width = max((end - begin) * scene.time.px_per_tick, _NARROWEST_PX)
    y = scene.pitch.row_top(cursor.pitch)
    # Wider than Qt can count is wider than anybody sees.
    left, right = max(x - 3, -9.0), min(x + width + 3, scene.time.width_px + 9)
    return QRect(math.floor(left), y - 3, math.ceil(right - left), scene.pitch.row_px + 6)


def draw(painter: QPainter, scene: Scene) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRectF(place(scene)).adjusted(2, 2, -2, -2)
    painter.setPen(QPen(QColor(scene.theme.row), _FRAME_PX + 2))
    painter.drawRoundedRect(frame, 4, 4)
    painter.setPen(QPen(QColor(scene.theme.accent), _FRAME_PX))
    painter.drawRoundedRect(frame, 4, 4)
