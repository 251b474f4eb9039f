"""What makes some choices likelier than the model would have them, and forbids none."""

from collections.abc import Sequence

import numpy as np

from core.model.family import HELD, Choices, Logits
from core.music.melody import QUARTER

_DENSITY = 1.2
"""Nats at full density for each halving of a duration."""

_HOLDING = 0.8
"""Nats at full density against holding a note for another sixteenth, on the grid."""

_MOTION = 0.45
"""Nats at full motion for each semitone beyond a whole tone, up to an octave."""

_STEP, _OCTAVE = 2, 12


def density_bias(choices: Choices, density: float) -> Logits:
    """For shorter durations where `density` is above 0, for longer ones below: (symbols,) nats."""
    if choices.durations is not None:
        return -density * _DENSITY * np.log2(choices.durations / QUARTER)
    return np.where(choices.pitches == HELD, -density * _HOLDING, 0.0)


def motion_bias(choices: Choices, motion: float, pitches: Sequence[int]) -> Logits:
    """For leaps from the last of `pitches` where `motion` is above 0, for steps below.

    Steps and repeated notes stay as they are to each other.
    """
    bias = np.zeros(len(choices.pitches))
    if pitches:
        sounds = choices.sounds
        size = np.abs(choices.pitches[sounds] - pitches[-1]).clip(_STEP, _OCTAVE) - _STEP
        bias[sounds] = motion * _MOTION * size
    return bias
