"""Small parts that several panels share: fields with a label, and who hears the space key."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from gui.language import tr

ROW_GAP_PX = 8
"""From a row of fields to the next, in every panel and dialog."""

_RETURNS = Qt.Key.Key_Return, Qt.Key.Key_Enter
_RETURN_KEEPERS = QAbstractSpinBox, QLineEdit, QAbstractItemView
_KEEPERS = (*_RETURN_KEEPERS, QAbstractButton, QComboBox)


def label_for(field: QWidget, text: str, name: str = "") -> QLabel:
    """A label whose mnemonic leads to `field`; it also names the field for screen readers."""
    label = QLabel(text)
    label.setBuddy(field)
    field.setAccessibleName(name or text.replace("&", "").rstrip(":"))
    return label


def align_labels(groups: Iterable[QWidget]) -> None:
    """Makes the labels in the first column as wide as the widest one in any of these groups."""
    grids = [grid for group in groups if isinstance(grid := group.layout(), QGridLayout)]
    cells = (grid.itemAtPosition(row, 0) for grid in grids for row in range(grid.rowCount()))
    first = [cell.widget() for cell in cells if cell is not None]
    widest = max(label.sizeHint().width() for label in first if isinstance(label, QLabel))
    for grid in grids:
        grid.setColumnMinimumWidth(0, widest)


def surround(number: QSpinBox, text: str) -> None:
    """Writes before and behind the number what stands around it in `text`, such as '3 bars'."""
    prefix, _, suffix = text.partition(str(number.value()))
    number.setPrefix(prefix)
    number.setSuffix(suffix)


def roomy(number: QAbstractSpinBox) -> None:
    """Moves the digits away from the rim, which style sheets cannot do."""
    number.lineEdit().setTextMargins(5, 0, 0, 0)


def tool_button(name: str, tip: str) -> QToolButton:
    """A button that shows only an icon, named for screen readers."""
    button = QToolButton()
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def push_button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def set_reason(widget: QWidget, tip: str, why_not: str) -> None:
    """Enables the widget under its tooltip, or disables it and says why there.

    Words are said in the language of the window.
    """
    widget.setEnabled(not why_not)
    text = tr(why_not or tip)
    if widget.toolTip() != text:  # Qt would tell everybody of one that is no other
        widget.setToolTip(text)


class SpaceKey(QObject):
    """Space plays the tune, but it also presses a button: this decides which, by the focus.

    In a number it plays, for no number holds a space, and in a list of choices too, which Alt+Down
    opens: who has just chosen an output wants to hear it. On a button that was reached with Tab it
    does what it does everywhere. Typed text keeps it anyway. Return plays too, but belongs to
    fields and lists, which take it for "done" and "this one". Shift+Space, which stops, is in a
    number as good as Space, and on a button it is not pressing. Letters, of which some are
    shortcuts, look for a choice in a list of choices.
    """

    def watch(self, window: QWidget) -> None:
        for field in window.findChildren(QWidget):
            if isinstance(field, _KEEPERS):
                field.installEventFilter(self)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _RETURNS and isinstance(field, _RETURN_KEEPERS):
            event.accept()
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        if isinstance(field, QComboBox) and event.text().isalnum():
            event.accept()
            return True
        if event.key() != Qt.Key.Key_Space:
            return False
        inner = isinstance(field, QLineEdit) and isinstance(field.parent(), QAbstractSpinBox)
        if isinstance(field, QAbstractSpinBox | QComboBox) or inner:
            event.ignore()
            return True
        if isinstance(field, QAbstractButton) and not event.modifiers():
            event.accept()
            return True
        return False
