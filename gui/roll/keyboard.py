"""The strip of piano keys at the left of the roll."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from core.music.key import Key
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from core.music.naming import pitch_words
from core.music.scale import is_in_scale
from gui.language import tr
from gui.roll.geometry import PitchAxis, is_black
from gui.roll.hand import Hand
from gui.theme import Theme

_MOUSE = "mouse"
_SMALLEST_DOTTED_PX = 8
_DOT_PLACE = 0.48
"""In the width of the strip: on black keys as on white ones."""


class Keyboard(QWidget):
    """Keys at the height of their rows; press and drag to hear them.

    Each `pressed(pitch)` is followed by exactly one `released(pitch)`.
    """

    pressed = Signal(int)
    released = Signal(int)

    def __init__(self, axis: PitchAxis, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._axis = axis
        self._theme = theme
        self._key: Key | None = None
        self._hand = Hand(self.pressed.emit, self.released.emit)
        self._sounding: int | None = None

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(tr(pitch_words(LOWEST_PITCH))) + 46, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_axis(self, axis: PitchAxis, theme: Theme, key: Key | None = None) -> None:
        """Dots mark the notes of `key`, a ring its tonic."""
        if (axis, theme, key) != (self._axis, self._theme, self._key):
            self._axis, self._theme, self._key = axis, theme, key
            self.update()

    def show_sounding(self, pitch: int | None) -> None:
        """Lights the key of the note that sounds now."""
        if pitch != self._sounding:
            self._update_key(self._sounding)
            self._sounding = pitch
            self._update_key(pitch)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._hold(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hand.holds(_MOUSE):
            self._hold(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._lift()
        else:
            event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        self._lift()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.UngrabMouse, QEvent.Type.WindowDeactivate):
            self._lift()
        return super().event(event)

    def _hold(self, event: QMouseEvent) -> None:
        self._hand.hold(_MOUSE, self._axis.pitch_from_y(event.position().y()))
        self.update()

    def _lift(self) -> None:
        self._hand.lift()
        self.update()

    def _update_key(self, pitch: int | None) -> None:
        """Repaints a key's row and those beside it, into which a white key reaches."""
        if pitch is not None:
            top = math.floor(self._axis.y_from_pitch(pitch + 1))
            self.update(0, top, self.width(), 3 * self._axis.row_px + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, axis, width = self._theme, self._axis, self.width()
        font = QFont(self.font())
        font.setPixelSize(max(8, min(QFontInfo(font).pixelSize() - 1, axis.row_px)))
        painter.setFont(font)
        lowest = axis.pitch_from_y(event.rect().bottom()) - 1
        stale = range(lowest, axis.pitch_from_y(event.rect().top()) + 2)
        for pitch in stale:
            self._paint_white(painter, pitch)
        painter.setPen(Qt.PenStyle.NoPen)
        for pitch in stale:
            if is_black(pitch):
                y = axis.row_top(pitch)
                rect = QRectF(-4, y + 0.5, width * 0.6 + 4, axis.row_px - 1)
                painter.setBrush(QColor(self._colour(pitch)))
                painter.drawRoundedRect(rect, 2.5, 2.5)
        if self._key is not None and axis.row_px >= _SMALLEST_DOTTED_PX:
            for pitch in stale:
                if is_in_scale(pitch, self._key):
                    self._paint_dot(painter, pitch, is_tonic=pitch % 12 == self._key.tonic)
        painter.fillRect(QRectF(width - 1, 0, 1, self.height()), QColor(theme.key_edge))
        painter.end()

    def _paint_dot(self, painter: QPainter, pitch: int, *, is_tonic: bool) -> None:
        theme, black = self._theme, is_black(pitch)
        ink = QColor(theme.on_black_key if black else theme.on_white_key)
        ink = QColor(theme.on_down_key) if self._is_lit(pitch) else ink
        middle = self._axis.y_from_pitch(pitch) + self._axis.row_px / 2
        centre = QPointF(self.width() * _DOT_PLACE, middle)
        painter.setPen(QPen(ink, 1.5) if is_tonic else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if is_tonic else ink)
        painter.drawEllipse(centre, 3.0 if is_tonic else 2.0, 3.0 if is_tonic else 2.0)

    def _is_lit(self, pitch: int) -> bool:
        return pitch in self._hand.pitches or pitch == self._sounding

    def _colour(self, pitch: int) -> str:
        if self._is_lit(pitch):
            return self._theme.down_key
        return self._theme.black_key if is_black(pitch) else self._theme.white_key

    def _paint_white(self, painter: QPainter, pitch: int) -> None:
        """A white key reaches to the middle of the black rows beside it."""
        if is_black(pitch):
            return
        axis, width, half = self._axis, self.width(), self._axis.row_px / 2
        top = axis.y_from_pitch(pitch) - (half if _has_black(pitch + 1) else 0)
        bottom = axis.y_from_pitch(pitch - 1) + (half if _has_black(pitch - 1) else 0)
        rect = QRectF(0, round(top), width, round(bottom) - round(top))
        painter.fillRect(rect, QColor(self._colour(pitch)))
        edge = QRectF(0, rect.bottom() - 1, width, 1)
        painter.fillRect(edge, QColor(self._theme.key_edge))
        if pitch % 12 == 0 and axis.row_px >= 6:
            theme = self._theme
            ink = theme.on_down_key if self._is_lit(pitch) else theme.on_white_key
            painter.setPen(QColor(ink))
            row = QRectF(0, axis.y_from_pitch(pitch), width - 5, axis.row_px)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(row, flags | Qt.TextFlag.TextDontClip, tr(pitch_words(pitch)))


def _has_black(pitch: int) -> bool:
    return LOWEST_PITCH <= pitch <= HIGHEST_PITCH and is_black(pitch)
