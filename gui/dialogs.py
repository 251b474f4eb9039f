"""The questions that the window asks: which file, and what to do with unsaved work."""

from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

Answer = Literal["save", "discard", "cancel"]


class Dialogs:
    """Asks by the dialogs of the system; each waits for the answer."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def file_to_open(self, title: str, folder: str, kinds: str) -> Path | None:
        """The file chosen, None for Cancel. `kinds` is a filter: 'MIDI files (*.mid);;…'."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        return Path(name) if name else None

    def file_to_save(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        """The file name chosen, None for Cancel; overwriting was agreed to."""
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(suggestion), kinds)
        return Path(name) if name else None

    def unsaved(self, name: str) -> Answer:
        """What shall become of changes to `name` that no file holds."""
        button = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Unsaved changes")
        box.setText(f"Save the changes to {name}?")
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answers: dict[int, Answer] = {button.Save.value: "save", button.Discard.value: "discard"}
        return answers.get(box.exec(), "cancel")
