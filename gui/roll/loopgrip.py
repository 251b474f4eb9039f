"""What a drag on the ruler, or a key, does to the loop: pure functions of spans. No Qt."""

from typing import Literal

from core.music.meter import MeterMap
from core.music.span import Span
from gui.roll.grid import beat_line, beat_lines_beside, span_between

Grip = Literal["begin", "end", "whole", "new"]
"""Where the loop is taken hold of; "new" is anywhere else, and draws another one."""

REACH_PX = 5.0
"""How far beside an edge it is still taken hold of."""
BAND_PX = 7.0
"""How high the band is by which the whole loop is taken."""


def grip_at(loop: Span | None, left_px: float, right_px: float, x: float, y: float) -> Grip:
    """What lies at a point of the ruler on which the loop reaches from `left_px` to `right_px`.

    Its edges are in reach at every height, and the whole of it at its band; of a loop that is too
    narrow for all three, the middle is the band's.
    """
    if loop is None:
        return "new"
    reach = min(REACH_PX, (right_px - left_px) / 3)
    if left_px - REACH_PX <= x <= left_px + reach:
        return "begin"
    if right_px - reach <= x <= right_px + REACH_PX:
        return "end"
    return "whole" if left_px < x < right_px and y < BAND_PX else "new"


def dragged(
    loop: Span | None, grip: Grip, first: float, last: float, meters: MeterMap, px_per_tick: float
) -> Span:
    """The loop after a drag from tick `first` to `last`; it begins and ends on visible lines.

    An edge that is drawn across the other one goes on as that. A loop that is moved keeps its
    length.
    """
    if loop is None or grip == "new":
        return span_between(meters, first, last, px_per_tick)
    if grip == "whole":
        begin = beat_line(meters, loop.begin + last - first, px_per_tick)
        return Span(begin, begin + len(loop))
    fixed = loop.end if grip == "begin" else loop.begin
    line = beat_line(meters, last, px_per_tick)
    if line == fixed or (line > fixed) != (last > fixed):
        return _shortest(meters, fixed, last, px_per_tick)
    return Span(min(line, fixed), max(line, fixed))


def moved(loop: Span, grip: Grip, lines: int, meters: MeterMap, px_per_tick: float) -> Span:
    """The loop with an edge, or the whole of it, one visible line later (1) or earlier (-1).

    It stays as it is where it would begin before the song, or have no length.
    """
    place = loop.end if grip == "end" else loop.begin
    line = beat_lines_beside(meters, place, px_per_tick)[lines > 0]
    if grip == "whole":
        return Span(line, line + len(loop))
    begin, end = (loop.begin, line) if grip == "end" else (line, loop.end)
    return Span(begin, end) if begin < end else loop


def _shortest(meters: MeterMap, fixed: int, towards: float, px_per_tick: float) -> Span:
    """The stretch of one line beside `fixed`, on the side on which `towards` lies."""
    before, behind = beat_lines_beside(meters, fixed, px_per_tick)
    return Span(before, fixed) if towards < fixed and before < fixed else Span(fixed, behind)
