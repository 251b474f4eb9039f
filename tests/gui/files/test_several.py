"""Several files dropped, pasted or named at the start together."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.files.midi import write_midi
from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project, save_project
from core.settings import Settings
from gui.files.several import sorted_out, words_of_left
from gui.job import Job
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakeUser
from tests.gui.files.dropped import carried, drop
from tests.gui.files.imported import shown_import
from tests.gui.files.listed import choose, rows

ABC = "X:1\nT:One\nL:1/4\nK:C\nC D|\n\nX:2\nT:Two\nL:1/4\nK:G\nG A B|\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Music of three kinds, a project, a model and a picture, none of them large."""
    (tmp_path / "two.abc").write_text(ABC)
    (tmp_path / "typed.txt").write_text("g4 a4")
    write_midi(Song(Melody((Note(0, 480, 72),), 480), title="Lone"), tmp_path / "lone.mid")
    save_project(Project(Song(Melody((Note(0, 480, 48),), 480))), tmp_path / "own.cantilena")
    for name in ("other.cantilena", "mine.keras", "cover.jpg", "broken.abc"):
        (tmp_path / name).write_text("X:1\nK:C\nc99999\n")
    return tmp_path


def pitches(studio: Studio) -> list[int]:
    return [note.pitch for note in studio.document.song.melody]


def read_all(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not studio.importing.findChildren(Job))


def test_the_tunes_of_all_files_are_listed_and_each_can_be_taken(
    studio: Studio, qtbot: QtBot, folder: Path
) -> None:
    drop(studio, folder / "lone.mid", folder / "two.abc", folder / "typed.txt")
    dialog = shown_import(studio, qtbot)
    assert rows(dialog) == ["1  lone.mid", "2  One · two.abc", "3  Two · two.abc", "4  typed.txt"]
    assert dialog.name.text() == "Lone  ·  lone.mid"
    for row, name in ((3, "typed.txt"), (2, "Two  ·  two.abc")):
        choose(dialog, row)
        read_all(studio, qtbot)
        assert dialog.name.text() == name
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert pitches(studio) == [67, 69, 71]
    assert studio.window.message.sentence == ""


def test_a_file_among_them_that_cannot_be_read_says_why_and_the_others_stay(
    studio: Studio, qtbot: QtBot, folder: Path
) -> None:
    (folder / "gone.mid").write_bytes(b"no music")
    drop(studio, folder / "broken.abc", folder / "gone.mid", folder / "typed.txt")
    dialog = shown_import(studio, qtbot)
    assert rows(dialog) == ["1  broken.abc", "2  gone.mid", "3  typed.txt"]
    assert dialog.name.text() == "broken.abc"
    assert "'99999' is no length of a note" in dialog.refusal.text()
    choose(dialog, 1)
    read_all(studio, qtbot)
    assert str(folder / "gone.mid") in dialog.refusal.text()
    choose(dialog, 2)
    read_all(studio, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert pitches(studio) == [67, 69]


def test_it_is_told_which_files_are_not_opened(studio: Studio, qtbot: QtBot, folder: Path) -> None:
    drop(studio, folder / "own.cantilena", folder / "typed.txt", folder / "cover.jpg")
    dialog = shown_import(studio, qtbot)
    assert dialog.name.text() == "typed.txt"
    assert studio.window.message.sentence.splitlines() == [
        "'own.cantilena' was not opened with the others; open it by itself.",
        "'cover.jpg' was not opened with the others; open it by itself.",
    ]


def test_of_projects_the_first_is_opened(
    studio: Studio, qtbot: QtBot, user: FakeUser, folder: Path
) -> None:
    user.answer = "discard"
    with qtbot.waitSignal(studio.files.project_opened):
        drop(studio, folder / "own.cantilena", folder / "other.cantilena")
    assert pitches(studio) == [48]
    assert "'other.cantilena' was not opened" in studio.window.message.sentence


def test_a_model_among_music_is_chosen_too(studio: Studio, qtbot: QtBot, folder: Path) -> None:
    drop(studio, folder / "mine.keras", folder / "typed.txt")
    assert shown_import(studio, qtbot).name.text() == "typed.txt"
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert studio.models.path == folder / "mine.keras"


def test_where_there_is_no_music_at_all_it_is_said_what_can_be_read(
    studio: Studio, qtbot: QtBot, folder: Path
) -> None:
    (folder / "cover.png").touch()
    drop(studio, folder / "cover.jpg", folder / "cover.png")
    qtbot.waitUntil(studio.window.message.isVisible)
    assert "is of no kind that can be read" in studio.window.message.sentence
    assert studio.importing.dialog is None


def test_several_files_that_were_copied_are_pasted(
    studio: Studio, qtbot: QtBot, folder: Path
) -> None:
    data = carried([folder / "typed.txt", folder / "lone.mid"])
    QGuiApplication.clipboard().setMimeData(data)
    studio.actions["paste"].trigger()
    assert rows(shown_import(studio, qtbot)) == ["1  typed.txt", "2  lone.mid"]


def test_several_files_can_be_named_at_the_start(
    make_studio: Open, qtbot: QtBot, folder: Path
) -> None:
    studio = make_studio(Settings())
    studio.window.show()
    studio.start([folder / "typed.txt", folder / "lone.mid"])
    assert len(rows(shown_import(studio, qtbot))) == 2


def test_of_very_many_tunes_those_of_the_first_files_are_listed(
    studio: Studio, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.files.tunes.MOST", 2)
    drop(studio, folder / "two.abc", folder / "lone.mid", folder / "typed.txt")
    dialog = shown_import(studio, qtbot)
    assert len(rows(dialog)) == 2
    assert studio.window.message.sentence == (
        "2 files were not opened with the others: 'lone.mid', 'typed.txt'; open them one by one."
    )


def test_many_names_are_not_all_said() -> None:
    paths = [Path(f"{name}.jpg") for name in ("a\nb", "x" * 500, "c", "d", "e")]
    sentence = words_of_left(paths)
    assert sentence == (
        f"5 files were not opened with the others: 'a b.jpg', '{'x' * 60}…', 'c.jpg', and 2 more; "
        "open them one by one."
    )


def test_each_file_goes_somewhere() -> None:
    names = ("a.h5", "b.mid", "c.cantilena", "d.KERAS", "noname", "e.sf2")
    paths = [Path(name) for name in names]
    several = sorted_out(paths)
    assert (several.model, several.project) == (Path("a.h5"), None)
    assert {several.model, *several.music, *several.left} == set(paths)
    assert several.left == (Path("d.KERAS"), Path("c.cantilena"), Path("noname"))
