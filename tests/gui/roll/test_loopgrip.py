"""What a drag, or a key, does to the loop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.meter import Meter, MeterMap
from core.music.span import Span
from gui.roll.loopgrip import BAND_PX, Grip, dragged, grip_at, moved

COMMON = MeterMap()
NEAR, FAR = 0.1, 0.005
"""Pixels a tick at which beats are seen, and at which only bars are."""
LOOP = Span(1920, 3840)
grips = st.sampled_from(["begin", "end", "whole", "new"])


@pytest.mark.parametrize(
    ("x", "y", "grip"),
    [
        (100, 3, "begin"),
        (96, 20, "begin"),
        (200, 20, "end"),
        (204, 3, "end"),
        (150, 3, "whole"),
        (150, BAND_PX + 1, "new"),
        (80, 3, "new"),
        (220, 3, "new"),
    ],
)
def test_edges_are_in_reach_everywhere_and_the_loop_at_its_band(
    x: float, y: float, grip: Grip
) -> None:
    assert grip_at(LOOP, 100, 200, x, y) == grip
    assert grip_at(None, 0, 0, x, y) == "new"


def test_of_a_narrow_loop_every_part_can_be_taken() -> None:
    taken = [grip_at(LOOP, 100, 106, x, 3) for x in (98, 103, 108)]
    assert taken == ["begin", "whole", "end"]


def drag(grip: Grip, first: float, last: float, px_per_tick: float = NEAR) -> tuple[int, int]:
    span = dragged(LOOP, grip, first, last, COMMON, px_per_tick)
    return span.begin, span.end


def test_an_edge_goes_to_the_nearest_line() -> None:
    assert drag("begin", 1920, 1000) == (960, 3840)
    assert drag("end", 3840, 5000) == (1920, 4800)
    assert drag("end", 3840, 5000, FAR) == (1920, 5760)


def test_an_edge_that_crosses_the_other_goes_on_as_that() -> None:
    assert drag("end", 3840, 900) == (960, 1920)
    assert drag("begin", 1920, 4900) == (3840, 4800)
    assert drag("end", 3840, 1900) == (1440, 1920), "a loop has a length"
    assert drag("end", 3840, 1930) == (1920, 2400)
    assert drag("begin", 1920, -500) == (0, 3840)


def test_a_loop_that_is_moved_keeps_its_length() -> None:
    assert drag("whole", 2000, 2500) == (2400, 4320)
    assert drag("whole", 2000, -9000) == (0, 1920)


def test_elsewhere_another_loop_is_drawn() -> None:
    assert drag("new", 500, 1300) == (480, 1440)
    assert dragged(None, "end", 500, 1300, COMMON, NEAR) == Span(480, 1440)


def test_keys_move_from_line_to_line() -> None:
    assert moved(LOOP, "end", 1, COMMON, NEAR) == Span(1920, 4320)
    assert moved(LOOP, "begin", -1, COMMON, FAR) == Span(0, 3840)
    assert moved(LOOP, "whole", 1, COMMON, NEAR) == Span(2400, 4320)
    assert moved(Span(0, 480), "end", -1, COMMON, NEAR) == Span(0, 480)
    assert moved(Span(0, 480), "begin", -1, COMMON, NEAR) == Span(0, 480)


@given(
    st.builds(
        lambda a, b: Span(min(a, b), max(a, b) + 1), st.integers(0, 9999), st.integers(0, 9999)
    ),
    grips,
    st.floats(-5000, 30000),
    st.floats(-5000, 30000),
    st.sampled_from([COMMON, MeterMap(((0, Meter(3, 4)), (2000, Meter(6, 8))), 480)]),
    st.floats(0.003, 2),
)
def test_whatever_is_dragged_is_a_loop(
    loop: Span, grip: Grip, first: float, last: float, meters: MeterMap, px_per_tick: float
) -> None:
    after = dragged(loop, grip, first, last, meters, px_per_tick)
    assert 0 <= after.begin < after.end
    if grip == "whole":
        assert len(after) == len(loop)
    if grip == "end" and last >= loop.end:
        assert after.begin == loop.begin
    for lines in (-1, 1):
        there = moved(loop, grip, lines, meters, px_per_tick)
        assert 0 <= there.begin < there.end
