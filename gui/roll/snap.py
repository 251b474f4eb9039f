"""The grid to which notes are drawn: where in a bar one may begin and end; no Qt."""

import math
from dataclasses import dataclass

from core.music.melody import QUARTER, WHOLE
from core.music.meter import MeterMap
from core.words import Words
from gui.roll.grid import Bar, bars_between

_NUDGE = QUARTER // 32
"""What keys move by where there is no grid."""


@dataclass(frozen=True, slots=True)
class Snap:
    """Lines every `ticks` from each bar line on, in an upbeat back from its end; None: bar lines
    only, 0: a line at every tick."""

    name: Words
    ticks: int | None

    def before(self, meters: MeterMap, tick: float) -> int:
        """The last line at or before `tick`, at least 0."""
        tick = max(0.0, tick)
        if self.ticks == 0:
            return math.floor(tick)
        bar = _bar_at(meters, tick)
        if self.ticks is None:
            return bar.onset
        origin = bar.onset if bar.number else bar.end
        return max(bar.onset, origin + math.floor((tick - origin) / self.ticks) * self.ticks)

    def behind(self, meters: MeterMap, tick: float) -> int:
        """The first line behind `tick`; without a grid a small step behind it."""
        tick = max(0.0, tick)
        if self.ticks == 0:
            return math.floor(tick) + _NUDGE
        bar = _bar_at(meters, tick)
        if self.ticks is None:
            return bar.end
        origin = bar.onset if bar.number else bar.end
        steps = math.floor((tick - origin) / self.ticks) + 1
        return min(bar.end, origin + steps * self.ticks)

    def ahead(self, meters: MeterMap, tick: int) -> int:
        """The last line before `tick`, at least 0; without a grid a small step before it."""
        if self.ticks == 0:
            return max(0, tick - _NUDGE)
        return self.before(meters, tick - 1)

    def nearest(self, meters: MeterMap, tick: float) -> int:
        """The line that is nearest to `tick`."""
        if self.ticks == 0:
            return max(0, round(tick))
        before, behind = self.before(meters, tick), self.behind(meters, tick)
        return before if tick - before <= behind - tick else behind


def _bar_at(meters: MeterMap, tick: float) -> Bar:
    return bars_between(meters, tick, tick + 1)[0]


def _even(part: int) -> Snap:
    return Snap(Words("1/{part}", "grid", part=part), WHOLE // part)


def _triplets(part: int) -> Snap:
    return Snap(Words("1/{part} triplet", "grid", part=part), WHOLE * 2 // (3 * part))


SIXTEENTHS = _even(16)
FREE = Snap(Words("Off", "grid"), 0)
SNAPS = (
    Snap(Words("Bar", "grid"), None),
    *map(_even, (2, 4, 8)),
    SIXTEENTHS,
    _even(32),
    *map(_triplets, (4, 8, 16)),
    FREE,
)
"""What can be chosen, from the widest on."""


def snap_named(name: str) -> Snap:
    """The one of that English name; sixteenths where there is none."""
    return next((snap for snap in SNAPS if snap.name == name), SIXTEENTHS)
