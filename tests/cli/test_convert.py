"""`convert`: from any file into any other, with its recipe."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core import cli
from core.files.midi import write_midi
from core.music.key import Key
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import melody_from_text
from core.opening import song_from_file

TUNE = Song(
    melody_from_text("g4/4 c5/4 d5 e5 | f5/2. g5/4"),
    MeterMap.constant(Meter(3, 4), 480),
    Key(1),
    title="tune",
)


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def convert(*arguments: str) -> int:
    return cli.run(["convert", *arguments])


@pytest.mark.parametrize("suffix", ["krn", "abc", "txt", "cantilena"])
def test_there_and_back(suffix: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_midi(TUNE, Path("tune.mid"))
    assert convert("tune.mid", f"other.{suffix}") == 0
    assert capsys.readouterr().out == f"other.{suffix}: bars 3, meter 3/4, notes 6\n"
    assert convert(f"other.{suffix}", "again.mid") == 0
    assert song_from_file(Path("again.mid")).melody == TUNE.melody


def test_one_tune_of_several() -> None:
    Path("tunes.abc").write_text("X:1\nT:One\nK:C\nC4|\n\nX:2\nT:Two\nK:G\nD4|\n", encoding="utf-8")
    assert convert("tunes.abc#2", "two.krn", "--tempo", "120") == 0
    song = song_from_file(Path("two.krn"))
    assert (song.title, song.tempo, song.key) == ("Two", 120.0, Key(1))
    assert [note.pitch for note in song.melody] == [62]


def test_what_is_asked_for_stands_in_place_of_the_tunes_own() -> None:
    write_midi(TUNE, Path("tune.mid"))
    assert convert("tune.mid", "a.krn", "--meter", "4/4", "--key", "D major", "--tempo", "80") == 0
    song = song_from_file(Path("a.krn"))
    assert (song.meters, song.key) == (MeterMap.constant(Meter(4, 4), 480), Key(2))
    assert (song.tempo, song.melody) == (80.0, TUNE.melody)


@pytest.mark.parametrize("suffix", ["mid", "krn", "abc", "cantilena"])
def test_tempi_are_kept_and_turn_in_proportion(suffix: str) -> None:
    tempos = TempoMap(((0, 90.0), (1440, 60.0)))
    write_midi(replace(TUNE, tempos=tempos), Path("tune.mid"))
    assert convert("tune.mid", f"same.{suffix}") == 0
    assert song_from_file(Path(f"same.{suffix}")).tempos == tempos
    assert convert(f"same.{suffix}", "fast.mid", "--tempo", "180") == 0
    assert song_from_file(Path("fast.mid")).tempos == TempoMap(((0, 180.0), (1440, 120.0)))


def test_the_report_is_json_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    write_midi(TUNE, Path("tune.mid"))
    assert convert("tune.mid", "tune.abc", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report == {"file": "tune.abc", "bars": 3, "notes": 6, "meter": "3/4", "key": "G major"}


def test_the_recipe_goes_with_the_tune() -> None:
    recipe = '{"format": "cantilena recipe", "more": "<&>"}'
    write_midi(TUNE, Path("tune.mid"), recipe)
    for before, after in (("mid", "krn"), ("krn", "abc"), ("abc", "txt"), ("txt", "cantilena")):
        assert convert(f"tune.{before}", f"tune.{after}") == 0
        assert recipe in Path(f"tune.{after}").read_text().replace('\\"', '"')
    assert convert("tune.mid", "other.krn", "--key", "D major") == 0
    assert "recipe" not in Path("other.krn").read_text(), "it would make another tune"


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    before = set(Path().iterdir())
    assert convert(*arguments) == 2
    printed, told = capsys.readouterr()
    assert printed == ""
    assert told.count("\n") == 1
    assert set(Path().iterdir()) == before, "nothing is written"
    return told


def test_what_cannot_be_done_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    write_midi(TUNE, Path("tune.mid"))
    assert "There is no file 'missing.krn'" in complaint(capsys, "missing.krn", "tune.abc")
    assert "must end in one of" in complaint(capsys, "tune.mid", "tune.mp3")
    assert "is of no kind that can be read" in complaint(capsys, "tune.pdf", "tune.mid")
    assert "holds 1 tune" in complaint(capsys, "tune.mid#2", "tune.abc")
    assert "holds no sound" in complaint(capsys, "tune.mid", "tune.abc", "--reverb", "1")
    assert "no folder 'missing'" in complaint(capsys, "tune.mid", "missing/tune.abc")


@pytest.mark.slow
def test_a_score_for_other_programs(tmp_path: Path) -> None:
    write_midi(TUNE, Path("tune.mid"))
    for name in ("tune.musicxml", "tune.mxl", "tune.svg"):
        assert convert("tune.mid", name) == 0
        assert (tmp_path / name).stat().st_size > 500
    for name in ("tune.musicxml", "tune.mxl"):
        song = song_from_file(Path(name))
        assert (song.melody, song.meters, song.key) == (TUNE.melody, TUNE.meters, TUNE.key)
