"""The list of all keys, in which one can search."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.words import Words
from gui.language import tr

_ADVICE = Words("Return does what is chosen.")
_NOTHING = Words("Nothing is called so. Try another word, such as 'take', 'zoom' or 'octave'.")
_NAME, _WHY_NOT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Row:
    """What can be done with which keys. `name` is the action's, '' where there is none; `why_not`
    says why it cannot be done now."""

    name: str
    text: str
    keys: str
    tip: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of a menu, or of a part of the window."""

    title: str
    rows: tuple[Row, ...]


class ShortcutsDialog(QDialog):
    """`asked` brings the name of the action that was chosen; the dialog has closed by then."""

    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(620, 600)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search for what to do, or for a key"))
        self.search.setAccessibleName(tr("Search the shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.search.setToolTip(tr("Every word must be in the text or in the keys"))
        self.list = QTreeWidget()
        self.list.setObjectName("shortcuts")
        self.list.setAccessibleName(tr("Shortcuts"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setItemsExpandable(False)
        self.list.setIndentation(0)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.advice = QLabel(tr(_ADVICE))
        self.advice.setObjectName("facts")
        self.advice.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (self.search, self.list, self.advice):
            column.addWidget(part)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        self.list.itemDoubleClicked.connect(self._ask)
        self.list.currentItemChanged.connect(self._explain)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Lists `groups` and lets the user search in all of them."""
        self.list.clear()
        self._groups = []
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for group in groups:
            head = QTreeWidgetItem([group.title])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, bold)
            head.setTextAlignment(0, Qt.AlignmentFlag.AlignBottom)
            head.setSizeHint(0, QSize(0, 2 * self.fontMetrics().height()))
            self.list.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
            rows = [_item(row, self.palette()) for row in group.rows]
            head.addChildren(rows)
            self._groups.append((head, rows))
        self.list.expandAll()
        self.search.clear()
        self.search.setFocus()
        self._find("")

    @property
    def found(self) -> list[QTreeWidgetItem]:
        """The rows that the search has left, from top to bottom."""
        return [row for _, rows in self._groups for row in rows if not row.isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types; Return does what is chosen."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTERS:
                self._ask(self.list.currentItem())
                return True
            if watched is self.search and event.key() in _TO_LIST:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _find(self, text: str) -> None:
        words = text.casefold().split()
        for head, rows in self._groups:
            for row in rows:
                told = (head.text(0), row.text(0), row.text(1), row.toolTip(0))
                row.setHidden(not all(word in " ".join(told).casefold() for word in words))
            head.setHidden(all(row.isHidden() for row in rows))
        if words and self.found:
            self.list.setCurrentItem(self.found[0])
        else:
            self.list.selectionModel().clear()
            self.list.scrollToTop()
        self._explain()

    @Slot()
    def _explain(self) -> None:
        """What the chosen one does, or why it cannot be done now."""
        item = self.list.currentItem()
        if item is not None and item.parent() is not None:
            self.advice.setText(item.toolTip(0) or tr(_ADVICE))
        else:
            self.advice.setText(tr(_ADVICE if self.found else _NOTHING))

    def _ask(self, item: QTreeWidgetItem | None) -> None:
        name = "" if item is None or item.data(0, _WHY_NOT) else item.data(0, _NAME)
        if name:
            self.accept()
            self.asked.emit(name)


def _item(row: Row, palette: QPalette) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.text, row.keys])
    item.setData(0, _NAME, row.name)
    item.setData(0, _WHY_NOT, row.why_not)
    for place in (0, 1):
        item.setToolTip(place, row.why_not or row.tip)
        if row.why_not:  # it can be looked up all the same
            faint = palette.brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
            item.setForeground(place, faint)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
