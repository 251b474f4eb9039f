"""The takes as a list of cards: for the eye, the mouse, the keyboard and a screen reader."""

from collections.abc import Collection, Sequence
from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from core.compose.measures import Take
from core.model.mark import Maker
from gui.language import tr
from gui.panels.measures import MEASURED, Measured
from gui.panels.takecard import Role, TakeCard, star_rect

_REST_MS = 350
"""So long a mouse rests on a card that shall be heard, and does not only pass."""

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Rows(QAbstractListModel):
    """The takes in the order in which they are shown, and what their cards are told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.takes: tuple[Take, ...] = ()
        self._starred: Collection[Take] = ()
        self._pair: tuple[Take | None, Take | None] = (None, None)
        self._order: Measured | None = None
        self._chosen: Maker | None = None
        self._awaited: Take | None = None
        self._bar = 0

    def show_awaited(self, take: Take | None, bar: int) -> None:
        self._awaited, self._bar = take, bar
        if self.takes:
            self.dataChanged.emit(self.index(0), self.index(len(self.takes) - 1))

    def show(
        self,
        takes: Sequence[Take],
        starred: Collection[Take],
        pair: tuple[Take | None, Take | None],
        order: Measured | None,
        chosen: Maker | None,
    ) -> None:
        are_as_many = len(takes) == len(self.takes)
        if not are_as_many:
            self.beginResetModel()
        self.takes, self._starred, self._pair = tuple(takes), starred, pair
        self._order, self._chosen = order, chosen
        if not are_as_many:
            self.endResetModel()
        elif takes:
            self.dataChanged.emit(self.index(0), self.index(len(takes) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.takes)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        take = self.takes[index.row()]
        if role == Role.SONG:
            return take.song
        if role == Role.STARRED:
            return take in self._starred
        if role == Role.AWAITED:
            return take is self._awaited
        if role == Role.LETTER:
            return next(
                (name for name, one in zip("AB", self._pair, strict=True) if one is take), ""
            )
        if role == Role.LINE:
            return self._short_line(take)
        if role == Qt.ItemDataRole.ToolTipRole:
            model = self._other_model(take)
            tip = tr("Made by {model}, not by the model that is chosen now", model=model)
            return f"<p>{escape(tip)}</p>" if model else ""  # strangers name their models
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line, model = self._line(take), self._other_model(take)
            if model:
                line = tr("{line}, made by {model}", line=line, model=model)
            said = {"number": index.row() + 1, "line": line}
            if take in self._starred:
                return tr("Take {number}, starred, {line}", **said)
            return tr("Take {number}, {line}", **said)
        return None

    def _short_line(self, take: Take) -> str:
        """There is not room for all: what is unlike the others goes before what all have."""
        line, model = self._line(take), self._other_model(take)
        if not model or take is self._awaited:
            return line
        return model if self._order is None else f"{line} \N{MIDDLE DOT} {model}"

    def _line(self, take: Take) -> str:
        """The measure that orders the cards; as drawn, how likely the take is."""
        if take is self._awaited:
            return tr("comes with bar {bar}", bar=self._bar)
        return tr((self._order or MEASURED[0]).line(take.measures))

    def _other_model(self, take: Take) -> str:
        """What made it, if that is not the model that would make the next one; else nothing."""
        maker, chosen = take.maker, self._chosen
        if maker is None or chosen is None or maker.identities == chosen.identities:
            return ""
        return tr(maker.title(take.controls.blend_share))


class TakeList(QListView):
    """`chosen`, `starred`, `hovered` and `dragged` bring the row of a take; `kept` and `left` tell.

    A click, the arrow keys and 1 to 9 choose, Enter keeps, S stars. `hovered` comes when the mouse
    rests on a card, `left` when it has gone, `dragged` when it pulls one away.
    """

    chosen = Signal(int)
    starred = Signal(int)
    hovered = Signal(int)
    dragged = Signal(int)
    kept = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("takes")
        self.setAccessibleName(tr("Takes"))
        self.setAccessibleDescription(
            tr("1 to 9 and the arrow keys choose, Return keeps, S stars, X compares two.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setItemDelegate(TakeCard(self))
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._hover)
        self._hovered = -1
        self._is_showing = False
        self._pressed_at: QPoint | None = None
        self.selectionModel().currentChanged.connect(self._choose)
        self.entered.connect(self._enter)
        self.viewportEntered.connect(self._exit)
        self.installEventFilter(self)

    def show_takes(
        self,
        takes: Sequence[Take],
        starred: Collection[Take],
        shown: Take | None,
        pair: tuple[Take | None, Take | None],
        order: Measured | None,
        chosen: Maker | None,
    ) -> None:
        """Lists `takes` as they stand; `order` is the measure that put them so. What made a take
        stands on it where that is another than the `chosen` model.
        """
        self._is_showing = True
        self._rows.show(takes, starred, pair, order, chosen)
        row = next((row for row, take in enumerate(takes) if take is shown), -1)
        if row < 0:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(self._rows.index(row))
        self._is_showing = False

    def show_awaited(self, take: Take | None, bar: int) -> None:
        """Marks the take that will be chosen with bar `bar`; None: none will."""
        self._rows.show_awaited(take, bar)

    def choose(self, number: int) -> None:
        """Chooses the card of that number, counted from 1, if there is one."""
        if number <= len(self._rows.takes):
            self.setCurrentIndex(self._rows.index(number - 1))

    def picture_of(self, row: int) -> QPixmap:
        """The card as it stands there."""
        return self.viewport().grab(self.visualRect(self._rows.index(row)))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_showing:
            self.chosen.emit(index.row())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_S
            and not event.modifiers()
        ):
            event.accept()  # here it is the star, and no shortcut
            return True
        return super().eventFilter(watched, event)  # the scroll bars are watched too

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_S and not event.modifiers():
            self.starred.emit(self.currentIndex().row())
        elif event.text() and not event.modifiers():
            event.ignore()  # a list would search for a name that begins so
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
        elif self._is_on_star(index, event):
            self.starred.emit(index.row())
        else:
            self._pressed_at = place  # a click chooses when it ends: it may become a drag

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            if not event.buttons():  # a list would choose what a pressed button passes over
                super().mouseMoveEvent(event)
            return
        moved = event.position().toPoint() - self._pressed_at
        if moved.manhattanLength() >= QApplication.startDragDistance():
            row = self.indexAt(self._pressed_at).row()
            self._pressed_at = None
            self._exit()
            self.dragged.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            super().mouseReleaseEvent(event)
            return
        index = self.indexAt(self._pressed_at)
        self._pressed_at = None
        self.setCurrentIndex(index)

    def _is_on_star(self, index: QModelIndex, event: QMouseEvent) -> bool:
        return star_rect(self.visualRect(index)).contains(event.position().toPoint())

    def _enter(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self._rest.start()

    def _hover(self) -> None:
        if 0 <= self._hovered < len(self._rows.takes):
            self.hovered.emit(self._hovered)

    def _exit(self) -> None:
        self._rest.stop()
        self._hovered = -1
        self.left.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._exit()
