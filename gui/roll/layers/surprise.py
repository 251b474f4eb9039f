"""How much a note surprises the model: its tint, and a gauge at its left edge for every eye."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from gui.look.theme import BLACK, WHITE, Theme, mixed
from gui.roll.scene import Scene

EXPECTED, STARTLING = 1.0, 9.0
"""Bits: up to the first a note keeps its colour, from the second on it has that of surprise."""

GAUGE_PX = 3
_TINT = 0.85
_SMALLEST_PX = 10
_MIDDLE = 0.18
"""The luminance on which black and white can be read alike."""


def surprises(scene: Scene, first: float, last: float) -> Mapping[int, float]:
    """Bits by the onset of each note between two ticks, as far as they are known and shown."""
    field = scene.field
    if field is None:
        return {}
    return {moment.event.onset: moment.bits for moment in field.between(first, last)}


def level(bits: float) -> float:
    """0 for what was expected, 1 for what is startling."""
    return min(max((bits - EXPECTED) / (STARTLING - EXPECTED), 0.0), 1.0)


def tinted(theme: Theme, colour: str, bits: float) -> str:
    """The body of a note of this colour that surprises by so much."""
    return _tinted(theme, colour, round(32 * level(bits)))


@lru_cache(maxsize=1024)
def _tinted(theme: Theme, colour: str, steps: int) -> str:
    return mixed(colour, theme.surprise, _TINT * steps / 32)


@lru_cache(maxsize=256)
def ink_on(colour: str) -> str:
    """Black or white, whichever can be read on `colour`: one of them always has the contrast of
    4.5 that WCAG 2.2 asks for."""
    body = QColor(colour)
    shares = ((0.2126, body.redF()), (0.7152, body.greenF()), (0.0722, body.blueF()))
    luminance = sum(share * channel**2.2 for share, channel in shares)
    return BLACK if luminance > _MIDDLE else WHITE


def draw_gauge(painter: QPainter, rect: QRectF, ink: str, bits: float) -> None:
    """A column at the left edge of a note, the higher, the greater the surprise."""
    if rect.height() < _SMALLEST_PX or rect.width() < _SMALLEST_PX:
        return
    height = (rect.height() - 4) * level(bits)
    column = QRectF(rect.left() + 2, rect.bottom() - 2 - height, GAUGE_PX, height)
    painter.fillRect(column, QColor(ink))
