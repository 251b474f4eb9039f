"""The menu of the files that were used last."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.music.key import Key
from core.music.song import Song
from core.music.text import melody_from_text
from core.preview import Preview
from core.project import Project, save_project
from core.recent import Recent, note_recent, recent_files
from core.settings import Settings
from gui.files.recentdialog import RecentDialog
from gui.files.used import Used
from gui.job import Job
from gui.language import speak
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakeUser
from tests.gui.files.imported import take_tune
from tests.gui.files.test_files import sentence, wait_for_files
from tests.gui.panels.test_seed import type_seed
from tests.gui.test_language import english_again

__all__ = ["english_again"]

TUNE = Song(melody_from_text("f4 g4 a4 f4 | c5/1"), key=Key(-1), title="Übung & Spiel")


def file_menu(studio: Studio) -> QMenu:
    menus = studio.window.menuBar().findChildren(QMenu)
    return next(menu for menu in menus if studio.actions["open"] in menu.actions())


def entries(studio: Studio, qtbot: QtBot) -> list[str]:
    """As the menu has them once it is about to be shown."""
    file_menu(studio).aboutToShow.emit()
    qtbot.waitUntil(lambda: not studio.recents.findChildren(Job))
    actions = [action for action in studio.recents.menu.actions() if not action.isSeparator()]
    return [action.text() for action in actions]


def trigger(studio: Studio, row: int) -> None:
    [one for one in studio.recents.menu.actions() if not one.isSeparator()][row].trigger()


def test_without_files_it_says_so(studio: Studio, qtbot: QtBot) -> None:
    assert entries(studio, qtbot) == ["&Look at them…", "&Clear list"]
    entry = studio.recents.menu.menuAction()
    assert not entry.isEnabled()
    assert entry.toolTip() == "No file was opened or saved yet"


def test_it_stands_behind_open(studio: Studio) -> None:
    names = [action.text() for action in file_menu(studio).actions()[:5]]
    assert names == ["&New", "&Open…", "Open &recent", "", "&Save"]


def test_what_is_opened_imported_and_saved_stands_there_with_what_is_in_it(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    save_project(Project(TUNE), tmp_path / "a & b.cantilena")
    (tmp_path / "typed.txt").write_text("c4 d4")
    studio.files.open_path(tmp_path / "a & b.cantilena")
    wait_for_files(studio, qtbot)
    take_tune(studio, qtbot, tmp_path / "typed.txt")
    wait_for_files(studio, qtbot)
    type_seed(studio, "c4/1 d4 e4")
    user.to_save = tmp_path / "mine"
    studio.actions["save"].trigger()
    wait_for_files(studio, qtbot)
    assert entries(studio, qtbot) == [
        "&1  mine.cantilena\t3 notes in 3 bars",
        "&2  typed.txt\t2 notes in 1 bar",
        "&3  a && b.cantilena\t5 notes in 2 bars · F major",
        "&Look at them…",
        "&Clear list",
    ]
    tip = studio.recents.menu.actions()[2].toolTip()
    assert tip.startswith("Übung & Spiel · 5 notes in 2 bars · F major · ")
    assert tip.endswith(f" · {tmp_path}")
    assert studio.recents.menu.menuAction().isEnabled()

    trigger(studio, 2)
    wait_for_files(studio, qtbot)
    assert studio.document.song == TUNE
    assert studio.document.path == tmp_path / "a & b.cantilena"


def test_what_another_program_has_changed_is_told_as_it_is_now(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    note_recent(tmp_path / "a.cantilena", Song())
    save_project(Project(TUNE), tmp_path / "a.cantilena")
    assert entries(studio, qtbot)[0] == "&1  a.cantilena\t5 notes in 2 bars · F major"


def test_a_missing_file_is_shown_as_such_and_can_be_taken_off(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    note_recent(tmp_path / "here.txt", TUNE)
    (tmp_path / "here.txt").write_text("c4")
    note_recent(tmp_path / "gone.mid", TUNE)
    assert entries(studio, qtbot)[0] == "&1  gone.mid\tmissing"
    type_seed(studio, "c5")
    trigger(studio, 0)
    assert sentence(studio) == f"There is no file 'gone.mid' in '{tmp_path}' any more."
    assert user.questions == [], "where nothing can be opened, nothing is asked"
    assert studio.window.message.offer.text() == "Take it off the list"
    studio.window.message.offer.click()
    qtbot.waitUntil(lambda: len(recent_files()) == 1)
    assert entries(studio, qtbot)[0].startswith("&1  here.txt")


def test_the_list_can_be_cleared(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(12):
        note_recent(tmp_path / f"{number}.mid", TUNE)
    texts = entries(studio, qtbot)
    assert texts[8].startswith("&9  3.mid")
    assert texts[9].startswith("2.mid"), "as many as there are digits are numbered"
    trigger(studio, -1)
    qtbot.waitUntil(lambda: not studio.recents.menu.menuAction().isEnabled())
    assert recent_files() == ()


def test_a_list_that_cannot_be_changed_is_told(
    studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note_recent(tmp_path / "a.mid", TUNE)
    entries(studio, qtbot)
    place = tmp_path / "a file"
    place.write_text("")
    monkeypatch.setattr("core.recent._place", lambda: place / "recent.json")
    trigger(studio, -1)
    qtbot.waitUntil(lambda: bool(sentence(studio)))
    assert "a file" in sentence(studio)
    user_path = tmp_path / "b.txt"
    user_path.write_text("c4 e4")
    take_tune(studio, qtbot, user_path)
    assert len(studio.document.song.seed) == 2, "a file can be opened all the same"


def shown(studio: Studio, qtbot: QtBot) -> RecentDialog:
    entries(studio, qtbot)
    trigger(studio, -2)
    dialog = studio.recents.dialog
    assert dialog is not None
    settle(studio, qtbot)
    return dialog


def settle(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not studio.recents.findChildren(Job))


def test_the_list_shows_what_is_in_each(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    note_recent(tmp_path / "gone.mid", TUNE)
    (tmp_path / "typed.txt").write_text("c4 d4 e4")
    (tmp_path / "bad.abc").write_text("nothing of the kind")
    save_project(Project(TUNE), tmp_path / "mine.cantilena")
    for name in ("bad.abc", "typed.txt", "mine.cantilena"):
        note_recent(tmp_path / name, TUNE)
    dialog = shown(studio, qtbot)
    assert dialog.rows.item(0).text().startswith("mine.cantilena\n5 notes in 2 bars · F major · ")
    assert (dialog.name.text(), dialog.folder.text()) == ("Übung & Spiel", str(tmp_path))
    assert dialog.stage.currentWidget() is dialog.picture
    assert dialog.picture._song == TUNE
    dialog.rows.setCurrentRow(1)
    settle(studio, qtbot)
    assert len(dialog.picture._song.melody) == 3, "what is in the file now"
    dialog.rows.setCurrentRow(2)
    settle(studio, qtbot)
    assert "bad.abc" in dialog.refusal.text()
    assert dialog.stage.currentWidget() is dialog.refusal
    dialog.rows.setCurrentRow(3)
    assert dialog.refusal.text() == "There is no such file any more"
    assert not dialog.open_button.isEnabled()
    dialog.rows.setCurrentRow(0)
    dialog.open_button.click()
    wait_for_files(studio, qtbot)
    assert studio.document.song == TUNE
    assert studio.recents.dialog is None


def test_files_are_taken_off_the_list_one_after_the_other(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a.mid", "b.mid", "c.mid"):
        note_recent(tmp_path / name, TUNE)
    dialog = shown(studio, qtbot)
    dialog.rows.setCurrentRow(1)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.rows.count() == 2)
    assert dialog.rows.currentRow() == 1
    assert [recent.path.name for recent in recent_files()] == ["c.mid", "a.mid"]
    dialog.forget.click()
    qtbot.waitUntil(lambda: dialog.rows.count() == 1)
    dialog.forget.click()
    qtbot.waitUntil(lambda: studio.recents.dialog is None)
    assert recent_files() == ()


def test_equal_names_and_odd_ones_can_be_told_apart(tmp_path: Path) -> None:
    odd = Path("/", os.fsdecode(b"caf\xe9\t.mid"))
    recent = Recent(odd, 1e300, Preview("", 1, 1), 0)
    assert Used(recent, True).name == odd.name
    assert "?" in Used(recent, True).tip
    twin = Used(Recent(tmp_path / "one" / "a.mid", 0.0, Preview(), 0), True, is_twin=True)
    assert (twin.name, twin.size) == ("a.mid (one)", "")
    assert len(Used(Recent(Path("x" * 200), 0.0, Preview(), 0), True).name) == 48


@pytest.mark.usefixtures("english_again")
def test_in_german_it_speaks_german(open_studio: Open, qtbot: QtBot, tmp_path: Path) -> None:
    speak("de")
    (tmp_path / "a.mid").write_text("")
    note_recent(tmp_path / "a.mid", TUNE)
    studio = open_studio(Settings())
    assert entries(studio, qtbot)[0] == "&1  a.mid\t5 Noten in 2 Takten · F-Dur"
