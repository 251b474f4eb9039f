"""The dialogs in which a file is chosen."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QDialog, QFileDialog, QFileIconProvider, QWidget

from gui.language import tr


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
        if what.isDir():
            return tr("Folder")
        return tr("{ending} file", ending=what.suffix()) if what.suffix() else tr("File")


def file_to_open(window: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    """The file chosen, None for Cancel. `kinds` is a filter: 'MIDI files (*.mid);;…'."""
    dialog = QFileDialog(window, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)


def file_to_save(window: QWidget, title: str, suggestion: Path, kinds: str) -> Path | None:
    """The file name chosen, None for Cancel; overwriting was agreed to. A name without an end gets
    that of `suggestion`."""
    return _answer(_saving(window, title, suggestion, kinds))


def file_to_export(
    window: QWidget,
    title: str,
    suggestion: Path,
    kinds: Sequence[str],
    chosen: int,
    replaces: bool,
) -> tuple[Path, int] | None:
    """The file name and which of the filters `kinds` was chosen, at first `chosen`; None for
    Cancel. Where it `replaces` a file of that name, that was agreed to."""
    dialog = _saving(window, title, suggestion, ";;".join(kinds))
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replaces)

    def complete(kind: str) -> None:
        dialog.setDefaultSuffix(kind.partition("*.")[2].strip(")").partition(" ")[0])

    dialog.filterSelected.connect(complete)
    dialog.selectNameFilter(kinds[chosen])
    complete(kinds[chosen])
    path = _answer(dialog)
    return None if path is None else (path, list(kinds).index(dialog.selectedNameFilter()))


def _saving(window: QWidget, title: str, suggestion: Path, kinds: str) -> QFileDialog:
    dialog = QFileDialog(window, title, str(suggestion.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    return dialog


@cache
def _icons() -> PlainIcons:
    """The same for every dialog: none keeps its own alive, and a thread of it asks to the end."""
    return PlainIcons()


def _answer(dialog: QFileDialog) -> Path | None:
    dialog.setIconProvider(_icons())
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    name = dialog.selectedFiles()[0] if accepted else ""
    dialog.deleteLater()
    return Path(name) if name else None
