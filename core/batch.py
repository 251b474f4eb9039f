"""The takes that are at hand without a star: a project keeps them until others are drawn."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.compose.measures import Take

MOST = 32
"""Twice as many as can be drawn at once."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The takes that were drawn last, but for the starred ones, and which two are compared.

    `pair` are A and B, starred or not, each None where there is none; `latest` is the place there
    of the one chosen last. ValueError for more than MOST takes.
    """

    takes: "tuple[Take, ...]" = ()
    pair: "tuple[Take | None, Take | None]" = (None, None)
    latest: int = 0

    def __post_init__(self) -> None:
        if len(self.takes) > MOST:
            raise ValueError(f"a batch has at most {MOST} takes, not {len(self.takes)}")
        if self.latest not in (0, 1):
            raise ValueError(f"the latest of a pair is 0 or 1, not {self.latest}")

    def chosen(self, take: "Take") -> "Batch":
        """With `take` as the one of the pair chosen last, in the place of the one before that."""
        a, b = self.pair
        if take is a or take is b:
            return replace(self, latest=0 if take is a else 1)
        place = self.latest if self.pair[self.latest] is None else 1 - self.latest
        return replace(self, pair=(a, take) if place else (take, b), latest=place)

    def again(self, take: "Take") -> "Batch":
        """With `take`, which has lost its star, where it was among those drawn with it."""
        together = sorted((*self.takes, take), key=lambda one: one.controls.random_seed)
        return replace(self, takes=tuple(together[:MOST]))

    def without(self, take: "Take") -> "Batch":
        """Without `take`, which has a star now."""
        return replace(self, takes=tuple(one for one in self.takes if one != take))
