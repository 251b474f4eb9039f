"""A group of controls that is folded away until somebody asks for it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.language import tr

_APART_PX = 12


class FoldingPanel(QWidget):
    """Its fields are made when they are first shown, for which the first picture does not wait.

    `made` tells that they are there.
    """

    made = Signal()

    def __init__(self, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.is_made = False
        self.opener = QToolButton()
        self.opener.setObjectName("opener")
        self.opener.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.opener.setCheckable(True)
        self.opener.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.opener.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.opener.setToolTip(tip)
        self.body = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.opener)
        column.addWidget(self.body)
        self.opener.toggled.connect(self._open)
        self._open(False)

    def make(self) -> None:
        """Puts the fields into `body`, once."""
        raise NotImplementedError

    def show_summary(self, text: str) -> None:
        """What the group says of itself while it is folded, behind its title."""
        said = {"title": self._title, "summary": text}
        self.opener.setText(tr("{title}: {summary}", **said))
        self.opener.setAccessibleName(tr("{title}, {summary}", **said))

    @Slot(bool)
    def _open(self, is_open: bool) -> None:
        if is_open and not self.is_made:
            self.make()
            self.is_made = True
            self.made.emit()
        self.body.setVisible(is_open)
        self.setContentsMargins(0, 0, 0, _APART_PX if is_open else 0)
        self.opener.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
