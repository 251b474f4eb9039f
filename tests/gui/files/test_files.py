"""Files through the window: nothing lost, one sentence for what cannot be done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.apart import UNASKED, WATCHED
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import melody_from_text
from core.project import Project, project_from_file, save_project
from gui.job import Job
from gui.studio import Studio
from tests.gui.composing.test_generation import wait_for_tune
from tests.gui.fakes import FakeUser
from tests.gui.files.dropped import drop
from tests.gui.files.endless import endless_steps
from tests.gui.files.imported import shown_import, take_tune
from tests.gui.panels.test_seed import type_seed


def wait_for_files(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not studio.files.findChildren(Job))


def sentence(studio: Studio) -> str:
    return studio.window.message.sentence


def test_save_open_and_the_title(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    type_seed(studio, "g4 a4 b4/2")
    studio.generate()
    song = wait_for_tune(studio, qtbot)
    assert studio.window.isWindowModified()
    user.to_save = tmp_path / "mine"
    studio.actions["save"].trigger()
    wait_for_files(studio, qtbot)
    assert not studio.window.isWindowModified()
    assert studio.window.windowTitle() == "mine.cantilena[*]"
    saved = project_from_file(tmp_path / "mine.cantilena")
    assert saved.song == song
    assert saved.controls == studio.document.controls

    type_seed(studio, "c4")
    studio.actions["save"].trigger()
    wait_for_files(studio, qtbot)
    assert user.questions == ["Save"], "a file that has a name is not asked for again"

    studio.actions["new"].trigger()
    assert studio.window.seed.text == ""
    user.to_open = tmp_path / "mine.cantilena"
    studio.actions["open"].trigger()
    wait_for_files(studio, qtbot)
    assert studio.window.seed.text == "c4"


def test_a_project_that_cannot_be_read_is_opened_as_it_was_before_the_last_save(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "mine.cantilena"
    for letter in "cd":
        save_project(Project(Song(melody_from_text(f"{letter}4"))), file)
    file.write_text(file.read_text()[:-30])
    studio.files.open_path(file)
    wait_for_files(studio, qtbot)
    bar = studio.window.message
    assert "mine.cantilena" in bar.sentence
    QTest.mouseClick(bar.offer, Qt.MouseButton.LeftButton)
    wait_for_files(studio, qtbot)
    assert not bar.isVisible()
    assert studio.document.song.melody == melody_from_text("c4")
    assert studio.document.path == file
    assert studio.window.isWindowModified(), "it is not what the file holds"
    studio.actions["save"].trigger()
    wait_for_files(studio, qtbot)
    assert project_from_file(file).song.melody == melody_from_text("c4")


def test_without_a_backup_a_project_that_cannot_be_read_is_a_sentence_alone(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "mine.cantilena").write_text("{")
    studio.files.open_path(tmp_path / "mine.cantilena")
    wait_for_files(studio, qtbot)
    assert "mine.cantilena" in sentence(studio)
    assert not studio.window.message.offer.isVisible()


@pytest.mark.parametrize(("answer", "opens"), [("discard", True), ("cancel", False)])
def test_unsaved_work_is_asked_about_before_another_file(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path, answer: str, opens: bool
) -> None:
    file = tmp_path / "other.txt"
    file.write_text("g4 g4")
    type_seed(studio, "c5")
    user.answer = "discard" if answer == "discard" else "cancel"
    take_tune(studio, qtbot, file)
    assert user.questions == ["Unsaved Untitled"]
    assert (len(studio.document.song.seed) == 2) == opens


def test_save_and_go_on(studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path) -> None:
    type_seed(studio, "c5")
    user.answer, user.to_save = "save", tmp_path / "kept.cantilena"
    studio.actions["new"].trigger()
    wait_for_files(studio, qtbot)
    assert len(project_from_file(tmp_path / "kept.cantilena").song.seed) == 1
    assert studio.document.song == Song()


def test_save_that_fails_keeps_the_work(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    type_seed(studio, "c5")
    song = studio.document.song
    user.answer, user.to_save = "save", tmp_path / "nowhere" / "kept.cantilena"
    studio.window.close()
    wait_for_files(studio, qtbot)
    assert studio.window.isVisible()
    assert studio.document.song == song
    assert "There is no folder" in sentence(studio)


@pytest.mark.parametrize("name", ["broken.cantilena", "broken.mid", "broken.txt", "gone.mid"])
def test_a_file_that_is_none_changes_nothing(
    studio: Studio, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    before = studio.document.song
    if "gone" not in name:
        (tmp_path / name).write_bytes(b"\x00\xff nothing like it")
    studio.files.open_path(tmp_path / name)
    wait_for_files(studio, qtbot)
    assert studio.document.song == before
    assert name in sentence(studio)


def test_a_tune_from_a_file_is_all_seed(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    from core.files.midi import write_midi
    from core.music.text import melody_from_text

    song = Song(melody_from_text("c4 d4 e4 f4 g4/1"), tempos=TempoMap.constant(144))
    write_midi(song, tmp_path / "tune.mid")
    take_tune(studio, qtbot, tmp_path / "tune.mid")
    assert studio.document.song.seed.notes == song.melody.notes
    assert studio.document.song.tempo == pytest.approx(144, rel=1e-4)
    assert studio.document.path is None, "Save asks for a name and does not overwrite the MIDI file"


def test_files_can_be_dropped_on_the_window(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "dropped.txt"
    file.write_text("g4 g4 g4")
    drop(studio, file)
    QTest.keyClick(shown_import(studio, qtbot), Qt.Key.Key_Return)
    assert len(studio.document.song.seed) == 3


def test_a_model_file_is_opened_as_a_model(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    studio.files.open_path(tmp_path / "mine.keras")
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert studio.models.path == tmp_path / "mine.keras"
    assert studio.models.name == str(tmp_path / "mine.keras")
    assert studio.document.model == str(tmp_path / "mine.keras")


def test_a_project_is_unchanged_right_after_it_was_opened(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "plain.cantilena"
    save_project(Project(Song()), file)
    studio.files.open_path(file)
    wait_for_files(studio, qtbot)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert studio.window.windowTitle() == "plain.cantilena[*]"
    assert not studio.window.isWindowModified()


def test_a_project_without_a_suffix_is_one_all_the_same(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "plain"
    save_project(Project(studio.document.song), file)
    studio.files.open_path(file)
    wait_for_files(studio, qtbot)
    assert studio.document.path == file
    type_seed(studio, "g5 g5")
    studio.actions["save"].trigger()
    wait_for_files(studio, qtbot)
    assert len(project_from_file(file).song.melody) == 2


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A reader that never comes to an end, and what happens to it."""
    told: list[str] = []
    monkeypatch.setattr("gui.files.offered.contents_in", endless_steps(told))
    yield told
    assert told.count("begun") == told.count("closed")


