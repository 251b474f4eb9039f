"""Chosen notes have a strong rim, and a fine line inside it where there is room."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from core.music.melody import QUARTER
from gui.roll.layers.notes import SMALLEST_QUARTER_PX, specks
from gui.roll.scene import Scene, notes_between
from gui.roll.shape import seen_rect

_RIM_PX = 2.0
_SMALLEST_ROW_PX = 11
"""In a lower one the rim is thin, and stands alone."""


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
    rim_px = _RIM_PX if scene.pitch.row_px >= _SMALLEST_ROW_PX else _RIM_PX / 2
    frames = [(scene.theme.text, rim_px, 0.0)]
    if rim_px == _RIM_PX:
        frames.append((scene.theme.row, 1.0, rim_px))
    for colour, width, inset in frames:
        painter.setBrush(QColor(colour))
        painter.drawRects([side for rect in rects for side in _sides(rect, width, inset)])


def _sides(rect: QRectF, width: float, inset: float) -> tuple[QRectF, ...]:
    """The four sides of a frame that lies `inset` inside of `rect`; all of a small one."""
    x, y = rect.x() + inset, rect.y() + inset
    across, down = rect.width() - 2 * inset, rect.height() - 2 * inset
    if across <= 2 * width or down <= 2 * width:
        return () if inset else (rect,)
    return (
        QRectF(x, y, across, width),
        QRectF(x, y + down - width, across, width),
        QRectF(x, y, width, down),
        QRectF(x + across - width, y, width, down),
    )
