"""What is written of a tune: shapes that show the beat, ties, tuplets, upbeats, accidentals."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.notation.sheet import sheet_from_song
from core.notation.symbol import symbols_in
from tests.notation.shorthand import song, ticks_in, words
from tests.songs import songs


@pytest.mark.parametrize(
    ("notes", "meter", "written"),
    [
        ("c4/4 d4 e4/2", "4/4", "4/4: c4/4 d4/4 e4/2"),
        ("c4/4 d4/2 e4/4", "4/4", "4/4: c4/4 d4/2 e4/4"),
        ("c4/8 d4/4 e4/8 f4/2", "4/4", "4/4: c4/8 d4/4 e4/8 f4/2"),
        ("c4/4 d4/4. e4/8 f4/4", "4/4", "4/4: c4/4 d4/4~ [d4/8 e4/8] f4/4"),
        ("c4/4. d4/4 e4/8 f4/4", "4/4", "4/4: c4/4. d4/8~ [d4/8 e4/8] f4/4"),
        ("c4/16 d4/8 e4/16 f4/4 g4/2", "4/4", "4/4: [c4/16 d4/8 e4/16] f4/4 g4/2"),
        ("c4/2. d4/4", "4/4", "4/4: c4/2. d4/4"),
        ("c4/4 d4/2.", "4/4", "4/4: c4/4 d4/2."),
        ("c4/2 d4/4", "3/4", "3/4: c4/2 d4/4"),
        ("c4/2.", "3/4", "3/4: c4/2."),
        ("c4/2 d4/4", "6/8", "6/8: c4/4.~ c4/8 d4/4"),
        ("c4/4 d4/8 e4/8 f4/4", "6/8", "6/8: c4/4 d4/8 e4/8 f4/4"),
        ("c4/4. d4/4.", "6/8", "6/8: c4/4. d4/4."),
        ("c4/1 d4/1", "4/2", "4/2: c4/1 d4/1"),
        ("c4/1~ c4/1", "4/2", "4/2: c4/breve"),
        ("c4/4. d4/4.", "3/4", "3/4: c4/4. d4/4."),
        ("c4/4. d4/4", "5/8", "5/8: c4/4. d4/4"),
    ],
)
def test_notes_show_the_beat(notes: str, meter: str, written: str) -> None:
    assert words(song(notes, meter)) == written


@pytest.mark.parametrize(
    ("notes", "meter", "written"),
    [
        ("c4/4 r/2 d4/4", "4/4", "4/4: c4/4 r/4 r/4 d4/4"),
        ("c4/4 r/2.", "4/4", "4/4: c4/4 r/4 r/2"),
        ("c4/8 r/4. d4/2", "4/4", "4/4: c4/8 r/8 r/4 d4/2"),
        ("r/2 c4/4", "3/4", "3/4: r/4 r/4 c4/4"),
        ("r/4. c4/4.", "6/8", "6/8: r/4. c4/4."),
        ("r/4 c4/8 d4/8 r/4", "6/8", "6/8: r/4 c4/8 d4/8 r/8 r/8"),
        ("c4/1 | r/1 | d4/1", "4/4", "4/4: c4/1 | R | d4/1"),
        ("c4/2. | r/2. | d4/2.", "3/4", "3/4: c4/2. | R | d4/2."),
    ],
)
def test_rests_show_it_more_strictly(notes: str, meter: str, written: str) -> None:
    assert words(song(notes, meter)) == written


@pytest.mark.parametrize(
    ("notes", "meter", "written"),
    [
        ("c4/8 d4 e4 f4 g4 a4 b4 c5", "4/4", "4/4: [c4/8 d4/8 e4/8 f4/8] [g4/8 a4/8 b4/8 c5/8]"),
        ("c4/8 d4 e4 f4 g4/2", "4/4", "4/4: [c4/8 d4/8 e4/8 f4/8] g4/2"),
        ("c4/4 d4/8 e4 f4 g4 a4/4", "4/4", "4/4: c4/4 [d4/8 e4/8] [f4/8 g4/8] a4/4"),
        ("c4/8 d4 e4/16 f4 g4/8 a4/2", "4/4", "4/4: [c4/8 d4/8] [e4/16 f4/16 g4/8] a4/2"),
        ("c4/8 d4 e4 f4 g4 a4", "3/4", "3/4: [c4/8 d4/8 e4/8 f4/8 g4/8 a4/8]"),
        ("c4/4 d4/8 e4 f4 g4", "3/4", "3/4: c4/4 [d4/8 e4/8 f4/8 g4/8]"),
        ("c4/8 d4 e4 f4", "2/4", "2/4: [c4/8 d4/8 e4/8 f4/8]"),
        ("c4/8 d4 e4 f4 g4 a4", "6/8", "6/8: [c4/8 d4/8 e4/8] [f4/8 g4/8 a4/8]"),
        ("c4/8 d4 e4", "3/8", "3/8: [c4/8 d4/8 e4/8]"),
        ("c4/8 d4 e4 f4 g4", "5/8", "5/8: [c4/8 d4/8 e4/8] [f4/8 g4/8]"),
        ("c4/8 r d4 e4 r/2", "4/4", "4/4: c4/8 r/8 [d4/8 e4/8] r/2"),
        ("c4/8. d4/16 e4/4 f4/2", "4/4", "4/4: [c4/8. d4/16] e4/4 f4/2"),
        ("c4/8 d4 e4 f4 g4/1 | a4/2", "2/2", "2/2: [c4/8 d4/8 e4/8 f4/8] g4/2~ | g4/2 a4/2"),
    ],
)
def test_beams_join_what_is_felt_together(notes: str, meter: str, written: str) -> None:
    assert words(song(notes, meter)) == written


@pytest.mark.parametrize(
    ("notes", "written"),
    [
        ("(3 c4/8 d4 e4) f4/2.", "4/4: (3 [c4/8 d4/8 e4/8]) f4/2."),
        ("(3 c4/4 d4 e4) f4/2", "4/4: (3 c4/4 d4/4 e4/4) f4/2"),
        ("(3 c4/2 d4 e4)", "4/4: (3 c4/2 d4/2 e4/2)"),
        ("(3 c4/16 d4 e4) f4/8 g4/2.", "4/4: [(3 c4/16 d4/16 e4/16) f4/8] g4/2."),
        ("(3 c4/8 r e4) f4/2.", "4/4: (3 c4/8 r/8 e4/8) f4/2."),
        ("c4/6 d4/12 e4/2.", "4/4: (3 c4/4 d4/8) e4/2."),
        ("c4/12 d4/6 e4/2.", "4/4: (3 c4/8 d4/4) e4/2."),
        ("c4/2. d4/12 e4 f4~ | f4/4 g4/2.", "4/4: c4/2. (3 [d4/8 e4/8 f4/8~]) | f4/4 g4/2."),
        ("c4/8 (3 d4/8 e4 f4) g4/8 a4/2", "4/4: c4/8 (3 [d4/8 e4/8 f4/8]) g4/8 a4/2"),
    ],
)
def test_tuplets_are_as_short_as_they_can_be(notes: str, written: str) -> None:
    assert words(song(notes)) == written


def test_quintuplets() -> None:
    fifths = tuple(Note(96 * n, 96, 60 + n) for n in range(5))
    line = Melody((*fifths, Note(480, 1440, 67)), 1920)
    assert words(Song(line, key=Key())) == (
        "4/4: (5 [c4/16 c#4(#)/16 d4/16 d#4(#)/16 e4/16]) g4/2."
    )


def test_a_triplet_in_a_compound_meter_is_of_sixteenths() -> None:
    assert words(song("(3 c4/16 d4 e4) f4/8 g4 a4/4.", "6/8")) == (
        "6/8: [(3 c4/16 d4/16 e4/16) f4/8 g4/8] a4/4."
    )


def test_ties_lead_over_bar_lines() -> None:
    written = words(song("c4/2 d4/2~ | d4/1~ | d4/4 e4/2."))
    assert written == "4/4: c4/2 d4/2~ | d4/1~ | d4/4 e4/2."


def test_an_upbeat_is_the_end_of_a_bar() -> None:
    assert words(song("g4/8 a4 | c5/4 d5 e5 f5 | g5/2.", pickup=480)) == (
        "4/4: [g4/8 a4/8] | c5/4 d5/4 e5/4 f5/4 | g5/2."
    )
    assert words(song("g4/8 | c5/4. d5/4.", "6/8", pickup=240)) == "6/8: g4/8 | c5/4. d5/4."
    assert words(song("(3 r/8 g4 a4) | c5/1", pickup=480)) == "4/4: (3 r/8 [g4/8 a4/8]) | c5/1"
    bars = sheet_from_song(song("g4/4 | c5/1", pickup=480)).bars
    assert [(bar.number, bar.is_full) for bar in bars] == [(0, False), (1, True)]


def test_meters_are_written_where_they_change() -> None:
    line = song("c4/4 d4 e4 f4 | g4/4 a4 b4 | c5/4 b4 a4 | c4/1").melody
    meters = MeterMap(((0, Meter(4, 4)), (1920, Meter(3, 4)), (4800, Meter(4, 4))))
    assert words(Song(line, meters, Key())) == (
        "4/4: c4/4 d4/4 e4/4 f4/4 | 3/4: g4/4 a4/4 b4/4 | c5/4 b4/4 a4/4 | 4/4: c4/1"
    )


def test_a_bar_that_is_cut_short_stays_short() -> None:
    line = song("c4/4 d4 | e4/4 f4 g4 a4").melody
    meters = MeterMap(((0, Meter(4, 4)), (960, Meter(4, 4))))
    assert words(Song(line, meters, Key())) == "4/4: c4/4 d4/4 | e4/4 f4/4 g4/4 a4/4"


def test_accidentals_hold_until_the_bar_ends_and_ties_need_none() -> None:
    assert words(song("f#4/4 f#4 f4 f#5 | f4/1")) == ("4/4: f#4(#)/4 f#4/4 f4(n)/4 f#5(#)/4 | f4/1")
    assert words(song("f4/4 f#4 g4 f#4", key="G major")) == "4/4: f4(n)/4 f#4(#)/4 g4/4 f#4/4"
    assert words(song("f4/2 f#4/2~ | f#4/4 f#4/2.")) == ("4/4: f4/2 f#4(#)/2~ | f#4/4 f#4(#)/2.")


def test_the_key_is_written_or_else_heard() -> None:
    named = song("f#4/4 g4 a4 b4", key="D major")
    assert sheet_from_song(named).key == Key(2)
    assert sheet_from_song(replace(named, key=None)).key == Key(1)


@pytest.mark.parametrize(
    ("octave", "clef"),
    [(8, "treble, octave up"), (5, "treble"), (3, "bass"), (1, "bass, octave down")],
)
def test_the_clef_follows_the_compass(octave: int, clef: str) -> None:
    assert sheet_from_song(song(f"c{octave}/4 d{octave} e{octave} f{octave}")).clef == clef


def test_without_notes_there_is_an_empty_sheet() -> None:
    assert sheet_from_song(Song()).bars == ()
    assert words(Song(Melody((), 1920), key=Key())) == "4/4: R"


METERS = [Meter(4, 4), Meter(3, 4), Meter(6, 8), Meter(2, 2), Meter(5, 8), Meter(12, 8)]
STEPS = st.sampled_from((60, 120, 180, 240, 360, 480, 720, 960, 1440, 1920))


@st.composite
def lines_on_the_grid(draw: st.DrawFn) -> Song:
    """Notes and rests on thirty-seconds, in any meter whose beats are eighths or longer."""
    notes, now = [], 0
    for _ in range(draw(st.integers(1, 24))):
        now += draw(st.sampled_from((0, 0, 0, 120, 480)))
        notes.append(Note(now, draw(STEPS), draw(st.integers(40, 90))))
        now = notes[-1].end
    meters = MeterMap.constant(draw(st.sampled_from(METERS)), draw(st.sampled_from((0, 120, 480))))
    return Song(Melody(tuple(notes), now), meters, Key(draw(st.integers(-7, 7))))


BEATS = st.sampled_from(
    [
        *((480,), (240, 240), (360, 120), (120, 120, 240), (60, 60, 120, 240)),
        *((160, 160, 160), (320, 160), (160, 320), (80, 80, 80, 240), (160, 80, 80, 160)),
        *((960,), (320, 320, 320), (640, 320), (160, 160, 320, 320), (96, 96, 96, 96, 96)),
    ]
)


@given(st.lists(BEATS, min_size=1, max_size=12), st.sampled_from([Meter(4, 4), Meter(3, 4)]))
def test_tuplets_last_as_long_as_the_tune(beats: list[tuple[int, ...]], meter: Meter) -> None:
    notes: list[Note] = []
    for duration in (each for beat in beats for each in beat):
        notes.append(Note(notes[-1].end if notes else 0, duration, 67))
    end = notes[-1].end
    sheet = sheet_from_song(Song(Melody(tuple(notes), end), MeterMap.constant(meter), Key()))
    full, rest = divmod(end, meter.bar)
    assert ticks_in(sheet) == [meter.bar] * full + [rest] * (rest > 0)
    symbols = [s for bar in sheet.bars for s in symbols_in(bar.items)]
    assert [s.onset for s in symbols if not s.goes_on] == [note.onset for note in notes]


@given(lines_on_the_grid())
def test_what_is_written_lasts_as_long_as_the_tune(tune: Song) -> None:
    sheet = sheet_from_song(tune)
    end = tune.melody.end
    lines = [0, *(line for line in tune.meters.lines(end) if 0 < line < end), end]
    lengths = [stop - begin for begin, stop in pairwise(lines)]
    for bar, written, length in zip(sheet.bars, ticks_in(sheet), lengths, strict=True):
        assert written == length or (written == 0 and bar.is_full and not bar.items)


@given(lines_on_the_grid())
def test_tied_symbols_are_the_notes_of_the_tune(tune: Song) -> None:
    heard: dict[int, int] = {}
    symbols = [s for bar in sheet_from_song(tune).bars for s in symbols_in(bar.items)]
    for before, symbol in pairwise([None, *symbols]):
        if symbol is None or symbol.name is None:
            continue
        assert symbol.goes_on == (before is not None and before.is_tied)
        if symbol.goes_on:
            assert before is not None
            assert before.name == symbol.name
        else:
            assert symbol.onset == symbol.note
        length = symbol.length * (2 - 0.5**symbol.dots)
        heard[symbol.note] = heard.get(symbol.note, 0) + round(length)
    assert heard == {note.onset: note.duration for note in tune.melody}
    names = {s.note: s.name.pitch for s in symbols if s.name is not None}
    assert names == {note.onset: note.pitch for note in tune.melody}


@given(songs())
def test_any_song_can_be_written(tune: Song) -> None:
    sheet = sheet_from_song(tune)
    symbols = [s for bar in sheet.bars for s in symbols_in(bar.items) if s.name is not None]
    pitches = {note.onset: note.pitch for note in tune.melody}
    assert all(s.name is not None and pitches[s.note] == s.name.pitch for s in symbols)
    onsets = [s.note for s in symbols if not s.goes_on]
    assert onsets == sorted(set(onsets)), "each note once, in order"
