from pathlib import Path

import pytest

from core.errors import UserError
from core.files.kern import song_from_kern, song_from_kern_file
from core.music.key import Key
from core.music.melody import QUARTER
from core.music.meter import COMMON_TIME, Meter, MeterMap
from core.music.song import Song
from core.music.tempo import DEFAULT_TEMPO, TempoMap

TUNE = """!!!OTL: A small tune
!! written for these tests
**kern
*ICvox
*M3/4
*k[b-]
*F:
{4c
=1
4f
8g
8a
[4b-
=2
4b-]
4a
4g}
=3
{2f
4r}
==
!!!AGN: test
*-
"""


def kern(*lines: str) -> Song:
    return song_from_kern("\n".join(("**kern", *lines, "*-")))


def heard(song: Song) -> list[tuple[int, int, int]]:
    """(onset, duration, pitch) in sixteenths."""
    sixteenth = QUARTER // 4
    return [(n.onset // sixteenth, n.duration // sixteenth, n.pitch) for n in song.melody]


def test_a_tune() -> None:
    song = song_from_kern(TUNE, "not this")
    assert heard(song) == [
        (0, 4, 60),
        (4, 4, 65),
        (8, 2, 67),
        (10, 2, 69),
        (12, 8, 70),
        (20, 4, 69),
        (24, 4, 67),
        (28, 8, 65),
    ]
    assert song.title == "A small tune"
    assert song.key == Key(-1)
    assert song.meters == MeterMap.constant(Meter(3, 4), QUARTER)
    assert song.phrase_ends == (7 * QUARTER, 10 * QUARTER)
    assert song.melody.end == 10 * QUARTER
    assert song.tempo == DEFAULT_TEMPO


@pytest.mark.parametrize(
    ("token", "quarters"),
    [
        ("4c", 1),
        ("8.c", 3 / 4),
        ("4..c", 7 / 4),
        ("0c", 8),
        ("00c", 16),
        ("0.c", 12),
        ("6c", 2 / 3),
        ("12c", 1 / 3),
        ("3%2c", 8 / 3),
        ("1.5c", 8 / 3),
        ("6.c", 1),
        ("{[2c#]}", 2),
    ],
)
def test_durations(token: str, quarters: float) -> None:
    assert kern(token).melody.notes[0].duration == round(quarters * QUARTER)


@pytest.mark.parametrize(
    ("token", "pitch"),
    [
        ("4c", 60),
        ("4cc", 72),
        ("4B", 59),
        ("4BB", 47),
        ("4b-", 70),
        ("4ffx#", 78),
        ("4f##", 67),
        ("4en", 64),
        ("(8L/a'J)", 69),
        ("4c 4e 4g", 67),
        ("4c 4r", 60),
    ],
)
def test_pitches(token: str, pitch: int) -> None:
    assert kern(token).melody.notes[0].pitch == pitch


def test_uneven_tuplets_end_on_the_beat() -> None:
    song = kern(*["28c"] * 7, *["44d"] * 11, "4e")
    assert song.melody.notes[7].onset == QUARTER
    assert song.melody.notes[18].onset == 2 * QUARTER
    assert all(a.end == b.onset for a, b in zip(song.melody, song.melody.notes[1:], strict=False))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["[4c", "=", "4c]"], [(0, 8, 60)]),
        (["[4c", "4c_", "8c]", "8c"], [(0, 10, 60), (10, 2, 60)]),
        (["[4c", "[4c]", "4c]"], [(0, 12, 60)]),
        (["[4c", "4d]"], [(0, 4, 60), (4, 4, 62)]),
        (["[4c", "4r", "4c]"], [(0, 4, 60), (8, 4, 60)]),
        (["4c]", "4c"], [(0, 4, 60), (4, 4, 60)]),
        (["[4c", "8qd", "4c]"], [(0, 8, 60)]),
        (["4c", "8eq", "qqf", "4d"], [(0, 4, 60), (4, 4, 62)]),
    ],
)
def test_ties_are_joined_and_grace_notes_left_out(
    lines: list[str], expected: list[tuple[int, int, int]]
) -> None:
    assert heard(kern(*lines)) == expected


