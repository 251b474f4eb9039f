"""How long it takes from sending a note until what is played to it comes back."""

import statistics
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

FEWEST_TAPS = 5
"""So many taps are needed; the median of fewer says little."""

_FARTHEST_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class Latency:
    """`seconds` is the median of `taps` taps; half of them lie within `spread_seconds` of it."""

    seconds: float
    spread_seconds: float
    taps: int


def latency_from_taps(clicks: Sequence[float], taps: Sequence[float]) -> Latency | None:
    """How late taps come, each measured from the click nearest to it; None for too few.

    Both in seconds of one clock, `clicks` in order. A tap that is more than 0.3 s from every click
    belongs to none. Taps may come early: who expects the click is often some hundredths too soon,
    and a cable never is.
    """
    late = [tap - _nearest(clicks, tap) for tap in taps] if clicks else []
    late = [seconds for seconds in late if abs(seconds) <= _FARTHEST_SECONDS]
    if len(late) < FEWEST_TAPS:
        return None
    median = statistics.median(late)
    spread = statistics.median(abs(seconds - median) for seconds in late)
    return Latency(median, spread, len(late))


def _nearest(clicks: Sequence[float], tap: float) -> float:
    index = bisect_left(clicks, tap)
    return min(clicks[max(0, index - 1) : index + 1], key=lambda click: abs(click - tap))
