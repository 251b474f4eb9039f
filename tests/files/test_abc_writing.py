"""ABC out: read again by our reader and by music21."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from core.corpus.reading import kern_files
from core.files.abc import song_from_abc, title_of, tunes_from_abc
from core.files.abc_writing import abc_from_song
from core.files.heading import title_line
from core.files.kern import song_from_kern_file
from core.music.key import Key
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from tests.files.returning import (
    Fields,
    fields,
    notated_songs,
    own_notes,
    phrased_songs,
    quiet,
    written_meters,
)
from tests.notation.shorthand import song

TUNE = r"""%abc-2.1
X:1
T:100\% a tune \\
N:X0017
% a remark
M:3/4
L:1/8
Q:1/4=92
K:Dm
AG | F3 E !shortphrase!D2- | (3DEF ^C2 z2 | [M:6/8][r:Continuation]!shortphrase!d3 B/A3/2 z |]
"""

WITHOUT = {"han0953.krn", "deut2840.krn"}
"""The one has no note, in the other a phrase ends in the middle of a rest."""


def read(text: str, title: str = "") -> Song:
    (tune,) = tunes_from_abc(text)
    return song_from_abc(tune, title)


def test_a_tune_is_written_as_a_musician_would() -> None:
    typed = song("a4/8 g4 f4/4. e4/8 d4/4~ (3 d4/8 e4 f4) c#4/4 r d5/4. bb4/16 a4/8. r/8")
    meters = MeterMap(((0, Meter(3, 4)), (480 + 2 * 1440, Meter(6, 8))), 480)
    tune = Song(
        *(typed.melody, meters, Key(-1, "minor"), TempoMap.constant(92.0), "100% a tune \\"),
        *(480 + 2 * 1440, (1920, 480 + 2 * 1440 + 720), "X0017"),
    )
    assert abc_from_song(tune, "a remark") == TUNE
    assert read(TUNE) == tune
    assert title_of(tunes_from_abc(TUNE)[0]) == tune.title


@pytest.mark.slow
@given(phrased_songs())
def test_songs_come_back(tune: Song) -> None:
    again = read(abc_from_song(tune, "a remark"), "no title")
    assert own_notes(again) == own_notes(tune)
    whole = TempoMap.from_changes((onset, round(tempo)) for onset, tempo in tune.tempos.changes)
    assert replace(again, seed_end=tune.seed_end) == replace(
        quiet(tune), meters=written_meters(tune), tempos=whole, title=title_line(tune) or "no title"
    )


def test_an_accidental_is_said_again_wherever_a_reader_could_miss_it() -> None:
    line = "f#4/8 f#4 f#5 f4 c5/4~ c5~ | c5/4 f#4/2.~ | f#4/1"
    assert abc_from_song(song(line)).splitlines()[-1] == ("^F^F^f=F c4- | c2 ^F6- | ^F8 |]")


def test_a_bar_that_is_cut_short_stays_short() -> None:
    # Two that together fill one, too: they are no bar with a repeat sign in it.
    line = song("c4/1 | d4/2 | e4/2 | f4/1").melody
    meters = MeterMap(((0, Meter()), (1920 + 960, Meter()), (3840, Meter())))
    assert read(abc_from_song(Song(line, meters, Key()))).meters == meters


@pytest.mark.parametrize(
    ("pitch", "letter"), [(0, "C,,,,,"), (48, "C,"), (60, "C"), (72, "c"), (84, "c'"), (96, "c''")]
)
def test_octaves_are_told_by_commas_and_apostrophes(pitch: int, letter: str) -> None:
    tune = Song(Melody((Note(0, QUARTER, pitch),), QUARTER), key=Key())
    assert abc_from_song(tune).splitlines()[-1] == f"{letter}2 |]"


@pytest.mark.parametrize(
    ("ticks", "written"),
    [(240, "c |]"), (120, "c/ |]"), (60, "c/4 |]"), (7, "c7/240 |]"), (1927, "c8-c7/240 |]")],
)
def test_any_duration_has_its_number(ticks: int, written: str) -> None:
    tune = Song(Melody((Note(0, ticks, 72),), ticks), MeterMap.constant(Meter(8, 2)), Key())
    assert abc_from_song(tune).splitlines()[-1] == written


@pytest.mark.slow
@given(notated_songs(most_changes=0))
def test_music21_reads_the_same(tune: Song) -> None:
    # Where the meter changes, its own reader keeps the first one and cuts notes at its bar lines.
    theirs, key = by_music21(abc_from_song(tune))
    assert theirs == fields(tune)
    assert tune.key is None or key == tune.key.fifths


def by_music21(text: str) -> tuple[Fields, int]:
    """The notes, and the sharps or flats of the signature."""
    from music21 import converter, stream

    score = converter.parse(text, format="abc", forceSource=True, storePickle=False)
    assert isinstance(score, stream.Score)
    signatures = score.recurse().getElementsByClass("KeySignature")
    line = score.parts[0].stripTies().flatten().notes
    notes = [
        (round(n.offset * QUARTER), round(n.quarterLength * QUARTER), n.pitches[0].midi)
        for n in line
    ]
    return notes, next(iter(signatures)).sharps


@pytest.mark.slow
def test_the_essen_collection_comes_back(essen: Path) -> None:
    paths = kern_files([essen])
    if settings.get_current_profile_name() != "long":
        paths = random.Random(8).sample(paths, 400)
    for path in paths:
        if path.name not in WITHOUT:
            tune = song_from_kern_file(path)
            again = read(abc_from_song(tune), path.stem)
            # ABC has catalogue numbers in a stricter form, and whole tempi.
            assert replace(again, catalogue=tune.catalogue, tempos=tune.tempos) == tune, path
