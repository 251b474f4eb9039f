"""kern out: read again by our reader, by music21 and by Verovio."""

import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings

from core.corpus.reading import kern_files
from core.errors import UserError
from core.files.heading import title_line
from core.files.kern import song_from_kern, song_from_kern_file
from core.files.kern_writing import kern_from_song
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from tests.corpus.by_music21 import reading_of
from tests.files.by_verovio import assert_same, notes_in
from tests.files.returning import (
    fields,
    notated_songs,
    own_notes,
    phrased_songs,
    quiet,
    written_meters,
)
from tests.notation.shorthand import song

TUNE = """\
!!!OTL: A tune
!!!SCT: X17
**kern
*clefG2
*k[b-]
*d:
*M3/4
*MM92.5
{8aL
8gJ
=1
4.f
8e
[4d}
=2
{12d]L
12e
12fJ
4c#
4r
=3
*M6/8
*>Continuation
4.dd}
16b-LK
8.aJ
8r
==
*-
!!!ONB: a remark
"""

WITHOUT = {"han0953.krn", "deut2840.krn"}
"""The one has no note, in the other a phrase ends in the middle of a rest."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kern")


def test_a_tune_is_written_as_a_musician_would() -> None:
    typed = song("a4/8 g4 f4/4. e4/8 d4/4~ (3 d4/8 e4 f4) c#4/4 r d5/4. bb4/16 a4/8. r/8")
    meters = MeterMap(((0, Meter(3, 4)), (480 + 2 * 1440, Meter(6, 8))), 480)
    tune = Song(
        *(typed.melody, meters, Key(-1, "minor"), TempoMap.constant(92.5), "A tune"),
        *(480 + 2 * 1440, (1920, 480 + 2 * 1440 + 720), "X17"),
    )
    assert kern_from_song(tune, "a remark") == TUNE
    assert song_from_kern(TUNE) == tune


@pytest.mark.slow
@given(phrased_songs())
def test_songs_come_back(tune: Song) -> None:
    again = song_from_kern(kern_from_song(tune, "a remark"), "no title")
    assert own_notes(again) == own_notes(tune)
    assert replace(again, seed_end=tune.seed_end) == replace(
        quiet(tune), meters=written_meters(tune), title=title_line(tune) or "no title"
    )


@pytest.mark.parametrize(
    ("pitch", "letters"),
    [(0, "CCCCC"), (36, "CC"), (48, "C"), (59, "B"), (60, "c"), (72, "cc"), (127, "gggggg")],
)
def test_octaves_are_told_by_letters(pitch: int, letters: str) -> None:
    tune = Song(Melody((Note(0, 480, pitch),), 480), key=Key())
    assert f"4{letters}" in kern_from_song(tune).splitlines()


@pytest.mark.parametrize(
    ("ticks", "token"),
    [(3840, "0c"), (2880, "1.c"), (160, "12c"), (7, "1920%7c"), (69, "640%23c"), (15, "128c")],
)
def test_any_duration_has_its_token(ticks: int, token: str) -> None:
    meters = MeterMap.constant(Meter(8, 2) if ticks > 480 else Meter())
    tune = Song(Melody((Note(0, ticks, 60),), ticks), meters)
    assert token in kern_from_song(tune).splitlines()


def test_a_song_without_a_note_is_refused() -> None:
    with pytest.raises(UserError, match="no note to write"):
        kern_from_song(Song(Melody((), 1920)))


@pytest.mark.slow
@given(notated_songs())
def test_verovio_plays_the_same(tune: Song) -> None:
    assert_same(notes_in(kern_from_song(tune)), fields(tune))


@pytest.mark.slow
@given(notated_songs())
def test_music21_reads_the_same(folder: Path, tune: Song) -> None:
    path = folder / "tune.krn"
    path.write_text(kern_from_song(tune), encoding="utf-8")
    read = reading_of(path)
    assert read.notes == [(Fraction(n.onset), Fraction(n.duration), n.pitch) for n in tune.melody]
    assert read.end == tune.melody.end
    assert read.keys == ([] if tune.key is None else [tune.key])
    meters = [(Fraction(onset), str(meter)) for onset, meter in written_meters(tune).signatures]
    assert read.meters == meters


@pytest.mark.slow
def test_the_essen_collection_comes_back(essen: Path) -> None:
    paths = kern_files([essen])
    if settings.get_current_profile_name() != "long":
        paths = random.Random(7).sample(paths, 400)
    for path in paths:
        if path.name not in WITHOUT:
            tune = song_from_kern_file(path)
            again = song_from_kern(kern_from_song(tune), path.stem)
            assert again == tune, path
