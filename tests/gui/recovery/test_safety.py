"""What is done in the window is kept safe until it is saved or given up."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.lock import Hold, hold
from core.project import Project, save_project
from core.recovery.leftover import leftovers
from core.recovery.slot import recovery_folder
from gui.language import speak
from gui.studio import Studio
from tests.gui.fakes import FakeUser
from tests.gui.files.test_files import sentence, wait_for_files
from tests.gui.panels.test_seed import type_seed
from tests.gui.test_language import english_again

__all__ = ["english_again"]


def kept() -> list[Path]:
    return list(recovery_folder().glob("*/work"))


def test_what_is_typed_is_kept_until_it_is_saved(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not recovery_folder().exists(), "the example is nobody's work"
    type_seed(studio, "g4 a4 b4/2")
    qtbot.waitUntil(lambda: bool(kept()))
    user.to_save = tmp_path / "mine"
    studio.actions["save"].trigger()
    wait_for_files(studio, qtbot)
    qtbot.waitUntil(lambda: not kept())
    studio.window.close()
    assert list(recovery_folder().iterdir()) == []


@pytest.mark.parametrize("action", ["new", "quit"])
def test_work_that_was_discarded_is_not_kept(
    studio: Studio, user: FakeUser, qtbot: QtBot, action: str
) -> None:
    type_seed(studio, "g4 a4 b4/2")
    qtbot.waitUntil(lambda: bool(kept()))
    user.answer = "cancel"
    studio.actions[action].trigger()
    qtbot.wait(500)
    assert kept(), "the user has stayed"
    user.answer = "discard"
    studio.actions[action].trigger()
    qtbot.waitUntil(lambda: not kept())


def test_work_that_is_discarded_for_a_file_stays_until_that_is_there(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    type_seed(studio, "g4 a4 b4/2")
    qtbot.waitUntil(lambda: bool(kept()))
    user.answer = "discard"
    studio.files.open_path(tmp_path / "gone.cantilena")
    wait_for_files(studio, qtbot)
    qtbot.wait(500)
    assert kept(), "for it is still in the window"


def test_a_window_that_nobody_was_asked_about_leaves_its_work(studio: Studio) -> None:
    type_seed(studio, "g4 a4 b4/2")
    studio.close()
    (leftover,) = leftovers()
    assert [note.pitch for note in leftover.read().song.seed] == [67, 69, 71]
    assert leftovers() == ()
    leftover.throw_away()


@pytest.mark.usefixtures("english_again")
def test_work_that_cannot_be_kept_is_told_in_the_language(studio: Studio, qtbot: QtBot) -> None:
    recovery_folder().parent.mkdir(parents=True)
    recovery_folder().write_text("where a folder should be")
    speak("de")
    type_seed(studio, "g4 a4 b4/2")
    qtbot.waitUntil(lambda: "Absturz bewahrt" in sentence(studio))


def test_a_project_that_another_program_has_is_told_and_opened(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "ours.cantilena"
    save_project(Project(), file)
    other = hold(tmp_path / ".ours.cantilena.lock")
    assert isinstance(other, Hold)
    studio.files.open_path(file)
    qtbot.waitUntil(lambda: "'ours.cantilena' has been open in another" in sentence(studio))
    assert "on this computer since 20" in sentence(studio)
    assert studio.document.path == file, "the user may go on"
    other.release()


def test_an_open_project_is_claimed_until_the_window_closes(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    file, claim = tmp_path / "mine.cantilena", tmp_path / ".mine.cantilena.lock"
    save_project(Project(), file)
    studio.files.open_path(file)
    qtbot.waitUntil(claim.exists)
    assert not isinstance(hold(claim), Hold)
    studio.close()
    assert not claim.exists()
