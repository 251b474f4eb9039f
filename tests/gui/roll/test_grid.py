"""Which lines the grid shows, bars numbered from the first full one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.meter import Meter, MeterMap
from core.music.span import Span
from gui.roll.grid import (
    bar_interval,
    bars_between,
    nearest_line,
    shows_beats,
    shows_steps,
    span_between,
)

WALTZ = MeterMap.constant(Meter(3, 4))
UPBEAT = MeterMap.constant(Meter(4, 4), pickup=720)
CHANGING = MeterMap(((0, Meter(4, 4)), (3840, Meter(6, 8))))


def numbers(meters: MeterMap, first: float, last: float, interval: int = 1) -> list[int]:
    return [bar.number for bar in bars_between(meters, first, last, interval)]


def test_bars_are_those_of_which_anything_is_in_sight() -> None:
    assert numbers(WALTZ, 0, 1440) == [1]
    assert numbers(WALTZ, 1439, 1441) == [1, 2]
    assert numbers(WALTZ, 1440, 2880) == [2]


def test_an_upbeat_is_bar_0() -> None:
    first, second = bars_between(UPBEAT, 0, 721)
    assert (first.number, first.onset, first.end) == (0, 0, 720)
    assert (second.number, second.onset, second.end) == (1, 720, 2640)


def test_beats_of_an_upbeat_are_counted_from_its_end() -> None:
    upbeat, bar = bars_between(UPBEAT, 0, 721)
    assert list(upbeat.beats()) == [240]
    assert list(bar.beats()) == [1200, 1680, 2160]


def test_every_nth_bar_is_counted_from_bar_1_wherever_one_looks() -> None:
    assert numbers(WALTZ, 0, 1440 * 10, 4) == [1, 5, 9]
    assert numbers(WALTZ, 1440 * 2, 1440 * 10, 4) == [5, 9]
    assert numbers(UPBEAT, 0, 720 + 1920 * 5, 2) == [1, 3, 5]


def test_a_new_meter_begins_a_bar_and_sets_its_beats() -> None:
    bars = bars_between(CHANGING, 1920, 6000)
    assert [(bar.number, bar.onset, str(bar.meter)) for bar in bars] == [
        (2, 1920, "4/4"),
        (3, 3840, "6/8"),
        (4, 5280, "6/8"),
    ]
    assert list(bars[1].beats()) == [3840 + 720]


@given(st.integers(0, 3_000_000), st.integers(1, 50_000))
def test_bars_go_on_far_behind_any_song(first: int, length: int) -> None:
    bars = bars_between(UPBEAT, first, first + length)
    assert bars[0].onset <= first < bars[0].end
    assert bars[-1].onset < first + length <= bars[-1].end


def test_lines_thin_out_where_there_is_no_room() -> None:
    assert bar_interval(WALTZ, 0.1, 40) == 1
    assert bar_interval(WALTZ, 0.01, 40) == 4
    assert shows_beats(Meter(4, 4), 0.1)
    assert not shows_beats(Meter(4, 4), 0.01)
    assert shows_steps(0.2)
    assert not shows_steps(0.05)


@pytest.mark.parametrize(
    ("tick", "scale", "found"),
    [
        (1915, 0.01, 1920),  # near a bar line
        (1300, 0.01, 1300),  # beats are not drawn at this zoom, so nothing draws it
        (950, 0.1, 960),  # near a beat
        (700, 0.08, 700),  # between beats
        (715, 0.5, 720),  # near a sixteenth
        (-30, 0.1, 0),
    ],
)
def test_a_click_is_drawn_to_a_line_that_is_shown(tick: int, scale: float, found: int) -> None:
    assert nearest_line(MeterMap(), tick, scale, 6) == found


@pytest.mark.parametrize("tick", [0, 1920, 92_160])
def test_between_a_bar_line_and_itself_lies_the_bar_that_begins_there(tick: int) -> None:
    meters = MeterMap()
    assert span_between(meters, tick, tick, 0.007) == Span(tick, tick + 1920)
    assert span_between(meters, float(tick), float(tick), 0.5) == Span(tick, tick + 480)
