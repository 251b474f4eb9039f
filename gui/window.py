"""The window: where each part stands, and nothing else."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.icons import colour_icons
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
from gui.theme import ICONS

_COLUMN_PX = 316
_MARGIN_PX = 12
_PART_OF_SCREEN = 0.94


class Window(QMainWindow):
    """`painted` tells once that the first picture is on the screen, `leaving` that somebody wants
    to close, and `dropped` brings the Path of a file let go over it."""

    painted = Signal()
    leaving = Signal()
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowIcon(QIcon(str(ICONS / "cantilena.svg")))
        self.setAcceptDrops(True)
        self.may_close = False
        self._is_painted = False
        self._arrange()
        self.setFocus()
        # The frame around and the bars of the desktop need room too.
        self.resize(self.screen().availableSize().boundedTo(QSize(1280, 800)) * _PART_OF_SCREEN)

    def _arrange(self) -> None:
        """From the outside in: what moves to another parent is given its style again."""
        self.whole = whole = QWidget()
        self.setCentralWidget(whole)
        self.transport = TransportPanel(whole)
        self.message = MessageBar(whole)
        scroll = QScrollArea(whole)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedWidth(_COLUMN_PX)
        left = QWidget()
        scroll.setWidget(left)
        self.seed = SeedPanel(left)
        self.generate = GeneratePanel(left)
        self.wishes = WishesPanel(left)
        self.live = LivePanel(left)
        self.record = RecordPanel(left)
        self.model = ModelPanel(left)
        self.roll = Roll(whole)
        self.keyboard = KeyboardPanel(whole)

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
        right = QVBoxLayout()
        right.setSpacing(_MARGIN_PX)
        right.addWidget(self.message)  # here it moves no control away from under the mouse
        right.addWidget(self.roll, 1)
        right.addWidget(self.keyboard)
        self._middle = middle = QHBoxLayout()
        middle.setSpacing(_MARGIN_PX)
        middle.addWidget(scroll)
        middle.addLayout(right, 1)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, 4)
        rows.setSpacing(_MARGIN_PX)
        rows.addWidget(self.transport)
        rows.addLayout(middle, 1)
        self.doing = QLabel()  # what the mouse would do; it gives way to messages
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
        self._middle.addWidget(panel)

    @property
    def place(self) -> str:
        """Where the window stands and how large it is, in base64."""
        return self.saveGeometry().toBase64().toStdString()

    def restore_place(self, place: str) -> None:
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)  # once this picture has been shown

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            colour_icons(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close:
            self.leaving.emit()  # whoever hears it may close at once, or after a question
        event.setAccepted(self.may_close)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        path = next(u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile())
        # A question may follow, and a drop must not wait for its answer.
        QTimer.singleShot(0, lambda: self.dropped.emit(Path(path)))
