"""What new notes must keep to: a range and a scale. Where nothing else is left, they yield."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from core.model.family import Choices, Logits
from core.music.key import Mode
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from core.music.scale import scale_classes

Mask = npt.NDArray[np.bool_]

Limit = Literal["range", "scale", "quotations"]
"""What notes can be kept within."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A set of MIDI pitches, in the model's key, and what bounds it so."""

    name: Limit
    pitches: frozenset[int]

    def allows(self, choices: Choices) -> Mask:
        """False for the symbols that begin a note outside: (symbols,)."""
        inside: Mask = np.isin(choices.pitches, list(self.pitches))
        return inside | ~choices.sounds


def range_bound(lowest: int | None, highest: int | None) -> Bound:
    low = LOWEST_PITCH if lowest is None else lowest
    high = HIGHEST_PITCH if highest is None else highest
    return Bound("range", frozenset(range(low, high + 1)))


def scale_bound(mode: Mode) -> Bound:
    known = scale_classes(mode)
    pitches = range(LOWEST_PITCH, HIGHEST_PITCH + 1)
    return Bound("scale", frozenset(pitch for pitch in pitches if pitch % 12 in known))


def bounded(
    logits: Logits, choices: Choices, bounds: Sequence[Bound]
) -> tuple[Logits, tuple[Bound, ...]]:
    """`logits` with what leaves the bounds forbidden, and the bounds that had to yield.

    The first bound is the firmest: one that would leave no note to those before it, where the
    model could begin one, yields. So a tune does not fall silent for want of a note.
    """
    if not bounds:
        return logits, ()
    sounds = choices.sounds & np.isfinite(logits)
    yielded = []
    if sounds.any():
        for bound in bounds:
            allowed = bound.allows(choices)
            if (sounds & allowed).any():
                logits, sounds = np.where(allowed, logits, -np.inf), sounds & allowed
            else:
                yielded.append(bound)
    return logits, tuple(yielded)
