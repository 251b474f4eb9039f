"""The window: where each part stands, and nothing else."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QIcon,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.layout import Layout
from gui.look.column import NARROWEST_PX, Column
from gui.look.icons import colour_icons
from gui.look.splitter import Splitter
from gui.look.theme import ICONS
from gui.panels.generate import GeneratePanel
from gui.panels.keyboard import KeyboardPanel
from gui.panels.live import LivePanel
from gui.panels.message import MessageBar
from gui.panels.model import ModelPanel
from gui.panels.record import RecordPanel
from gui.panels.seed import SeedPanel
from gui.panels.transport import TransportPanel
from gui.panels.wheel import ScrollingWheel
from gui.panels.wishes import WishesPanel
from gui.roll.roll import Roll
from gui.roll.snap import snap_named

_TAKES_PX, _SCORE_PX = 240, 240
_MARGIN_PX = 12
_PART_OF_SCREEN = 0.94


class Window(QMainWindow):
    """`painted` tells once that the first picture is on the screen, `leaving` that somebody wants
    to close; `dropped` brings the Paths of files let go over it together, and `digit_pressed` a
    number from 1 to 9 that was typed where it is no text."""

    painted = Signal()
    leaving = Signal()
    dropped = Signal(tuple)
    digit_pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowIcon(QIcon(str(ICONS / "cantilena.svg")))
        self.setAcceptDrops(True)
        self.may_close = False
        self._is_painted = False
        self._remembered = Layout()
        self._arrange()
        self.setFocus()
        # The frame around and the bars of the desktop need room too.
        self.resize(self.screen().availableSize().boundedTo(QSize(1280, 800)) * _PART_OF_SCREEN)

    def _arrange(self) -> None:
        """From the outside in: what moves to another parent is given its style again."""
        self.whole = whole = QWidget()
        self.setCentralWidget(whole)
        self.transport = TransportPanel(whole)
        self._across = across = Splitter(Qt.Orientation.Horizontal, whole)
        self._scroll = scroll = Column(across)
        left = QWidget()
        scroll.setWidget(left)
        self.seed = SeedPanel(left)
        self.generate = GeneratePanel(left)
        self.wishes = WishesPanel(left)
        self.live = LivePanel(left)
        self.record = RecordPanel(left)
        self.model = ModelPanel(left)
        middle = QWidget(across)
        self.message = MessageBar(middle)
        self._pages = Splitter(Qt.Orientation.Vertical, middle)
        self.roll = Roll(self._pages)
        self.keyboard = KeyboardPanel(middle)

        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(14)
        column.addWidget(self.seed)
        column.addWidget(self.generate)
        folded = QVBoxLayout()
        folded.setSpacing(0)
        folded.addWidget(self.wishes)
        folded.addWidget(self.live)
        folded.addWidget(self.record)
        column.addLayout(folded)
        column.addWidget(self.model)
        column.addStretch()
        self._column = left
        self._pages.add(self.roll)
        right = QVBoxLayout(middle)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(_MARGIN_PX)
        right.addWidget(self.message)  # here it moves no control away from under the mouse
        right.addWidget(self._pages, 1)
        right.addWidget(self.keyboard)
        across.add(scroll, NARROWEST_PX)
        across.add(middle)
        self._beside: QWidget | None = None
        self._below: QWidget | None = None
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, 4)
        rows.setSpacing(_MARGIN_PX)
        rows.addWidget(self.transport)
        rows.addWidget(across, 1)
        self.doing = QLabel()  # what the mouse would do; it gives way to messages
        self.doing.setObjectName("doing")
        self.doing.setIndent(_MARGIN_PX)
        self.doing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.roll.hinted.connect(self.doing.setText)
        self.statusBar().addWidget(self.doing, 1)
        self.facts = QLabel()
        self.facts.setObjectName("facts")
        self.statusBar().addPermanentWidget(self.facts)

    def tame_wheel(self) -> None:
        """Lets the wheel scroll the column of fields: once the first picture is there."""
        wheel = ScrollingWheel(self)
        wheel.watch(self._column)
        for panel in (self.wishes, self.live, self.record):
            panel.made.connect(lambda panel=panel: wheel.watch(panel))

    def show_beside(self, panel: QWidget) -> None:
        """Gives `panel` a place at the right of the roll."""
        self._beside = panel
        self._across.add(panel, _TAKES_PX)
        self._across.give(panel, self._remembered.takes_px)

    def show_below(self, panel: QWidget) -> None:
        """Gives `panel` a place under the roll."""
        self._below = panel
        self._pages.add(panel, _SCORE_PX)
        self._pages.give(panel, self._remembered.score_px)

    def remember_score(self, is_shown: bool, is_strip: bool, zoom: float) -> None:
        """How the score is shown, for the next start."""
        self._remembered = replace(
            self._remembered, shows_score=is_shown, score_is_strip=is_strip, score_zoom=zoom
        )

    def arrange(self, layout: Layout) -> None:
        """Gives each part its room, those too that are made later."""
        self._remembered = layout
        self._across.give(self._scroll, layout.column_px)
        self.keyboard.setVisible(layout.shows_piano)
        self.roll.choose_snap(snap_named(layout.grid))

    def unfold(self) -> None:
        """Opens the groups that were open: once the first picture is there."""
        layout = self._remembered
        for panel, is_open in (
            (self.wishes, layout.unfolds_wishes),
            (self.live, layout.unfolds_live),
            (self.record, layout.unfolds_record),
        ):
            panel.opener.setChecked(is_open)

    @property
    def layout_of_parts(self) -> Layout:
        """How the parts stand now."""
        beside, below = self._beside, self._below
        layout = replace(
            self._remembered,
            column_px=self._across.room_of(self._scroll),
            shows_piano=not self.keyboard.isHidden(),
            grid=self.roll.scene.snap.name,
            unfolds_wishes=self.wishes.opener.isChecked(),
            unfolds_live=self.live.opener.isChecked(),
            unfolds_record=self.record.opener.isChecked(),
        )
        if beside is not None:
            layout = replace(layout, takes_px=self._across.room_of(beside))
        if below is not None:
            layout = replace(layout, score_px=self._pages.room_of(below))
        return layout

    @property
    def place(self) -> str:
        """Where the window stands and how large it is, in base64."""
        return self.saveGeometry().toBase64().toStdString()

    def restore_place(self, place: str) -> None:
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode(errors="replace")))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)  # once this picture has been shown

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            colour_icons(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain and event.text() in tuple("123456789") and not event.isAutoRepeat():
            self.digit_pressed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close:
            self.leaving.emit()  # whoever hears it may close at once, or after a question
        event.setAccepted(self.may_close)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        is_own = event.source() is not None  # a take, which only the roll takes in
        if not is_own and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = (Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile())
        found = tuple(paths)
        # A question may follow, and a drop must not wait for its answer.
        QTimer.singleShot(0, lambda: self.dropped.emit(found))