@pytest.mark.parametrize(
    ("mark", "key"),
    [
        ("*G:", Key(1)),
        ("*e:", Key(1, "minor")),
        ("*B-:", Key(-2)),
        ("*f#:", Key(3, "minor")),
        ("*d:dor", Key(-1, "minor")),
        ("*d-:", Key(4, "minor")),
        ("*k[f#]", None),
        ("*?:", None),
    ],
)
def test_keys(mark: str, key: Key | None) -> None:
    assert kern(mark, "4c").key == key


def test_a_backspace_ends_a_line() -> None:
    assert heard(kern("4.B\b8G")) == [(0, 6, 59), (6, 2, 55)]


def test_the_first_key_counts() -> None:
    assert kern("*C:", "4c", "*G:", "4d").key == Key(0)


def test_tempi() -> None:
    song = kern("4c", "*MM72", "4c", "*MM140.5", "=2", "*MM140.5", "4d", "*MM9999", "4c")
    assert song.tempos == TempoMap(((0, 72), (960, 140.5))), "the first holds from the beginning"
    assert kern("*MM9999", "4c").tempo == DEFAULT_TEMPO


def test_meters_change_and_bars_follow_the_bar_lines() -> None:
    quarter, waltz = QUARTER, Meter(3, 4)
    changing = kern("*M4/4", "4c", "=1", "1c", "=2", "*M3/4", "2.d", "=3", "2.e", "==")
    assert changing.meters == MeterMap(((0, COMMON_TIME), (5 * quarter, waltz)), quarter)
    short_bar = kern("*M3/4", "2.c", "=2", "2d", "=3", "2.e", "=4", "2.f", "==")
    assert short_bar.meters == MeterMap(((0, waltz), (5 * quarter, waltz)))
    free = kern("*MX", "1c", "1d", "1e", "=2", "2f", "=3", "1g")
    assert list(free.meters.lines(14 * quarter)) == [n * quarter for n in (0, 4, 8, 12, 14)]
    assert kern("*MFREI6/8", "2.c").meters.meter == Meter(6, 8)
    assert kern("*M5/1%%%2+3%", "1c").meters.meter == Meter(5, 1)


def test_the_melody_is_found_beside_other_spines() -> None:
    text = "\n".join(
        [
            "**text\t**kern\t**dynam",
            "*^\t*\t*",
            "one\ttwo\t4c\tp",
            "*v\t*v\t*\t*",
            "=1\t=1\t=1",
            "three\t4d\t.",
            "*x\t*x\t*",
            "4e\tfour\t.",
            ".\tand\t.",
            "*\t*-\t*",
            "4f\tf",
            "*-\t*-",
            "!!!OTL@@DE: Danach",
        ]
    )
    song = song_from_kern(text)
    assert heard(song) == [(0, 4, 60), (4, 4, 62), (8, 4, 64), (12, 4, 65)]
    assert song.title == "Danach"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ("Tänze".encode(), "Tänze"),
        ("Tänze".encode("cp437"), "Tänze"),
        ("Tänze".encode("latin-1"), "Tänze"),
    ],
)
def test_old_encodings_are_understood(tmp_path: Path, data: bytes, title: str) -> None:
    path = tmp_path / "tune.krn"
    path.write_bytes(b"!!!OTL: " + data + b"\r\n**kern\r\n4c\r\n*-\r\n")
    assert song_from_kern_file(path).title == title


def test_a_file_without_a_title_is_called_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "spring.krn"
    path.write_text("\ufeff**kern\r4c\r*-\r", encoding="utf-8")
    assert song_from_kern_file(path).title == "spring"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no file '.*nowhere\.krn'"):
        song_from_kern_file(tmp_path / "nowhere.krn")


def test_a_fermata_ends_a_phrase_where_phrases_are_not_marked() -> None:
    assert kern("4c", "4d;", "4e", "2f;").phrase_ends == (960, 2400)
    assert kern("{4c", "4d;}", "4e;").phrase_ends == (960,)