def test_what_takes_long_is_told_and_can_be_cancelled(
    studio: Studio, qtbot: QtBot, tmp_path: Path, endless: list[str]
) -> None:
    before, message = studio.document.song, studio.window.message
    studio.files.open_path(tmp_path / "long.mxl")
    assert not message.isVisible(), "at first nobody has to know"
    qtbot.waitUntil(message.isVisible)
    assert message.sentence == "Reading long.mxl…"
    assert message.offer.text() == "Cancel"
    message.offer.click()
    assert not message.isVisible()
    qtbot.waitUntil(lambda: endless[-1] == "closed")
    wait_for_files(studio, qtbot)
    assert studio.document.song == before


def test_whether_to_go_on_is_asked_when_it_takes_as_long_as_nobody_should_wait_unasked(
    studio: Studio, qtbot: QtBot, tmp_path: Path, endless: list[str]
) -> None:
    message, timer = studio.window.message, studio.files._wait.very_long
    assert timer.interval() == 1_000 * UNASKED.seconds < 1_000 * WATCHED.seconds
    timer.setInterval(500)
    studio.files.open_path(tmp_path / "long.mxl")
    qtbot.waitUntil(lambda: message.sentence == "Reading long.mxl… It takes long. Go on?")
    assert endless == ["begun"], "it goes on meanwhile"
    message.offer.click()
    assert not message.isVisible()
    qtbot.waitUntil(lambda: endless[-1] == "closed")
    wait_for_files(studio, qtbot)


def test_the_window_closes_while_a_file_is_read(
    studio: Studio, qtbot: QtBot, tmp_path: Path, endless: list[str]
) -> None:
    studio.files.open_path(tmp_path / "long.mxl")
    qtbot.waitUntil(lambda: endless == ["begun"])
    studio.close()
    assert endless == ["begun", "closed"]


@pytest.mark.usefixtures("endless")
def test_another_file_takes_the_place_of_the_one_being_read(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    save_project(Project(Song(studio.document.song.seed, title="Mine")), tmp_path / "a.cantilena")
    studio.files.open_path(tmp_path / "long.mxl")
    qtbot.waitUntil(studio.window.message.isVisible)
    studio.files.open_path(tmp_path / "a.cantilena")
    qtbot.waitUntil(lambda: studio.document.song.title == "Mine")
    assert not studio.window.message.isVisible()
    wait_for_files(studio, qtbot)
