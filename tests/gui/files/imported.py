"""What a user does with the sheet that shows what a file holds."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.files.importdialog import ImportDialog
from gui.studio import Studio


def shown_import(studio: Studio, qtbot: QtBot) -> ImportDialog:
    """The sheet, once it is there."""
    qtbot.waitUntil(lambda: studio.importing.dialog is not None)
    dialog = studio.importing.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def offered_of(studio: Studio, qtbot: QtBot, path: Path) -> ImportDialog:
    """The same for a file that is opened for it."""
    studio.files.open_path(path)
    return shown_import(studio, qtbot)


def take_tune(studio: Studio, qtbot: QtBot, path: Path) -> None:
    """Opens a file and presses Return."""
    QTest.keyClick(offered_of(studio, qtbot, path), Qt.Key.Key_Return)
