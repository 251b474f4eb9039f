"""The Sound dialog: everything that is chosen once for outputs, inputs and timing."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.sound.choices import SoundChoices
from gui.language import tr
from gui.panels.fields import align_labels
from gui.panels.soundinput import InputGroup
from gui.panels.soundoutput import OutputGroup
from gui.panels.soundtiming import TimingGroup


class SoundDialog(QDialog):
    """`changed` brings the SoundChoices; the window stays usable while the dialog is open.

    `output.choose_soundfont` and `output.use_installed` ask for another SoundFont.
    """

    changed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Sound"))
        self._choices = SoundChoices()
        self._is_showing = False
        self.output, self.input, self.timing = OutputGroup(), InputGroup(), TimingGroup()
        align_labels((self.output, self.input, self.timing))
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.output)
        right.addWidget(self.input)
        right.addWidget(self.timing)
        row = QHBoxLayout(self)
        row.setSpacing(16)
        for column in (left, right):
            column.addStretch()
            row.addLayout(column)
        for group in (self.output, self.input, self.timing):
            group.changed.connect(self._change)
        self.show_choices(self._choices)

    @property
    def choices(self) -> SoundChoices:
        return self._choices

    def show_choices(self, choices: SoundChoices) -> None:
        self._choices = choices
        self._is_showing = True
        for group in (self.output, self.input, self.timing):
            group.show_choices(choices)
        self._is_showing = False

    @Slot()
    def _change(self) -> None:
        if self._is_showing:
            return
        choices = self._choices
        for group in (self.output, self.input, self.timing):
            choices = replace(choices, **group.chosen)
        self._choices = choices
        self.changed.emit(choices)
