from core.compose.wishes.phrasing import phrase_ends
from core.music.melody import QUARTER
from core.music.meter import Meter, MeterMap

BAR = 4 * QUARTER


def test_phrases_end_on_bar_lines_and_the_last_with_the_tune() -> None:
    meters = MeterMap()
    assert [*phrase_ends(meters, 2, 8 * BAR)] == [2 * BAR, 4 * BAR, 6 * BAR, 8 * BAR]
    assert [*phrase_ends(meters, 3, 8 * BAR)] == [3 * BAR, 6 * BAR, 8 * BAR]
    assert [*phrase_ends(meters, 16, 8 * BAR)] == [8 * BAR]
    assert not [*phrase_ends(meters, 0, 8 * BAR)]


def test_each_phrase_has_the_upbeat_of_the_first() -> None:
    meters = MeterMap.constant(Meter(3, 4), QUARTER)
    end = meters.end_of(4)
    assert end == 12 * QUARTER
    assert [*phrase_ends(meters, 2, end)] == [6 * QUARTER, end]


def test_bars_are_those_of_the_meter_that_holds() -> None:
    meters = MeterMap(((0, Meter(4, 4)), (2 * BAR, Meter(2, 4))))
    assert [*phrase_ends(meters, 2, 4 * BAR)] == [2 * BAR, 3 * BAR, 4 * BAR]
