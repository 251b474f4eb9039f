"""Phrases: how far it is since one began and until it ends, as codes for the note network."""

import numpy as np
import numpy.typing as npt

from core.music.melody import QUARTER

FINEST = QUARTER // 24
"""Ticks of a step, in which the end of a phrase is told."""

SIXTEENTH_STEPS = 6

_EIGHTH = QUARTER // 2
_EIGHTHS = 31
_FARTHEST = 1 << 14

SINCE_SIZE = _EIGHTHS + 2
"""Number of codes for the eighths since a phrase began; 0 where no phrase is told of."""

OVER, MET = 1, 2
SIXTEENTHS = 61
LEFT_SIZE = SIXTEENTHS + MET + 1
"""Number of codes for what is left of a phrase: 0 where none is told of, OVER for less than
nothing, MET for nothing, then the sixteenths that are begun."""

Codes = npt.NDArray[np.intp]
Steps = npt.NDArray[np.int64]


def codes_of_phrase(since: int, until: int) -> tuple[int, int]:
    """The place `since` ticks behind the beginning of its phrase, `until` (> 0) before its end.

    Since as one of SINCE_SIZE codes, until in steps, rounded up.
    """
    return min(since // _EIGHTH, _EIGHTHS) + 1, min(-(-until // FINEST), _FARTHEST)


def left_of_phrase(until: Codes, lasting: Steps | int) -> Codes:
    """What is left of a phrase behind an event of that many steps: codes of LEFT_SIZE.

    `until` is in steps, 0 where no phrase is told of.
    """
    steps = until - lasting
    begun = np.minimum((steps + SIXTEENTH_STEPS - 1) // SIXTEENTH_STEPS, SIXTEENTHS)
    codes: Codes = np.where(until == 0, 0, np.where(steps < 0, OVER, MET + begun))
    return codes
