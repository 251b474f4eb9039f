"""The on-screen piano with what it does besides sounding."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from core.words import Words
from gui.language import tr
from gui.look.icons import set_icon
from gui.panels.fields import push_button, set_reason, tool_button
from gui.panels.letters import DOWN, UP
from gui.panels.piano import Piano

LENGTHS = (
    ("1", Words("Whole", "length of a note")),
    ("2.", Words("Dotted half", "length of a note")),
    ("2", Words("Half", "length of a note")),
    ("4.", Words("Dotted quarter", "length of a note")),
    ("4", Words("Quarter", "length of a note")),
    ("8.", Words("Dotted eighth", "length of a note")),
    ("8", Words("Eighth", "length of a note")),
    ("16", Words("Sixteenth", "length of a note")),
)
"""As typed behind a note, and by name."""

_ADDS_TIP = Words("Every key writes a note behind the seed; off: the piano only sounds")
_LENGTH_TIP = Words("Length of the notes added")
_REST_TIP = Words("Add a rest of this length to the seed")
_LETTERS_TIP = Words(
    "The letters of the computer's keyboard play the piano, and do nothing else (Ctrl+T)"
)
_LOWER_TIP = Words("Move the letters an octave down; so does the key at the right of P")
_HIGHER_TIP = Words("Move the letters an octave up; so does the second key at the right of P")
_NOT_ADDING = Words("Tick 'Add to the seed' first")


class KeyboardPanel(QWidget):
    """`pressed` and `released` bring a MIDI pitch; `note_added` and `rest_added` what to write.

    A note is added when its key goes down, with the length chosen ('8.' is a dotted eighth).
    `moved` asks for the letters so many octaves higher.
    """

    pressed = Signal(int)
    released = Signal(int)
    note_added = Signal(int, str)
    rest_added = Signal(str)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.piano = Piano()
        self.adds = QCheckBox(tr("A&dd to the seed"))
        self.adds.setChecked(True)
        self.adds.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.length = QComboBox()
        for text, name in LENGTHS:
            self.length.addItem(tr(name), text)
        self.length.setCurrentIndex(self.length.findData("4"))
        self.length.setAccessibleName(tr(_LENGTH_TIP))
        self.length.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rest = push_button(tr("Re&st"), tr(_REST_TIP))
        self._rest.setObjectName("rest")
        self.letters = tool_button(tr("Play with letters"), tr(_LETTERS_TIP))
        set_icon(self.letters, "letters")
        self.letters.setCheckable(True)
        self._octave = QWidget()
        self._lower = tool_button(tr("Letters an octave lower"), tr(_LOWER_TIP))
        self._higher = tool_button(tr("Letters an octave higher"), tr(_HIGHER_TIP))
        for button in (self._lower, self._higher):
            button.setObjectName("octave")
        self.show_octave_keys(DOWN, UP)

        row = QHBoxLayout()
        row.addWidget(self.adds)
        row.addWidget(self.length)
        row.addWidget(self._rest)
        row.addStretch(1)
        octave = QHBoxLayout(self._octave)
        octave.setContentsMargins(0, 0, 0, 0)
        octave.setSpacing(2)
        for part in (self._lower, self._higher):
            octave.addWidget(part)
        row.addWidget(self._octave)
        row.addWidget(self.letters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.piano)

        self.piano.pressed.connect(self._press)
        self.piano.released.connect(self.released)
        self._rest.clicked.connect(lambda: self.rest_added.emit(self.length.currentData()))
        self.adds.toggled.connect(self._allow)
        self.letters.toggled.connect(self._octave.setVisible)
        self._octave.hide()
        self._lower.clicked.connect(lambda: self.moved.emit(-1))
        self._higher.clicked.connect(lambda: self.moved.emit(1))
        self._taken, self._keeps_length = "", False
        self._allow()

    def show_octave_keys(self, lower: str, higher: str) -> None:
        """What is printed on the keys that move the letters."""
        self._lower.setText(f"\N{MINUS SIGN}{lower}")
        self._higher.setText(f"{higher}+")

    def show_taken(self, why: str, keeps_length: bool = False) -> None:
        """Adds nothing while `why` is not empty; the length may be of use for something else."""
        if (why, keeps_length) != (self._taken, self._keeps_length):
            self._taken, self._keeps_length = why, keeps_length
            self._allow()

    @Slot(int)
    def _press(self, pitch: int) -> None:
        self.pressed.emit(pitch)
        if self.adds.isChecked() and not self._taken:
            self.note_added.emit(pitch, self.length.currentData())

    @Slot()
    def _allow(self) -> None:
        why_not = self._taken or ("" if self.adds.isChecked() else _NOT_ADDING)
        set_reason(self.adds, _ADDS_TIP, self._taken)
        no_length = "" if self._keeps_length else why_not
        set_reason(self.length, _LENGTH_TIP, no_length)
        set_reason(self._rest, _REST_TIP, why_not)
