"""Which trained model composes, and what it says of itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGroupBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.icons import set_icon
from gui.panels.fields import tool_button

if TYPE_CHECKING:
    from core.model.card import Card


class ModelPanel(QGroupBox):
    """`chosen` brings the Path of a model in the list; `open_file` asks for one from a file."""

    chosen = Signal(object)
    open_file = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Model", parent)
        self.picker = QComboBox()
        self.picker.setAccessibleName("Model")
        self.picker.setToolTip("The trained model that goes on with your tune")
        self.picker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picker.setMinimumContentsLength(12)
        self.picker.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        open_button = tool_button("Open a model", "Use a trained model from a file (Ctrl+M)")
        set_icon(open_button, "folder")
        self._name = QLabel()
        self._name.setWordWrap(True)
        self.card = QLabel()
        self.card.setObjectName("facts")
        self.card.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.picker, 1)
        row.addWidget(open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._name)
        column.addWidget(self.card)
        self.picker.activated.connect(self._choose)
        open_button.clicked.connect(self.open_file)

    def show_models(self, paths: Sequence[Path], chosen: Path | None) -> None:
        """Lists the models by their file names."""
        self.picker.clear()
        for path in paths:
            self.picker.addItem(path.stem, path)
            self.picker.setItemData(self.picker.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)
        names = {path: index for index, path in enumerate(paths)}
        self.picker.setCurrentIndex(-1 if chosen is None else names.get(chosen, -1))

    def show_card(self, card: "Card | None", is_opening: bool = False) -> None:
        """What the model says of itself, or that it is still being opened."""
        shown = None if is_opening else card
        nobody = "Opening…" if is_opening else "No model is open"
        self._name.setText(nobody if shown is None else shown.name)
        self.card.setText("" if shown is None else text_from_card(shown))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.picker.currentData())


def text_from_card(card: "Card") -> str:
    """Where the model comes from, how good it is, and what it may be used for, a line each."""
    lines = []
    if card.corpus:
        lines.append(f"Trained on {card.corpus}")
    if card.bits_per_note is None:
        lines.append("Nobody has measured how well it knows other songs")
    else:
        lines.append(f"{card.bits_per_note:.2f} bits per note on songs it never saw")
    if card.licence:
        lines.append(card.licence.partition(". ")[0].rstrip(".") + ".")
    return "\n".join(lines)
