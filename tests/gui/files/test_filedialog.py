"""The dialogs in which a file is named: by mouse and keys, as they are on the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.files.filedialog import file_to_export, file_to_save
from gui.files.kinds import KINDS

PATTERNS = [kind.pattern for kind in KINDS]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield window
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def later(do: Callable[[QFileDialog], object]) -> None:
    """`do`, once the dialog is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            do(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def name_field(dialog: QFileDialog) -> QLineEdit:
    return dialog.findChildren(QLineEdit, "fileNameEdit")[0]


def choose_kind(dialog: QFileDialog, number: int) -> None:
    """By keys, as one goes down a list."""
    kinds = dialog.findChildren(QComboBox, "fileTypeCombo")[0]
    kinds.setFocus()
    for _ in range(abs(number - kinds.currentIndex())):
        QTest.keyClick(kinds, Qt.Key.Key_Down if number > kinds.currentIndex() else Qt.Key.Key_Up)
    kinds.activated.emit(kinds.currentIndex())


def ask(window: QWidget, folder: Path, replaces: bool = True) -> tuple[Path, int] | None:
    return file_to_export(window, "Export", folder / "tune.mid", PATTERNS, 0, replaces)


def test_return_takes_what_is_suggested(window: QWidget, tmp_path: Path) -> None:
    later(lambda dialog: QTest.keyClick(name_field(dialog), Qt.Key.Key_Return))
    assert ask(window, tmp_path) == (tmp_path / "tune.mid", 0)


def test_escape_takes_nothing(window: QWidget, tmp_path: Path) -> None:
    later(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert ask(window, tmp_path) is None


@pytest.mark.parametrize("number", [3, 5, len(KINDS) - 1])
def test_the_end_of_the_name_follows_the_kind(window: QWidget, tmp_path: Path, number: int) -> None:
    def answer(dialog: QFileDialog) -> None:
        choose_kind(dialog, number)
        QTest.keyClick(name_field(dialog), Qt.Key.Key_Return)

    later(answer)
    assert ask(window, tmp_path) == (tmp_path / f"tune{KINDS[number].suffixes[0]}", number)


def test_a_name_is_completed_before_it_is_asked_what_becomes_of_the_old_file(
    window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "mine.pdf").write_text("old")
    asked: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        box.button(QMessageBox.StandardButton.No).click()

    def answer(dialog: QFileDialog) -> None:
        choose_kind(dialog, 3)
        field = name_field(dialog)
        field.selectAll()
        QTest.keyClicks(field, "mine")
        QTimer.singleShot(50, refuse)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, "s")
        field.setText("mine2")
        QTest.keyClick(field, Qt.Key.Key_Return)

    later(answer)
    assert ask(window, tmp_path) == (tmp_path / "mine2.pdf", 3)
    assert len(asked) == 1
    assert "mine.pdf" in asked[0]


def test_the_dialog_itself_completes_the_name_of_a_project(window: QWidget, tmp_path: Path) -> None:
    """So it asks what becomes of an old file of the whole name."""

    def answer(dialog: QFileDialog) -> None:
        field = name_field(dialog)
        field.selectAll()
        QTest.keyClicks(field, "mine")
        QTest.keyClick(field, Qt.Key.Key_Return)

    later(answer)
    projects = "Cantilena projects (*.cantilena)"
    saved = file_to_save(window, "Save", tmp_path / "tune.cantilena", projects)
    assert saved == tmp_path / "mine.cantilena"


def test_where_nothing_is_replaced_nothing_is_asked(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "tune.mid").write_text("old")
    later(lambda dialog: QTest.keyClick(name_field(dialog), Qt.Key.Key_Return))
    assert ask(window, tmp_path, replaces=False) == (tmp_path / "tune.mid", 0)
