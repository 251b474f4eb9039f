"""Which lines the grid shows at a zoom, and which bars have their number written; no Qt."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from core.music.melody import SIXTEENTH, WHOLE
from core.music.meter import Meter, MeterMap
from core.music.span import Span

LONGEST_BAR = 64 * WHOLE
CLOSEST_BAR_PX = 18.0
CLOSEST_BEAT_PX = 14.0
CLOSEST_STEP_PX = 11.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a song: its number (0 is the upbeat), where it lies, its meter."""

    number: int
    onset: int
    end: int
    meter: Meter

    def beats(self) -> Iterator[int]:
        """Onsets of the beats inside, without the bar line; an upbeat's count from its end."""
        beat = self.meter.beat
        upbeat = (self.end - self.onset) % beat if self.number == 0 else 0
        yield from range(self.onset + (upbeat or beat), self.end, beat)


@lru_cache(maxsize=8)
def _bars(meters: MeterMap, reach: int) -> tuple[tuple[int, ...], tuple[Bar, ...]]:
    lines = list(meters.lines(reach))
    first = 1
    if lines[0] > 0:
        lines.insert(0, 0)
        first = 0
    bars = (
        Bar(number, onset, end, meters.meter_at(onset))
        for number, (onset, end) in enumerate(pairwise(lines), start=first)
    )
    return tuple(lines[:-1]), tuple(bars)


def bars_between(meters: MeterMap, first: float, last: float, interval: int = 1) -> tuple[Bar, ...]:
    """The bars of which anything lies between two ticks, every `interval`-th counted from bar 1.

    Bars go on behind a song's end.
    """
    reach = 16 * WHOLE
    while reach < last + LONGEST_BAR:
        reach *= 2
    onsets, bars = _bars(meters, reach)
    begin = max(0, bisect_right(onsets, first) - 1)
    begin += (1 - bars[begin].number) % interval
    return bars[begin : bisect_left(onsets, last) : interval]


def bar_interval(meters: MeterMap, px_per_tick: float, closest_px: float) -> int:
    """Every how many bars (1, 2, 4, 8 …) there is room for `closest_px`."""
    interval = 1
    while meters.meter.bar * interval * px_per_tick < closest_px:
        interval *= 2
    return interval


def shows_beats(meter: Meter, px_per_tick: float) -> bool:
    return meter.beat * px_per_tick >= CLOSEST_BEAT_PX


def shows_steps(px_per_tick: float) -> bool:
    """True where sixteenths have room."""
    return SIXTEENTH * px_per_tick >= CLOSEST_STEP_PX


def nearest_line(meters: MeterMap, tick: float, px_per_tick: float, reach_px: float) -> int:
    """`tick` drawn to the nearest visible line within `reach_px`, else rounded; never negative."""
    own = max(0, round(tick))
    bars = bars_between(meters, own, own + 1)
    lines: list[int] = []
    for bar in bars:
        lines += [bar.onset, bar.end]
        if shows_beats(bar.meter, px_per_tick):
            lines += bar.beats()
        if shows_steps(px_per_tick):
            lines += range(bar.onset, bar.end, SIXTEENTH)
    best = min(lines, key=lambda line: abs(line - tick), default=own)
    return best if abs(best - tick) * px_per_tick <= reach_px else own


def span_between(meters: MeterMap, first: float, last: float, px_per_tick: float) -> Span:
    """All beats in which something between two ticks lies, in either order; all bars where beats
    have no room to be seen."""
    low = max(0, math.floor(min(first, last)))
    high = max(low + 1, math.ceil(max(first, last)))
    lines = _beat_lines(meters, low, high, px_per_tick)
    begin = max(line for line in lines if line <= low)
    return Span(begin, min(line for line in lines if line >= max(high, begin + 1)))


def beat_lines_beside(meters: MeterMap, tick: int, px_per_tick: float) -> tuple[int, int]:
    """The last visible beat or bar line before `tick`, at the least 0, and the first behind it."""
    lines = _beat_lines(meters, max(0, tick - 1), tick + 1, px_per_tick)
    return max((n for n in lines if n < tick), default=0), min(n for n in lines if n > tick)


def beat_line(meters: MeterMap, tick: float, px_per_tick: float) -> int:
    """The visible beat or bar line nearest to `tick`."""
    place = max(0, round(tick))
    return min(
        _beat_lines(meters, place, place + 1, px_per_tick), key=lambda line: abs(line - tick)
    )


def _beat_lines(meters: MeterMap, first: int, last: int, px_per_tick: float) -> list[int]:
    """The visible beats and bar lines of all bars of which anything lies between two ticks."""
    bars = bars_between(meters, first, last)
    lines = [bars[0].onset]
    for bar in bars:
        lines += bar.beats() if shows_beats(bar.meter, px_per_tick) else ()
        lines.append(bar.end)
    return lines
