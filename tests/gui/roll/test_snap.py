"""Lines to which notes are drawn, counted from bar lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.meter import Meter, MeterMap
from gui.roll.snap import FREE, SIXTEENTHS, SNAPS, Snap

UPBEAT = MeterMap.constant(Meter(3, 4), pickup=700)
CHANGING = MeterMap(((0, Meter(4, 4)), (3000, Meter(6, 8))))
BAR, TRIPLETS = SNAPS[0], next(snap for snap in SNAPS if snap.name == "1/8 triplet")


def test_lines_go_on_from_each_bar_line_and_back_from_the_first() -> None:
    assert [SIXTEENTHS.behind(UPBEAT, tick) for tick in (-5, 0, 99, 100, 700)] == [
        *(100, 100, 100, 220, 820)
    ]
    assert BAR.before(UPBEAT, 699) == 0
    assert BAR.behind(UPBEAT, 700) == 700 + 1440
    assert SIXTEENTHS.behind(CHANGING, 2900) == 3000, "a bar that is cut short ends there"


def test_triplets_are_three_in_the_place_of_two() -> None:
    lines = [0]
    while lines[-1] < 480:
        lines.append(TRIPLETS.behind(MeterMap(), lines[-1]))
    assert lines == [0, 160, 320, 480]


def test_without_a_grid_any_tick_will_do() -> None:
    assert FREE.nearest(MeterMap(), 12.6) == 13
    assert FREE.nearest(MeterMap(), -3.0) == 0
    assert FREE.before(MeterMap(), 12.6) == 12
    assert FREE.ahead(MeterMap(), 3) == 0


@given(
    st.sampled_from(SNAPS),
    st.sampled_from([MeterMap(), UPBEAT, CHANGING]),
    st.integers(0, 20_000),
)
def test_a_tick_lies_between_its_lines(snap: Snap, meters: MeterMap, tick: int) -> None:
    before, behind = snap.before(meters, tick), snap.behind(meters, tick)
    assert before <= tick < behind
    assert snap.nearest(meters, tick) in (before, behind, tick)
    assert abs(snap.nearest(meters, tick) - tick) <= min(tick - before, behind - tick)
    assert snap.ahead(meters, behind) <= tick
    if snap is not FREE:
        assert snap.nearest(meters, before) == before


@pytest.mark.parametrize("snap", SNAPS)
def test_names_are_short_and_differ(snap: Snap) -> None:
    assert [other.name for other in SNAPS].count(snap.name) == 1
    assert len(snap.name) <= 12
