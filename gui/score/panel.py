"""The score under the roll: the page, and how it is shown."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.words import Words
from gui.language import tr
from gui.look.icons import set_icon
from gui.panels.fields import set_reason, tool_button
from gui.score.view import LARGEST_ZOOM, SMALLEST_ZOOM, ZOOM_STEP, ScoreView

_TITLE = Words("Score")
_BUSY = Words("Score: the new page is being drawn …")
_SMALLER_TIP, _LARGER_TIP = Words("Smaller notes (minus)"), Words("Larger notes (plus)")


class ScorePanel(QWidget):
    """`changed` tells that the user wants it as a strip or not, or in another size."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self.view = ScoreView(self)
        self.page = _kind(
            tr("Page", "of a score"), tr("The score in lines, as long as there is room")
        )
        self.strip = _kind(tr("Strip", "of a score"), tr("The score in one line, without end"))
        self.smaller = tool_button(tr("Smaller notes"), tr(_SMALLER_TIP))
        self.larger = tool_button(tr("Larger notes"), tr(_LARGER_TIP))
        set_icon(self.smaller, "minus")
        set_icon(self.larger, "plus")
        kinds = QButtonGroup(self)
        for button in (self.page, self.strip):
            kinds.addButton(button)
        self._arrange()
        self.page.setChecked(True)
        kinds.buttonClicked.connect(lambda _: self._show(self._zoom))
        self.smaller.clicked.connect(lambda: self._show(self._zoom / ZOOM_STEP))
        self.larger.clicked.connect(lambda: self._show(self._zoom * ZOOM_STEP))
        self.view.zoomed.connect(self._show)

    def _arrange(self) -> None:
        self._title = QLabel(tr(_TITLE))
        self._title.setObjectName("facts")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._title, 1)
        for button in (self.page, self.strip):
            row.addWidget(button)
        row.addSpacing(8)
        for button in (self.smaller, self.larger):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    @property
    def is_strip(self) -> bool:
        return self.strip.isChecked()

    @property
    def zoom(self) -> float:
        return self._zoom

    def show_choices(self, zoom: float, is_strip: bool) -> None:
        """Shows it so, without telling anybody."""
        (self.strip if is_strip else self.page).setChecked(True)
        self._zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self.view.show_zoom(self._zoom, is_strip)
        smallest = "" if self._zoom > SMALLEST_ZOOM else tr("The notes are as small as they get")
        largest = "" if self._zoom < LARGEST_ZOOM else tr("The notes are as large as they get")
        set_reason(self.smaller, tr(_SMALLER_TIP), smallest)
        set_reason(self.larger, tr(_LARGER_TIP), largest)

    def show_busy(self, is_busy: bool) -> None:
        """Says that a new page takes a while; the one before is still there."""
        self._title.setText(tr(_BUSY if is_busy else _TITLE))
        self._title.setToolTip(self._title.text())

    @Slot(float)
    def _show(self, zoom: float) -> None:
        self.show_choices(zoom, self.is_strip)
        self.changed.emit()


def _kind(text: str, tip: str) -> QToolButton:
    button = tool_button(text, tip)
    button.setText(text)
    button.setCheckable(True)
    return button
