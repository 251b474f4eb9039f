"""How a user wants to record."""

from dataclasses import dataclass
from typing import Literal

from core.errors import UserError
from core.recording.quantisation import GRIDS, Quantisation

Mode = Literal["replace", "overdub"]


@dataclass(frozen=True, slots=True)
class RecordingChoices:
    """`waits`: time begins with the first note. `grid`, `strength` and `moves_ends` are those of a
    Quantisation, which is done on the way in. UserError for a value out of range."""

    mode: Mode = "replace"
    waits: bool = False
    grid: int = 120
    strength: float = 1.0
    moves_ends: bool = True

    def __post_init__(self) -> None:
        if self.grid not in GRIDS or not 0 <= self.strength <= 1:
            raise UserError(
                "The grid {grid} with strength {strength:g} is no way to quantise; "
                "choose a grid of the list and a strength from 0 to 1.",
                grid=self.grid,
                strength=self.strength,
            )

    @property
    def quantisation(self) -> Quantisation:
        return Quantisation(self.grid, self.strength, self.moves_ends)
