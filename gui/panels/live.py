"""What happens while it plays: knobs that are turned, an answer, music without end."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSpinBox, QWidget

from core.music.meter import Line
from core.words import Words, counted, joined
from gui.language import tr
from gui.panels.fields import (
    ROW_GAP_PX,
    label_for,
    push_button,
    roomy,
    set_reason,
    surround,
)
from gui.panels.folding import FoldingPanel

_LINES: dict[Line | None, Words] = {
    "bar": Words("from the next bar"),
    "beat": Words("from the next beat"),
    None: Words("the whole tune"),
}
_ANSWER_LINES: dict[Line, Words] = {
    "bar": Words("on the next bar"),
    "beat": Words("on the next beat"),
}
_SILENCES = {
    1: Words("until 1 beat of silence"),
    2: Words("until 2 beats of silence"),
    4: Words("until 4 beats of silence"),
}
_ANSWER_TIP = Words("Answer the last phrase, and play the answer (Ctrl+Shift+Return)")
_MOST_BARS, _NO_CADENCE = 16, 1


@dataclass(frozen=True, slots=True)
class Liveness:
    """How the tune behaves while it plays.

    `line`: a knob changes what comes behind the next bar line or beat; None: the whole tune.
    `answer_bars`: how long an answer is; it begins on the next `answer_line`.
    `listens`: what is recorded is answered whenever nothing was played for `silence` beats.
    `is_endless`: the tune goes on as long as it plays, with a `cadence` every so many bars, if any.
    """

    line: Line | None = "bar"
    answer_bars: int = 2
    answer_line: Line = "bar"
    listens: bool = False
    silence: int = 2
    is_endless: bool = False
    cadence: int | None = None


class LivePanel(FoldingPanel):
    """`changed` brings a Liveness, `answer` asks for one."""

    changed = Signal(object)
    answer = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        tip = tr(
            "Knobs that are turned while it plays, answers to what you play, and endless music"
        )
        super().__init__(tr("Live"), tip, parent)
        self.liveness = Liveness()
        self._why_no_answer = ""
        self._summarise()

    def allow_answer(self, why_not: str) -> None:
        self._why_no_answer = why_not
        if self.is_made:
            set_reason(self.answer_button, _ANSWER_TIP, why_not)

    def end_endless(self) -> None:
        """Takes the mark from the box: it cannot go on."""
        if self.is_made:
            self.endless.setChecked(False)

    def make(self) -> None:
        self.line = QComboBox()
        self.line.addItems([tr(words) for words in _LINES.values()])
        self.line.setToolTip(
            tr(
                "What a knob changes while the tune plays. What was heard stays; notes that are "
                "drawn lighter can still change"
            )
        )
        self.answer_button = push_button(tr("&Answer"), tr(_ANSWER_TIP))
        self.answer_bars = QSpinBox()
        self.answer_bars.setRange(1, _MOST_BARS)
        self.answer_bars.setValue(self.liveness.answer_bars)
        self.answer_bars.setAccessibleName(tr("Length of an answer in bars"))
        self.answer_bars.setToolTip(tr("How long an answer is"))
        self.answer_line = QComboBox()
        self.answer_line.addItems([tr(words) for words in _ANSWER_LINES.values()])
        self.answer_line.setToolTip(tr("Where an answer begins behind the last note"))
        self.listens = QCheckBox(tr("Listen"))
        self.listens.setToolTip(
            tr(
                "Record what you play, and answer in time whenever you pause; begins with your "
                "first note"
            )
        )
        self.silence = QComboBox()
        for beats, words in _SILENCES.items():
            self.silence.addItem(tr(words), beats)
        self.silence.setToolTip(tr("How long a silence ends your phrase"))
        self.silence.setCurrentIndex(list(_SILENCES).index(self.liveness.silence))
        self.silence.setAccessibleName(tr("Silence that ends a phrase"))
        self.endless = QCheckBox(tr("Endless"))
        self.endless.setToolTip(tr("Go on composing ahead of the playhead for as long as it plays"))
        self.cadence = QSpinBox()
        self.cadence.setRange(_NO_CADENCE, _MOST_BARS)
        self.cadence.setSpecialValueText(tr("no cadences"))
        self.cadence.setAccessibleName(tr("Bars from cadence to cadence in endless music"))
        self.cadence.setToolTip(tr("Let endless music end a phrase every so many bars"))
        for number in (self.answer_bars, self.cadence):
            roomy(number)
        self._show_units()
        self._arrange()
        set_reason(self.answer_button, _ANSWER_TIP, self._why_no_answer)
        self.answer_button.clicked.connect(self.answer)
        for box in (self.line, self.answer_line, self.silence):
            box.currentIndexChanged.connect(self._change)
        for field in (self.answer_bars, self.cadence):
            field.valueChanged.connect(self._change)
        for tick in (self.listens, self.endless):
            tick.toggled.connect(self._change)

    def _arrange(self) -> None:
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(ROW_GAP_PX)
        name = tr("Knobs change, while it plays")
        grid.addWidget(label_for(self.line, tr("Knobs change"), name), 0, 0)
        grid.addWidget(self.line, 0, 1)
        grid.addWidget(self.answer_button, 1, 0)
        grid.addWidget(self.answer_bars, 1, 1)
        name = tr("Where an answer begins")
        grid.addWidget(label_for(self.answer_line, tr("Begins"), name), 2, 0)
        grid.addWidget(self.answer_line, 2, 1)
        grid.addWidget(self.listens, 3, 0)
        grid.addWidget(self.silence, 3, 1)
        grid.addWidget(self.endless, 4, 0)
        grid.addWidget(self.cadence, 4, 1)

    @Slot()
    def _change(self) -> None:
        self.liveness = Liveness(
            list(_LINES)[self.line.currentIndex()],
            self.answer_bars.value(),
            list(_ANSWER_LINES)[self.answer_line.currentIndex()],
            self.listens.isChecked(),
            self.silence.currentData(),
            self.endless.isChecked(),
            self.cadence.value() if self.cadence.value() > _NO_CADENCE else None,
        )
        self._show_units()
        self._summarise()
        self.changed.emit(self.liveness)

    def _show_units(self) -> None:
        answer, cadence = self.answer_bars.value(), self.cadence.value()
        surround(self.answer_bars, tr(counted("{n} bars", "{n} bar", answer)))
        surround(
            self.cadence,
            tr(counted("cadence every {n} bars", "cadence every {n} bar", cadence)),
        )

    def _summarise(self) -> None:
        on = [
            name
            for name, is_on in (
                (Words("listening"), self.liveness.listens),
                (Words("endless music"), self.liveness.is_endless),
            )
            if is_on
        ]
        self.show_summary(tr(joined(", ", on) or Words("knobs, answers, endless music")))
