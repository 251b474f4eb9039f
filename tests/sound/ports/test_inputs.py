"""Moments of arrival; the ports themselves are tried with a JACK server."""

import random

import pytest

from core.sound.alarm import Alarm, wait_for
from core.sound.ports.inputs import Stamps


def test_a_late_call_does_not_make_a_message_late() -> None:
    """Messages every 10 ms of which the library tells 0.1 to 6 ms later."""
    drawn, stamps = random.Random(4), Stamps()
    late = [0.0001, *(drawn.uniform(0.0001, 0.006) for _ in range(500))]
    moments = [
        stamps.stamp(5 + 0.01 * i + lateness, 0.01 if i else 0.0) for i, lateness in enumerate(late)
    ]
    errors = [moment - (5 + 0.01 * i) for i, moment in enumerate(moments)]
    assert max(errors) < 0.0005
    assert min(errors) > 0.00005


def test_the_first_messages_are_no_later_than_their_calls() -> None:
    stamps = Stamps()
    assert stamps.stamp(5.004, 0.0) == pytest.approx(5.004)
    assert stamps.stamp(5.0101, 0.01) == pytest.approx(5.0101)
    assert stamps.stamp(5.024, 0.01) == pytest.approx(5.0201)


def test_a_lost_time_between_two_messages_is_noticed() -> None:
    stamps = Stamps()
    stamps.stamp(5.0, 0.0)
    assert stamps.stamp(905.0, 0.01) == pytest.approx(905.0)
    assert stamps.stamp(905.02, 0.02) == pytest.approx(905.02)


@pytest.mark.parametrize("drift", [-5e-5, 5e-5])
def test_two_clocks_that_drift_apart_stay_together(drift: float) -> None:
    """A message every 100 ms for an hour; the clock of the library is 50 ppm fast or slow."""
    drawn, stamps = random.Random(5), Stamps()
    for i in range(36_000):
        called = 0.1 * i + drawn.uniform(0.0001, 0.002)
        moment = stamps.stamp(called, 0.1 * (1 + drift) if i else 0.0)
        assert abs(moment - 0.1 * i) < 0.0022


def test_an_alarm_rings_until_it_is_answered() -> None:
    alarm = Alarm()
    assert not alarm.answer()
    for _ in range(100_000):  # far more than a pipe holds
        alarm.ring()
    wait_for([alarm.bell], 10)
    assert alarm.bell.poll(0)
    assert alarm.answer()
    assert not alarm.bell.poll(0)
    assert not alarm.answer()
