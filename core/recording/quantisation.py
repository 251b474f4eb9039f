"""Moving what was played to the lines of a grid."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core.music.meter import MeterMap
from core.recording.stroke import Stroke

GRIDS = {
    0: "off",
    480: "quarters",
    240: "eighths",
    120: "sixteenths",
    60: "thirty-seconds",
    320: "quarter triplets",
    160: "eighth triplets",
    80: "sixteenth triplets",
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
    grid, strength = quantisation.grid, quantisation.strength
    if not grid or not line:
        return tuple(line)
    goals = list(_goals(line, grid, meters, room))
    onsets = [s.onset + strength * (goal - s.onset) for s, goal in zip(line, goals, strict=True)]
    moved = []
    for index, (stroke, goal, onset) in enumerate(zip(line, goals, onsets, strict=True)):
        end = stroke.end + onset - stroke.onset
        if quantisation.moves_ends:
            behind = max(_nearest(stroke.end, grid, meters), _above(int(goal), grid, meters))
            end = stroke.end + strength * (behind - stroke.end)
        if index + 1 < len(line):
            following = onsets[index + 1]
            is_bound = stroke.end >= line[index + 1].onset
            end = following if is_bound else min(end, following)
        moved.append(replace(stroke, onset=onset, end=end))
    return tuple(moved)


def _goals(
    line: Sequence[Stroke], grid: int, meters: MeterMap, room: tuple[float, float]
) -> Iterator[float]:
    """Where each onset belongs, rising."""
    first, last = room

    def goal_of(stroke: Stroke) -> float:
        goal = _nearest(stroke.onset, grid, meters)
        return max(first, goal if goal < last else _below(max(0, goal - 1), grid, meters))

    for goal, together in groupby(line, goal_of):
        several = list(together)
        way = min(_above(int(goal), grid, meters), last) - goal
        for index in range(len(several)):
            yield goal + index * way / len(several)


def _nearest(tick: float, grid: int, meters: MeterMap) -> int:
    whole = max(0, int(tick))
    below, above = _below(whole, grid, meters), _above(whole, grid, meters)
    return below if tick - below < above - tick else above


def _below(tick: int, grid: int, meters: MeterMap) -> int:
    """The line of the grid at or before `tick`; the tune's beginning is one."""
    _, position = meters.position(tick)
    return max(0, tick - position % grid)


def _above(tick: int, grid: int, meters: MeterMap) -> int:
    """The line of the grid behind `tick`."""
    bar, position = meters.position(tick)
    return min(tick - position % grid + grid, meters.bar_onset(bar + 1))
