"""Round times on the ruler."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.tempo import TempoMap
from gui.roll.seconds import marks_between, time_name


def texts(first: float, last: float, tempo: float, px_per_tick: float) -> list[str]:
    return [
        mark.text for mark in marks_between(first, last, TempoMap.constant(tempo), px_per_tick, 50)
    ]


@pytest.mark.parametrize(
    ("seconds", "digits", "name"),
    [
        (0, 0, "0:00"),
        (65, 0, "1:05"),
        (0.29, 2, "0:00.29"),
        (59.99, 0, "0:59"),
        (3600, 1, "60:00.0"),
    ],
)
def test_times_are_written_as_on_a_clock(seconds: float, digits: int, name: str) -> None:
    assert time_name(seconds, digits) == name


def test_the_nearer_the_finer() -> None:
    # At 60, a second is 480 ticks wide.
    assert texts(0, 2400, 60, 50 / 480) == ["0:00", "0:01", "0:02", "0:03", "0:04"]
    assert texts(0, 480 * 60, 60, 2 / 480) == ["0:00", "0:30"]
    assert texts(480, 960, 60, 300 / 480) == ["0:01.0", "0:01.2", "0:01.4", "0:01.6", "0:01.8"]


@given(
    st.floats(0, 1e6),
    st.floats(1, 3e4),
    st.floats(20, 400),
    st.floats(0.002, 4.2),
)
def test_marks_keep_their_distance_and_fill_what_is_seen(
    first: float, length: float, tempo: float, px_per_tick: float
) -> None:
    tempos = TempoMap.constant(tempo)
    marks = list(marks_between(first, first + length, tempos, px_per_tick, 50))
    apart = {round((b.tick - a.tick) * px_per_tick, 3) for a, b in pairwise(marks)}
    assert all(distance >= 49.99 for distance in apart)
    assert len({round(distance) for distance in apart}) <= 1
    assert len({mark.text for mark in marks}) == len(marks)
    assert all(first - 1e-3 <= mark.tick < first + length for mark in marks)
    for mark in marks:
        minutes, seconds = mark.text.split(":")
        said = 60 * int(minutes) + float(seconds)
        assert tempos.seconds_at(mark.tick) == pytest.approx(said, abs=0.006)


@given(st.floats(20, 400), st.floats(20, 400), st.floats(0.002, 4.2))
def test_where_a_tune_goes_slower_its_seconds_are_narrower(
    first: float, second: float, px_per_tick: float
) -> None:
    tempos = TempoMap(((0, first), (9600, second)))
    marks = list(marks_between(0, 19200, tempos, px_per_tick, 50))
    assert all((b.tick - a.tick) * px_per_tick >= 49.99 for a, b in pairwise(marks))
    for mark in marks:
        minutes, seconds = mark.text.split(":")
        before = min(mark.tick, 9600) / (8 * first) + max(0, mark.tick - 9600) / (8 * second)
        assert before == pytest.approx(60 * int(minutes) + float(seconds), abs=0.006)
