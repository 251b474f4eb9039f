from pathlib import Path

import pytest

from core.cli.seed import as_wished, song_from_seed
from core.errors import UserError
from core.files.midi import write_midi
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.project import Project, save_project

TUNE = Song(
    Melody((Note(0, 480, 60), Note(480, 480, 62)), 960),
    MeterMap.constant(Meter(3, 4), 480),
    Key(1),
    TempoMap(((0, 90.0), (480, 45.0))),
    "A tune",
    seed_end=480,
)


def pitches(song: Song) -> list[int]:
    return [note.pitch for note in song.melody]


def test_anything_but_a_file_is_typed_notes() -> None:
    song = song_from_seed("c4 d4/8 e4")
    assert pitches(song) == [60, 62, 64]
    assert (song.seed_end, song.key, song.meters) == (960, None, MeterMap())
    assert song_from_seed("") == Song()


def test_an_existing_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_midi(TUNE, tmp_path / "A.MID")
    song = song_from_seed("A.MID")
    assert pitches(song) == [60, 62]
    assert (song.key, song.tempo, song.meters) == (TUNE.key, 90.0, TUNE.meters)
    (tmp_path / "a.txt").write_text("g4/8 a4\n b4/2")
    assert pitches(song_from_seed("a.txt")) == [67, 69, 71]
    (tmp_path / "a.krn").write_text("**kern\n*M3/4\n*G:\n4g\n4a\n4b\n*-\n")
    song = song_from_seed("a.krn")
    assert (pitches(song), song.key, song.seed_end) == ([67, 69, 71], Key(1), 1440)


def test_of_a_project_the_seed_is_taken(tmp_path: Path) -> None:
    save_project(Project(TUNE), tmp_path / "a.cantilena")
    song = song_from_seed(str(tmp_path / "a.cantilena"))
    assert (pitches(song), song.melody.end) == ([60], 480)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("missing.mid", "There is no file 'missing.mid'"),
        ("MISSING.KRN", "There is no file"),
        ("c4 h4", "Column 4"),
        ("c99", "MIDI"),
        ("folder", "is of no kind that can be read"),
        ("a.png", "is of no kind that can be read; those are .cantilena"),
        ("bad.txt", "'bad.txt', line 2, column 4: "),
        ("bad.krn", "'bad.krn', line 2"),
        ("bad.mid", "'bad.mid' is no MIDI file"),
        ("bad.cantilena", "'bad.cantilena' is no proper Cantilena project"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "bad.txt").write_text("c4\nd4 x4")
    (tmp_path / "bad.krn").write_text("**kern\n4zz\n*-\n")
    for name in ("a.png", "bad.mid", "bad.cantilena"):
        (tmp_path / name).write_text("nonsense")
    with pytest.raises(UserError, match=words):
        song_from_seed(text)


def test_wishes_stand_in_for_what_the_seed_says() -> None:
    assert as_wished(TUNE) == TUNE
    song = as_wished(TUNE, Meter(4, 4), Key(-1), 120.0)
    assert (song.meters, song.key, song.tempo) == (
        MeterMap.constant(Meter(4, 4), 480),
        Key(-1),
        120.0,
    )
    assert as_wished(TUNE, Meter(1, 4)).meters.pickup == 0


def test_of_several_tunes_the_first_is_taken_unless_a_number_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("two.abc").write_text("X:1\nT:One\nK:C\nC|\n\nX:2\nT:Two\nK:C\nD|\n")
    assert pitches(song_from_seed("two.abc")) == [60]
    assert capsys.readouterr().err == (
        "'two.abc' holds 2 tunes; this is the first, 'One'. Write 'two.abc#2' for the second.\n"
    )
    assert pitches(song_from_seed("two.abc#2")) == [62]
    assert pitches(song_from_seed("two.abc#1")) == [60]
    with pytest.raises(UserError, match="there is no tune 3 in it"):
        song_from_seed("two.abc#3")
    with pytest.raises(UserError, match=r"There is no file 'three\.abc'"):
        song_from_seed("three.abc#1")
    assert capsys.readouterr().err == ""
    Path("odd.abc#2").write_text("")
    with pytest.raises(UserError, match=r"odd.abc#2' is of no kind"):
        song_from_seed("odd.abc#2")
    assert pitches(song_from_seed("f#2")) == [42]


def test_of_several_parts_the_likeliest_is_taken_unless_a_number_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("two.krn").write_text('**kern\t**kern\n*I"Low\t*I"High\n4C\t4c\n*-\t*-\n')
    assert pitches(song_from_seed("two.krn")) == [60]
    assert capsys.readouterr().err == (
        "'two.krn' holds 2 parts; this is 1 High. --part N takes another: 1 High, 2 Low.\n"
    )
    assert pitches(song_from_seed("two.krn", 2)) == [48]
    assert capsys.readouterr().err == ""
    with pytest.raises(UserError, match=r"'two.krn' holds 2 parts; there is no part 3 in it\."):
        song_from_seed("two.krn", 3)
    with pytest.raises(UserError, match="typed notes have none"):
        song_from_seed("c4 d4", 1)
