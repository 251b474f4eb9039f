"""Choosing a grid, and the dialog that quantises what was played, with the result in sight."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.recording.quantisation import GRIDS, Quantisation
from core.words import Words
from gui.language import tr
from gui.panels.fields import ROW_GAP_PX, label_for, roomy, set_reason

_STRENGTH_TIP = Words("How far each note goes to its line; 100 % all the way")
_ENDS_TIP = Words("The ends of the notes go to the grid too; off: every note keeps its length")
_NO_GRID = Words("Choose a grid first")


class QuantiseFields(QWidget):
    """`changed` tells that `quantisation` is another."""

    changed = Signal()

    def __init__(self, quantisation: Quantisation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = QComboBox()
        for grid, name in GRIDS.items():
            self.grid.addItem(tr(name), grid)
        self.grid.setToolTip(tr("The lines to which notes go"))
        self.strength = QSpinBox()
        self.strength.setRange(0, 100)
        self.strength.setSingleStep(5)
        self.strength.setSuffix(tr(" %"))
        roomy(self.strength)
        self.ends = QCheckBox(tr("Lengths too"))
        self.labels = (
            label_for(self.grid, tr("&Quantise"), tr("Grid to quantise to")),
            label_for(self.strength, tr("Strength"), tr("Strength of quantising")),
        )
        table = QGridLayout(self)
        table.setContentsMargins(0, 0, 0, 0)
        table.setColumnStretch(1, 1)
        table.setVerticalSpacing(ROW_GAP_PX)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.strength)
        row.addWidget(self.ends, 1)
        for place, label in enumerate(self.labels):
            table.addWidget(label, place, 0)
        table.addWidget(self.grid, 0, 1)
        table.addLayout(row, 1, 1)
        self.show_quantisation(quantisation)
        self.grid.currentIndexChanged.connect(self._change)
        self.strength.valueChanged.connect(self._change)
        self.ends.toggled.connect(self._change)

    @property
    def quantisation(self) -> Quantisation:
        strength = self.strength.value() / 100
        return Quantisation(self.grid.currentData(), strength, self.ends.isChecked())

    def show_quantisation(self, quantisation: Quantisation) -> None:
        self.grid.setCurrentIndex(list(GRIDS).index(quantisation.grid))
        self.strength.setValue(round(100 * quantisation.strength))
        self.ends.setChecked(quantisation.moves_ends)
        self._allow()

    def _allow(self) -> None:
        why_not = "" if self.grid.currentData() else _NO_GRID
        set_reason(self.strength, _STRENGTH_TIP, why_not)
        set_reason(self.ends, _ENDS_TIP, why_not)

    @Slot()
    def _change(self) -> None:
        self._allow()
        self.changed.emit()


class QuantiseDialog(QDialog):
    """`changed` and `accepted` bring nothing; `quantisation` is what they are about."""

    changed = Signal()

    def __init__(self, quantisation: Quantisation, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Quantise"))
        self.fields = QuantiseFields(quantisation)
        self.about = QLabel()
        self.about.setObjectName("hint")
        self.about.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.apply = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.apply.setText(tr("&Apply"))
        self.cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        column = QVBoxLayout(self)
        column.addWidget(self.fields)
        column.addWidget(self.about)
        column.addWidget(buttons)
        self.setMinimumWidth(320)
        self.fields.changed.connect(self.changed)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    @property
    def quantisation(self) -> Quantisation:
        return self.fields.quantisation

    def describe(self, text: str) -> None:
        self.about.setText(text)
