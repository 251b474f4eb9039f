import pytest

from core.model.note.lookback import BARS_AGO
from core.model.note.ruler import PLACES, ruler_of
from core.music.meter import Meter, MeterMap

DURATIONS = 120, 240, 480, 960
CHANGED = MeterMap(((0, Meter(3, 4)), (3360, Meter(4, 4))), pickup=480)


def test_positions_are_those_of_the_meter_map() -> None:
    ruler = ruler_of(CHANGED, 9600, DURATIONS)
    for tick in range(0, 9600, 120):
        assert ruler.position(tick) == CHANGED.position(tick)


@pytest.mark.parametrize("meters", [MeterMap(), MeterMap.constant(Meter(6, 8), 240)])
def test_sources_are_the_same_place_in_the_bars_before(meters: MeterMap) -> None:
    ruler = ruler_of(meters, 19200, DURATIONS)
    for tick in range(0, 19200, 120):
        bar, place = meters.position(tick)
        sources = ruler.spot(tick).sources
        assert [meters.position(source) for source in sources] == [
            (bar - ago, place) for ago in BARS_AGO[: len(sources)]
        ]
        more = BARS_AGO[len(sources) :]
        assert not more or more[0] >= bar, "there was such a place"


def test_sources_are_behind_also_where_the_meter_changes() -> None:
    ruler = ruler_of(CHANGED, 9600, DURATIONS)
    assert CHANGED.position(3360 + 960) == (3, 960)
    assert ruler.spot(3360 + 960).sources == (1920 + 960, 480 + 960, 0)
    for tick in range(0, 9600, 120):
        assert all(0 <= source < tick for source in ruler.spot(tick).sources)


def test_in_the_first_bar_nothing_stood_before() -> None:
    ruler = ruler_of(MeterMap(), 9600, DURATIONS)
    assert ruler.spot(960).sources == ()
    assert ruler.spot(1920 + 960).sources == (960,)
    upbeat = ruler_of(MeterMap.constant(Meter(4, 4), 480), 9600, DURATIONS)
    assert upbeat.spot(480 + 1440).sources == (0,), "the upbeat is the last beat of a bar"
    assert upbeat.spot(480 + 960).sources == ()


def test_a_place_is_worked_out_once_for_all_tunes_of_a_frame() -> None:
    spot = ruler_of(MeterMap(), 9600, DURATIONS).spot(480)
    assert ruler_of(MeterMap(), 9600, DURATIONS).spot(480) is spot
    assert ruler_of(MeterMap(), 7680, DURATIONS).spot(480) is not spot
    assert not spot.landings.flags.writeable
    assert spot.landings.tolist() == [5, 6, 8, 12]
    assert spot.meter[0] == 4 < PLACES
