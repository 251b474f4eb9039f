"""How it is recorded: over the tune or in its place, from when on, and on which grid."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QWidget

from core.recording.choices import Mode, RecordingChoices
from core.recording.quantisation import GRIDS
from core.words import Words, joined
from gui.language import tr
from gui.panels.fields import ROW_GAP_PX, label_for, push_button, set_reason
from gui.panels.folding import FoldingPanel

_MODES: dict[Mode, Words] = {
    "replace": Words("replaces the tune"),
    "overdub": Words("adds to the tune"),
}
_QUANTISE_TIP = Words("Move what was played to a grid, and see it before you take it (Ctrl+U)")
_SEED_TIP = Words("Keep only what was played last, as the seed of a new tune (Ctrl+Shift+P)")


class RecordPanel(FoldingPanel):
    """`choices` are what is chosen; `quantise` and `make_seed` ask, `steps` says whether keys write
    notes without a clock."""

    quantise = Signal()
    make_seed = Signal()
    steps = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        tip = tr("How what you play is recorded, and quantised")
        super().__init__(tr("Record", "title of the group of recording"), tip, parent)
        self.choices = RecordingChoices()
        self._why_not = {"quantise": "", "seed": ""}
        self._is_stepping = False
        self._summarise()

    def show_choices(self, choices: RecordingChoices) -> None:
        """To be called before the fields are made: what was chosen the last time."""
        self.choices = choices
        self._summarise()

    def allow(self, why_no_quantise: str, why_no_seed: str) -> None:
        self._why_not = {"quantise": why_no_quantise, "seed": why_no_seed}
        if self.is_made:
            set_reason(self.quantise_button, _QUANTISE_TIP, why_no_quantise)
            set_reason(self.seed_button, _SEED_TIP, why_no_seed)

    def show_stepping(self, is_stepping: bool) -> None:
        self._is_stepping = is_stepping
        if self.is_made:
            self.step.setChecked(is_stepping)

    def make(self) -> None:
        from gui.panels.quantise import QuantiseFields  # with a dialog, which the start needs not

        self.mode = QComboBox()
        self.mode.addItems([tr(words) for words in _MODES.values()])
        self.mode.setCurrentIndex(list(_MODES).index(self.choices.mode))
        self.mode.setToolTip(
            tr("What becomes of the notes that are there; with a loop, in each of its passes")
        )
        self.waits = QCheckBox(tr("Wait for the first note"))
        self.waits.setToolTip(
            tr("Time begins with the first key; else at once, behind the count-in")
        )
        self.waits.setChecked(self.choices.waits)
        self.fields = QuantiseFields(self.choices.quantisation)
        self.step = QCheckBox(tr("Step input"))
        self.step.setToolTip(
            tr(
                "Without a clock: every key writes a note of the length chosen at the on-screen "
                "piano (Ctrl+I); Ctrl+Right a rest, Ctrl+Left goes back"
            )
        )
        self.step.setChecked(self._is_stepping)
        self.quantise_button = push_button(tr("&Quantise…"), tr(_QUANTISE_TIP))
        self.seed_button = push_button(tr("Ma&ke it the seed"), tr(_SEED_TIP))
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setColumnStretch(1, 1)
        name = tr("What recording does to the tune")
        grid.setVerticalSpacing(ROW_GAP_PX)
        recording = label_for(self.mode, tr("Recording"), name)
        widest = recording.sizeHint().width()
        for label in self.fields.labels:  # of a table of its own, whose columns stand below these
            label.setMinimumWidth(widest)
        grid.addWidget(recording, 0, 0)
        grid.addWidget(self.mode, 0, 1)
        grid.addWidget(self.waits, 1, 0, 1, 2)
        grid.addWidget(self.fields, 2, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(ROW_GAP_PX)
        buttons.addWidget(self.quantise_button)
        buttons.addWidget(self.seed_button, 1)
        grid.addLayout(buttons, 3, 0, 1, 2)
        grid.addWidget(self.step, 4, 0, 1, 2)
        set_reason(self.quantise_button, _QUANTISE_TIP, self._why_not["quantise"])
        set_reason(self.seed_button, _SEED_TIP, self._why_not["seed"])
        self.mode.currentIndexChanged.connect(self._change)
        self.waits.toggled.connect(self._change)
        self.fields.changed.connect(self._change)
        self.step.toggled.connect(self.steps)
        self.quantise_button.clicked.connect(self.quantise)
        self.seed_button.clicked.connect(self.make_seed)

    @Slot()
    def _change(self) -> None:
        by = self.fields.quantisation
        self.choices = replace(
            self.choices,
            mode=list(_MODES)[self.mode.currentIndex()],
            waits=self.waits.isChecked(),
            grid=by.grid,
            strength=by.strength,
            moves_ends=by.moves_ends,
        )
        self._summarise()

    def _summarise(self) -> None:
        grid = GRIDS[self.choices.grid] if self.choices.grid else Words("as played")
        self.show_summary(tr(joined(", ", (_MODES[self.choices.mode], grid))))
