"""A whole tune on the roll as one picture, for files."""

import math
from collections.abc import Generator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, QUARTER
from core.music.song import Song
from gui.look.theme import Theme
from gui.roll.geometry import INSET_PX, PitchAxis, TimeAxis
from gui.roll.keying import Keys
from gui.roll.labels import Labels
from gui.roll.layers.stack import LAYERS
from gui.roll.ruling import paint_ruler
from gui.roll.scene import Scene
from gui.roll.view import View

_RATIO = 2
_ROW_PX = 16
_SPARE_ROWS = 2
_QUARTER_PX = 64.0
_WIDEST_PX = 12_000.0
_MOST_PX = 12_000_000.0
"""Of the area; a picture has four times as many pixels, of four bytes each."""

_PIECE_PX = 500
_KEYS_MARGIN_PX, _RULER_MARGIN_PX = 46, 12


def image_of_song(
    song: Song, theme: Theme, labels: Labels, font: QFont
) -> Generator[float, None, QImage]:
    """All notes of `song`, with the keys at the left and the ruler above, for screens of twice the
    usual density; made on any thread. Yields the share that is done. A long tune has less room for
    each quarter.
    """
    scene = _scene(song, theme, labels)
    metrics = QFontMetricsF(font)
    left = math.ceil(metrics.horizontalAdvance("C-1")) + _KEYS_MARGIN_PX
    top = math.ceil(metrics.height()) + _RULER_MARGIN_PX
    width, height = math.ceil(scene.time.width_px), round(scene.pitch.height_px)
    image = QImage((left + width) * _RATIO, (top + height) * _RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_RATIO)
    image.fill(QColor(theme.panel))
    keys = Keys(scene.pitch, theme, scene.key if labels.key_rows else None, frozenset(), left)
    for first in range(0, width, _PIECE_PX):
        last = min(first + _PIECE_PX, width)
        painter = QPainter(image)
        try:
            painter.setFont(font)
            painter.translate(left, 0)
            painter.setClipRect(QRectF(first, 0, last - first, top + height))
            painter.save()
            paint_ruler(
                painter, scene, QRectF(0, 0, width, top), QRectF(first, 0, last - first, top)
            )
            painter.restore()
            painter.translate(0, top)
            for draw in LAYERS:
                painter.save()
                draw(painter, scene, first, last)
                painter.restore()
            if first == 0:
                painter.translate(-left, 0)
                painter.setClipRect(QRectF(0, 0, left, height))
                keys.paint(painter, QRectF(0, 0, left, height))
        finally:
            painter.end()
        yield last / width
    return image


def _scene(song: Song, theme: Theme, labels: Labels) -> Scene:
    """All of the song in sight, and nothing else."""
    pitches = [note.pitch for note in song.melody]
    lowest = max(LOWEST_PITCH, min(pitches) - _SPARE_ROWS)
    highest = min(HIGHEST_PITCH, max(pitches) + _SPARE_ROWS)
    pitch = PitchAxis(highest, _ROW_PX, (highest - lowest + 1) * _ROW_PX)
    widest = min(_WIDEST_PX, _MOST_PX / pitch.height_px) - 2 * INSET_PX
    scale = min(_QUARTER_PX / QUARTER, widest / song.melody.end)
    width = song.melody.end * scale + 2 * INSET_PX
    time = TimeAxis(-INSET_PX / scale, scale, width)
    return Scene(song, View(time, pitch, song.melody.end), theme, labels=labels)
