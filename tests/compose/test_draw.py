import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.compose.draw import draw, uniform

LOGITS = np.array([-np.inf, 0.0, 1.0, -np.inf, 2.0, 0.5, -np.inf])
ALLOWED = {1, 2, 4, 5}
FIRST_NUMBERS = [0.27623358227789463, 0.21586845960432577, 0.9302874638535357]


def test_the_numbers_stay_what_they_are() -> None:
    """Old tunes rest on these: a release that changes them breaks every recipe."""
    assert [uniform(1, 0), uniform(1, 1), uniform(2, 0)] == FIRST_NUMBERS


def test_the_numbers_are_spread_evenly_over_decisions_and_over_seeds() -> None:
    for numbers in ([uniform(7, n) for n in range(4000)], [uniform(n, 7) for n in range(4000)]):
        counts, _ = np.histogram(numbers, bins=10, range=(0, 1))
        assert counts.min() > 340
        assert counts.max() < 460
        assert abs(np.corrcoef(numbers[:-1], numbers[1:])[0, 1]) < 0.05


@given(st.floats(0, 1, exclude_max=True), st.floats(0, 2))
def test_what_is_forbidden_is_never_drawn(number: float, temperature: float) -> None:
    assert draw(LOGITS, temperature, number) in ALLOWED


def test_symbols_come_as_often_as_their_probability_says() -> None:
    numbers = (np.arange(10_000) + 0.5) / 10_000
    drawn = np.bincount([draw(LOGITS, 0.7, number) for number in numbers], minlength=7) / 10_000
    wanted = np.exp(LOGITS / 0.7)
    np.testing.assert_allclose(drawn, wanted / wanted.sum(), atol=2e-4)


def test_a_higher_number_never_draws_a_lower_symbol() -> None:
    drawn = [draw(LOGITS, 1.0, number) for number in np.linspace(0, 1, 500, endpoint=False)]
    assert drawn == sorted(drawn)


@pytest.mark.parametrize("number", [0.0, 0.5, 1 - 2**-53])
def test_at_temperature_zero_the_likeliest_is_taken(number: float) -> None:
    assert draw(LOGITS, 0, number) == 4
    assert draw(LOGITS, 1e-320, number) == 4
