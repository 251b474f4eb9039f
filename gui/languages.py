"""The choice of the language in the View menu."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.language import LANGUAGES, tr


class LanguageMenu(QMenu):
    """Offers the languages, each under its own name, and that of the system.

    `noted` brings a sentence that says when another one is heard.
    """

    noted = Signal(str)

    def __init__(self, choice: str, parent: QWidget) -> None:
        super().__init__(tr("&Language"), parent)
        self.choice = choice if choice in LANGUAGES else ""
        self._group = QActionGroup(self)
        for code, name in {"": tr("That of the system"), **LANGUAGES}.items():
            action = self.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == self.choice)
            action.setData(code)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self._choose(action.data()))

    def _choose(self, code: str) -> None:
        if code != self.choice:
            self.choice = code
            self.noted.emit(tr("The window speaks this language from its next start on."))
