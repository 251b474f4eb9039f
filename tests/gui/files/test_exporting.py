"""Export: every kind through the window, each read back, and all takes at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.engraving.drawing import drawn
from core.errors import UserError
from core.files.midi import song_from_midi
from core.music.melody import Melody, Note
from core.music.song import Song
from core.opening import song_from_file
from core.project import SUFFIX as PROJECT_SUFFIX
from core.writing import SUFFIXES
from gui.files.kinds import KINDS, PAGES, ROLL, SCORE, Kind, kind_named, kind_of
from gui.files.pictures import Looks, picturing
from gui.job import Job
from gui.look.theme import LIGHT
from gui.memory import present_settings
from gui.roll.labels import Labels
from gui.studio import Studio
from tests.gui.composing.test_generation import wait_for_tune
from tests.gui.conftest import Open
from tests.gui.fakes import FakeUser
from tests.gui.files.endless import endless_steps
from tests.gui.panels.test_seed import type_seed
from tests.gui.takes.test_takes import draw, songs

READ_AT_ONCE = (".mid", ".midi", ".krn", ".kern", ".abc", ".txt")
READ_BY_MUSIC21 = (".musicxml", ".xml", ".mxl")


def index_of(name: str) -> int:
    return [kind.name for kind in KINDS].index(name)


def export(studio: Studio, qtbot: QtBot, action: str = "export") -> None:
    """Asks for it by the menu's action, and waits until all is written."""
    studio.actions[action].trigger()
    qtbot.waitUntil(lambda: not studio.writing.findChildren(Job), timeout=20_000)


def sentence(studio: Studio) -> str:
    return studio.window.message.sentence


def test_all_kinds_that_are_written_are_offered() -> None:
    offered = {suffix for kind in KINDS for suffix in kind.suffixes}
    assert offered == {*SUFFIXES, ".pdf", ".png"} - {PROJECT_SUFFIX}
    assert len({kind.name for kind in KINDS}) == len({kind.pattern for kind in KINDS}) == len(KINDS)


def test_the_end_of_the_name_says_what_is_written_and_the_filter_where_it_leaves_a_choice() -> None:
    for chosen in KINDS:
        assert kind_of(chosen.suffixes[-1], chosen) is chosen
        assert kind_of(".PDF", chosen) is PAGES
        assert kind_of(".mp3", chosen) is None
    assert kind_of(".png", KINDS[0]) is SCORE
    assert kind_of(".png", ROLL) is ROLL


