"""One door for a song into a file of any kind."""

import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import UserError
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import melody_from_text
from core.opening import SUFFIXES as READ
from core.opening import song_from_file
from core.writing import DRAWING_SUFFIX, SUFFIXES, check_suffix, write_song, writing

MELODY = melody_from_text("g4/4 c5/4. d5/8 (3 e5/8 f#5 g5) a5/4~ a5/1 c5/2 r/4")
TEMPOS = TempoMap(((0, 90.0), (1920, 60.0)))
TUNE = Song(MELODY, MeterMap.constant(Meter(4, 4), 480), Key(-1), TEMPOS, "Grüße", 1920)

HOLDING_ALL = (".mid", ".midi", ".cantilena", ".krn", ".kern", ".abc")
HOLDING_NO_SEED = (".musicxml", ".xml", ".mxl")


def test_all_that_is_written_can_be_opened_but_a_drawing() -> None:
    assert set(SUFFIXES) - {DRAWING_SUFFIX} == set(READ)


@pytest.mark.parametrize("suffix", HOLDING_ALL)
def test_the_song_comes_back(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"tune{suffix.upper()}"
    write_song(TUNE, path, '{"format": "a recipe"}')
    assert song_from_file(path) == TUNE


@pytest.mark.parametrize("suffix", [".mid", ".krn", ".abc", ".txt"])
def test_no_recipe_of_a_stranger_adds_to_the_music(suffix: str, tmp_path: Path) -> None:
    plain, other = tmp_path / f"plain{suffix}", tmp_path / f"other{suffix}"
    write_song(TUNE, plain)
    write_song(TUNE, other, "{\r\nc4\n*-\n4c\x0b\u2028X:2\nK:C\nC\n\ud800")
    assert song_from_file(other) == song_from_file(plain)
    assert len(other.read_bytes().splitlines()) <= len(plain.read_bytes().splitlines()) + 1


@pytest.mark.slow
@pytest.mark.parametrize("suffix", HOLDING_NO_SEED)
def test_of_musicxml_too_but_for_its_seed(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"tune{suffix}"
    write_song(TUNE, path, '{"format": "a recipe"}')
    assert song_from_file(path) == replace(TUNE, seed_end=TUNE.melody.end)


def test_typed_notes_hold_the_melody_alone(tmp_path: Path) -> None:
    write_song(TUNE, tmp_path / "tune.txt")
    assert song_from_file(tmp_path / "tune.txt").melody == TUNE.melody


def test_a_compressed_score_is_the_plain_one(tmp_path: Path) -> None:
    write_song(TUNE, tmp_path / "tune.mxl")
    write_song(TUNE, tmp_path / "tune.musicxml")
    with zipfile.ZipFile(tmp_path / "tune.mxl") as archive:
        assert archive.namelist() == ["META-INF/container.xml", "score.musicxml"]
        assert archive.read("score.musicxml") == (tmp_path / "tune.musicxml").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_song_makes_the_same_bytes(suffix: str, tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_song(TUNE, tmp_path / f"{name}{suffix}", "a remark")
    first, second = ((tmp_path / f"{name}{suffix}").read_bytes() for name in ("first", "second"))
    assert first == second


@pytest.mark.slow
def test_a_score_is_drawn_apart(tmp_path: Path) -> None:
    path = tmp_path / "tune.svg"
    steps = list(writing(TUNE, path))
    assert len(steps) > 1, "whoever waits can give up"
    drawing = ET.parse(path).getroot()
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    heads = [part for part in drawing.iter() if part.get("class") == "notehead"]
    assert len(heads) == 9, "eight notes, one of which is tied over the bar line"


@pytest.mark.slow
def test_a_drawing_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    steps = writing(TUNE, tmp_path / "tune.svg")
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_score_too_long_to_be_drawn_is_refused(tmp_path: Path) -> None:
    notes = tuple(Note(240 * place, 240, 60 + place % 12) for place in range(3001))
    endless = Song(Melody(notes, 240 * 3001))
    with pytest.raises(UserError, match="up to 3,000 notes"):
        write_song(endless, tmp_path / "tune.svg")


@pytest.mark.parametrize("name", ["tune", "tune.wav", "tune.pdf", "tune.json"])
def test_other_suffixes_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"must end in one of \.mid, .* and \.cantilena"):
        check_suffix(tmp_path / name)
    with pytest.raises(UserError, match="must end in one of"):
        write_song(TUNE, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".krn", ".abc", ".musicxml", ".mxl", ".svg"])
def test_a_song_without_a_note_makes_no_score(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no note to write"):
        write_song(Song(), tmp_path / f"tune{suffix}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_is_whole_or_not_there(suffix: str, tmp_path: Path) -> None:
    if suffix != DRAWING_SUFFIX:  # which is drawn before it is written, and slowly
        with pytest.raises(UserError, match="no folder"):
            write_song(TUNE, tmp_path / "missing" / f"tune{suffix}")
    assert list(tmp_path.iterdir()) == []
