"""Where the ticks of a frame stand, as codes for the note network: the same in all its tunes."""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.model.note.lookback import BARS_AGO
from core.music.melody import QUARTER, SIXTEENTH
from core.music.meter import Meter, MeterMap

Codes = npt.NDArray[np.intp]

METERS = tuple(
    Meter(*pair)
    for pair in (
        *((4, 4), (2, 4), (3, 4), (6, 8), (3, 8), (4, 2)),
        *((3, 2), (2, 2), (6, 4), (9, 8), (5, 4), (12, 8)),
    )
)
"""The meters that have names; all others share one."""

_METER_CODES = {meter: code for code, meter in enumerate(METERS, start=1)}

FINEST = QUARTER // 24
PLACES = 48  # sixteenths of a bar that are told apart
BARS_LEFT, BARS_GONE, EIGHTHS_LEFT = 40, 16, 32

BAR_LINE, CROSSING, END = range(PLACES, PLACES + 3)
LANDINGS = PLACES + 3
"""Number of codes for where a duration leads: to a sixteenth of the bar, to the bar line, over it,
to the end of the tune."""

_MOST_KEPT = 4096


class Spot(NamedTuple):
    """What there is to tell of a tick, whatever the tune."""

    meter: tuple[int, int, int]  # place in the bar, ticks off the sixteenth, meter
    length: tuple[int, int, int, int, int]  # bars left and gone, by eights, eighths left
    sources: tuple[int, ...]  # the same place 1, 2, 3 … bars ago (BARS_AGO), as far as there is one
    landings: Codes  # (durations,): where each leads. Not to be written to.


class Ruler:
    """The bar lines of a frame that ends at a tick, and the durations that a model knows."""

    def __init__(self, meters: MeterMap, end: int, durations: tuple[int, ...]) -> None:
        self._meters, self._end, self._durations = meters, end, durations
        self._lines = tuple(meters.lines(end))
        self._spots: dict[int, Spot] = {}

    def position(self, tick: int) -> tuple[int, int]:
        """(bar, ticks since its line), as MeterMap.position, but quick."""
        bar = bisect_right(self._lines, tick)
        if bar == 0:
            return 0, self._meters.meter.bar - self._meters.pickup + tick
        return bar, tick - self._lines[bar - 1]

    def spot(self, tick: int) -> Spot:
        """That of a tick before the end, worked out once for all tunes of this frame."""
        spot = self._spots.get(tick)
        if spot is None:
            if len(self._spots) >= _MOST_KEPT:
                self._spots.clear()
            spot = self._spots[tick] = self._spot(tick)
        return spot

    def _spot(self, tick: int) -> Spot:
        bar, place = self.position(tick)
        meter = self._meters.meter_at(tick)
        bars = len(self._lines)
        left = min(self._end - tick, self._durations[-1] + 1)
        return Spot(
            (
                min(place // SIXTEENTH, PLACES - 1),
                place % SIXTEENTH // FINEST,
                _METER_CODES.get(meter, len(METERS) + 1),
            ),
            (
                min(max(0, bars - bar), BARS_LEFT) + 1,
                min(bar, BARS_GONE),
                bar % 8,
                (bars % 8 if bars < BARS_LEFT else 8) + 1,
                min((self._end - tick) // (QUARTER // 2), EIGHTHS_LEFT) + 1,
            ),
            self._sources(bar, place),
            _landings(self._durations, place, meter.bar, left),
        )

    def _sources(self, bar: int, place: int) -> tuple[int, ...]:
        sources = []
        for ago in BARS_AGO:
            if ago > bar:
                break
            source = self._lines[bar - ago - 1] + place
            if ago == bar:  # in the upbeat
                source = self._meters.pickup - self._meters.meter.bar + place
            if source < 0:
                break
            sources.append(source)
        return tuple(sources)


@lru_cache(16)
def ruler_of(meters: MeterMap, end: int, durations: tuple[int, ...]) -> Ruler:
    """The one of its kind."""
    return Ruler(meters, end, durations)


@lru_cache(4096)
def _landings(durations: tuple[int, ...], place: int, bar: int, left: int) -> Codes:
    lasting = np.array(durations)
    after = lasting + place
    codes: Codes = np.minimum(after // SIXTEENTH, PLACES - 1)
    codes[after == bar] = BAR_LINE
    codes[after > bar] = CROSSING
    codes[lasting >= left] = END
    codes.flags.writeable = False
    return codes
