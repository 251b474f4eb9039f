"""How a tune was looked at: its project keeps that, as another tune asks for another look."""

from dataclasses import dataclass

from core.errors import UserError

_LARGEST_QUARTER_PX = 1_000_000.0
_FURTHEST = 2**28


@dataclass(frozen=True, slots=True)
class Sight:
    """Where the roll stands, and which of the parts are shown that have to do with this tune.

    `left` is the tick at the left edge and `quarter_px` how wide a quarter is, `top` the pitch
    whose row begins at the upper edge (a fraction: a row cut there) and `row_px` how high a row is;
    all four are None where the roll shows the whole tune, in whatever room it has. Sizes are those
    of a screen of the usual density, so that notes can be read as well on another one.

    UserError for a place that no roll can have.
    """

    left: float | None = None
    quarter_px: float | None = None
    top: float | None = None
    row_px: int | None = None
    shows_field: bool = False
    shows_velocities: bool = False
    shows_score: bool = False
    shows_board: bool = False

    def __post_init__(self) -> None:
        place = self.left, self.quarter_px, self.top, self.row_px
        if place == (None, None, None, None):
            return
        if (
            self.left is None
            or self.quarter_px is None
            or self.top is None
            or self.row_px is None
            or not abs(self.left) <= _FURTHEST
            or not 0 < self.quarter_px <= _LARGEST_QUARTER_PX
            or not abs(self.top) <= _FURTHEST
            or not 0 < self.row_px <= _LARGEST_QUARTER_PX
        ):
            raise UserError("A piano roll cannot stand where this view says.")
