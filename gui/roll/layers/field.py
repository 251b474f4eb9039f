"""The probability field: behind the notes, the more likely a pitch was at an event, the stronger
its cell; where there is room its share stands in it as a figure."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from core.music.melody import QUARTER, Note
from gui.look.theme import Theme, mixed
from gui.roll.layers.notes import SMALLEST_QUARTER_PX
from gui.roll.layers.rows import row_colour
from gui.roll.scene import Scene, notes_between
from gui.roll.shape import seen_rect

if TYPE_CHECKING:
    import numpy.typing as npt
    from numpy import float32, int64, uint32

    from core.compose.field import Field, Moment

FAINTEST = 0.004
"""What is less likely leaves the row as it is."""

LEAST_FIGURE = 0.05
_STRONGEST = 0.9  # of the colour itself; the rest of it is the row behind
_LEVELS = 1024
_APART_PX = 5.0
"""Events that are shorter are drawn without a gap between them."""
_FIGURE_PX, _FIGURE_ROW_PX = 21, 11
_HALO_PX = 1


def strength(share: float) -> float:
    """How strongly a share of 0 to 1 is shown, 0 to 1: by its root, for a tenth is much already."""
    return float(share**0.5) if share >= FAINTEST else 0.0


def cell_colour(theme: Theme, share: float) -> QColor:
    """What lies over the row where a pitch is so likely."""
    colour = QColor(theme.likely)
    colour.setAlphaF(_STRONGEST * strength(share))
    return colour


@lru_cache(maxsize=2)
def _ramp(theme: Theme) -> "npt.NDArray[uint32]":
    """(_LEVELS,) colours as 0xAARRGGBB by the root of the share, times their opacity: Qt draws
    these quickest."""
    import numpy as np

    shares = np.linspace(0, 1, _LEVELS) ** 2
    colours = [cell_colour(theme, share).getRgb() for share in shares.tolist()]
    red, green, blue, alpha = np.array(colours, np.uint32).T
    red, green, blue = (channel * alpha // 255 for channel in (red, green, blue))
    ramp: npt.NDArray[uint32] = alpha << 24 | red << 16 | green << 8 | blue
    return ramp


def draw(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    field = scene.field
    if field is None or not field.moments:
        return
    time, axis = scene.time, scene.pitch
    left = math.floor(max(first_px, time.x_from_tick(0)))
    right = math.ceil(min(last_px, time.x_from_tick(field.end)))
    pitches = axis.visible
    if left >= right or not pitches:
        return
    ratio = painter.device().devicePixelRatioF()
    image = _image(scene, field, (left, right), ratio)
    top = axis.row_top(pitches[-1])
    painter.drawImage(QRectF(left, top, image.width() / ratio, len(pitches) * axis.row_px), image)
    line = QColor(scene.theme.row_line)
    for row in range(1, len(pitches) + 1):
        painter.fillRect(QRectF(left, top + row * axis.row_px - 1, right - left, 1), line)
    first, last = time.tick_from_x(left), time.tick_from_x(right)
    if axis.row_px >= _FIGURE_ROW_PX:
        _draw_figures(painter, scene, field.between(first, last))
    if QUARTER * time.px_per_tick >= SMALLEST_QUARTER_PX:
        _clear_halos(painter, scene, notes_between(scene.song.melody, first, last))


def _image(scene: Scene, field: "Field", span_px: tuple[int, int], ratio: float) -> QImage:
    """One row of pixels for each pitch, one column for each pixel of the device: so it costs the
    same for 20 events in sight and for 20,000."""
    import numpy as np

    time, pitches = scene.time, scene.pitch.visible
    width = max(1, round((span_px[1] - span_px[0]) * ratio))
    ticks = time.left + (span_px[0] + (np.arange(width) + 0.5) / ratio) / time.px_per_tick
    places: npt.NDArray[int64] = np.searchsorted(field.onsets, ticks, "right") - 1
    shown, columns = np.unique(np.maximum(places, 0), return_inverse=True)
    moments = field.moments
    shares: npt.NDArray[float32] = np.stack(
        [moments[place].pitches[pitches.start : pitches.stop] for place in shown.tolist()], axis=1
    )
    levels = np.sqrt(shares[::-1]) * (_LEVELS - 1)
    pixels = _ramp(scene.theme)[levels.astype(np.int64)][:, columns]
    if width / ratio / len(shown) >= _APART_PX:
        pixels[:, :-1][:, places[1:] != places[:-1]] = 0
    pixels[:, (ticks < 0) | (ticks >= field.end)] = 0
    pixels = np.ascontiguousarray(pixels)
    rows = len(pitches)
    # A copy, for Qt does not keep numpy's memory alive.
    return QImage(
        pixels.data, width, rows, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
    ).copy()


def _draw_figures(painter: QPainter, scene: Scene, moments: "Sequence[Moment]") -> None:
    """The shares in percent, in cells that have room; under a note it would not be seen."""
    time, axis, theme = scene.time, scene.pitch, scene.theme
    if not moments or len(moments) * _FIGURE_PX > 2 * time.width_px:
        return
    font = QFont(painter.font())
    font.setPixelSize(max(8, min(11, round(axis.row_px * 0.65))))
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    metrics, pitches, height = QFontMetricsF(font), axis.visible, axis.row_px - 1
    widths = [metrics.horizontalAdvance("0" * digits) for digits in range(4)]
    baseline = (height + metrics.ascent() - metrics.descent()) / 2
    rows = {pitch: (round(axis.y_from_pitch(pitch)), row_colour(scene, pitch)) for pitch in pitches}
    for moment in moments:
        width = moment.event.duration * time.px_per_tick
        if width < _FIGURE_PX:
            continue
        centre = time.x_from_tick(moment.event.onset) + width / 2
        likely = (moment.pitches[pitches.start : pitches.stop] >= LEAST_FIGURE).nonzero()[0]
        for pitch in (likely + pitches.start).tolist():
            if pitch == moment.event.pitch:
                continue
            share, (y, row) = moment.share(pitch), rows[pitch]
            text = f"{100 * share:.0f}"
            left = centre - widths[len(text)] / 2
            # No line of the grid runs through it.
            patch = QRectF(left - 2, y, widths[len(text)] + 4, height)
            painter.fillRect(patch, _solid(theme, row, round(share, 2)))
            painter.drawText(QPointF(left, y + baseline), text)


@lru_cache(maxsize=1024)
def _solid(theme: Theme, row: str, share: float) -> QColor:
    """What is seen where `share` lies over the colour of a row."""
    return QColor(mixed(row, theme.likely, cell_colour(theme, share).alphaF()))


def _clear_halos(painter: QPainter, scene: Scene, notes: Sequence[Note]) -> None:
    """Keeps the field away from the notes, so that these stand out from the strongest cell too."""
    rects = (seen_rect(scene, note).toAlignedRect() for note in notes)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.theme.row))
    painter.drawRects([rect.adjusted(-_HALO_PX, -_HALO_PX, _HALO_PX, _HALO_PX) for rect in rects])
