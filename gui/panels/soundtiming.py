"""The group Timing of the Sound dialog: clicks, swing, and the clock of other machines."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QGroupBox, QSpinBox

from core.sound.choices import MOST_COUNT_IN, MOST_SWING, SoundChoices
from core.words import counted
from gui.language import tr
from gui.panels.fields import ROW_GAP_PX, label_for, roomy, surround

_PERCENT = 100


class TimingGroup(QGroupBox):
    """`changed` tells that a field has."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Timing"))
        self.metronome = QCheckBox(tr("&Metronome"))
        self.metronome.setToolTip(tr("Click on every beat while it plays or records"))
        self.count_in = QSpinBox()
        self.count_in.setRange(0, MOST_COUNT_IN)
        self.count_in.setSpecialValueText(tr("none", "no count-in"))
        self.count_in.setToolTip(tr("Bars of clicks before it plays or records"))
        self.swing = QSpinBox()
        self.swing.setRange(0, round(MOST_SWING * _PERCENT))
        self.swing.setSuffix(tr(" %"))
        self.swing.setSpecialValueText(tr("none", "no swing"))
        self.swing.setToolTip(tr("How late the second of two eighths comes, in parts of an eighth"))
        self.sends_clock = QCheckBox(tr("&Send MIDI clock, start and stop"))
        self.sends_clock.setToolTip(tr("Other machines at the output keep time with Cantilena"))
        self.follows_clock = QCheckBox(tr("F&ollow the MIDI clock of the input"))
        self.follows_clock.setToolTip(tr("Cantilena keeps time with another machine at the input"))
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(ROW_GAP_PX)
        grid.addWidget(self.metronome, 0, 0, 1, 2)
        for row, (number, text) in enumerate(
            ((self.count_in, tr("Count-in")), (self.swing, tr("Swing"))), 1
        ):
            roomy(number)
            number.setKeyboardTracking(False)
            number.valueChanged.connect(self.changed)
            grid.addWidget(label_for(number, text), row, 0)
            grid.addWidget(number, row, 1)
        for row, box in enumerate((self.sends_clock, self.follows_clock), 3):
            grid.addWidget(box, row, 0, 1, 2)
        for box in (self.metronome, self.sends_clock, self.follows_clock):
            box.toggled.connect(self.changed)

    @property
    def chosen(self) -> dict[str, bool | int | float]:
        """The fields of SoundChoices that stand here."""
        return {
            "metronome": self.metronome.isChecked(),
            "count_in": self.count_in.value(),
            "swing": self.swing.value() / _PERCENT,
            "sends_clock": self.sends_clock.isChecked(),
            "follows_clock": self.follows_clock.isChecked(),
        }

    def show_choices(self, choices: SoundChoices) -> None:
        self.metronome.setChecked(choices.metronome)
        self.count_in.setValue(choices.count_in)
        surround(self.count_in, tr(counted("{n} bars", "{n} bar", choices.count_in)))
        self.swing.setValue(round(choices.swing * _PERCENT))
        self.sends_clock.setChecked(choices.sends_clock)
        self.follows_clock.setChecked(choices.follows_clock)
