"""The board of takes: cards in an order of one's choice, and what is measured of the one shown."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.compose.measures import Take
from core.model.mark import Maker
from core.words import Words
from gui.language import tr
from gui.panels.fields import label_for, push_button, set_reason
from gui.panels.measures import AS_DRAWN, MEASURED, Measured
from gui.panels.takelist import TakeList

_EXCHANGE_TIP = Words(
    "Go back to the take chosen before, A or B; while it plays with the next bar (X). "
    "X again before that, and nothing changes"
)
_STAR_TIP = Words("Keep this take whatever is drawn later, also in the project's file (S)")
_KEEP_TIP = Words("Take it into the tune as a step of its own (Return)")
_EMPTY = Words(
    "Takes are tunes from the same seed, each by another throw of the dice.\n\n"
    "Hear one under the mouse, choose one with a click or with 1 to 9, compare two with X, "
    "drag single bars into the tune or a whole take into another program, and star what shall stay."
)
_NONE = "\N{EN DASH}"
_DRAW_TIP = Words("Generate several tunes from the seed")
_NARROWEST_PX, _WIDEST_PX = 214, 420


class TakesPanel(QGroupBox):
    """`chosen`, `starred` and `hovered` bring a Take, `dragged` one with its number on the board;
    `kept`, `exchange`, `left`, `stop` and `wanted` ask."""

    chosen = Signal(object)
    starred = Signal(object)
    hovered = Signal(object)
    dragged = Signal(object, int)
    left = Signal()
    kept = Signal()
    exchange = Signal()
    stop = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Takes"), parent)
        self.setObjectName("board")
        self.setMaximumWidth(_WIDEST_PX)
        self.hide()
        self._takes: tuple[Take, ...] = ()
        self._starred: Collection[Take] = ()
        self._shown: Take | None = None
        self._pair: tuple[Take | None, Take | None] = (None, None)
        self._chosen: Maker | None = None
        self.order = QComboBox()
        self.order.addItems([tr(order) for order in (AS_DRAWN, *(one.order for one in MEASURED))])
        self.order.setToolTip(tr("Which take stands first, behind those with a star"))
        self.order.setMinimumContentsLength(10)
        self.hears = QCheckBox(tr("Play under the mouse"))
        self.hears.setChecked(True)
        self.hears.setToolTip(tr("A take sounds while the mouse rests on it"))
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Share of the takes that is drawn"))
        self.stop_button = push_button(
            tr("Stop"), tr("Stop, and keep what is drawn of each take (Ctrl+.)")
        )
        self.list = TakeList()
        self.exchange_button = push_button(tr("Exchange", "verb, two takes"), tr(_EXCHANGE_TIP))
        self.star_button = push_button(tr("Star", "verb, a take"), tr(_STAR_TIP))
        self.keep_button = push_button(tr("Keep", "verb, a take"), tr(_KEEP_TIP))
        self.draw_button = push_button(tr("Draw several"), tr(_DRAW_TIP))
        self._values = [QLabel() for _ in MEASURED]
        self._arrange()
        self.order.currentIndexChanged.connect(self._show)
        self.list.chosen.connect(lambda row: self.chosen.emit(self.rows()[row]))
        self.list.starred.connect(self._star)
        self.list.hovered.connect(self._hover)
        self.list.dragged.connect(lambda row: self.dragged.emit(self.rows()[row], row + 1))
        self.list.left.connect(self.left)
        self.list.kept.connect(self.kept)
        self.exchange_button.clicked.connect(self.exchange)
        self.star_button.clicked.connect(lambda: self.starred.emit(self._shown))
        self.keep_button.clicked.connect(self.kept)
        self.stop_button.clicked.connect(self.stop)
        self.draw_button.clicked.connect(self.wanted)
        self.show_running(False)

    def minimumSizeHint(self) -> QSize:
        """As wide as the buttons need, which is more where letters are larger."""
        return super().minimumSizeHint().expandedTo(QSize(_NARROWEST_PX, 0))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(label_for(self.order, tr("O&rder"), tr("Order of the takes")))
        row.addWidget(self.order, 1)
        hearing, running_row = QWidget(), QWidget()
        hears = QHBoxLayout(hearing)
        hears.setContentsMargins(0, 0, 0, 0)
        hears.addWidget(self.hears)
        running = QHBoxLayout(running_row)
        running.setContentsMargins(0, 0, 0, 0)
        running.addWidget(self._progress, 1)
        running.addWidget(self.stop_button)
        self._row = QStackedWidget()  # one in the place of the other: the cards stay where they are
        self._row.addWidget(hearing)
        self._row.addWidget(running_row)
        self._row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        buttons = QHBoxLayout()
        for button in (self.exchange_button, self.star_button, self.keep_button):
            buttons.addWidget(button, 1)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(12)
        for place, (measured, value) in enumerate(zip(MEASURED, self._values, strict=True)):
            name = QLabel(tr(measured.name))
            name.setObjectName("facts")
            for label in (name, value):
                label.setToolTip(tr(measured.tip))
            value.setWordWrap(True)
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, place, 1)
        advice = QLabel(tr("1 to 9 choose, X compares; drag one into the roll for its bars"))
        advice.setObjectName("hint")
        advice.setWordWrap(True)
        self._board = QWidget()
        board = QVBoxLayout(self._board)
        board.setContentsMargins(0, 0, 0, 0)
        board.addLayout(row)
        board.addWidget(self._row)
        board.addWidget(self.list, 1)
        board.addWidget(advice)
        board.addLayout(buttons)
        board.addLayout(grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._board, 1)
        column.addWidget(self._made_empty(), 1)

    def _made_empty(self) -> QWidget:
        """What stands there before there are takes."""
        text = QLabel(tr(_EMPTY))
        text.setObjectName("facts")
        text.setWordWrap(True)
        self._empty = QWidget()
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(text)
        column.addWidget(self.draw_button)
        column.addStretch(1)
        return self._empty

    @property
    def is_empty(self) -> bool:
        return not self._takes

    def show_takes(
        self,
        takes: Sequence[Take],
        starred: Collection[Take],
        shown: Take | None,
        pair: tuple[Take | None, Take | None],
        chosen: Maker | None,
    ) -> None:
        """Shows `takes`, of which `shown` is the tune and `pair` are A and B. Those that another
        than the `chosen` model made say so.
        """
        self._takes, self._starred = tuple(takes), starred
        self._shown, self._pair, self._chosen = shown, pair, chosen
        self._show()

    def show_running(self, is_running: bool) -> None:
        self._row.setCurrentIndex(int(is_running))
        self._is_running = is_running
        if not is_running:
            self._progress.setValue(0)
        self._show()

    def show_progress(self, share: float) -> None:
        self._progress.setValue(round(100 * share))

    @Slot()
    def _show(self) -> None:
        has_cards = self._is_running or not self.is_empty
        self._board.setVisible(has_cards)
        self._empty.setVisible(not has_cards)
        order = self._order()
        self.list.show_takes(
            self.rows(), self._starred, self._shown, self._pair, order, self._chosen
        )
        self.star_button.setText(
            tr("Unstar", "verb, a take")
            if self._shown in self._starred
            else tr("Star", "verb, a take")
        )
        for measured, value in zip(MEASURED, self._values, strict=True):
            shown = self._shown
            value.setText(_NONE if shown is None else tr(measured.text(shown.measures)))

    def show_awaited(self, take: Take | None, bar: int) -> None:
        """Marks the take that comes with bar `bar`; None: none does."""
        self.list.show_awaited(take, bar)

    def allow_drawing(self, why_not: str) -> None:
        set_reason(self.draw_button, _DRAW_TIP, why_not)

    def allow(self, exchange_why_not: str, others_why_not: str) -> None:
        """Enables the buttons, or says why not."""
        set_reason(self.exchange_button, _EXCHANGE_TIP, exchange_why_not)
        set_reason(self.star_button, _STAR_TIP, others_why_not)
        set_reason(self.keep_button, _KEEP_TIP, others_why_not)

    def rows(self) -> list[Take]:
        """The takes as they stand: starred ones first, each part in order."""
        order = self._order()
        rows = list(self._takes)
        if order is not None:
            rows.sort(key=lambda take: order.rank(take.measures))
        rows.sort(key=lambda take: take not in self._starred)
        return rows

    def _order(self) -> Measured | None:
        place = self.order.currentIndex()
        return MEASURED[place - 1] if place > 0 else None

    @Slot(int)
    def _star(self, row: int) -> None:
        if row >= 0:
            self.starred.emit(self.rows()[row])

    @Slot(int)
    def _hover(self, row: int) -> None:
        if self.hears.isChecked():
            self.hovered.emit(self.rows()[row])
