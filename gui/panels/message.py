"""One sentence for the user, where it cannot be missed and is in nobody's way."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui.language import tr
from gui.look.icons import set_icon
from gui.panels.fields import push_button, tool_button

Tone = Literal["notice", "trouble"]

_MOST_LINES = 3
_NARROWEST_PX = 120


class MessageBar(QFrame):
    """Shows the latest sentences until it is closed, with at most one button that helps.

    `closed` tells that the bar went away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAccessibleName(tr("Message"))
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)  # a stranger's words may be in it
        self._sentence.setMinimumWidth(_NARROWEST_PX)  # or long sentences would widen the window
        self.offer = push_button("", "")
        self.close_button = tool_button(tr("Close the message"), tr("Close the message"))
        set_icon(self.close_button, "close")
        self._help: Callable[[], object] | None = None
        self._offered = ""  # the sentence whose button stands there
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.offer)
        row.addWidget(self.close_button)
        self.offer.clicked.connect(self._take_offer)
        self.close_button.clicked.connect(self.clear)
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence that stands there; empty while the bar is hidden."""
        return self._sentence.text()

    def show_sentence(
        self,
        sentence: str,
        tone: Tone = "trouble",
        offer: str = "",
        help_with: Callable[[], object] | None = None,
    ) -> None:
        """Shows `sentence`, and a button `offer` that calls `help_with` and closes the bar.

        A button that stands there stays as long as its sentence, unless another one comes.
        """
        earlier = [line for line in self.sentence.splitlines() if line != sentence]
        lines = [*earlier, sentence][-_MOST_LINES:]
        self._sentence.setText("\n".join(lines))
        self.setProperty("tone", tone)
        self.style().polish(self)
        if help_with is not None or self._offered not in lines:
            self._offered, self._help = sentence, help_with
            self.offer.setText(offer)
            self.offer.setToolTip(offer)
            self.offer.setVisible(help_with is not None)
        self.setAccessibleDescription(self.sentence)
        self.show()

    def withdraw(self, sentence: str) -> None:
        """Takes back `sentence` and its offer, if it stands there."""
        others = self.sentence.splitlines()
        if sentence not in others:
            return
        others.remove(sentence)
        offered, offer, help_with = self._offered, self.offer.text(), self._help
        self.clear()
        for other in others:
            if other == offered:
                self.show_sentence(other, "notice", offer, help_with)
            else:
                self.show_sentence(other)

    @Slot()
    def clear(self) -> None:
        self._sentence.clear()
        self._help, self._offered = None, ""
        self.hide()
        self.closed.emit()

    @Slot()
    def _take_offer(self) -> None:
        help_with = self._help
        self.clear()
        if help_with is not None:
            help_with()
