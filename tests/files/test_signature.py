from hypothesis import given

from core.files.signature import Signature, meters_from_signatures, signatures_from_meters
from core.music.meter import Meter, MeterMap
from tests.songs import meter_maps


def written(meters: MeterMap) -> list[tuple[int, int, int]]:
    return [(t, s.numerator, s.denominator) for t, s in signatures_from_meters(meters)]


def read(*signatures: tuple[int, int, int]) -> MeterMap:
    return meters_from_signatures({t: Signature(n, d) for t, n, d in signatures})


def test_an_upbeat_is_a_short_bar_in_the_units_of_the_meter() -> None:
    assert written(MeterMap.constant(Meter(4, 4), 480)) == [(0, 1, 4), (480, 4, 4)]
    assert written(MeterMap.constant(Meter(6, 8), 480)) == [(0, 2, 8), (480, 6, 8)]
    assert written(MeterMap.constant(Meter(4, 4), 360)) == [(0, 3, 16), (360, 4, 4)]


def test_an_upbeat_that_no_signature_holds_is_the_meter_said_twice() -> None:
    assert written(MeterMap.constant(Meter(4, 4), 160)) == [(0, 4, 4), (160, 4, 4)]


def test_the_metronome_clicks_the_felt_beats() -> None:
    clicks = {
        str(meter): next(iter(signatures_from_meters(MeterMap.constant(meter))))[1].click
        for meter in (Meter(4, 4), Meter(6, 8), Meter(2, 2), Meter(3, 8))
    }
    assert clicks == {"4/4": 24, "6/8": 36, "2/2": 48, "3/8": 12}


@given(meter_maps())
def test_bar_lines_come_back_where_they_were(meters: MeterMap) -> None:
    again = meters_from_signatures(dict(signatures_from_meters(meters)))
    end = meters.changes[-1][0] + 10_000
    assert list(again.lines(end)) == list(meters.lines(end))[again.pickup != meters.pickup :]
    if meters.pickup:
        assert again == meters


def test_what_is_no_meter_is_left_out_and_repetitions_too() -> None:
    assert read() == MeterMap()
    assert read((0, 0, 4)) == MeterMap()
    assert read((0, 3, 4), (1440, 200, 4), (2880, 3, 4)) == MeterMap.constant(Meter(3, 4))
    assert read((960, 3, 4)) == MeterMap(((0, Meter(4, 4)), (960, Meter(3, 4))))


def test_the_same_meter_off_the_bar_line_begins_a_bar() -> None:
    assert read((0, 3, 4), (1440, 2, 4), (1920, 2, 4)).changes[1:] == (
        (1440, Meter(2, 4)),
        (1920, Meter(2, 4)),
    )
