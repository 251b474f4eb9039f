"""The list in which one of several tunes in a file is chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.language import tr

_LEAST_TO_SEARCH = 12
_AS_WIDE_AS_A_DIGIT = "\N{FIGURE SPACE}"


class TuneDialog(QDialog):
    """Lists the tunes of a file by number and title; a long list can be searched."""

    def __init__(self, window: QWidget, file: str, titles: Sequence[str]) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Choose a tune"))
        self.resize(420, 440)
        name = file.replace("&", "&&")
        label = QLabel(
            tr(
                "{file} holds {n:,} &tunes. Which one shall be opened?",
                file=name,
                n=len(titles),
            )
        )
        label.setWordWrap(True)
        self.tunes = QListWidget()
        self.tunes.setAccessibleName(tr("Tunes"))
        self.tunes.setSpacing(2)
        digits = len(str(len(titles)))
        self.tunes.addItems(
            [f"{n:{_AS_WIDE_AS_A_DIGIT}>{digits}}  {t}" for n, t in enumerate(titles, start=1)]
        )
        self.tunes.setCurrentRow(0)
        label.setBuddy(self.tunes)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the titles"))
        self.search.setClearButtonEnabled(True)
        self.search.setVisible(len(titles) >= _LEAST_TO_SEARCH)
        button = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(button.Open | button.Cancel)
        column = QVBoxLayout(self)
        for part in (label, self.search, self.tunes, self.buttons):
            column.addWidget(part)
        self.tunes.setFocus()
        self.search.textChanged.connect(self._show_found)
        self.tunes.itemActivated.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def ask(self) -> int | None:
        """The number of the tune chosen, from 1; None for Cancel."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        number = self.tunes.currentRow() + 1
        self.deleteLater()
        return number if accepted and number else None

    def _show_found(self, text: str) -> None:
        wanted = text.casefold()
        found: list[QListWidgetItem] = []
        for row in range(self.tunes.count()):
            item = self.tunes.item(row)
            is_found = wanted in item.text().casefold()
            item.setHidden(not is_found)
            if is_found:
                found.append(item)
        if self.tunes.currentItem() not in found:
            self.tunes.setCurrentRow(self.tunes.row(found[0]) if found else -1)
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(bool(found))
