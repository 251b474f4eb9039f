"""What is drawn on the strip of keys: a function of a painter and of frozen values."""

from collections.abc import Set
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter, QPen

from core.music.key import Key
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from core.music.naming import pitch_words
from core.music.scale import is_in_scale
from gui.language import tr
from gui.look.theme import Theme
from gui.roll.geometry import PitchAxis, is_black

_SMALLEST_DOTTED_PX = 8
_DOT_PLACE = 0.48
"""In the width of the strip: on black keys as on white ones."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of the rows of `axis` on a strip `width` pixels wide. Those of the pitches `lit` are
    in light; dots mark the notes of `key`, a ring its tonic."""

    axis: PitchAxis
    theme: Theme
    key: Key | None
    lit: Set[int]
    width: float

    def paint(self, painter: QPainter, stale: QRectF) -> None:
        """Paints what lies in `stale`, with the painter's font, made smaller where rows are low."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = self.axis
        font = QFont(painter.font())
        font.setPixelSize(max(8, min(QFontInfo(font).pixelSize() - 1, axis.row_px)))
        painter.setFont(font)
        lowest = axis.pitch_from_y(stale.bottom()) - 1
        pitches = range(lowest, axis.pitch_from_y(stale.top()) + 2)
        for pitch in pitches:
            self._paint_white(painter, pitch)
        painter.setPen(Qt.PenStyle.NoPen)
        for pitch in pitches:
            if is_black(pitch):
                y = axis.row_top(pitch)
                rect = QRectF(-4, y + 0.5, self.width * 0.6 + 4, axis.row_px - 1)
                painter.setBrush(QColor(self._colour(pitch)))
                painter.drawRoundedRect(rect, 2.5, 2.5)
        if self.key is not None and axis.row_px >= _SMALLEST_DOTTED_PX:
            for pitch in pitches:
                if is_in_scale(pitch, self.key):
                    self._paint_dot(painter, pitch, is_tonic=pitch % 12 == self.key.tonic)
        edge = QRectF(self.width - 1, 0, 1, axis.height_px)
        painter.fillRect(edge, QColor(self.theme.key_edge))

    def _paint_dot(self, painter: QPainter, pitch: int, *, is_tonic: bool) -> None:
        theme, black = self.theme, is_black(pitch)
        ink = QColor(theme.on_black_key if black else theme.on_white_key)
        ink = QColor(theme.on_down_key) if pitch in self.lit else ink
        middle = self.axis.y_from_pitch(pitch) + self.axis.row_px / 2
        centre = QPointF(self.width * _DOT_PLACE, middle)
        painter.setPen(QPen(ink, 1.5) if is_tonic else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if is_tonic else ink)
        painter.drawEllipse(centre, 3.0 if is_tonic else 2.0, 3.0 if is_tonic else 2.0)

    def _colour(self, pitch: int) -> str:
        if pitch in self.lit:
            return self.theme.down_key
        return self.theme.black_key if is_black(pitch) else self.theme.white_key

    def _paint_white(self, painter: QPainter, pitch: int) -> None:
        """A white key reaches to the middle of the black rows beside it."""
        if is_black(pitch):
            return
        axis, width, half = self.axis, self.width, self.axis.row_px / 2
        top = axis.y_from_pitch(pitch) - (half if _has_black(pitch + 1) else 0)
        bottom = axis.y_from_pitch(pitch - 1) + (half if _has_black(pitch - 1) else 0)
        rect = QRectF(0, round(top), width, round(bottom) - round(top))
        painter.fillRect(rect, QColor(self._colour(pitch)))
        edge = QRectF(0, rect.bottom() - 1, width, 1)
        painter.fillRect(edge, QColor(self.theme.key_edge))
        if pitch % 12 == 0 and axis.row_px >= 6:
            theme = self.theme
            ink = theme.on_down_key if pitch in self.lit else theme.on_white_key
            painter.setPen(QColor(ink))
            row = QRectF(0, axis.y_from_pitch(pitch), width - 5, axis.row_px)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(row, flags | Qt.TextFlag.TextDontClip, tr(pitch_words(pitch)))


def _has_black(pitch: int) -> bool:
    return LOWEST_PITCH <= pitch <= HIGHEST_PITCH and is_black(pitch)
