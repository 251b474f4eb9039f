import math

import pytest

from core.compose.controls import Controls
from core.errors import UserError


@pytest.mark.parametrize("temperature", [-0.1, 2.1, 10, math.nan, math.inf])
def test_a_temperature_out_of_range_is_refused(temperature: float) -> None:
    with pytest.raises(UserError, match="Temperature must be 0 to 2"):
        Controls(temperature=temperature)


@pytest.mark.parametrize("bars", [0, -3, 257])
def test_a_length_out_of_range_is_refused(bars: int) -> None:
    with pytest.raises(UserError, match="Length in bars must be 1 to 256"):
        Controls(bars=bars)


@pytest.mark.parametrize("random_seed", [-1, 2**31])
def test_a_random_seed_out_of_range_is_refused(random_seed: int) -> None:
    with pytest.raises(UserError, match="Random seed must be 0 to 2147483647"):
        Controls(random_seed=random_seed)


def test_the_ends_of_the_ranges_are_allowed() -> None:
    assert Controls(0, 1, 0) != Controls(2, 256, 2**31 - 1)


@pytest.mark.parametrize("takes", [0, 17])
def test_a_number_of_takes_out_of_range_is_refused(takes: int) -> None:
    with pytest.raises(UserError, match="Number of takes must be 1 to 16"):
        Controls(takes=takes)
