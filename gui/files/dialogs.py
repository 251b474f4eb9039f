"""The questions that the window asks: which file, which tune in it, what about unsaved work."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from gui.language import tr

if TYPE_CHECKING:
    from gui.recovery.found import Found
    from gui.recovery.salvagedialog import Deed

Answer = Literal["save", "discard", "cancel"]


class Dialogs:
    """Asks by dialogs, each of which waits for the answer; they are loaded when they are shown."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def file_to_open(self, title: str, folder: str, kinds: str) -> Path | None:
        """The file chosen, None for Cancel. `kinds` is a filter: 'MIDI files (*.mid);;…'."""
        from gui.files.filedialog import file_to_open

        return file_to_open(self._window, title, folder, kinds)

    def file_to_save(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        """The file name chosen, None for Cancel; overwriting was agreed to."""
        from gui.files.filedialog import file_to_save

        return file_to_save(self._window, title, suggestion, kinds)

    def file_to_export(
        self, title: str, suggestion: Path, kinds: Sequence[str], chosen: int, replaces: bool
    ) -> tuple[Path, int] | None:
        """The file name and which of the filters `kinds` was chosen, at first `chosen`; None for
        Cancel. Where it `replaces` a file of that name, that was agreed to."""
        from gui.files.filedialog import file_to_export

        return file_to_export(self._window, title, suggestion, kinds, chosen, replaces)

    def unsaved(self, name: str) -> Answer:
        """What shall become of changes to `name` that no file holds."""
        from PySide6.QtWidgets import QMessageBox

        button = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Unsaved changes"))
        box.setText(tr("Save the changes to {name}?", name=name))
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answers: dict[int, Answer] = {button.Save.value: "save", button.Discard.value: "discard"}
        return answers.get(box.exec(), "cancel")

    def leftover(self, found: "Sequence[Found]") -> "tuple[Found, Deed] | None":
        """What to do with which unsaved work of earlier starts; None for nothing now."""
        from gui.recovery.salvagedialog import SalvageDialog

        return SalvageDialog(self._window, found).ask()

    def throws_away(self, line: str) -> bool:
        """Whether the unsaved work that `line` names shall really be removed."""
        from PySide6.QtWidgets import QMessageBox

        button = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Throw away"))
        box.setText(tr("Remove this unsaved work for good?"))
        box.setInformativeText(line)
        box.setStandardButtons(button.Discard | button.Cancel)
        box.setDefaultButton(button.Cancel)
        return box.exec() == button.Discard.value
