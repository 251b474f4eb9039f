"""Every way out asks about unsaved work once, and never twice."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.music.song import Song
from core.project import Project, project_from_file, save_project
from core.recent import note_recent
from core.settings import Settings
from core.takerecord import TakeLines
from gui.job import Job
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakeUser
from tests.gui.files.dropped import drop
from tests.gui.files.test_files import wait_for_files
from tests.gui.panels.test_seed import type_seed
from tests.gui.recovery.test_salvage import leave as leave_behind

OTHER = "other.cantilena"


def open_by_menu(studio: Studio, folder: Path, user: FakeUser) -> None:
    user.to_open = folder / OTHER
    studio.actions["open"].trigger()
    user.questions.remove("Open")


def open_recent(studio: Studio) -> None:
    studio.recents.menu.actions()[0].trigger()


def restore(studio: Studio, user: FakeUser) -> None:
    user.leftovers = [(0, "restore")]
    studio.actions["salvage"].trigger()
    del user.questions[0]


Way = Callable[[Studio, Path, FakeUser], object]

WAYS: dict[str, Way] = {
    "new": lambda studio, _, __: studio.actions["new"].trigger(),
    "open": open_by_menu,
    "recent": lambda studio, _, __: open_recent(studio),
    "drop": lambda studio, folder, _: drop(studio, folder / OTHER),
    "named": lambda studio, folder, _: studio.files.open_path(folder / OTHER),
    "restore": lambda studio, _, user: restore(studio, user),
    "quit": lambda studio, _, __: studio.actions["quit"].trigger(),
    "close": lambda studio, _, __: studio.window.close(),
}


@pytest.fixture
def worked(open_studio: Open, qtbot: QtBot, tmp_path: Path) -> Studio:
    """A window with unsaved work; there are another file and unsaved work of an earlier start."""
    save_project(Project(Song(title="Other")), tmp_path / OTHER)
    note_recent(tmp_path / OTHER, Song(title="Other"))
    leave_behind("a4 b4", "Left")
    studio = open_studio(Settings(seed="c4 d4 e4/2"))
    qtbot.waitUntil(studio.actions["salvage"].isEnabled)
    qtbot.waitUntil(lambda: len(studio.recents.menu.actions()) > 2)
    type_seed(studio, "g5 g5 g5")
    return studio


def rest(studio: Studio, qtbot: QtBot) -> None:
    """Until all is done that was begun."""
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not studio.findChildren(Job) or studio.window.may_close)


@pytest.mark.parametrize("way", WAYS)
def test_discard_goes_on_after_one_question(
    way: str, worked: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    user.answer = "discard"
    WAYS[way](worked, tmp_path, user)
    rest(worked, qtbot)
    assert user.questions == ["Unsaved Untitled"]
    assert worked.window.may_close or len(worked.document.song.melody) != 3


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_cancel_stays_after_one_question(
    way: str, worked: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    WAYS[way](worked, tmp_path, user)
    rest(worked, qtbot)
    assert user.questions == ["Unsaved Untitled"]
    assert not worked.window.may_close
    assert len(worked.document.song.melody) == 3


@pytest.mark.parametrize("way", WAYS)
def test_save_goes_on_after_one_question_and_a_name(
    way: str, worked: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    user.answer, user.to_save = "save", tmp_path / "mine.cantilena"
    WAYS[way](worked, tmp_path, user)
    rest(worked, qtbot)
    assert user.questions == ["Unsaved Untitled", "Save"]
    assert worked.window.may_close or len(worked.document.song.melody) != 3
    assert len(project_from_file(tmp_path / "mine.cantilena").song.melody) == 3


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_saved_work_is_not_asked_about(
    way: str, worked: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    user.to_save = tmp_path / "mine.cantilena"
    worked.actions["save"].trigger()
    wait_for_files(worked, qtbot)
    user.questions.clear()
    WAYS[way](worked, tmp_path, user)
    rest(worked, qtbot)
    assert user.questions == []
    assert worked.window.may_close or len(worked.document.song.melody) != 3


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    def save_slowly(project: Project, path: Path, lines: TakeLines) -> None:
        time.sleep(0.15)
        save_project(project, path, lines)

    monkeypatch.setattr("gui.files.files.save_project", save_slowly)


@pytest.mark.usefixtures("slowly")
def test_who_is_impatient_while_it_is_saved_is_not_asked_again(
    worked: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    user.answer, user.to_save = "save", tmp_path / "mine.cantilena"
    for _ in range(3):
        worked.window.close()
        qtbot.wait(10)
    qtbot.waitUntil(lambda: worked.window.may_close)
    assert user.questions == ["Unsaved Untitled", "Save"]


@pytest.mark.usefixtures("slowly")
def test_what_is_typed_while_it_is_saved_is_asked_about(
    worked: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    user.answer, user.to_save = "save", tmp_path / "mine.cantilena"
    worked.actions["new"].trigger()
    qtbot.wait(10)
    type_seed(worked, "g5 g5 g5 c5 c5")
    qtbot.waitUntil(lambda: worked.document.song == Song())
    assert user.questions == ["Unsaved Untitled", "Save", "Unsaved mine.cantilena"]
    assert len(project_from_file(tmp_path / "mine.cantilena").song.melody) == 5


@pytest.mark.parametrize("answer", ["discard", "cancel"])
def test_what_is_typed_while_another_file_is_read_is_asked_about(
    answer: str,
    worked: Studio,
    user: FakeUser,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read_slowly(path: Path) -> Project:
        time.sleep(0.15)
        return project_from_file(path)

    monkeypatch.setattr("gui.files.files.project_from_file", read_slowly)
    user.answer = "discard"
    worked.files.open_path(tmp_path / OTHER)
    qtbot.wait(10)
    type_seed(worked, "c5 c5 c5 c5 c5")
    user.answer = "discard" if answer == "discard" else "cancel"
    qtbot.waitUntil(lambda: len(user.questions) == 2)
    rest(worked, qtbot)
    assert len(worked.document.song.melody) == (0 if answer == "discard" else 5)
