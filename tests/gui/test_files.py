"""Files through the window: nothing lost, one sentence for what cannot be done."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from core.music.song import Song
from core.project import Project, project_from_file, save_project
from gui.job import Job
from gui.studio import Studio
from gui.tunedialog import TuneDialog
from tests.gui.fakes import FakeUser
from tests.gui.test_generation import wait_for_tune
from tests.gui.test_seed import type_seed


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


@pytest.mark.parametrize(("answer", "opens"), [("discard", True), ("cancel", False)])
def test_unsaved_work_is_asked_about_before_another_file(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path, answer: str, opens: bool
) -> None:
    file = tmp_path / "other.txt"
    file.write_text("g4 g4")
    type_seed(studio, "c5")
    user.answer = "discard" if answer == "discard" else "cancel"
    studio.files.open_path(file)
    wait_for_files(studio, qtbot)
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

    song = Song(melody_from_text("c4 d4 e4 f4 g4/1"), tempo=144)
    write_midi(song, tmp_path / "tune.mid")
    studio.files.open_path(tmp_path / "tune.mid")
    wait_for_files(studio, qtbot)
    assert studio.document.song.seed.notes == song.melody.notes
    assert studio.document.song.tempo == pytest.approx(144, rel=1e-4)
    assert studio.document.path is None, "Save asks for a name and does not overwrite the MIDI file"


def test_files_can_be_dropped_on_the_window(studio: Studio, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "dropped.txt"
    file.write_text("g4 g4 g4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    studio.window.dropEvent(drop)
    qtbot.waitUntil(lambda: len(studio.document.song.seed) == 3)


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


TWO = "X:1\nT:One\nL:1/4\nK:C\nC D|\n\nX:2\nT:Two\nL:1/4\nK:G\nG A B|\n"


def test_of_several_tunes_in_a_file_one_is_chosen(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "two.abc").write_text(TWO)
    before = studio.document.song
    studio.files.open_path(tmp_path / "two.abc")  # and Cancel
    qtbot.waitUntil(lambda: user.questions == ["two.abc: One, Two"])
    wait_for_files(studio, qtbot)
    assert studio.document.song == before
    user.number = 2
    studio.files.open_path(tmp_path / "two.abc")
    qtbot.waitUntil(lambda: studio.document.song.title == "Two")
    assert [note.pitch for note in studio.document.song.seed] == [67, 69, 71]
    assert studio.document.path is None


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A reader that never comes to an end, and what happens to it."""
    told: list[str] = []

    def reading(*_: object) -> Iterator[None]:
        told.append("begun")
        try:
            while True:
                time.sleep(0.005)
                yield None
        finally:
            told.append("closed")

    monkeypatch.setattr("core.opening.reading", reading)
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


def test_a_long_list_of_tunes_can_be_searched(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    titles = [f"The {word} tune" for word in ("red", "green", "blue") * 5]
    dialog = TuneDialog(window, "many.abc", titles)
    QTimer.singleShot(0, lambda: QTest.keyClicks(dialog.search, "GREEN"))
    QTimer.singleShot(50, lambda: QTest.keyClick(dialog.tunes, Qt.Key.Key_Down))
    QTimer.singleShot(100, dialog.accept)
    assert dialog.ask() == 5, "the second green one"
    short = TuneDialog(window, "few.abc", titles[:2])
    QTimer.singleShot(0, short.reject)
    assert short.ask() is None
    assert not short.search.isVisibleTo(short)


def test_a_search_without_a_find_opens_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = TuneDialog(window, "many.abc", ["A tune"] * 20)
    dialog.search.setText("nowhere")
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Open).isEnabled()
    dialog.search.clear()
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Open).isEnabled()
    assert dialog.tunes.currentRow() == 0
