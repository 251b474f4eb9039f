"""The view follows a song as it grows, and moves as seldom as it can."""

from hypothesis import given
from hypothesis import strategies as st

from core.music.meter import Meter, MeterMap
from core.music.song import Song
from gui.roll.view import View, reach, roomy_end
from tests.gui.roll.tunes import tune

BAR = 1920


def bars(count: int) -> Song:
    return tune([60] * (4 * count))


def test_room_grows_by_steps() -> None:
    steps = [roomy_end(bars(n)) // BAR for n in (0, 1, 8, 9, 12, 13, 17, 25, 33, 65, 200)]
    assert steps == [8, 8, 8, 12, 12, 16, 24, 32, 48, 96, 256]


def test_one_can_scroll_to_where_there_is_room_to_write_on() -> None:
    assert [reach(bars(n)) // BAR for n in (0, 3, 6, 7, 8, 11, 12, 13)] == [
        *(8, 8, 8, 9, 10, 13, 14, 16)
    ]
    view = View().resized(800, 400).following(bars(8))
    assert view.time.shows(8 * BAR - 1)
    assert not view.time.shows(8 * BAR + 1000)
    assert view.scrolled(9999, 0).time.shows(10 * BAR)


def test_room_is_counted_in_the_songs_own_bars() -> None:
    assert roomy_end(Song(meters=MeterMap.constant(Meter(3, 4), 480))) == 480 + 8 * 1440


@given(st.lists(st.integers(30, 100), min_size=1, max_size=80))
def test_the_view_shows_every_note_of_a_growing_tune(pitches: list[int]) -> None:
    view = View().resized(800, 600)
    for length in range(1, len(pitches) + 1, 7):
        song = tune(pitches[:length])
        view = view.following(song)
        assert view.time.shows(0)
        assert view.time.shows(song.melody.end)
        assert all(view.pitch.shows(note.pitch) for note in song.melody)


def test_the_view_rests_while_there_is_room() -> None:
    view = View().resized(800, 400).following(tune([60, 67]))
    assert view.following(tune([60, 67, 65, 64, 62, 60])) == view


def test_turning_a_page_brings_the_tick_near_the_left_edge() -> None:
    view = View(end=100 * BAR).resized(800, 400)
    turned = view.turned_to(20 * BAR)
    assert 0 < turned.time.x_from_tick(20 * BAR) < 0.2 * 800
