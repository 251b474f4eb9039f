from core.files.barline import dividing
from core.music.meter import Meter

THREE = {0: Meter(3, 4)}


def test_two_short_bars_that_fill_one_are_one() -> None:
    assert dividing([480, 1920, 2880, 3360, 4800], THREE, 4800) == [480, 1920, 3360]


def test_bars_that_do_not_fill_one_stay() -> None:
    assert dividing([1440, 2400, 3840], THREE, 5280) == [1440, 2400, 3840]


def test_the_upbeat_of_the_tune_is_joined_to_nothing() -> None:
    assert dividing([480, 1440], THREE, 2880) == [480, 1440]


def test_a_change_of_meter_divides() -> None:
    changes = {0: Meter(3, 4), 1920: Meter(2, 4)}
    assert dividing([1440, 1920, 2880], changes, 3840) == [1440, 1920, 2880]
