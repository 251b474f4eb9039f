"""The letters of the computer's keyboard as the keys of a piano."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from gui.panels.letters import DOWN, OCTAVES, STEPS, UP, key_from_code, shown_keys
from gui.panels.piano import MIDDLE_C, Piano

if TYPE_CHECKING:
    from gui.panels.keyboard import KeyboardPanel

_REPEAT_MS = 8
"""X11 repeats a held key as a release and a press, which Qt at times does not see as a repeat: the
press follows at once, as no finger can. A note ends so much later."""

_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class LetterKeys(QObject):
    """While it is on, letters play `piano` instead of being shortcuts; text fields keep theirs.

    A key that is held plays once, and every note ends with its key, with the focus of the window,
    and when this is switched off. `named` brings what is printed on the keys that move an octave
    down and up, as far as that is known.
    """

    named = Signal(str, str)

    def __init__(self, piano: Piano, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._piano = piano
        self._base = MIDDLE_C - 12
        self._names: dict[str, str] = {}
        self._held: set[str] = set()
        self._leaving: set[str] = set()

    def switch(self, is_on: bool) -> None:
        app = QApplication.instance()
        assert app is not None
        if is_on:
            app.installEventFilter(self)
            self._show()
        else:
            app.removeEventFilter(self)
            self._lift()
            self._piano.show_letters({})

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.WindowDeactivate:
            self._lift()
        if kind not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        key = _key_of(event)
        if key is None:
            return False
        if kind is QEvent.Type.KeyRelease:
            return self._release(key, event.isAutoRepeat())
        if not _is_free(event):
            return False
        event.accept()  # the letter is no shortcut now
        if kind is QEvent.Type.KeyPress:
            is_repeat = event.isAutoRepeat() or key in self._leaving
            self._leaving.discard(key)
            if not is_repeat:
                self._press(key, event.text())
        return True

    def _press(self, key: str, text: str) -> None:
        if text.isprintable() and text.strip():
            self._names[key] = text.upper()
        if key in OCTAVES:
            self.move(OCTAVES[key])
            return
        pitch = self._base + STEPS[key]
        if pitch <= HIGHEST_PITCH:
            self._held.add(key)
            self._piano.hold(key, pitch)
        self._show()

    @Slot(int)
    def move(self, octaves: int) -> None:
        """Moves the letters on the piano; notes that are held stay."""
        moved = self._base + 12 * octaves
        self._base = min(max(moved, LOWEST_PITCH), HIGHEST_PITCH // 12 * 12 - 12)
        self._show()

    def _release(self, key: str, is_repeat: bool) -> bool:
        """Whether the key was down; one that only repeats stays so."""
        is_held = key in self._held
        if is_held and not is_repeat:
            self._leaving.add(key)
            QTimer.singleShot(_REPEAT_MS, self, lambda: self._end(key))
        return is_held

    def _end(self, key: str) -> None:
        if key in self._leaving:
            self._leaving.discard(key)
            self._held.discard(key)
            self._piano.hold(key, None)

    def _lift(self) -> None:
        self._leaving |= self._held
        for key in tuple(self._leaving):
            self._end(key)

    def _show(self) -> None:
        self._piano.show_letters(shown_keys(self._base, self._names))
        self.named.emit(*(self._names.get(key, key) for key in (DOWN, UP)))


def give_letters(keyboard: "KeyboardPanel") -> None:
    """Lets the switch beside the piano turn its letters on and off."""
    letters = LetterKeys(keyboard.piano, keyboard)
    keyboard.letters.toggled.connect(letters.switch)
    keyboard.moved.connect(letters.move)
    letters.named.connect(keyboard.show_octave_keys)


def _key_of(event: QKeyEvent) -> str | None:
    """By the place of the key, and where the system does not tell it, by its letter."""
    key = key_from_code(event.nativeScanCode(), sys.platform)
    if key is None and not event.nativeScanCode() and event.key() < Qt.Key.Key_Escape:
        key = chr(event.key())
    return key if key in STEPS or key in OCTAVES else None


def _is_free(event: QKeyEvent) -> bool:
    """True where a plain letter is neither text nor the affair of a question that is open."""
    focus = QApplication.focusWidget()
    is_text = focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    is_open = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    return not (event.modifiers().value or is_text or is_open)
