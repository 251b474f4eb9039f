"""Chosen notes have a strong rim, and a fine line inside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from core.music.melody import QUARTER
from gui.roll.layers.notes import SMALLEST_QUARTER_PX, specks
from gui.roll.scene import Scene, notes_between
from gui.roll.shape import seen_rect

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
    # Square, filled, and all at once: round rims, stroked one by one, would take ten times as long.
    painter.setPen(Qt.PenStyle.NoPen)
    rects = [seen_rect(scene, note) for note in notes]
    for colour, width, inset in ((scene.theme.row, 1.0, _RIM_PX), (scene.theme.text, _RIM_PX, 0.0)):
        painter.setBrush(QColor(colour))
        painter.drawRects([side for rect in rects for side in _sides(rect, width, inset)])


def _sides(rect: QRectF, width: float, inset: float) -> tuple[QRectF, ...]:
    """The four sides of a frame that lies `inset` inside of `rect`."""
    x, y = rect.x() + inset, rect.y() + inset
    across, down = rect.width() - 2 * inset, rect.height() - 2 * inset
    if across <= 2 * width or down <= 2 * width:
        return ()
    return (
        QRectF(x, y, across, width),
        QRectF(x, y + down - width, across, width),
        QRectF(x, y, width, down),
        QRectF(x + across - width, y, width, down),
    )
