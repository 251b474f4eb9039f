"""Keeps the work of one window safe: from a crash, and from another program on the same file."""

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.recovery.claim import Claimant
from core.recovery.keeper import Keeper
from core.words import Words
from gui.language import tr


class Safety(QObject):
    """Keeps what is not saved, and claims the project's file; both on threads of their own.

    `told` brings a sentence about what cannot be kept, or about who else has the file.
    """

    told = Signal(str)
    _came = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came.connect(self._tell)  # from those threads to that of the window
        self.keeper = Keeper(document, self._came.emit)
        self._claimant = Claimant(document, self._came.emit)
        self._is_given_up = False

    def give_up(self) -> None:
        """The user has discarded the work and leaves: it is not to be offered again."""
        self._is_given_up = True

    def close(self) -> None:
        """To be called last of all; work that nobody has discarded stays for the next start."""
        if self._is_given_up:
            self.keeper.forget()
        self.keeper.close()
        self._claimant.close()

    @Slot(object)
    def _tell(self, words: Words) -> None:
        self.told.emit(tr(words))
