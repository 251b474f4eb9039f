"""Times that cannot be written go to the nearest that can."""

import pytest

from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.notation.frame import frames
from core.notation.rounding import placed
from tests.notation.shorthand import played, words


def rounded(song: Song) -> list[tuple[int, int]]:
    notes, _ = placed(song.melody, tuple(frames(song.meters, song.melody.end)))
    return [(note.begin, note.end) for note in notes]


@pytest.mark.parametrize(
    "times",
    [
        [(0, 120), (120, 240), (240, 480), (480, 1920)],
        [(0, 160), (160, 320), (320, 480), (480, 1920)],
        [(0, 80), (80, 160), (160, 240), (240, 480)],
        [(0, 60), (60, 120), (120, 150), (150, 180), (180, 240)],
        [(0, 96), (96, 192), (192, 288), (288, 384), (384, 480)],
        [(0, 320), (320, 640), (640, 960)],
        [(120, 240), (600, 840)],
        [(0, 15), (15, 30), (30, 480)],
    ],
)
def test_what_can_be_written_stays(times: list[tuple[int, int]]) -> None:
    assert rounded(played(times)) == times


def test_a_tick_more_or_less_from_another_program_is_none() -> None:
    assert rounded(played([(1, 159), (161, 320), (319 + 1, 481), (479 + 2, 961)])) == [
        *((0, 160), (160, 320), (320, 480), (480, 960))
    ]


def test_notes_played_short_are_written_up_to_the_next() -> None:
    song = played([(480 * n, 480 * n + 430) for n in range(4)])
    assert words(song) == "4/4: g4/4 g4/4 g4/4 g4/4"
    song = played([(240 * n, 240 * n + 200) for n in range(8)])
    assert words(song) == "4/4: [g4/8 g4/8 g4/8 g4/8] [g4/8 g4/8 g4/8 g4/8]"


def test_what_was_played_freely_is_written_simply() -> None:
    onsets = [7, 231, 489, 745, 951, 1203, 1452, 1671]
    song = played([(onset, onset + 190) for onset in onsets], 1920)
    assert words(song) == "4/4: [g4/8 g4/8 g4/8 g4/8] [g4/8 g4/8 g4/8 g4/8]"
    assert words(played([(onset, onset + 110) for onset in onsets], 1920)) == words(song)
    onsets = [11, 150, 331, 470, 951, 1430]
    song = played(list(zip(onsets, [*onsets[1:], 1920], strict=True)), 1920)
    assert words(song) == "4/4: (3 [g4/8 g4/8 g4/8]) g4/4 g4/4 g4/4"


def test_a_note_that_shares_its_place_with_the_next_is_left_out() -> None:
    assert rounded(played([(0, 480), (480, 481), (481, 960)])) == [(0, 480), (480, 960)]


def test_short_bars_begin_and_end_where_something_can_be_written() -> None:
    song = played([(0, 481), (481, 2401)])
    bars = tuple(frames(MeterMap.constant(Meter(4, 4), 481), 2401))
    notes, written = placed(song.melody, bars)
    assert [(bar.begin, bar.end) for bar in written] == [(1, 481), (481, 2401)]
    assert len(notes) == 2
