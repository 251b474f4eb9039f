"""The tune's own motives: how much what comes next would repeat what stood in it before.

A short-term memory in the manner of Conklin & Witten, "Multiple viewpoint systems for music
prediction", Journal of New Music Research 24, 1995: here of intervals, and of durations.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from core.model.family import Choices, Logits

_LONGEST = 6
_STRENGTH = 3.0
"""Nats for a choice that all of the longest matches agree on."""


def motive_bias(
    choices: Choices, motives: float, pitches: Sequence[int], durations: Sequence[int]
) -> Logits:
    """For what went on from the longest earlier match of the tune's end: (symbols,) nats.

    `pitches` are those of the notes so far, `durations` the ticks of the events so far, rests
    included. A choice gets its share among what followed matches of the greatest length.
    """
    bias = np.zeros(len(choices.pitches))
    if choices.durations is not None:
        for ticks, share in followers(durations).items():
            bias[choices.durations == ticks] = share
    elif len(pitches) > 1 and choices.sounds.any():
        steps = [later - sooner for sooner, later in pairwise(pitches)]
        for step, share in followers(steps).items():
            bias[choices.pitches == pitches[-1] + step] = share
    return motives * _STRENGTH * bias


def followers(signs: Sequence[int]) -> dict[int, float]:
    """What came behind the longest earlier match of the end of `signs`, with its share; 0 to 1.

    Shares add up to 1 for a match of the greatest length, 6, and to less for shorter ones.
    """
    best, found = 0, dict[int, int]()
    for place in range(len(signs) - 1, 0, -1):
        length = 0
        while length < _LONGEST and length < place and signs[place - 1 - length] == signs[~length]:
            length += 1
        if length > best:
            best, found = length, {}
        if length == best > 0:
            found[signs[place]] = found.get(signs[place], 0) + 1
    total = sum(found.values()) * _LONGEST
    return {sign: count * best / total for sign, count in found.items()}
