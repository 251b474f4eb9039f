"""The second model of a mixture, and how much it counts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSlider, QVBoxLayout, QWidget

from core.words import Words
from gui.language import tr
from gui.panels.fields import set_reason

_STEPS = 100
_NONE = Words("none", "no second model")
_TIP = Words("Mix what the model makes with what a second one of the same family would make")
_NO_SECOND = Words("Choose a second model first")
_HALF = 0.5


class BlendField(QWidget):
    """A list of models and a slider from the first to the second; `changed` tells of either."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picker = QComboBox()
        self.picker.setAccessibleName(tr("Second model"))
        self.picker.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.picker.setMinimumContentsLength(10)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 10)
        self.slider.setAccessibleName(tr("Share of the second model"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.picker)
        column.addWidget(self.slider)
        self.setFocusProxy(self.picker)
        self._first = ""
        self.show_models({}, "", "")
        self.picker.activated.connect(self._choose)
        self.slider.valueChanged.connect(self._turn)

    @property
    def name(self) -> str:
        """The second model as controls name it; empty for none."""
        name: str = self.picker.currentData()
        return name

    @property
    def share(self) -> float:
        return self.slider.value() / _STEPS if self.name else 0.0

    def show_models(self, titles: Mapping[str, str], first: str, chosen: str) -> None:
        """Lists models by what they are called, under the names that controls have for them.

        `first` is the title of the one that composes, `chosen` the name of the second.
        """
        self._first = first
        self.picker.clear()
        self.picker.addItem(tr(_NONE), "")
        for name, title in titles.items():
            self.picker.addItem(title, name)
        self.show_value(chosen, self.slider.value() / _STEPS)

    def show_value(self, name: str, share: float) -> None:
        if self.picker.findData(name) < 0:
            self.picker.addItem(name.rpartition("/")[2], name)  # one that has not been opened yet
        self.picker.setCurrentIndex(self.picker.findData(name))
        self.slider.setValue(round(share * _STEPS) if name else 0)
        self._explain()

    def _explain(self) -> None:
        words = _TIP
        if self.name:
            share = self.slider.value()
            words = Words(
                "{first_share} % {first}, {second_share} % {second}",
                first_share=100 - share,
                first=self._first or Words("the model"),
                second_share=share,
                second=self.picker.currentText(),
            )
        self.picker.setToolTip(tr(words))
        set_reason(self.slider, words, "" if self.name else _NO_SECOND)

    @Slot()
    def _choose(self) -> None:
        if self.name and not self.slider.value():
            self.slider.blockSignals(True)
            self.slider.setValue(round(_HALF * _STEPS))
            self.slider.blockSignals(False)
        self.changed.emit()

    @Slot()
    def _turn(self) -> None:
        self._explain()
        self.changed.emit()
