"""Which trained model composes, and what each says of itself."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGroupBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.words import Words
from gui.language import tr
from gui.look.icons import set_icon
from gui.panels.card import LINES_ROLE, CardDelegate, text_from_card
from gui.panels.fields import tool_button

if TYPE_CHECKING:
    from core.model.card import Card

_UNKNOWN = Words("It has not been opened yet")


class ModelPanel(QGroupBox):
    """`chosen` brings the Path of a model in the list; `open_file` asks for one from a file."""

    chosen = Signal(object)
    open_file = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Model"), parent)
        self.picker = QComboBox()
        self.picker.setObjectName("models")  # for the width of its list, see gui/look/style.py
        self.picker.setAccessibleName(tr("Model"))
        self.picker.setToolTip(tr("The trained model that goes on with your tune"))
        self.picker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picker.setMinimumContentsLength(12)
        self.picker.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.picker.setItemDelegate(CardDelegate(self.picker))
        open_button = tool_button(
            tr("Open a model"), tr("Use a trained model from a file (Ctrl+M)")
        )
        set_icon(open_button, "folder")
        self.state = QLabel()
        self.card = QLabel()
        self.card.setObjectName("facts")
        self.card.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.picker, 1)
        row.addWidget(open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.state)
        column.addWidget(self.card)
        self.picker.activated.connect(self._choose)
        open_button.clicked.connect(self.open_file)
        self.show_state(False, False)

    def show_models(
        self, paths: Sequence[Path], cards: "Mapping[Path, Card]", chosen: Path | None
    ) -> None:
        """Lists the models by their names, each with its card as far as it is known."""
        self.picker.clear()
        role = Qt.ItemDataRole
        for index, (path, name) in enumerate(zip(paths, _names(paths, cards), strict=True)):
            lines = text_from_card(cards[path]) if path in cards else tr(_UNKNOWN)
            self.picker.addItem(name, path)
            self.picker.setItemData(index, lines, LINES_ROLE)
            self.picker.setItemData(index, f"{name}\n{lines}\n{path}", role.ToolTipRole)
            self.picker.setItemData(index, lines, role.AccessibleDescriptionRole)
        self.picker.setCurrentIndex(paths.index(chosen) if chosen in paths else -1)
        card = None if chosen is None else cards.get(chosen)
        self.card.setText("" if card is None else text_from_card(card))
        self.picker.setAccessibleDescription(self.card.text())

    def show_state(self, is_opening: bool, is_open: bool) -> None:
        """Says that a model is still being opened, or that none is there."""
        self.state.setText(tr("Opening…") if is_opening else tr("No model is open"))
        self.state.setVisible(is_opening or not is_open)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.picker.currentData())


def _names(paths: Sequence[Path], cards: "Mapping[Path, Card]") -> list[str]:
    """As the cards name them; models of one name are told apart by their files."""
    names = [cards[path].name if path in cards else path.stem for path in paths]
    count = Counter(names)
    return [
        name if count[name] == 1 else f"{name} ({path.name})"
        for name, path in zip(names, paths, strict=True)
    ]
