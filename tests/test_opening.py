import multiprocessing
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from core import opening
from core.cli.command import Parser
from core.cli.play import COMMAND
from core.compose.controls import Controls
from core.corpus import formats
from core.errors import UserError
from core.files.midi import bytes_from_song, write_midi
from core.music.melody import Melody, Note
from core.music.song import Song
from core.opening import KINDS, SUFFIXES, contents_in, reading, song_from_file, tunes_in
from core.project import Project, save_project
from gui.files.filters import music
from gui.menu.actions import ENTRIES

ROOT = Path(__file__).parents[1]
SONG = Song(Melody((Note(0, 480, 67), Note(480, 480, 69)), 960), title="A tune", seed_end=480)


def test_the_same_tune_is_read_from_every_kind_of_file(tmp_path: Path) -> None:
    write_midi(SONG, tmp_path / "a.mid")
    write_midi(SONG, tmp_path / "a.MIDI")
    save_project(Project(SONG, Controls(bars=3)), tmp_path / "a.cantilena")
    (tmp_path / "a.txt").write_text("g4\na4\n")
    (tmp_path / "a.krn").write_text("**kern\n4g\n4a\n*-\n")
    (tmp_path / "a.abc").write_text("X:1\nT:A tune\nL:1/4\nK:C\nG A|\n")
    songs = {path.name: song_from_file(path) for path in tmp_path.iterdir()}
    assert {song.melody for song in songs.values()} == {SONG.melody}
    assert songs["a.cantilena"] == songs["a.mid"] == songs["a.MIDI"] == SONG
    for name in ("a.txt", "a.krn", "a.abc"):
        assert songs[name].seed_end == 960, "all is the user's"


@pytest.mark.parametrize("sent", [b"", b"junk", bytes(16), bytes(12) + b"\1\0\0\0x"])
def test_a_process_that_was_taken_over_can_send_no_more_than_a_refusal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    def taken_over(*_: object, **__: object) -> Generator[bytes, None, None]:
        yield sent

    monkeypatch.setattr(opening, "apart", taken_over)
    with pytest.raises(UserError, match=r"a\.xml. cannot be opened: The process that read it sent"):
        song_from_file(tmp_path / "a.xml")


def test_other_kinds_are_named_with_those_that_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        song_from_file(tmp_path / "a.mp3")
    assert str(refused.value) == (
        f"'{tmp_path / 'a.mp3'}' is of no kind that can be read; those are "
        ".cantilena, .musicxml, .xml, .mxl, .abc, .mid, .midi, .krn, .kern and .txt."
    )


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", b"c4 d4\n\n  e4 d4~ f4", "line 3, column 6: "),
        ("a.krn", b"**kern\n4c\n4zz\n*-\n", "line 3: "),
    ],
)
def test_a_mistake_is_found_in_its_line(
    tmp_path: Path, name: str, content: bytes, place: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        song_from_file(path)
    assert str(refused.value).startswith(f"'{path}', {place}")
    assert str(refused.value).endswith(".")


THREE = "%abc-2.1\nL:1/4\n\nX:1\nT:One\nK:C\nC D|\n\nX:2\nK:C\nE F|\n\nX:3\nT:Three\nK:C\nG !|\n"


def test_of_several_tunes_each_can_be_had_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "three.abc"
    path.write_text(THREE)
    assert tunes_in(path) == ["One", "three", "Three"]
    pitches = [[n.pitch for n in song_from_file(path, number).melody] for number in (1, 2, 3)]
    assert pitches == [[60, 62], [64, 65], [67]]
    assert song_from_file(path, 2).title == "three"
    for number in (0, 4):
        with pytest.raises(UserError, match=f"holds 3 tunes; there is no tune {number} in it"):
            song_from_file(path, number)


def test_a_mistake_in_a_later_tune_is_found_in_its_line(tmp_path: Path) -> None:
    path = tmp_path / "two.abc"
    path.write_text("X:1\nK:C\nC D|\n\nX:2\nT:Empty\nK:C\nz4|\n")
    with pytest.raises(UserError) as refused:
        song_from_file(path, 2)
    assert str(refused.value) == f"'{path}', line 5: There is no note in it."


SCORE = """<?xml version="1.0" encoding="UTF-8"?><score-partwise version="4.0">
<part-list><score-part id="P1"><part-name>Voice</part-name></score-part></part-list>
<part id="P1"><measure number="1"><attributes><divisions>1</divisions><key><fifths>1</fifths></key>
<time><beats>2</beats><beat-type>4</beat-type></time></attributes>
<note><pitch><step>G</step><octave>4</octave></pitch><duration>1</duration></note>
<note><pitch><step>A</step><octave>4</octave></pitch><duration>1</duration></note>
</measure></part></score-partwise>"""


@pytest.mark.slow
def test_a_score_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.musicxml"
    path.write_text(SCORE)
    was_loaded = "music21" in sys.modules  # by another test
    steps = list(reading(path))
    song = steps.pop()
    assert steps == [None] * len(steps)
    assert len(steps) > 3, "who waits can go away meanwhile"
    assert song is not None
    assert song.melody == SONG.melody
    assert song.seed_end == 960
    assert ("music21" in sys.modules) == was_loaded


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xml", b"<score-partwise>"), ("a.mxl", b"PK\x03\x04 torn"), ("a.musicxml", b"no score")],
)
def test_a_score_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        song_from_file(path)
    assert str(path) in str(refused.value)
    assert str(refused.value).endswith(".")
    assert "\n" not in str(refused.value)


