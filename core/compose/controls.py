"""Every knob of the composer, as one frozen value."""

from dataclasses import dataclass

from core.errors import UserError

LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE = 0.0, 2.0
FEWEST_BARS, MOST_BARS = 1, 256
LOWEST_RANDOM_SEED, HIGHEST_RANDOM_SEED = 0, 2**31 - 1


@dataclass(frozen=True, slots=True)
class Controls:
    """What the user asks of a tune.

    `temperature`: 0 takes the likeliest symbol each time, 1 draws as the model learnt, more strays.
    `bars`: full bars in all, seed included, an upbeat not counted.
    `random_seed`: the same number gives the same tune.

    UserError where one lies outside its range.
    """

    temperature: float = 1.0
    bars: int = 8
    random_seed: int = 1

    def __post_init__(self) -> None:
        for name, value, lowest, highest in (
            ("Temperature", self.temperature, LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE),
            ("Length in bars", self.bars, FEWEST_BARS, MOST_BARS),
            ("Random seed", self.random_seed, LOWEST_RANDOM_SEED, HIGHEST_RANDOM_SEED),
        ):
            if not lowest <= value <= highest:  # so written, it refuses NaN too
                raise UserError(f"{name} must be {lowest:g} to {highest:.10g}, not {value:g}.")
