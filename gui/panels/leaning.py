"""A slider between two words, for a wish that goes one way or the other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from gui.language import tr

_STEPS = 100


class Leaning(QWidget):
    """A slider from -1 to 1 between two words; 0, in the middle, asks for nothing."""

    changed = Signal()

    def __init__(self, name: str, less: str, more: str, tip: str) -> None:
        super().__init__()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(-_STEPS, _STEPS)
        self._slider.setPageStep(_STEPS // 4)
        self._slider.setAccessibleName(
            tr("{name}: {less} or {more}", name=name, less=less, more=more)
        )
        self._slider.setToolTip(tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.labels = QLabel(less), QLabel(more)
        sides = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        for label, side in zip(self.labels, sides, strict=True):
            label.setObjectName("hint")
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label)
        row.insertWidget(1, self._slider, 1)
        self._slider.valueChanged.connect(self.changed)

    @property
    def value(self) -> float:
        return self._slider.value() / _STEPS

    def show_value(self, value: float) -> None:
        self._slider.setValue(round(value * _STEPS))


def align_leanings(leanings: Iterable[Leaning]) -> None:
    """Makes all their words as wide as the widest one, so that the sliders are of one length."""
    labels = [label for leaning in leanings for label in leaning.labels]
    widest = max(label.fontMetrics().horizontalAdvance(f" {label.text()} ") for label in labels)
    for label in labels:
        label.setFixedWidth(widest)
