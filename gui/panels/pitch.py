"""A field for a note by its name, which may also be left open."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from core.errors import UserError
from core.music.key import C_MAJOR, Key, pitch_name
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from core.music.text import melody_from_text
from gui.panels.fields import roomy

_OPEN = LOWEST_PITCH - 1


class PitchBox(QSpinBox):
    """MIDI pitches as 'c4', 'f#4'…, spelled for a key; below the lowest one stands `open_text`."""

    def __init__(self, open_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = C_MAJOR
        self.setRange(_OPEN, HIGHEST_PITCH)
        self.setSpecialValueText(open_text)
        self.show_pitch(None)
        roomy(self)

    @property
    def pitch(self) -> int | None:
        return None if self.value() == _OPEN else self.value()

    def show_pitch(self, pitch: int | None) -> None:
        self.setValue(_OPEN if pitch is None else pitch)

    def show_key(self, key: Key) -> None:
        """Spells the pitch for `key` from now on."""
        self._key = key
        self.lineEdit().setText(self.text_now())

    def text_now(self) -> str:
        """What stands in the field for the present value."""
        return self.specialValueText() if self.pitch is None else self.textFromValue(self.value())

    def textFromValue(self, value: int) -> str:
        return pitch_name(value, self._key)

    def valueFromText(self, text: str) -> int:
        pitch = _pitch(text)
        return _OPEN if pitch is None else pitch

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        is_open = text.strip() in ("", self.specialValueText())
        state = QValidator.State
        whole = is_open or _pitch(text) is not None
        return (state.Acceptable if whole else state.Intermediate), text, place

    def fixup(self, _text: str) -> str:
        """What cannot be read goes back to what stood there."""
        return self.text_now()


def _pitch(text: str) -> int | None:
    try:
        notes = melody_from_text(text).notes
    except UserError:
        return None
    return notes[0].pitch if len(notes) == 1 else None
