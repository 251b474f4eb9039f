"""What a file holds, to be seen and heard before it is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.compose.controls import MOST_BARS
from core.files.part import Contents, Part, name_of_part
from core.music.excerpt import first_bars
from core.words import Words, counted
from gui.files.offered import Offered
from gui.files.partwords import FACTS, Look, remarks_of
from gui.language import tr
from gui.panels.fields import SpaceKey, label_for, push_button, roomy, set_reason, surround
from gui.panels.tunelist import TuneList
from gui.panels.tunepicture import TunePicture
from gui.panels.twolines import TwoLines

_USUAL_BARS = 4
_LIST_PX, _GAP_PX = 250, 12
_SIZE, _SIMPLE_SIZE = QSize(760, 440), QSize(580, 340)
_SEED_TIP = Words("Go on from these bars: they become the seed of the tune in the window")
_TUNE_TIP = Words("Open all of it as a tune of its own (Return)")
_PLAY_TIP = Words("Hear it; the tune in the window stays as it is (Space)")
_READING = Words("Reading this tune…")
_LONG_MS = 300
_NOT_READ = Words("There is nothing to take: this tune cannot be read")


class ImportDialog(QDialog):
    """`tune_chosen` brings the number of another tune to show, `heard` asks to play or stop,
    `changed` tells that another part is shown, `seed_taken` brings a number of bars, and
    `tune_taken` that all of the part is taken."""

    tune_chosen = Signal(int)
    heard = Signal()
    changed = Signal()
    seed_taken = Signal(int)
    tune_taken = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Import"))
        self._contents: Contents | None = None
        self._looks: Sequence[Look] = ()
        self._has_recipe = False
        self._wished_bars = _USUAL_BARS
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(self._show_long)
        self._make_lists()
        self._make_facts()
        self._make_buttons()
        left = QWidget()
        self._left = left
        left.setFixedWidth(_LIST_PX)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tune_list, 1)
        column.addWidget(self.parts_label)
        column.addWidget(self.parts, 1)
        right = QVBoxLayout()
        right.setSpacing(_GAP_PX)
        right.addWidget(self.name)
        right.addWidget(self._stage, 1)
        right.addLayout(self._facts)
        right.addWidget(self.remarks)
        across = QHBoxLayout()
        across.setSpacing(_GAP_PX)
        across.addWidget(left)
        across.addLayout(right, 1)
        rows = QVBoxLayout(self)
        rows.setSpacing(_GAP_PX)
        rows.addLayout(across, 1)
        rows.addLayout(self._buttons)
        self._space = SpaceKey(self)
        self._space.watch(self)
        QShortcut(QKeySequence(Qt.Key.Key_Space), self, self.heard.emit)
        self._tune_list.chosen.connect(self.tune_chosen)
        self.parts.currentRowChanged.connect(self._show_part)
        for rows_of_list in (self.tunes, self.parts):
            rows_of_list.doubleClicked.connect(self.take_tune.click)
        self.bars.valueChanged.connect(self._wish_bars)
        self.play.clicked.connect(self.heard)
        self.take_seed.clicked.connect(lambda: self.seed_taken.emit(self.bars.value()))
        self.take_tune.clicked.connect(self.tune_taken)
        self.cancel.clicked.connect(self.reject)

    def _make_lists(self) -> None:
        self._tune_list = TuneList()
        self.tunes, self.search = self._tune_list.rows, self._tune_list.search
        self.parts = QListWidget()
        self.parts.setItemDelegate(TwoLines(self.parts))
        self.parts_label = label_for(self.parts, tr("&Parts and voices"))
        self.parts_label.setObjectName("title")

    def _make_facts(self) -> None:
        self.name = QLabel()
        self.name.setObjectName("title")
        self.name.setWordWrap(True)
        self.picture = TunePicture()
        self.refusal = QLabel()
        self.refusal.setObjectName("mistake")
        self.refusal.setWordWrap(True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.picture)
        self._stage.addWidget(self.refusal)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(_GAP_PX)
        self._facts.setVerticalSpacing(2)
        self._facts.setColumnStretch(1, 1)
        self._facts.setColumnStretch(3, 1)
        self.values = [QLabel() for _ in FACTS]
        half = (len(FACTS) + 1) // 2
        for place, (fact, value) in enumerate(zip(FACTS, self.values, strict=True)):
            label = QLabel(tr(fact.name))
            label.setObjectName("facts")
            row, column = place % half, 2 * (place // half)
            self._facts.addWidget(label, row, column)
            self._facts.addWidget(value, row, column + 1)
        self.remarks = QLabel()
        self.remarks.setObjectName("hint")
        self.remarks.setWordWrap(True)
        for label in (self.name, self.refusal, self.remarks):
            label.setTextFormat(Qt.TextFormat.PlainText)  # strangers wrote what stands there

    def _make_buttons(self) -> None:
        self.play = push_button(tr("Play"), tr(_PLAY_TIP))
        self.bars = QSpinBox()
        self.bars.setToolTip(tr("As many bars from the start become the seed"))
        roomy(self.bars)
        self.take_seed = push_button(tr("As &seed"), tr(_SEED_TIP))
        self.take_tune = push_button(tr("As t&une"), tr(_TUNE_TIP))
        self.take_tune.setDefault(True)
        self.cancel = push_button(tr("Cancel"), tr("Leave everything as it is (Esc)"))
        for button in (self.play, self.take_seed, self.cancel):
            button.setAutoDefault(False)  # Return takes the proposal, wherever the focus is
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.play)
        self._buttons.addStretch(1)
        self._buttons.addWidget(label_for(self.bars, tr("&From the start"), tr("Bars of the seed")))
        self._buttons.addWidget(self.bars)
        self._buttons.addWidget(self.take_seed)
        self._buttons.addWidget(self.take_tune)
        self._buttons.addWidget(self.cancel)

    @property
    def part(self) -> Part | None:
        """The part that is shown."""
        row, contents = self.parts.currentRow(), self._contents
        return None if contents is None or row < 0 else contents.parts[row]

    @property
    def _look(self) -> Look | None:
        row = self.parts.currentRow()
        return self._looks[row] if 0 <= row < len(self._looks) else None

    @property
    def is_proposal(self) -> bool:
        """Whether that is the one that was proposed."""
        return self._contents is not None and self.parts.currentRow() == self._contents.proposed

    def show_offered(self, offered: Offered) -> None:
        """Shows a tune, with the part that is proposed."""
        has_tunes = not offered.tunes.is_single
        if self._tune_list.is_empty:
            self._tune_list.show_listing(offered.tunes.listing)
            self._tune_list.setVisible(has_tunes)
            is_simple = offered.is_single
            self.resize(_SIMPLE_SIZE if is_simple else _SIZE)
            (self.tunes if has_tunes else self.take_tune if is_simple else self.parts).setFocus()
        self._tune_list.show_number(offered.number)
        self._long.stop()
        self._contents, self._looks = offered.contents, offered.looks
        contents = offered.contents
        self.name.setText(self._title(offered))
        self.refusal.setText(tr(offered.refusal) if offered.refusal else "")
        self._stage.setCurrentWidget(self.picture if contents else self.refusal)
        self._has_recipe = offered.told is not None
        for control, tip in (
            (self.play, _PLAY_TIP),
            (self.take_seed, _SEED_TIP),
            (self.take_tune, _TUNE_TIP),
        ):
            set_reason(control, tip, "" if contents else tr(_NOT_READ))
        self._list_parts(contents.parts if contents else ())
        has_parts = contents is not None and len(contents.parts) > 1
        self._left.setVisible(has_tunes or has_parts)

    def show_reading(self) -> None:
        """Nothing can be taken until another tune is shown."""
        self._long.start()
        for control in (self.play, self.take_seed, self.take_tune):
            set_reason(control, "", _READING)

    def show_failure(self, sentence: str) -> None:
        """There is no such tune any more."""
        self._long.stop()
        self.remarks.hide()
        self.refusal.setText(sentence)
        self._stage.setCurrentWidget(self.refusal)

    def _show_long(self) -> None:
        self.remarks.setText(tr(_READING))
        self.remarks.show()

    def show_playing(self, is_playing: bool) -> None:
        self.play.setText(tr("Stop") if is_playing else tr("Play"))
        if not is_playing:
            self.picture.show_tick(None)

    def _title(self, offered: Offered) -> str:
        title = offered.title
        name = offered.path.name if offered.text is None else tr("From the clipboard")
        return f"{title}  \N{MIDDLE DOT}  {name}" if title and title != offered.path.stem else name

    def _list_parts(self, parts: Sequence[Part]) -> None:
        self.parts.blockSignals(True)
        self.parts.clear()
        for number, (part, look) in enumerate(zip(parts, self._looks, strict=True), start=1):
            self.parts.addItem(f"{tr(name_of_part(part, number))}\n{tr(look.size)}")
        contents = self._contents
        self.parts.setCurrentRow(-1 if contents is None else contents.proposed)
        self.parts.blockSignals(False)
        for widget in (self.parts_label, self.parts):
            widget.setVisible(len(parts) > 1)
        self._show_part()

    def _show_part(self) -> None:
        part, look = self.part, self._look
        facts = [tr(fact) for fact in look.facts] if look else ["\N{EN DASH}"] * len(FACTS)
        for fact, value in zip(facts, self.values, strict=True):
            value.setText(fact)
        bars = max(1, min(part.song.bars, MOST_BARS)) if part else 1
        self.bars.blockSignals(True)
        self.bars.setRange(1, bars)
        self.bars.setValue(min(self._wished_bars, bars))
        self.bars.blockSignals(False)
        self.bars.setEnabled(part is not None)
        self._show_remarks()
        self._show_span()
        self.changed.emit()

    def _show_remarks(self) -> None:
        part, contents = self.part, self._contents
        remarks: list[str] = []
        if part is not None and contents is not None:
            has_recipe = self._has_recipe and self.is_proposal
            remarks = [tr(words) for words in remarks_of(part, has_recipe)]
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))

    def _wish_bars(self, bars: int) -> None:
        self._wished_bars = bars
        self._show_span()

    def _show_span(self) -> None:
        surround(self.bars, tr(counted("{n} bars", "{n} bar", self.bars.value())))
        part, look = self.part, self._look
        if part is not None and look is not None:
            span = first_bars(part.song, self.bars.value())
            self.picture.show_song(part.song, span, look.silhouette)
            self.picture.setAccessibleName(tr(look.size))
