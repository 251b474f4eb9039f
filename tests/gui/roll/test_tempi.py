"""Changes of tempo on the ruler: they stand at their place, and in nobody's way."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from gui.roll.grid import bar_interval
from gui.roll.tempi import Measuring, tempo_marks

BAR = 1920
RITARDANDO = TempoMap(((0, 120.0), *((BAR + 30 * n, 119.0 - n) for n in range(40))))


def measuring(px_per_tick: float, meters: MeterMap = MeterMap()) -> Measuring:  # noqa: B008  frozen
    interval = bar_interval(meters, px_per_tick, 50)
    return Measuring(px_per_tick, interval, lambda text: 7 * len(text))


def texts(song: Song, px_per_tick: float) -> list[str]:
    return [mark.text for mark in tempo_marks(song, 0, 99 * BAR, measuring(px_per_tick))]


def test_a_change_is_told_behind_the_number_of_its_bar() -> None:
    song = Song(tempos=TempoMap(((0, 120.0), (BAR, 90.0), (BAR + 960, 66.666))))
    (first, second) = tempo_marks(song, 0, 9 * BAR, measuring(0.2))
    assert (first.text, second.text) == ("♩ = 90 ", "♩ = 66.7 ")
    assert first.begin_px == BAR * 0.2 + 14, "behind '2 '"
    assert second.begin_px == (BAR + 960) * 0.2
    assert texts(Song(), 0.2) == []


def test_of_changes_in_a_crowd_those_with_room_are_told() -> None:
    song = Song(tempos=RITARDANDO)
    assert len(texts(song, 4.0)) == 40
    assert 10 <= len(texts(song, 1.0)) < 20
    assert 1 < len(texts(song, 0.3)) < 10
    assert texts(song, 0.002) == []


@given(
    st.dictionaries(st.integers(1, 20 * BAR), st.floats(20, 400), max_size=40),
    st.sampled_from([0, 480]),
    st.floats(0.002, 4.0),
    st.floats(0, 20 * BAR),
    st.floats(0, 4 * BAR),
)
def test_no_mark_meets_another_or_a_number(
    changes: dict[int, float], pickup: int, px_per_tick: float, first: float, length: float
) -> None:
    meters = MeterMap(((0, Meter(3, 4)), (pickup + 4 * 1440, Meter(6, 8))), pickup)
    song = Song(meters=meters, tempos=TempoMap.from_changes([(0, 100.0), *changes.items()]))
    by = measuring(px_per_tick, meters)
    marks = list(tempo_marks(song, 0, 30 * BAR, by))
    assert all(one.end_px <= other.begin_px for one, other in pairwise(marks))
    for number in range(1, 40, by.interval):
        line = meters.bar_onset(number) * px_per_tick
        assert not any(mark.begin_px < line < mark.end_px for mark in marks)
    some = list(tempo_marks(song, first, first + length, by))
    assert set(some) <= set(marks), "what is drawn anew is where it was"
