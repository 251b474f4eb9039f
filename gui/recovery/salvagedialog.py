"""The list of unsaved work that earlier starts have left."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from core.words import Words
from gui.language import tr
from gui.panels.fields import push_button, set_reason
from gui.recovery.found import Found

Deed = Literal["restore", "throw away"]

_RESTORE_TIP = Words("Go on with this work, which stays unsaved until you save it")
_DAMAGED = Words("What is damaged cannot be restored")


class SalvageDialog(QDialog):
    """Lists what was found, the latest first, and of those the first that is whole is chosen."""

    def __init__(self, window: QWidget, found: Sequence[Found]) -> None:
        super().__init__(window)
        self._found = found
        self._deed: Deed = "restore"
        self.setWindowTitle(tr("Unsaved work"))
        self.resize(560, 280)
        label = QLabel(tr("Programs that came to a sudden end had not saved &this:"))
        label.setWordWrap(True)
        self.rows = QListWidget()
        self.rows.setAccessibleName(tr("Unsaved work"))
        self.rows.setSpacing(2)
        self.rows.addItems([tr(one.line) for one in found])
        label.setBuddy(self.rows)
        self.restore = push_button(tr("&Restore"), "")
        self.throw_away = push_button(tr("Throw &away…"), tr("Remove this work for good"))
        self.later = push_button(tr("&Later"), tr("Leave all of it to the next start"))
        self.restore.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.throw_away)
        buttons.addStretch(1)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.later)
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.rows)
        column.addLayout(buttons)
        self.rows.currentRowChanged.connect(self._allow)
        self.rows.itemActivated.connect(self._activate)
        self.restore.clicked.connect(self.accept)
        self.throw_away.clicked.connect(self._throw_away)
        self.later.clicked.connect(self.reject)
        whole = (row for row, one in enumerate(found) if not one.leftover.is_damaged)
        self.rows.setCurrentRow(next(whole, 0))
        self.rows.setFocus()

    def ask(self) -> tuple[Found, Deed] | None:
        """What to do with which of them; None for nothing now."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        row = self.rows.currentRow()
        self.deleteLater()
        return (self._found[row], self._deed) if accepted else None

    def _allow(self, row: int) -> None:
        is_damaged = self._found[row].leftover.is_damaged
        set_reason(self.restore, _RESTORE_TIP, _DAMAGED if is_damaged else "")

    def _activate(self) -> None:
        if self.restore.isEnabled():
            self.accept()

    def _throw_away(self) -> None:
        self._deed = "throw away"
        self.accept()
