import pytest

from core.model.training.pace import Pace


def test_the_rest_is_reckoned_from_the_last_minute() -> None:
    now = 0.0
    pace = Pace(lambda: now)
    assert pace.seconds_left(100) is None
    pace.mark(0)
    assert pace.seconds_left(100) is None
    for second in range(1, 11):  # ten a second at first
        now = float(second)
        pace.mark(10 * second)
    assert pace.seconds_left(200) == pytest.approx(10)
    for second in range(11, 111):  # then one
        now = float(second)
        pace.mark(90 + second)
    assert pace.seconds_left(300) == pytest.approx(100)
    assert pace.seconds_left(100) == 0


def test_steps_longer_than_the_window_count_too() -> None:
    now = 0.0
    pace = Pace(lambda: now)
    for step in range(4):
        now = 100.0 * step
        pace.mark(step)
    assert pace.seconds_left(5) == pytest.approx(200)


def test_nothing_is_told_from_too_short_a_time() -> None:
    now = 0.0
    pace = Pace(lambda: now)
    pace.mark(0)
    now = 1.0
    pace.mark(10)
    assert pace.seconds_left(20) is None
