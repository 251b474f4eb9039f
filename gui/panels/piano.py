"""The on-screen piano: played with the mouse, or with a cursor moved by the arrow keys."""

import math
from collections.abc import Hashable, Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontInfo,
    QHideEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from core.music.naming import pitch_words
from gui.language import tr
from gui.look.theme import BLACK, WHITE, Theme, mixed, theme_from_palette
from gui.panels.keys import Keys, white_index
from gui.roll.geometry import is_black
from gui.roll.hand import Hand

MIDDLE_C = 60
_WHITE_PX = 26
_LARGEST_LETTER_PX = 15
_FEWEST_WHITE_KEYS = 8
_ALL_WHITE_KEYS = white_index(HIGHEST_PITCH) + 1
_PLAY_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: -12,
    Qt.Key.Key_Up: 12,
    Qt.Key.Key_PageDown: -12,
    Qt.Key.Key_PageUp: 12,
}
_LIFTING = frozenset(
    {QEvent.Type.UngrabMouse, QEvent.Type.WindowDeactivate, QEvent.Type.EnabledChange}
)


class Piano(QWidget):
    """Each `pressed(pitch)` is followed by exactly one `released(pitch)`, whatever happens."""

    pressed = Signal(int)
    released = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A click takes no focus: Space goes on to be the transport's for who plays by mouse.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Click or drag to play; arrow keys choose a key, Space plays it."))
        self._hand = Hand(self.pressed.emit, self.released.emit)
        self._sounding: frozenset[int] = frozenset()
        self._letters: dict[int, str] = {}
        self._cursor = MIDDLE_C
        self._middle = white_index(MIDDLE_C) + 3.5
        self._keys = Keys(MIDDLE_C, _FEWEST_WHITE_KEYS, 1, 1)
        self._describe()
        self.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(29 * _WHITE_PX, 92)

    def minimumSizeHint(self) -> QSize:
        return QSize(_FEWEST_WHITE_KEYS * _WHITE_PX, 64)

    def show_sounding(self, pitches: frozenset[int]) -> None:
        """Lights the keys that sound now."""
        if pitches != self._sounding:
            self._sounding = pitches
            self.update()

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Writes on the keys which letters of the keyboard play them, and brings them in sight."""
        if letters != self._letters:
            self._letters = dict(letters)
            in_sight = self._keys.pitches
            if letters and not (min(letters) in in_sight and max(letters) in in_sight):
                self._middle = (white_index(min(letters)) + white_index(max(letters))) / 2
                self._cursor = min(max(self._cursor, min(letters)), max(letters))
                self._move_cursor(self._cursor)
            self.update()

    def hold(self, finger: Hashable, pitch: int | None) -> None:
        """Another finger than the mouse: it is on this key now, or (None) on no key."""
        self._hand.hold(finger, pitch)
        self.update()

    # The keys in sight

    @property
    def keys(self) -> Keys:
        """Where each key lies at this moment."""
        return self._keys

    @property
    def cursor_pitch(self) -> int:
        """The key that Space plays."""
        return self._cursor

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        middle = self._middle
        self._lay_out()
        self._middle = middle  # or it would wander with every change of the size

    def _lay_out(self) -> None:
        """As many white keys as there is room for, from a C on, the cursor among them."""
        count = min(max(_FEWEST_WHITE_KEYS, self.width() // _WHITE_PX), _ALL_WHITE_KEYS)
        cursor = white_index(self._cursor)
        octave = round((self._middle - count / 2) / 7)
        octave = min(octave, cursor // 7, math.ceil((_ALL_WHITE_KEYS - count) / 7))
        octave = max(octave, math.ceil((cursor + 1 - count) / 7), 0)
        self._middle = 7 * octave + count / 2
        count = min(count, _ALL_WHITE_KEYS - 7 * octave)
        self._keys = Keys(12 * octave, count, self.width(), self.height())
        self.update()

    def _move_cursor(self, pitch: int) -> None:
        self._cursor = min(max(pitch, LOWEST_PITCH), HIGHEST_PITCH)
        self._lay_out()
        self._describe()

    def _describe(self) -> None:
        name = tr("On-screen piano, key {key}", key=pitch_words(self._cursor))
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Arrow keys choose a key, Space or Enter plays it."))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold_mouse(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._hold_mouse(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._hand.hold("mouse", None)
            self.update()

    def _hold_mouse(self, place: QPointF) -> None:
        pitch = self._keys.pitch_at(place.x(), place.y())
        self._hand.hold("mouse", pitch)
        if pitch is not None:
            self._cursor = pitch
            self._describe()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        if turned and not self._hand.pitches:
            octaves = 1 if turned > 0 else -1
            self._middle += 7 * octaves
            self._move_cursor(self._cursor + 12 * octaves)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not _is_own(event):
            event.ignore()
        elif key in _PLAY_KEYS:
            if not event.isAutoRepeat():
                self._hand.hold("cursor", self._cursor)
                self.update()
        else:
            self._move_cursor(self._cursor + _STEPS[Qt.Key(key)])
            if self._hand.holds("cursor"):
                self._hand.hold("cursor", self._cursor)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PLAY_KEYS:
            if not event.isAutoRepeat():
                self._hand.hold("cursor", None)
                self.update()
        else:
            event.ignore()

    # Whatever happens, fingers come up

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # While the piano has the focus, Space is its own and not the transport's.
            if _is_own(event):
                event.accept()
                return True
        elif kind in _LIFTING:
            self._lift()
        elif kind is QEvent.Type.PaletteChange:
            self.update()
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._lift()

    def hideEvent(self, event: QHideEvent) -> None:
        self._lift()
        super().hideEvent(event)

    def _lift(self) -> None:
        self._hand.lift()
        self.update()

    # Looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_from_palette(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font_of_keys())
        painter.fillRect(self.rect(), QColor(theme.key_edge))
        for pitch in sorted(self._keys.pitches, key=is_black):
            self._paint_key(painter, theme, pitch)
        felt = QColor(theme.playhead)
        felt.setAlphaF(0.6)
        painter.fillRect(QRectF(0, 0, self.width(), 2), felt)
        if not self.isEnabled():
            veil = QColor(theme.window)
            veil.setAlphaF(0.6)
            painter.fillRect(self.rect(), veil)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 4))
            painter.drawRect(self.rect())
        painter.end()

    def _font_of_keys(self) -> QFont:
        """As large as text is elsewhere, if a name has room on a key then."""
        font = QFont(self.font())
        font.setPixelSize(min(QFontInfo(font).pixelSize(), _LARGEST_LETTER_PX))
        return font

    def _paint_key(self, painter: QPainter, theme: Theme, pitch: int) -> None:
        box = self._keys.box(pitch)
        black = is_black(pitch)
        is_down = pitch in self._hand.pitches or pitch in self._sounding
        rect = QRectF(box.x + 0.5, -4, box.width - 1, box.height + 4 - (0 if is_down else 2))
        body = theme.black_key if black else theme.white_key
        colour = theme.down_key if is_down else body
        shade = QLinearGradient(0, 0, 0, box.height)
        shade.setColorAt(0, QColor(mixed(colour, BLACK, 0.35 if black else 0.10)))
        shade.setColorAt(0.12 if not black else 0.85, QColor(colour))
        shade.setColorAt(1, QColor(mixed(colour, WHITE, 0.16 if black else 0.0)))
        path = QPainterPath()
        radius = 3.0 if black else 4.0
        path.addRoundedRect(rect, radius, radius)
        painter.setPen(QPen(QColor(BLACK), 1) if black else Qt.PenStyle.NoPen)
        painter.fillPath(path, shade)
        if black:
            painter.strokePath(path, QPen(QColor(theme.key_edge), 1))
        rest = theme.on_black_key if black else theme.on_white_key
        self._paint_marks(painter, theme, pitch, rect, theme.on_down_key if is_down else rest)

    def _paint_marks(
        self, painter: QPainter, theme: Theme, pitch: int, rect: QRectF, ink: str
    ) -> None:
        if self.hasFocus() and pitch == self._cursor:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(rect.adjusted(3, 9, -3, -3), 3, 3)
        if pitch % 12 == 0:
            painter.setPen(QColor(ink))
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(rect.adjusted(0, 0, 0, -6), flags, tr(pitch_words(pitch)))
        if pitch in self._letters:
            painter.setPen(QColor(ink))
            below = -6 if is_black(pitch) else -24  # above the name of the C
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(rect.adjusted(0, 0, 0, below), flags, self._letters[pitch])


def _is_own(event: QKeyEvent) -> bool:
    """True for the keys that the piano takes: without Ctrl and its like, those are shortcuts."""
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return is_plain and (event.key() in _PLAY_KEYS or event.key() in _STEPS)
