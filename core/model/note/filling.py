"""What durations can fill: a tune ends exactly where it shall, whatever was drawn before."""

from collections.abc import Sequence
from math import gcd

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]

_HORIZON = 4096
"""Lengths in finest steps up to which it is worked out whether durations can fill them."""


class Filling:
    """Durations in ticks, from short to long, and the `step` of which they all are multiples."""

    def __init__(self, durations: Sequence[int]) -> None:
        self.step = gcd(*durations)
        self._steps = np.array(durations) // self.step
        self._can_fill = _fillable(self._steps)
        self._masks: dict[int, Mask] = {}

    def may_last(self, left: int) -> Mask:
        """Which durations leave something that durations can fill, of `left` ticks.

        Not to be written to.
        """
        steps = min(left // self.step, _HORIZON + int(self._steps[-1]))
        if steps not in self._masks:
            self._masks[steps] = self._mask(steps)
        return self._masks[steps]

    def _mask(self, steps: int) -> Mask:
        after = steps - self._steps
        mask: Mask = (after >= 0) & self._can_fill[np.clip(after, 0, _HORIZON)]
        if not mask.any():
            mask[0] = True  # too short for any: the shortest is cut to fill it
        mask.flags.writeable = False
        return mask


def _fillable(steps: npt.NDArray[np.int64]) -> Mask:
    """Which numbers, 0 to _HORIZON, are sums of `steps`; _HORIZON stands for all larger ones."""
    sums, kept = 1, (1 << _HORIZON) - 1
    for step in map(int, steps):
        while step < _HORIZON:
            sums |= (sums << step) & kept  # doubled each time, so that every multiple is reached
            step *= 2
    bits = np.frombuffer(bin(sums | 1 << _HORIZON)[:1:-1].encode(), np.uint8)
    mask: Mask = bits == ord("1")
    return mask
