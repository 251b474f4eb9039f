"""The strip of piano keys at the left of the roll."""

import math

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from core.music.key import Key
from core.music.melody import LOWEST_PITCH
from core.music.naming import pitch_words
from gui.language import tr
from gui.look.theme import Theme
from gui.roll.geometry import PitchAxis
from gui.roll.hand import Hand
from gui.roll.keying import Keys

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
        self._key: Key | None = None
        self._hand = Hand(self.pressed.emit, self.released.emit)
        self._sounding: int | None = None
        self.installEventFilter(self)

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

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.UngrabMouse, QEvent.Type.WindowDeactivate):
            self._lift()
        return False

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
        lit = self._hand.pitches.union(() if self._sounding is None else (self._sounding,))
        painter = QPainter(self)
        keys = Keys(self._axis, self._theme, self._key, lit, self.width())
        keys.paint(painter, QRectF(event.rect()))
        painter.end()
