"""Bar lines as scores have them: those that divide no bars are left out."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.music.meter import COMMON_TIME, Meter


def dividing(lines: Sequence[int], changes: Mapping[int, Meter], end: int) -> list[int]:
    """`lines` (ticks, in any order) without those in the middle of a bar.

    A repeat sign before an upbeat cuts a bar in two that together fill it: that is one bar. What
    stands before the first line is the upbeat of the tune and is never joined to what follows.
    """
    places = [0, *sorted(tick for tick in {*lines, *changes} if 0 < tick < end), end]
    meter = changes.get(0, COMMON_TIME)
    kept: list[int] = []
    begun = 0  # where the bar begins that is being filled
    for tick, following in pairwise(places[1:]):
        is_halfway = 0 < tick - begun < meter.bar and following - begun == meter.bar
        if is_halfway and begun > 0 and tick not in changes:
            continue
        kept.append(tick)
        begun, meter = tick, changes.get(tick, meter)
    return kept
