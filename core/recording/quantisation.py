"""Moving what was played to the lines of a grid."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from core.music.meter import MeterMap
from core.recording.stroke import Stroke
from core.words import Words

GRIDS = {
    0: Words("off", "grid"),
    480: Words("quarters", "grid"),
    240: Words("eighths", "grid"),
    120: Words("sixteenths", "grid"),
    60: Words("thirty-seconds", "grid"),
    320: Words("quarter triplets", "grid"),
    160: Words("eighth triplets", "grid"),
    80: Words("sixteenth triplets", "grid"),
}
"""Lengths of a step in ticks, and their names."""


@dataclass(frozen=True, slots=True)
class Quantisation:
    """A grid in ticks (0: none), counted from each bar line; how far onsets go towards it, 0 to 1;
    and whether the ends go with them."""

    grid: int = 0
    strength: float = 1.0
    moves_ends: bool = True

    def __post_init__(self) -> None:
        if self.grid < 0 or not 0 <= self.strength <= 1:
            raise ValueError(f"a grid is 0 or more and a strength 0 to 1, not {self}")


def quantised(
    line: Sequence[Stroke], quantisation: Quantisation, meters: MeterMap, room: tuple[float, float]
) -> tuple[Stroke, ...]:
    """The strokes of one voice on the grid of `quantisation`; none overlaps the next.

    Strokes that belong to the same line of the grid share the way to the next one, so that none is
    lost. An end that moves goes to its own nearest line, one step behind the onset at least; one
    that does not keeps its distance from the onset. What was bound to the next stroke stays bound.
    No onset leaves `room`, the first tick and the one behind the last.
    """
    strength = quantisation.strength
    if not quantisation.grid or not line:
        return tuple(line)
    grid = _Grid(quantisation.grid, meters, max(stroke.end for stroke in line))
    goals = list(_goals(line, grid, room))
    onsets = [s.onset + strength * (goal - s.onset) for s, goal in zip(line, goals, strict=True)]
    moved = []
    for index, (stroke, goal, onset) in enumerate(zip(line, goals, onsets, strict=True)):
        end = stroke.end + onset - stroke.onset
        if quantisation.moves_ends:
            behind = max(grid.nearest(stroke.end), grid.above(goal))
            end = stroke.end + strength * (behind - stroke.end)
        if index + 1 < len(line):
            following = onsets[index + 1]
            is_bound = stroke.end >= line[index + 1].onset
            end = following if is_bound else min(end, following)
        moved.append(Stroke(onset, end, stroke.pitch, stroke.velocity))
    return tuple(moved)


def _goals(line: Sequence[Stroke], grid: "_Grid", room: tuple[float, float]) -> Iterator[float]:
    """Where each onset belongs, rising."""
    first, last = room

    def goal_of(stroke: Stroke) -> float:
        goal = grid.nearest(stroke.onset)
        return max(first, goal if goal < last else grid.below(goal - 1))

    for goal, together in groupby(line, goal_of):
        several = list(together)
        way = min(grid.above(goal), last) - goal
        for index in range(len(several)):
            yield goal + index * way / len(several)


class _Grid:
    """Steps of `step` ticks from each bar line on; the tune's beginning is one too.

    All bar lines are laid out at once, up to behind `end`: there are many questions.
    """

    def __init__(self, step: int, meters: MeterMap, end: float) -> None:
        self._step = step
        last = meters.next_bar(int(end) + 1)
        lines = list(meters.lines(last + meters.meter_at(last).bar))
        self._lines = [meters.pickup - meters.meter.bar, *lines] if meters.pickup else lines

    def nearest(self, tick: float) -> int:
        below, above = self._around(tick)
        return below if tick - below < above - tick else above

    def below(self, tick: float) -> int:
        """The step at or before `tick`."""
        return self._around(tick)[0]

    def above(self, tick: float) -> int:
        """The step behind `tick`."""
        return self._around(tick)[1]

    def _around(self, tick: float) -> tuple[int, int]:
        index = bisect_right(self._lines, tick) - 1
        bar, next_bar = self._lines[index], self._lines[index + 1]
        below = bar + int((tick - bar) // self._step) * self._step
        above = below + self._step
        return (below if below > 0 else 0), (above if above < next_bar else next_bar)
