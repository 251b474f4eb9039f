"""The background: a row for each pitch, the tonic and the black keys tinted, or on request what is
not of the key."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from core.music.scale import is_in_scale
from gui.roll.geometry import is_black
from gui.roll.scene import Scene


def draw(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    theme, axis = scene.theme, scene.pitch
    width = last_px - first_px
    for pitch in axis.visible:
        y = axis.row_top(pitch)
        painter.fillRect(QRectF(first_px, y, width, axis.row_px), QColor(row_colour(scene, pitch)))
        line = theme.beat_line if pitch % 12 == 0 else theme.row_line
        painter.fillRect(QRectF(first_px, y + axis.row_px - 1, width, 1), QColor(line))


def row_colour(scene: Scene, pitch: int) -> str:
    """What lies behind everything at `pitch`."""
    theme, key = scene.theme, scene.key
    if key is not None and pitch % 12 == key.tonic:
        return theme.tonic_row
    if key is not None and scene.labels.key_rows:
        return theme.row if is_in_scale(pitch, key) else theme.black_row
    return theme.black_row if is_black(pitch) else theme.row
