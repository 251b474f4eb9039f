"""The mouse wheel over a column of fields."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSlider, QWidget

_KNOBS: tuple[type[QWidget], ...] = QComboBox, QAbstractSpinBox, QSlider


class ScrollingWheel(QObject):
    """Lets the wheel turn a knob only when that has the focus; else it scrolls the column.

    Who scrolls must not choose another model in passing.
    """

    def watch(self, column: QWidget) -> None:
        for kind in _KNOBS:
            for field in column.findChildren(kind):
                field.installEventFilter(self)
                if field.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(field, QWidget):
            return False
        if field.hasFocus():
            return False
        event.ignore()  # so that it goes on to the column
        return True
