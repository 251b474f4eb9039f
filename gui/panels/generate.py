"""What the model is asked for, and the button that asks."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.compose.controls import (
    FEWEST_BARS,
    HIGHEST_RANDOM_SEED,
    HIGHEST_TEMPERATURE,
    LOWEST_RANDOM_SEED,
    LOWEST_TEMPERATURE,
    MOST_BARS,
    MOST_TAKES,
    Controls,
)
from core.words import Words, counted
from gui.language import tr
from gui.look.icons import set_icon
from gui.panels.fields import label_for, push_button, roomy, set_reason, surround, tool_button

_STEPS = 100
"""Of the slider, for each 1.0 of temperature."""

_GENERATE_TIP = Words("Let the model go on from the seed (Ctrl+Return)")
_STOP_TIP = Words("Stop, and keep the notes made so far (Ctrl+.)")
_LOCKED_TIP = Words("The same number gives the same tune; press to take a new one each time")
_FREE_TIP = Words("Each Generate takes a new number; press to keep this one")


class GeneratePanel(QGroupBox):
    """Temperature, length, random seed and number of takes.

    `changed` brings Controls, `generate` and `stop` ask.
    """

    changed = Signal(object)
    lock_changed = Signal(bool)
    generate = Signal()
    stop = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Continuation"), parent)
        self.temperature = QDoubleSpinBox()
        self.temperature.setRange(LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE)
        self.temperature.setSingleStep(0.05)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(
            round(LOWEST_TEMPERATURE * _STEPS), round(HIGHEST_TEMPERATURE * _STEPS)
        )
        self._slider.setPageStep(10)
        self._slider.setAccessibleName(tr("Temperature, as a slider"))
        for part in (self.temperature, self._slider):
            part.setToolTip(tr("0 always takes the likeliest note; 1 follows the model; 2 is wild"))
        self.bars = QSpinBox()
        self.bars.setRange(FEWEST_BARS, MOST_BARS)
        self.bars.setToolTip(tr("Full bars in all, the seed included"))
        self.random_seed = QSpinBox()
        self.random_seed.setRange(LOWEST_RANDOM_SEED, HIGHEST_RANDOM_SEED)
        self.random_seed.setToolTip(
            tr("Numbers the tunes: 'generate --random-seed' repeats this one")
        )
        self.takes = QSpinBox()
        self.takes.setRange(1, MOST_TAKES)
        self.takes.setAccessibleName(tr("Takes"))
        self.takes.setToolTip(tr("So many tunes are drawn at once, to choose from at the right"))
        for number in (self.temperature, self.bars, self.random_seed, self.takes):
            roomy(number)
        self.lock = tool_button(tr("Keep the random seed"), tr(_FREE_TIP))
        self.lock.setCheckable(True)
        self.generate_button = push_button(tr("&Generate"), tr(_GENERATE_TIP))
        self.generate_button.setDefault(True)
        self.generate_button.setObjectName("generate")
        self.stop_button = push_button(tr("Stop"), tr(_STOP_TIP))

        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.addWidget(label_for(self.temperature, tr("Tem&perature")), 0, 0)
        grid.addWidget(self._slider, 0, 1)
        grid.addWidget(self.temperature, 0, 2)
        grid.addWidget(label_for(self.bars, tr("&Length in bars")), 1, 0)
        grid.addWidget(self.bars, 1, 2)
        grid.addWidget(label_for(self.random_seed, tr("&Random seed")), 2, 0)
        seed_row = QHBoxLayout()
        seed_row.addWidget(self.random_seed, 1)
        seed_row.addWidget(self.lock)
        grid.addLayout(seed_row, 2, 1, 1, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.generate_button, 1)
        buttons.addWidget(self.takes)
        buttons.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addSpacing(6)
        column.addLayout(buttons)

        self._controls = Controls()
        self.show_controls(self._controls)
        self._show_lock(False)
        self._slider.valueChanged.connect(lambda steps: self.temperature.setValue(steps / _STEPS))
        self.temperature.valueChanged.connect(self._change)
        self.bars.valueChanged.connect(self._change)
        self.random_seed.valueChanged.connect(self._change)
        self.takes.valueChanged.connect(self._change)
        self.lock.toggled.connect(self._show_lock)
        self.lock.toggled.connect(self.lock_changed)
        self.generate_button.clicked.connect(self.generate)
        self.stop_button.clicked.connect(self.stop)

    def show_controls(self, controls: Controls) -> None:
        self._controls = controls
        parts = (self.temperature, self._slider, self.bars, self.random_seed, self.takes)
        for part in parts:
            part.blockSignals(True)
        self.temperature.setValue(controls.temperature)
        self._slider.setValue(round(controls.temperature * _STEPS))
        self.bars.setValue(controls.bars)
        self.random_seed.setValue(controls.random_seed)
        self.takes.setValue(controls.takes)
        surround(self.takes, tr(counted("{n} takes", "{n} take", controls.takes)))
        for part in parts:
            part.blockSignals(False)

    def show_lock(self, is_locked: bool) -> None:
        self.lock.setChecked(is_locked)

    def allow(self, generate_why_not: str, stop_why_not: str) -> None:
        """Enables the two buttons, or says why not."""
        set_reason(self.generate_button, _GENERATE_TIP, generate_why_not)
        set_reason(self.stop_button, _STOP_TIP, stop_why_not)

    @Slot(bool)
    def _show_lock(self, is_locked: bool) -> None:
        set_icon(self.lock, "lock" if is_locked else "unlock")
        self.lock.setToolTip(tr(_LOCKED_TIP if is_locked else _FREE_TIP))

    @Slot()
    def _change(self) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(round(self.temperature.value() * _STEPS))
        self._slider.blockSignals(False)
        self.changed.emit(
            replace(
                self._controls,
                temperature=self.temperature.value(),
                bars=self.bars.value(),
                random_seed=self.random_seed.value(),
                takes=self.takes.value(),
            )
        )
