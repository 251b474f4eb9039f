"""A pinned note has a needle; lines above and below hold its pitch, at its ends its length."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from gui.roll.scene import Scene, notes_between
from gui.roll.shape import note_rect

_NEEDLE_PX = 6


def draw(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    pins = {pin.onset: pin for pin in scene.pins}
    time = scene.time
    first, last = time.tick_from_x(first_px - 2 * _NEEDLE_PX), time.tick_from_x(last_px)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(scene.theme.text)
    for note in notes_between(scene.song.melody, first, last) if pins else ():
        pin = pins.get(note.onset)
        if pin is None:
            continue
        rect = note_rect(scene, note).adjusted(-1.0, -1.0, 1.0, 1.0)
        painter.setPen(QPen(ink, 2.0))
        if pin.pitch is not None:
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if pin.duration is not None:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
            painter.drawLine(rect.topRight(), rect.bottomRight())
        head = QPointF(rect.center().x(), rect.top() - _NEEDLE_PX)
        painter.drawLine(head, QPointF(head.x(), rect.top() + 2))
        painter.setPen(QPen(QColor(scene.theme.row), 1.0))
        painter.setBrush(ink)
        painter.drawEllipse(head, 4.0, 4.0)