@pytest.mark.slow
def test_who_goes_away_ends_the_process_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.musicxml"
    path.write_text(SCORE)
    steps = reading(path)
    assert next(steps) is None
    (process,) = multiprocessing.active_children()
    begun = time.monotonic()
    steps.close()
    assert time.monotonic() - begun < 5
    assert not process.is_alive()


def test_all_kinds_are_told_everywhere() -> None:
    """The tooltip, the filter of the dialog, the README and the command line agree."""
    tip = next(entry.tip for entry in ENTRIES if entry.name == "open")
    tour = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    parser = Parser()
    COMMAND.describe(parser)
    file = " ".join(parser.format_help().split())
    for kind in KINDS:
        for place in (tip, tour, file):
            assert kind in place, f"{kind} is missing in: {place[:200]}"
    assert set(music().partition("(")[2].rstrip(")").split()) == {f"*{s}" for s in SUFFIXES}
    assert set(formats.SUFFIXES) < set(SUFFIXES), "what a corpus can be made of can be opened"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("c4/64 " * 100_001, "100,000 notes"), ("c4/1 " * 5_001, "20,000 quarters")],
)
def test_more_typed_notes_than_other_files_may_hold_are_refused(
    tmp_path: Path, text: str, sentence: str
) -> None:
    (tmp_path / "long.txt").write_text(text)
    with pytest.raises(UserError, match=sentence):
        song_from_file(tmp_path / "long.txt")


BANDS = {
    "two.krn": '**kern\t**kern\n*I"Low\t*I"High\n4C\t4c\n4D\t4d\n*-\t*-\n',
    "two.abc": 'X:1\nL:1/4\nK:C\nV:1 name="High"\nc d|\nV:2 name="Low"\nC, D,|\n',
}


@pytest.mark.parametrize("name", BANDS)
def test_of_several_parts_each_can_be_had_by_its_number(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(BANDS[name])
    (contents,) = contents_in(path)
    assert contents is not None
    assert [part.name for part in contents.parts] == ["High", "Low"]
    assert song_from_file(path) == contents.proposal.song == song_from_file(path, part=1)
    low = song_from_file(path, part=2)
    assert [n.pitch for n in low.melody] == [48, 50]
    assert low.seed_end == 960, "all is the user's"
    for part in (0, 3):
        with pytest.raises(UserError, match=f"holds 2 parts; there is no part {part} in it"):
            song_from_file(path, part=part)


def test_each_tune_of_a_midi_file_of_format_2_can_be_had(tmp_path: Path) -> None:
    path = tmp_path / "two.mid"
    data = bytearray(bytes_from_song(SONG))
    data[9] = 2
    path.write_bytes(data)
    assert tunes_in(path) == ["A tune"]
    assert song_from_file(path).melody == SONG.melody
    with pytest.raises(UserError, match="holds 1 tune; there is no tune 2"):
        song_from_file(path, 2)


def test_drums_alone_have_to_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "drums.mid"
    data = bytearray(bytes_from_song(SONG))
    for status in (0x90, 0x80):
        data = data.replace(bytes([status, 67]), bytes([status + 9, 67]))
        data = data.replace(bytes([status, 69]), bytes([status + 9, 69]))
    path.write_bytes(data)
    with pytest.raises(UserError, match="only drums"):
        song_from_file(path)
    assert song_from_file(path, part=1).melody.notes
