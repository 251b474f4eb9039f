"""Ticks and pitches to pixels and back, and the limits of scrolling and zooming."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.music.melody import QUARTER
from gui.roll.geometry import (
    HIGHEST_ROW_PX,
    LOWEST_ROW_PX,
    NARROWEST_QUARTER_PX,
    WIDEST_QUARTER_PX,
    PitchAxis,
    TimeAxis,
    is_black,
)

END = 64 * 1920

time_axes = st.builds(
    TimeAxis,
    left=st.floats(-100, 1e6),
    px_per_tick=st.floats(NARROWEST_QUARTER_PX / QUARTER, WIDEST_QUARTER_PX / QUARTER),
    width_px=st.integers(1, 4000).map(float),
)
pitch_axes = st.builds(
    PitchAxis,
    top=st.floats(0, 127),
    row_px=st.integers(LOWEST_ROW_PX, HIGHEST_ROW_PX),
    height_px=st.integers(1, 2500).map(float),
).map(PitchAxis.limited)


@given(time_axes, st.integers(0, 1_000_000))
def test_ticks_survive_the_way_to_pixels_and_back(axis: TimeAxis, tick: int) -> None:
    assert round(axis.tick_from_x(axis.x_from_tick(tick))) == tick


@given(time_axes, st.floats(-100, 4000))
def test_pixels_survive_the_way_to_ticks_and_back(axis: TimeAxis, x: float) -> None:
    assert axis.x_from_tick(axis.tick_from_x(x)) == pytest.approx(x, abs=1e-3)


@given(pitch_axes, st.integers(0, 127), st.floats(0, 0.999))
def test_a_pitch_is_found_anywhere_in_its_row(axis: PitchAxis, pitch: int, part: float) -> None:
    y = axis.y_from_pitch(pitch) + part * (axis.row_px - 1e-3) + 1e-6
    assert axis.pitch_from_y(y) == pitch


@given(pitch_axes, st.integers(0, 126), st.integers(0, 40))
def test_rows_stand_on_each_other_without_a_gap(axis: PitchAxis, pitch: int, halves: int) -> None:
    for one in (axis, PitchAxis(60 + halves / (2 * axis.row_px), axis.row_px, 400.0)):
        assert one.row_top(pitch) == one.row_top(pitch + 1) + one.row_px


@given(time_axes, st.floats(0, 4000), st.floats(0.2, 5))
def test_zoom_keeps_the_tick_under_the_pointer(axis: TimeAxis, x: float, factor: float) -> None:
    axis = axis.limited(END)
    assume(x < axis.width_px)
    zoomed = axis.zoomed(factor, x, END)
    lowest, highest = zoomed.limits(END)
    if lowest < zoomed.left < highest:
        assert zoomed.tick_from_x(x) == pytest.approx(axis.tick_from_x(x), abs=1e-3)


def test_zoom_in_and_out_again_changes_nothing() -> None:
    axis = TimeAxis(5000.0, 0.1, 800.0)
    there = axis.zoomed(3.7, 333, END)
    assert there.px_per_tick == pytest.approx(0.37)
    back = there.zoomed(1 / 3.7, 333, END)
    assert back.left == pytest.approx(axis.left)
    assert back.px_per_tick == pytest.approx(axis.px_per_tick)


@given(time_axes, st.floats(-1e6, 1e6), st.integers(1, 10_000_000))
def test_scrolling_stops_at_both_ends_of_the_song(axis: TimeAxis, px: float, end: int) -> None:
    lowest, highest = axis.limits(end)
    assert lowest <= axis.scrolled(px, end).left <= highest
    assert axis.scrolled(1e12, end).limited(end) == axis.scrolled(1e12, end)


@given(time_axes, st.integers(1, 10_000_000), st.floats(0.001, 1000))
def test_zoom_stays_between_the_whole_song_and_the_widest_quarter(
    axis: TimeAxis, end: int, factor: float
) -> None:
    scale = axis.zoomed(factor, 10, end).px_per_tick
    assert scale <= WIDEST_QUARTER_PX / QUARTER
    smallest = min(NARROWEST_QUARTER_PX / QUARTER, axis.fitted(end).px_per_tick)
    assert scale >= smallest * (1 - 1e-9)


@given(time_axes, st.integers(480, 10_000_000))
def test_what_fits_is_all_in_sight_and_leaves_nothing_to_scroll(axis: TimeAxis, end: int) -> None:
    assume(axis.width_px > 30)
    fitted = axis.fitted(end)
    assert fitted.shows(0)
    assert fitted.shows(end)
    lowest, highest = fitted.limits(end)
    assert (highest - lowest) * fitted.px_per_tick < 1e-3


@given(pitch_axes, st.floats(-5000, 5000))
def test_no_pixel_lies_beyond_the_pitches(axis: PitchAxis, px: float) -> None:
    moved = axis.scrolled(px)
    assert moved.y_from_pitch(127) <= 1e-6
    assert moved.y_from_pitch(-1) >= moved.height_px - 1e-6


@given(pitch_axes, st.floats(0, 1), st.sampled_from([0.8, 1.25, 1.01, 0.99, 3.0]))
def test_pitch_zoom_keeps_what_is_under_the_pointer(
    axis: PitchAxis, part: float, factor: float
) -> None:
    y = part * axis.height_px
    zoomed = axis.zoomed(factor, y)
    highest, lowest = zoomed.limits
    if lowest < zoomed.top < highest:
        before = axis.top - y / axis.row_px
        assert zoomed.top - y / zoomed.row_px == pytest.approx(before, abs=1e-6)


def test_pitch_zoom_always_takes_a_step_until_its_limit() -> None:
    axis = PitchAxis(80.0, 16, 300.0)
    assert axis.zoomed(1.01, 0).row_px == 17
    assert axis.zoomed(0.99, 0).row_px == 15
    assert axis.zoomed(100, 0).row_px == HIGHEST_ROW_PX
    assert axis.zoomed(0.001, 0).row_px == LOWEST_ROW_PX


@given(pitch_axes, st.integers(0, 100), st.integers(0, 27))
def test_fitted_rows_show_both_pitches(axis: PitchAxis, lowest: int, compass: int) -> None:
    assume(axis.height_px >= (compass + 2) * LOWEST_ROW_PX)
    fitted = axis.fitted(lowest, lowest + compass, 16)
    assert fitted.shows(lowest)
    assert fitted.shows(lowest + compass)


def test_a_row_at_the_very_edge_is_shown_whatever_rounding_does() -> None:
    axis = PitchAxis(50.0, 5, 255.0).fitted(0, 21, 16)
    assert axis.y_from_pitch(0) + axis.row_px > axis.height_px  # by a billionth of a pixel
    assert axis.shows(0)


def test_visible_pitches_include_the_cut_rows() -> None:
    assert PitchAxis(60.5, 10, 100.0).limited().visible == range(51, 62)
    assert PitchAxis(60.0, 10, 100.0).visible == range(51, 61)


def test_black_keys_are_those_of_a_piano() -> None:
    assert [p for p in range(60, 72) if is_black(p)] == [61, 63, 66, 68, 70]
