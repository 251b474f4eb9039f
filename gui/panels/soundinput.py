"""The group Input of the Sound dialog: what people play on, and what is heard of it."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
)

from core.sound.choices import LONGEST_LATENCY_SECONDS, SoundChoices
from core.sound.ports.naming import port_words
from core.words import Words
from gui.language import tr
from gui.panels.fields import ROW_GAP_PX, label_for, push_button, roomy, set_reason

_INPUT_TIP = Words("The MIDI instrument that you play on")
_NOTHING_TIP = Words(
    "There is no MIDI input: connect a keyboard, and it appears here; the on-screen piano and the "
    "letters of the computer's keyboard play without one"
)
_OWN_TIP = Words("Other programs can send to Cantilena, and hear it, by a port of its own")
_NO_OWN = Words(
    "Windows knows no ports of programs: install loopMIDI, make a port there, and choose it as "
    "input or output"
)
_MILLISECONDS = 1000


class InputGroup(QGroupBox):
    """`changed` tells that a field has."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Input"))
        self.input = QComboBox()
        self.input.setMinimumContentsLength(20)
        self.input.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.advice = QLabel(tr("Connect a MIDI keyboard, and it appears here."))
        self.advice.setObjectName("hint")
        self.advice.setWordWrap(True)
        self.thru = QCheckBox(tr("&Hear what you play through the output"))
        self.thru.setToolTip(tr("Turn it off where the instrument that you play on sounds itself"))
        self.own_ports = QCheckBox(tr("&Ports for other programs"))
        self.latency = QDoubleSpinBox()
        longest = LONGEST_LATENCY_SECONDS * _MILLISECONDS
        self.latency.setRange(-longest, longest)
        self.latency.setDecimals(1)
        self.latency.setSuffix(tr(" ms"))
        self.latency.setToolTip(tr("Recorded notes are moved so much earlier"))
        self.latency.setKeyboardTracking(False)
        roomy(self.latency)
        self.measure = push_button(tr("M&easure…"), tr("Measure how late what you play comes"))
        self.measure.setAutoDefault(False)  # Return is for the fields
        self._chosen = ""
        self._arrange()
        self.show_inputs(())
        set_reason(self.own_ports, _OWN_TIP, _NO_OWN if sys.platform == "win32" else "")
        self.input.activated.connect(self._choose)
        for box in (self.thru, self.own_ports):
            box.toggled.connect(self.changed)
        self.latency.valueChanged.connect(self.changed)

    @property
    def chosen(self) -> dict[str, str | bool | float]:
        """The fields of SoundChoices that stand here."""
        return {
            "input": self._chosen,
            "thru": self.thru.isChecked(),
            "virtual_port": self.own_ports.isChecked(),
            "latency_seconds": self.latency.value() / _MILLISECONDS,
        }

    def show_choices(self, choices: SoundChoices) -> None:
        self._chosen = choices.input
        self.thru.setChecked(choices.thru)
        self.own_ports.setChecked(choices.virtual_port)
        self.latency.setValue(choices.latency_seconds * _MILLISECONDS)
        self.show_inputs(self._names)

    def show_inputs(self, names: Sequence[str]) -> None:
        """Lists the inputs; a chosen one that is gone stays in the list, greyed out."""
        self._names = tuple(names)
        box, chosen = self.input, self._chosen
        box.clear()
        box.addItems([tr("none", "no MIDI input"), *(tr(port_words(name)) for name in names)])
        if chosen and chosen not in names:
            box.addItem(tr("{name} (not there)", name=port_words(chosen)))
            model = box.model()
            assert isinstance(model, QStandardItemModel)
            model.item(box.count() - 1).setEnabled(False)
            box.setCurrentIndex(box.count() - 1)
        else:
            box.setCurrentIndex(self._names.index(chosen) + 1 if chosen else 0)
        set_reason(box, _INPUT_TIP, "" if names or chosen else _NOTHING_TIP)
        self.advice.setVisible(not names)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(ROW_GAP_PX)
        grid.addWidget(label_for(self.input, tr("&From"), tr("MIDI input")), 0, 0)
        grid.addWidget(self.input, 0, 1)
        grid.addWidget(self.advice, 1, 1)
        grid.addWidget(self.thru, 2, 0, 1, 2)
        late = label_for(self.latency, tr("&Latency"), tr("Latency of recording"))
        grid.addWidget(late, 3, 0)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.latency, 1)
        row.addWidget(self.measure)
        grid.addLayout(row, 3, 1)
        grid.addWidget(self.own_ports, 4, 0, 1, 2)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self._chosen = self._names[index - 1] if 0 < index <= len(self._names) else ""
        self.changed.emit()
