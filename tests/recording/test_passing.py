import pytest

from core.recording.passing import Passing

SPEED = 960.0
"""Ticks a second at 120 quarters a minute."""


def test_time_is_counted_once_and_never_back() -> None:
    passing = Passing(10.0, lambda: SPEED)
    assert passing.up_to(10.5) == 480
    assert passing.up_to(10.2) == 0, "what was played before it was looked at"
    assert passing.up_to(11.5) == 960


@pytest.mark.parametrize(
    ("leap", "passed", "is_jump"),
    [
        (15, 15, False),
        (0, 15, False),
        (900, 15, False),
        (1000, 15, True),
        (-1000, 15, True),
        (-100, 15, False),
        (9600, 9600, False),
        (18_000, 9600, False),
        (40_000, 9600, True),
    ],
)
def test_only_what_is_far_from_where_time_should_be_is_a_jump(
    leap: float, passed: float, is_jump: bool
) -> None:
    assert Passing(0.0, lambda: SPEED).is_jump(leap, passed) is is_jump
