"""The strip above the roll: which tool the mouse is, and the grid to which notes are drawn."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from core.words import Words
from gui.language import tr
from gui.look.icons import set_icon
from gui.roll.snap import SNAPS, Snap

_TOOLS = (
    (
        "pointer",
        Words("Pointer"),
        Words("Choose, move and resize notes; double-click to draw one (V)"),
    ),
    (
        "pencil",
        Words("Pencil"),
        Words("Draw notes; a note that is there is taken as with the pointer (P)"),
    ),
    ("eraser", Words("Eraser"), Words("Erase every note that the mouse goes over (E)")),
)


class Toolbar(QWidget):
    """`tool_chosen` brings the name of a tool, `snap_chosen` a Snap."""

    tool_chosen = Signal(str)
    snap_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 4, 6, 4)
        self._row.setSpacing(4)
        self._buttons = {name: self._button(name, tr(text), tr(tip)) for name, text, tip in _TOOLS}
        self.grid = QComboBox()
        self.grid.addItems([tr(snap.name) for snap in SNAPS])
        self.grid.setToolTip(
            tr("Where notes may begin and end; hold Shift while you drag to leave the grid")
        )
        self.grid.setAccessibleName(tr("Grid"))
        self._row.addSpacing(8)
        self._row.addWidget(QLabel(tr("Grid:")))
        self._row.addWidget(self.grid)
        self._row.addStretch()
        self.grid.activated.connect(self._choose_snap)

    def add(self, widget: QWidget) -> None:
        """Gives `widget` a place at the right end."""
        self._row.addWidget(widget)

    def show_tool(self, name: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == name)

    def show_snap(self, snap: Snap) -> None:
        self.grid.setCurrentIndex(SNAPS.index(snap))

    def _button(self, name: str, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCheckable(True)
        set_icon(button, name)
        button.clicked.connect(lambda: self.tool_chosen.emit(name))
        self._row.addWidget(button)
        return button

    @Slot(int)
    def _choose_snap(self, place: int) -> None:
        self.snap_chosen.emit(SNAPS[place])
