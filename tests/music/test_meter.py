import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.music.melody import QUARTER
from core.music.meter import COMMON_TIME, Meter, MeterMap, meter_from_text, place_words
from tests.music.strategies import METERS, meter_maps

WALTZ = Meter(3, 4)


@given(METERS)
def test_meters_are_read_as_written(meter: Meter) -> None:
    assert meter_from_text(f" {meter} ") == meter


@pytest.mark.parametrize(
    "text", ["", "4", "4/", "/4", "4/3", "0/4", "65/4", "-1/4", "4/4/4", "x/4"]
)
def test_what_is_no_meter_is_refused_by_name(text: str) -> None:
    with pytest.raises(UserError, match="is no meter; write one such as"):
        meter_from_text(text)


@pytest.mark.parametrize(
    ("text", "bar", "beat"),
    [
        ("4/4", 1920, 480),
        ("3/8", 720, 240),
        ("6/8", 1440, 720),
        ("12/8", 2880, 720),
        ("6/4", 2880, 480),
    ],
)
def test_bars_and_felt_beats(text: str, bar: int, beat: int) -> None:
    meter = meter_from_text(text)
    assert (meter.bar, meter.beat) == (bar, beat)


def test_an_upbeat_is_bar_0_and_the_last_bar_is_shorter_by_it() -> None:
    meters = MeterMap.constant(WALTZ, QUARTER)
    assert meters.position(0) == (0, 2 * QUARTER)
    assert meters.position(QUARTER) == (1, 0)
    assert meters.bar_onset(2) == 4 * QUARTER
    assert meters.end_of(8) == 8 * WALTZ.bar


def test_a_change_cuts_the_bar_before_it_short() -> None:
    meters = MeterMap(((0, COMMON_TIME), (6 * QUARTER, WALTZ)))
    assert list(meters.lines(12 * QUARTER)) == [n * QUARTER for n in (0, 4, 6, 9, 12)]
    assert meters.position(5 * QUARTER) == (2, QUARTER)
    assert meters.position(7 * QUARTER) == (3, QUARTER)
    assert [meters.meter_at(n * QUARTER) for n in (5, 6)] == [COMMON_TIME, WALTZ]


@pytest.mark.parametrize(
    ("changes", "pickup"),
    [
        ((), 0),
        (((1, WALTZ),), 0),
        (((0, WALTZ), (960, WALTZ), (480, WALTZ)), 0),
        (((0, WALTZ),), WALTZ.bar),
        (((0, WALTZ),), -1),
        (((0, WALTZ), (480, COMMON_TIME)), 960),
    ],
)
def test_impossible_bar_lines_are_refused(
    changes: tuple[tuple[int, Meter], ...], pickup: int
) -> None:
    with pytest.raises(ValueError, match=r"meter|upbeat"):
        MeterMap(changes, pickup)


@given(meter_maps(), st.integers(0, 50_000))
def test_lines_numbers_and_positions_agree(meters: MeterMap, tick: int) -> None:
    lines = list(meters.lines(tick))
    assert lines == sorted(set(lines))
    assert [meters.bar_onset(number) for number in range(1, len(lines) + 1)] == lines
    assert meters.bar_onset(len(lines) + 1) > tick
    bar, position = meters.position(tick)
    if tick < meters.pickup:
        assert (bar, position) == (0, meters.meter.bar - meters.pickup + tick)
    else:
        assert bar == len(lines)
        assert position == tick - lines[-1]
        assert position < meters.meter_at(tick).bar


@given(meter_maps(), st.integers(1, 50_000))
def test_written_bar_lines_give_the_map_back(meters: MeterMap, end: int) -> None:
    changes = {onset: meter for onset, meter in meters.changes if onset < end}
    again = MeterMap.from_bar_lines(changes, meters.lines(end), end)
    assert set(again.lines(end - 1)) | {0} == set(meters.lines(end - 1)) | {0}
    assert all(again.meter_at(line) == meters.meter_at(line) for line in meters.lines(end - 1))


@given(st.lists(st.integers(0, 20_000)), st.dictionaries(st.integers(0, 20_000), METERS))
def test_any_bar_lines_are_kept(lines: list[int], changes: dict[int, Meter]) -> None:
    meters = MeterMap.from_bar_lines(changes, lines, 20_000)
    assert {tick for tick in lines if 0 < tick < 20_000} <= set(meters.lines(20_000))
    assert all(meters.meter_at(tick) == changes[tick] for tick in changes if tick < 20_000)


def test_a_whole_first_bar_is_no_upbeat_and_a_line_off_the_meter_begins_it_anew() -> None:
    lines = [n * QUARTER for n in (4, 8, 11, 15)]
    meters = MeterMap.from_bar_lines({}, lines, 19 * QUARTER)
    assert meters == MeterMap(((0, COMMON_TIME), (11 * QUARTER, COMMON_TIME)))


def test_a_meter_that_begins_anew_is_written_once() -> None:
    waltz, march = Meter(3, 4), Meter(2, 4)
    meters = MeterMap(((0, waltz), (1000, waltz), (2000, march), (3000, march), (4000, waltz)))
    assert meters.signatures == ((0, waltz), (2000, march), (4000, waltz))


@given(meter_maps(), st.integers(0, 20_000))
def test_the_next_line_is_the_nearest_one_ahead(meters: MeterMap, tick: int) -> None:
    far = tick + 14 * 1920
    first = () if meters.pickup else (0,)
    bar, beat = meters.next_line(tick, "bar"), meters.next_line(tick, "beat")
    assert bar == min(line for line in (*first, *meters.lines(far)) if line >= tick)
    assert tick <= beat <= bar
    assert beat == bar or meters.position(beat)[1] % meters.meter_at(tick).beat == 0
    assert beat - tick < meters.meter_at(tick).beat


def test_a_meter_that_changes_cuts_its_last_bar() -> None:
    meters = MeterMap(((0, Meter(4, 4)), (1000, Meter(3, 4))))
    assert [meters.next_line(tick, "bar") for tick in (0, 1, 1000, 1001)] == [0, 1000, 1000, 2440]
    assert [meters.next_line(tick, "beat") for tick in (961, 1001)] == [1000, 1480]


def test_places_have_names() -> None:
    meters = MeterMap.constant(Meter(6, 8), 240)
    assert place_words(meters, 240) == "bar 1, beat 1"
    assert place_words(meters, 240 + 360) == "bar 1, beat 2.5"
    assert place_words(meters, 0) == "bar 0, beat 6"


def test_a_tune_may_change_its_meter_in_every_bar() -> None:
    """To look up a bar takes no longer for it: the time would grow with the square of the bars."""
    changes = tuple((960 * n, Meter(2 + n % 2, 4)) for n in range(50_000))
    meters, begun = MeterMap(changes), time.process_time()
    for bar in range(1, 50_001, 5):
        tick = meters.bar_onset(bar)
        assert meters.position(tick) == (bar, 0)
        assert meters.meter_at(tick).beats == 2 + (bar - 1) % 2
    assert time.process_time() - begun < 3
