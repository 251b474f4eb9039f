"""The tunes of a file by number and title; a long list can be searched."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from gui.language import tr
from gui.panels.fields import label_for
from gui.panels.listing import Listing

_LEAST_TO_SEARCH = 12


class TuneList(QWidget):
    """`chosen` brings the number of a tune, from 1."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listing = Listing()
        self._found: Sequence[int] = ()
        self._number = 0
        self._model = QStringListModel(self)
        self.rows = QListView()
        self.rows.setModel(self._model)
        self.rows.setUniformItemSizes(True)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        label = label_for(self.rows, tr("&Tunes"))
        label.setObjectName("title")
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the titles"))
        self.search.setClearButtonEnabled(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (label, self.search, self.rows):
            column.addWidget(part)
        self.rows.selectionModel().currentRowChanged.connect(self._choose)
        self.search.textChanged.connect(self._show_found)

    @property
    def is_empty(self) -> bool:
        """Whether no tunes were shown yet."""
        return not self._listing.rows

    def show_listing(self, listing: Listing) -> None:
        self._listing = listing
        self._show_found("")
        self.search.setVisible(len(listing.rows) >= _LEAST_TO_SEARCH)

    def show_number(self, number: int) -> None:
        """Marks that tune, which is shown."""
        self._number = number
        if number in self._found:
            self.rows.setCurrentIndex(self._model.index(self._found.index(number)))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        number = self._found[index.row()] if index.isValid() else self._number
        if number != self._number:
            self._number = number
            self.chosen.emit(number)

    @Slot(str)
    def _show_found(self, text: str) -> None:
        """The tune that is shown stays the current one, if it is found."""
        self._found = self._listing.found(text)
        self._model.setStringList([self._listing.rows[number - 1] for number in self._found])
        if self._number in self._found:
            self.show_number(self._number)
        elif self._found and self._number:
            self.rows.setCurrentIndex(self._model.index(0))
