"""The list of keys: complete, searched by every word, and a way to do what it names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.menu.actions import ENTRIES
from gui.panels.shortcuts import Group, Row, ShortcutsDialog
from gui.studio import Studio


@pytest.fixture
def dialog(studio: Studio, qtbot: QtBot) -> ShortcutsDialog:
    studio.actions["shortcuts"].trigger()
    (dialog,) = studio.window.findChildren(ShortcutsDialog)
    qtbot.waitExposed(dialog)
    return dialog


def found(dialog: ShortcutsDialog, words: str) -> list[str]:
    dialog.search.clear()
    QTest.keyClicks(dialog.search, words)
    return [row.text(0) for row in dialog.found]


def test_every_action_is_there_with_its_keys(studio: Studio, dialog: ShortcutsDialog) -> None:
    keys = {row.text(0): row.text(1) for row in dialog.found}
    for entry in ENTRIES:
        shown = keys[entry.text.replace("&", "").rstrip("…")]
        native = studio.actions[entry.name].shortcut().toString()
        assert native in shown, entry.name


def test_all_words_are_looked_for_in_text_keys_and_menu(dialog: ShortcutsDialog) -> None:
    assert found(dialog, "zoom") == ["Zoom in", "Zoom out"]
    assert found(dialog, "OUT zoom") == ["Zoom out"]
    assert "Loop" in found(dialog, "stretch again")
    assert found(dialog, "ctrl+j") == ["Other notes here"]
    assert "Open" in found(dialog, "file open")
    assert found(dialog, "xyzzy") == []
    assert "Try another word" in dialog.advice.text()


def test_return_does_what_was_found(studio: Studio, dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    found(dialog, "metronome")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: studio.sound.choices.metronome)


def test_what_cannot_be_done_now_says_why_and_is_not_done(
    dialog: ShortcutsDialog, qtbot: QtBot
) -> None:
    asked: list[str] = []
    dialog.asked.connect(asked.append)
    row = Row("redo", "Redo", "Ctrl+Y", "Do it again", "Nothing was taken back")
    dialog.show_groups([Group("Edit", (row, Row("", "Choose", "1 to 9")))])
    found(dialog, "redo")
    assert dialog.advice.text() == "Nothing was taken back"
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    found(dialog, "choose")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert not asked
    assert dialog.isVisible()
    assert qtbot


def test_the_arrows_choose_while_one_types(dialog: ShortcutsDialog) -> None:
    found(dialog, "zoom")
    zoom_in, zoom_out = dialog.found
    assert dialog.list.currentItem() is zoom_in
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentItem() is zoom_out
    assert dialog.search.hasFocus()
