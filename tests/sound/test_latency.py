import random

import pytest

from core.sound.latency import FEWEST_TAPS, latency_from_taps

CLICKS = [10 + 0.6 * i for i in range(16)]


def test_a_cable_gives_back_what_it_takes_time_for() -> None:
    latency = latency_from_taps(CLICKS, [click + 0.0123 for click in CLICKS])
    assert latency is not None
    assert latency.seconds == pytest.approx(0.0123)
    assert latency.spread_seconds == pytest.approx(0, abs=1e-9)
    assert latency.taps == 16


def test_one_tap_that_went_wrong_changes_nothing() -> None:
    taps = [click + 0.02 for click in CLICKS]
    taps[7] += 0.2
    latency = latency_from_taps(CLICKS, [9.0, *taps, 30.0])
    assert latency is not None
    assert latency.seconds == pytest.approx(0.02)
    assert latency.taps == 16


def test_the_spread_tells_how_even_the_taps_were() -> None:
    drawn = random.Random(3)
    taps = [click - 0.03 + drawn.uniform(-0.02, 0.02) for click in CLICKS]
    latency = latency_from_taps(CLICKS, taps)
    assert latency is not None
    assert latency.seconds == pytest.approx(-0.03, abs=0.01)
    assert 0.004 < latency.spread_seconds < 0.016


def test_too_few_taps_say_nothing() -> None:
    assert latency_from_taps(CLICKS, CLICKS[: FEWEST_TAPS - 1]) is None
    assert latency_from_taps([], CLICKS) is None
    assert latency_from_taps(CLICKS, [click + 0.3001 for click in CLICKS[-1:]] * 9) is None
