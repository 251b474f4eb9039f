"""One sentence for the user, where it cannot be missed and is in nobody's way."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui.icons import set_icon
from gui.panels.fields import push_button, tool_button


class MessageBar(QFrame):
    """Shows the latest sentence until it is closed, with at most one button that helps.

    `closed` tells that the bar went away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAccessibleName("Message")
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._offer = push_button("", "")
        self._close = tool_button("Close the message", "Close the message")
        set_icon(self._close, "close")
        self._help: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._offer)
        row.addWidget(self._close)
        self._offer.clicked.connect(self._take_offer)
        self._close.clicked.connect(self.clear)
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence that stands there; empty while the bar is hidden."""
        return self._sentence.text()

    def show_sentence(
        self, sentence: str, offer: str = "", help_with: Callable[[], object] | None = None
    ) -> None:
        """Shows `sentence`, and a button `offer` that calls `help_with` and closes the bar."""
        self._sentence.setText(sentence)
        self._help = help_with
        self._offer.setText(offer)
        self._offer.setToolTip(offer)
        self._offer.setVisible(help_with is not None)
        self.setAccessibleDescription(sentence)
        self.show()

    @Slot()
    def clear(self) -> None:
        self._sentence.clear()
        self._help = None
        self.hide()
        self.closed.emit()

    @Slot()
    def _take_offer(self) -> None:
        help_with = self._help
        self.clear()
        if help_with is not None:
            help_with()