@pytest.mark.parametrize(
    "suffix",
    [*READ_AT_ONCE, *(pytest.param(s, marks=pytest.mark.slow) for s in READ_BY_MUSIC21)],
)
def test_each_kind_is_written_and_read_back(
    suffix: str, studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    type_seed(studio, "g4 a4/8 b4 c5/2 | d5/1")
    user.to_save = tmp_path / f"mine{suffix}"
    export(studio, qtbot)
    assert song_from_file(user.to_save).melody == studio.document.song.melody
    assert studio.window.statusBar().currentMessage() == f"Exported to {user.to_save}."
    assert sentence(studio) == ""


def test_ctrl_e_writes_the_whole_tune(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    studio.generate()
    song = wait_for_tune(studio, qtbot)
    user.to_save = tmp_path / "tune"
    with qtbot.waitSignal(studio.writing.reported):
        QTest.keyClick(studio.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    written = song_from_midi(tmp_path / "tune.mid")
    assert written.melody == song.melody
    assert written.tempo == pytest.approx(song.tempo, rel=1e-4)


@pytest.mark.parametrize("name", ["drawing", "pages", "score"])
def test_the_score_as_a_picture(
    name: str, studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    pytest.importorskip("verovio")
    user.to_save, user.kind = tmp_path / "mine", index_of(name)
    export(studio, qtbot)
    path = tmp_path / f"mine{KINDS[user.kind].suffixes[0]}"
    data = path.read_bytes()
    assert sentence(studio) == ""
    if name == "score":
        image = QImage(str(path))
        assert image.width() == 1633
        assert image.pixelColor(2, 2).lightness() == 255
    else:
        assert data.startswith(b"%PDF" if name == "pages" else b"<")


def test_the_piano_roll_as_a_picture(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    user.to_save, user.kind = tmp_path / "mine.png", index_of("roll")
    export(studio, qtbot)
    image, theme = QImage(str(user.to_save)), studio.window.roll.scene.theme
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }
    assert {theme.row, theme.white_key, theme.panel} <= colours


def test_the_kind_and_the_folder_are_remembered(
    studio: Studio, user: FakeUser, open_studio: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    user.to_save, user.kind = tmp_path / "mine", index_of("abc")
    export(studio, qtbot)
    assert (tmp_path / "mine.abc").exists()
    settings = present_settings(studio)
    assert (settings.export_kind, settings.export_folder) == ("abc", str(tmp_path))
    again = open_studio(settings)
    user.to_save = None
    again.actions["export"].trigger()
    assert user.questions[-1] == "Export: ABC (*.abc)"
    assert again.export.kind == "abc"
    assert kind_named("what a newer program has").name == "midi"


@pytest.mark.parametrize("name", ["mine.mp3", "mine.mid.bak"])
def test_what_no_kind_is_called_is_refused(
    studio: Studio, user: FakeUser, tmp_path: Path, name: str
) -> None:
    user.to_save = tmp_path / name
    studio.actions["export"].trigger()
    assert f"{name}' must end in one of .mid, .midi, .musicxml" in sentence(studio)
    assert studio.export.kind == ""
    assert not list(tmp_path.glob("*.*"))


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    before = studio.document.song
    user.to_save = tmp_path / "not there" / "tune.mid"
    export(studio, qtbot)
    assert sentence(studio).startswith("There is no folder")
    assert studio.document.song == before


# What takes long


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A writer that never comes to an end, and what happens to it."""
    told: list[str] = []
    monkeypatch.setattr("core.writing.writing", endless_steps(told))
    yield told
    assert told.count("begun") == told.count("closed") == 1


def test_a_long_export_can_be_cancelled(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path, endless: list[str]
) -> None:
    message = studio.window.message
    user.to_save = tmp_path / "mine.svg"
    studio.actions["export"].trigger()
    assert not message.isVisible(), "at first nobody has to know"
    qtbot.waitUntil(message.isVisible)
    assert message.sentence == "Writing mine.svg…"
    for action in ("export", "export_audio"):
        studio.actions[action].trigger()
    assert "Wait until it is done, or cancel it" in message.sentence
    assert len(user.questions) == 1
    studio.writing.cancel()
    qtbot.waitUntil(lambda: endless[-1] == "closed")
    assert not list(tmp_path.glob("*.*"))


def test_the_window_closes_while_a_file_is_written(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path, endless: list[str]
) -> None:
    user.to_save = tmp_path / "mine.svg"
    studio.actions["export"].trigger()
    qtbot.waitUntil(lambda: endless == ["begun"])
    studio.close()
    assert endless == ["begun", "closed"]


# All takes


def test_every_take_is_written_to_a_file_of_its_own(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    assert "no takes" in studio.actions["export_takes"].toolTip()
    assert not studio.actions["export_takes"].isEnabled()
    panel = draw(studio, qtbot)
    panel.order.setCurrentIndex(2)
    user.to_save = tmp_path / "idea"
    export(studio, qtbot, "export_takes")
    files = sorted(tmp_path.glob("*.*"))
    assert [file.name for file in files] == [f"idea-{n}.mid" for n in range(1, 5)]
    for file, song in zip(files, songs(panel), strict=True):
        assert song_from_midi(file).melody == song.melody
    assert studio.window.statusBar().currentMessage() == f"Exported 4 takes to {tmp_path}."


def test_no_take_replaces_a_file(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    draw(studio, qtbot)
    (tmp_path / "idea-3.txt").write_text("mine")
    user.to_save, user.kind = tmp_path / "idea", index_of("text")
    export(studio, qtbot, "export_takes")
    assert "idea-3.txt' is there already; choose another name." in sentence(studio)
    assert [file.name for file in tmp_path.glob("*.*")] == ["idea-3.txt"]
    assert (tmp_path / "idea-3.txt").read_text() == "mine"


@pytest.mark.parametrize("kind", [PAGES, SCORE, ROLL])
def test_there_is_no_picture_without_a_note(kind: Kind, studio: Studio, tmp_path: Path) -> None:
    looks = Looks(LIGHT, Labels(), studio.window.font())
    with pytest.raises(UserError, match="note"):
        picturing(kind, Song(), tmp_path / "none", looks)


def test_a_tune_of_which_no_score_can_be_drawn_is_told(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.engraving.drawing.drawn", _refusing)
    user.to_save = tmp_path / "mine.pdf"
    export(studio, qtbot)
    assert "write MusicXML instead" in sentence(studio)
    assert not list(tmp_path.glob("*.*"))


def _refusing(*_: object) -> Iterator[bytes]:
    """In the process of the engraver."""
    return drawn(Song(Melody(tuple(Note(n, 1, 60) for n in range(3001)), 3001)))
