"""The strip of piano keys at the left of the roll."""

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHideEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from gui.roll.geometry import PitchAxis, is_black
from gui.roll.hand import Hand
from gui.roll.naming import shown_name
from gui.theme import Theme

_MOUSE = "mouse"


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
        self._hand = Hand(self.pressed.emit, self.released.emit)
        self._sounding: int | None = None

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("C-1") + 46, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_axis(self, axis: PitchAxis, theme: Theme) -> None:
        if (axis, theme) != (self._axis, self._theme):
            self._axis, self._theme = axis, theme
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
        font.setPixelSize(max(8, min(11, axis.row_px)))
        painter.setFont(font)
        lowest = axis.pitch_from_y(event.rect().bottom()) - 1
        stale = range(lowest, axis.pitch_from_y(event.rect().top()) + 2)
        for pitch in stale:
            self._paint_white(painter, pitch)
        painter.setPen(Qt.PenStyle.NoPen)
        for pitch in stale:
            if is_black(pitch):
                y = round(axis.y_from_pitch(pitch))
                rect = QRectF(-4, y + 0.5, width * 0.6 + 4, axis.row_px - 1)
                painter.setBrush(QColor(self._colour(pitch)))
                painter.drawRoundedRect(rect, 2.5, 2.5)
        painter.fillRect(QRectF(width - 1, 0, 1, self.height()), QColor(theme.key_edge))
        painter.end()

    def _is_lit(self, pitch: int) -> bool:
        return pitch in self._hand.pitches or pitch == self._sounding

    def _colour(self, pitch: int) -> str:
        if self._is_lit(pitch):
            return self._theme.accent
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
            ink = theme.on_accent if self._is_lit(pitch) else theme.on_white_key
            painter.setPen(QColor(ink))
            row = QRectF(0, axis.y_from_pitch(pitch), width - 5, axis.row_px)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(row, flags | Qt.TextFlag.TextDontClip, shown_name(pitch, None))


def _has_black(pitch: int) -> bool:
    return LOWEST_PITCH <= pitch <= HIGHEST_PITCH and is_black(pitch)
