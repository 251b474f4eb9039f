from pathlib import Path

import pytest
from hypothesis import given

from core.errors import UserError
from core.files.kern import song_from_kern
from core.files.kern_record import KernError, Record
from core.files.kern_spines import (
    _Reader,
    contents_from_kern,
    contents_from_kern_file,
)
from core.files.kern_writing import kern_from_song
from core.files.part import Contents
from core.files.transcript import Transcript
from core.music.song import Song
from core.music.tempo import TempoMap
from tests.songs import songs

CHORALE = """!!!OTL: Two voices and words
**kern\t**text\t**kern\t**dynam
*I"Bass\t*\t*I"Soprano\t*
*M3/4\t*\t*M3/4\t*
*d:\t*\t*F:\t*
*MM96\t*\t*MM96\t*
4BB-\tla\t4f\tp
=1\t=1\t=1\t=1
2F\tla\t4a\t.
.\t.\t8g\tf
.\t.\t8b-\t.
4r\t.\t[4cc\t.
=2\t=2\t=2\t=2
2.C\tla\t2.cc]\t.
==\t==\t==\t==
*-\t*-\t*-\t*-
"""


def lines(*rows: str) -> str:
    return "\n".join("\t".join(row.split()) for row in rows)


def pitches(contents: Contents) -> list[list[tuple[int, int, int]]]:
    """(onset, duration, pitch) of each part, times in quarters."""
    return [
        [(n.onset // 480, n.duration // 480, n.pitch) for n in part.song.melody]
        for part in contents.parts
    ]


def test_each_spine_is_a_part_the_highest_first() -> None:
    contents = contents_from_kern(CHORALE)
    assert [(part.name, part.notes) for part in contents.parts] == [("Soprano", 5), ("Bass", 3)]
    soprano, bass = (part.song for part in contents.parts)
    assert [(n.onset, n.duration, n.pitch) for n in soprano.melody] == [
        *((0, 480, 65), (480, 480, 69), (960, 240, 67), (1200, 240, 70)),
        (1440, 1920, 72),
    ]
    assert [(n.onset, n.duration, n.pitch) for n in bass.melody] == [
        *((0, 480, 46), (480, 960, 53), (1920, 1440, 48)),
    ]
    assert contents.proposal.name == "Soprano"
    assert {song.title for song in (soprano, bass)} == {"Two voices and words"}
    assert (str(soprano.key), str(bass.key)) == ("F major", "D minor")
    assert soprano.tempo == bass.tempo == 96
    assert (str(soprano.meters.meter), soprano.meters.pickup) == ("3/4", 480)


def test_a_spine_that_splits_has_voices() -> None:
    contents = contents_from_kern(
        lines("**kern", "*M4/4", "4c", "*^", "4e 2C", "4g .", "*v *v", "4f", "*-")
    )
    assert [(part.voice, part.notes) for part in contents.parts] == [(0, 5), (1, 4), (2, 1)]
    assert pitches(contents) == [
        [(0, 1, 60), (1, 1, 64), (2, 1, 67), (3, 1, 65)],
        [(0, 1, 60), (1, 1, 64), (2, 1, 67), (3, 1, 65)],
        [(1, 2, 48)],
    ]
    assert contents.proposed == 0


def test_voices_that_end_swap_and_come_late() -> None:
    text = lines(
        *("**kern **kern", "4c 4e", "*^ *", "4c 4C 4d", "*- * *", "4D 4f", "*x *x", "4g 4E"),
        *("*+ * ", "4a . 4F", "*- *- *-"),
    )
    contents = contents_from_kern(text)
    high, low = (part for part in contents.parts if not part.voice)
    assert [n.pitch for n in high.song.melody] == [64, 62, 65, 67, 69]
    assert [n.pitch for n in low.song.melody] == [60, 60, 50, 52, 53]


def test_a_column_that_holds_its_note_does_not_move_a_voice_that_begins_beside_it() -> None:
    contents = contents_from_kern(
        lines("**kern **kern", "4C 2c", "*^ *", "4D 4E .", "*v *v *", "4F 4d", "*- *-")
    )
    assert pitches(contents)[-1] == [(1, 1, 52)], "the second voice of the lower spine"


@given(songs())
def test_a_text_of_one_spine_is_read_as_by_the_reader_of_one(song: Song) -> None:
    """The two ways of counting time agree."""
    try:
        text = kern_from_song(song)
    except UserError:
        return
    reader = _Reader(Record(Transcript("")))
    for line in text.splitlines():
        reader.read(line)
    (part,) = reader.contents().parts
    assert part.song == song_from_kern(text)
    assert contents_from_kern(text).proposal.song == song_from_kern(text)


@pytest.mark.parametrize(
    ("rows", "line", "sentence"),
    [
        (("4c 4e", "**kern **kern"), 1, "this comes before it"),
        (("**kern **kern", "4c"), 2, "1 columns where 2 are open"),
        (("**kern **kern", "**kern **kern"), 2, "A second"),
        (("**kern **kern", "4r 4r", "*- *-"), 3, "There is no note in it"),
        (("**kern **kern", "4c 4x"), 2, "has no pitch"),
    ],
)
def test_what_is_no_music_is_refused_with_its_line(
    rows: tuple[str, ...], line: int, sentence: str
) -> None:
    with pytest.raises(KernError, match=sentence) as refused:
        contents_from_kern(lines(*rows))
    assert refused.value.line == line


def test_bounds_count_all_voices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("core.files.kern_spines.MOST_NOTES", 5)
    with pytest.raises(KernError, match="More than 5 notes"):
        contents_from_kern(lines("**kern **kern", *["4c 4e"] * 3))
    monkeypatch.setattr("core.files.kern_spines.MOST_CHARACTERS", 20)
    with pytest.raises(KernError, match="more than 20 characters"):
        contents_from_kern(lines("**kern **kern", *["4c 4e"] * 3))
    path = tmp_path / "two.krn"
    path.write_text(CHORALE)
    monkeypatch.undo()
    assert len(contents_from_kern_file(path).parts) == 2


def test_a_tempo_that_changes_holds_for_all_voices() -> None:
    text = "**kern\t**kern\n*MM96\t*MM96\n4C\t2c\n*MM48\t*\n4D\t.\n4E\t4d\n*-\t*-"
    bass, soprano = sorted(
        (part.song for part in contents_from_kern(text).parts),
        key=lambda song: song.melody.notes[0].pitch,
    )
    assert bass.tempos == soprano.tempos == TempoMap(((0, 96), (480, 48)))
