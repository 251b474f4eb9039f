"""The questions that the window asks: which file, and what to do with unsaved work."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QDialog, QFileDialog, QFileIconProvider, QMessageBox, QWidget

Answer = Literal["save", "discard", "cancel"]


class PlainIcons(QFileIconProvider):
    """One icon for folders and one for files, and the kind of a file by the end of its name.

    Qt's own provider looks into files: its dialog reads the first bytes of each, and the window
    stands still where one does not answer, as on a network drive that is gone, or /proc/kmsg.
    """

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        if isinstance(what, QFileInfo):
            kinds = QAbstractFileIconProvider.IconType
            what = kinds.Folder if what.isDir() else kinds.File
        return super().icon(what)

    def type(self, what: QFileInfo) -> str:
        return "Folder" if what.isDir() else f"{what.suffix()} file".lstrip()


class Dialogs:
    """Asks by the dialogs of the system; each waits for the answer."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._icons = PlainIcons()

    def file_to_open(self, title: str, folder: str, kinds: str) -> Path | None:
        """The file chosen, None for Cancel. `kinds` is a filter: 'MIDI files (*.mid);;…'."""
        dialog = QFileDialog(self._window, title, folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._file(dialog)

    def file_to_save(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        """The file name chosen, None for Cancel; overwriting was agreed to."""
        dialog = QFileDialog(self._window, title, str(suggestion.parent), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(suggestion.name)
        return self._file(dialog)

    def _file(self, dialog: QFileDialog) -> Path | None:
        dialog.setIconProvider(self._icons)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        name = dialog.selectedFiles()[0] if accepted else ""
        dialog.deleteLater()
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
