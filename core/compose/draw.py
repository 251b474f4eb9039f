"""The draw: one uniform number for each decision, through the inverse distribution.

The numbers come from a counter and not from a stream, so a decision keeps its number whatever was
decided before it; and symbols stand in a fixed order, low pitches first, so a small change of the
distribution moves a choice to a neighbour or not at all.
"""

from bisect import bisect_right
from functools import lru_cache
from math import inf, log2

import numpy as np

from core.model.family import Logits

_MASK = 2**64 - 1
_GOLDEN = 0x9E3779B97F4A7C15

COLDEST = 1e-9
"""Below this temperature only equals have a chance; dividing by less could overflow."""


def uniform(random_seed: int, decision: int) -> float:
    """A number in [0, 1) for `decision`: SplitMix64, jumped to, on a stream of `random_seed`.

    Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
    """
    return (_mixed(_stream(random_seed) + (decision + 1) * _GOLDEN) >> 11) * 2.0**-53


@lru_cache(64)
def _stream(random_seed: int) -> int:
    return _mixed((random_seed + 1) * _GOLDEN)


def _mixed(state: int) -> int:
    state &= _MASK
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
    state = (state ^ (state >> 27)) * 0x94D049BB133111EB & _MASK
    return state ^ (state >> 31)


def draw(logits: Logits, temperature: float, number: float, top_p: float = 1.0) -> int:
    """The place of the symbol drawn by `number`, 0 <= number < 1, at `temperature`.

    `logits` is (symbols,), at least one of them finite; -inf is never drawn. At temperature 0 it is
    the likeliest symbol, the first of equals. With `top_p` only the likeliest symbols are drawn,
    as few as reach that share of the probability at this temperature (Holtzman et al., "The
    curious case of neural text degeneration", ICLR 2020).
    """
    return pick(weigh(logits, temperature), number, top_p)


def weigh(logits: Logits, temperature: float) -> Logits:
    """How much each symbol weighs at `temperature`, the heaviest 1."""
    likeliest = logits.argmax()
    weights: Logits
    if temperature == 0:
        weights = np.zeros(len(logits))
        weights[likeliest] = 1.0
        return weights
    weights = logits - logits[likeliest]
    if temperature != 1:
        weights /= max(temperature, COLDEST)
    return np.exp(weights, out=weights)


def pick(weights: Logits, number: float, top_p: float = 1.0) -> int:
    """`draw` where it is known how much each symbol weighs."""
    if top_p < 1:
        order = np.argsort(-weights, kind="stable")
        reached = weights[order].cumsum()
        weights = weights.copy()
        weights[order[int(reached.searchsorted(top_p * reached[-1])) + 1 :]] = 0.0
    heap: list[float] = np.add.accumulate(weights).tolist()
    place = bisect_right(heap, number * heap[-1])
    # Rounding may lift the product onto the total itself.
    return place if place < len(heap) else int(np.flatnonzero(weights)[-1])


def bits(weights: Logits, symbol: int) -> float:
    """Bits by which `symbol` surprises whoever expects symbols as they weigh; may be infinite."""
    weight = float(weights[symbol])
    return log2(float(np.add.reduce(weights)) / weight) if weight else inf
