"""The compass of a tune: its lowest and its highest pitch, and how likely each pair of them is."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.model.family import Logits
from core.music.melody import Melody

Mask = npt.NDArray[np.bool_]

_CHANCE = 20.0
"""So many songs are added to those counted, their lowest and highest pitches drawn apart."""

_ONCE = 0.1
"""So often every pitch is taken to have been the lowest and the highest of a song."""


class Compass(NamedTuple):
    """The lowest and the highest pitch of a tune."""

    lowest: int
    highest: int


def compass_of(melody: Melody) -> Compass:
    """That of a melody that has notes."""
    pitches = [note.pitch for note in melody]
    return Compass(min(pitches), max(pitches))


class Compasses:
    """All pairs of pitches from `lowest` to `highest`, low ones first, and how likely they are.

    `songs` counts those that have each pair; pairs that none has are possible, too.
    """

    def __init__(self, lowest: int, highest: int, songs: Mapping[Compass, int]) -> None:
        size = highest - lowest + 1
        self._lowest = lowest
        self._floors, self._ceilings = np.triu_indices(size)
        counts = np.zeros((size, size))
        for compass, count in songs.items():
            counts[compass.lowest - lowest, compass.highest - lowest] = count
        apart = np.outer(counts.sum(1) + _ONCE, counts.sum(0) + _ONCE)
        likely = (counts + _CHANCE * apart / np.triu(apart).sum())[self._floors, self._ceilings]
        self._logs = np.log(likely / likely.sum())

    def __len__(self) -> int:
        return len(self._logs)

    def __getitem__(self, place: int) -> Compass:
        return Compass(
            int(self._floors[place]) + self._lowest, int(self._ceilings[place]) + self._lowest
        )

    def place(self, compass: Compass) -> int:
        """Where a pair stands."""
        floor, ceiling = (pitch - self._lowest for pitch in compass)
        return int(((self._floors == floor) & (self._ceilings == ceiling)).argmax())

    def logits(self, heard: Iterable[int], allowed: Mask, wanted: Mask) -> Logits:
        """Log probabilities, not normalised, of the pairs; -inf for those that cannot be.

        A pair that can be holds all pitches `heard` and one at least of those `wanted`, and goes no
        farther than these and those `allowed`. Both masks are of all pitches, lowest first;
        `wanted` is part of `allowed` and not empty.
        """
        pitches = [pitch - self._lowest for pitch in heard]
        known = [*pitches, *np.flatnonzero(allowed)]
        until = np.concatenate([[0], wanted.cumsum()])
        can_be = until[self._ceilings + 1] > until[self._floors]
        can_be &= (self._floors >= min(known)) & (self._ceilings <= max(known))
        if pitches:
            can_be &= (self._floors <= min(pitches)) & (self._ceilings >= max(pitches))
        return np.where(can_be, self._logs, -np.inf)
