"""The on-screen piano with what it does besides sounding."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.panels.fields import label_for, push_button, set_reason
from gui.panels.piano import Piano

LENGTHS = (
    ("Whole", "1"),
    ("Dotted half", "2."),
    ("Half", "2"),
    ("Dotted quarter", "4."),
    ("Quarter", "4"),
    ("Dotted eighth", "8."),
    ("Eighth", "8"),
    ("Sixteenth", "16"),
)

_REST_TIP = "Add a rest of this length to the seed"
_NOT_ADDING = "Tick 'Add notes to the seed' first"


class KeyboardPanel(QWidget):
    """`pressed` and `released` bring a MIDI pitch; `note_added` and `rest_added` what to write.

    A note is added when its key goes down, with the length chosen ('8.' is a dotted eighth).
    """

    pressed = Signal(int)
    released = Signal(int)
    note_added = Signal(int, str)
    rest_added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.piano = Piano()
        self.adds = QCheckBox("A&dd notes to the seed")
        self.adds.setChecked(True)
        self.adds.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.adds.setToolTip("Off: the piano only sounds")
        self.length = QComboBox()
        for name, text in LENGTHS:
            self.length.addItem(name, text)
        self.length.setCurrentText("Quarter")
        self.length.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._rest = push_button("Add re&st", _REST_TIP)

        row = QHBoxLayout()
        row.addWidget(self.adds)
        row.addSpacing(12)
        row.addWidget(label_for(self.length, "as", "Length of the notes added"))
        row.addWidget(self.length)
        row.addWidget(self._rest)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.piano)

        self.piano.pressed.connect(self._press)
        self.piano.released.connect(self.released)
        self._rest.clicked.connect(lambda: self.rest_added.emit(self.length.currentData()))
        self.adds.toggled.connect(self._allow)
        self._allow(True)

    @Slot(int)
    def _press(self, pitch: int) -> None:
        self.pressed.emit(pitch)
        if self.adds.isChecked():
            self.note_added.emit(pitch, self.length.currentData())

    @Slot(bool)
    def _allow(self, adds: bool) -> None:
        why_not = "" if adds else _NOT_ADDING
        set_reason(self.length, "Length of the notes added", why_not)
        set_reason(self._rest, _REST_TIP, why_not)
