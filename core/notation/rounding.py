"""When notes begin and end on paper: as played where that can be written, else nearby.

Each beat gets the simplest grid on which it can be written. A tune of which many notes stand on
none was played freely: it is rounded to sixteenths, or triplets of eighths, or thirty-seconds, and
short gaps between its notes are closed.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter

from core.music.melody import QUARTER, SIXTEENTH, Melody
from core.music.meter import Meter
from core.notation.frame import Frame

_COARSE = 120, 160, 60, 80
"""Sixteenths, triplets of eighths, thirty-seconds, triplets of sixteenths: steps in ticks."""

_FINE = 30, 40, 96, 15, 20, 48
"""Steps that a beat gets only where notes begin on them; 96 and 48 make quintuplets."""

_BIASES = {120: 0, 160: 8, 60: 14}
"""What a grid must gain, in ticks a note, for a beat that was played freely."""

_TOLERANCE = 2
_GAP = SIXTEENTH
"""What was played freely has no shorter rests: they are the player's touch."""

_FREE = 0.2
"""Of a tune that was played freely so many notes, or more, begin on no grid."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A note of the tune, by its place there, as it is written: from `begin` to `end` in ticks."""

    place: int
    begin: int
    end: int


@dataclass(slots=True)
class _Cell:
    """A beat, the positions in it where notes begin and end, and the step of its grid."""

    length: int
    onsets: set[int] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    step: int = _COARSE[0]

    @property
    def steps(self) -> list[int]:
        return [step for step in (*_COARSE, *_FINE) if self.length % step == 0]

    @property
    def is_on_a_grid(self) -> bool:
        return any(_fit(self.onsets, step) for step in self.steps)

    def settle(self, is_free: bool) -> None:
        steps = self.steps
        if is_free:
            few = [step for step in steps if step in _BIASES] or steps[:1]
            self.step = min(
                few, key=lambda step: _distance(self.onsets, step) + _BIASES.get(step, 0)
            )
            if not self._lost(self.step):
                return
        else:
            both = self.onsets | self.ends
            fitting = [s for s in steps if s in _COARSE and _fit(both, s)]
            fitting += [s for s in steps if _fit(self.onsets, s)]
            if fitting:
                self.step = fitting[0]
                return
        self.step = min(steps, key=lambda step: (self._lost(step), _distance(self.onsets, step)))

    def _lost(self, step: int) -> int:
        """How many notes would begin together with others."""
        return len(self.onsets) - len({_rounded(onset, step) for onset in self.onsets})


class _Grids:
    """The cells of all bars; those in which nothing happens are not made."""

    def __init__(self, bars: Sequence[Frame]) -> None:
        self._bars = bars
        self._begins = [bar.begin for bar in bars]
        self._cells: dict[tuple[int, int], _Cell] = {}
        self.are_free = False

    def add(self, onsets: Iterable[int], ends: Iterable[int]) -> None:
        for tick in onsets:
            self._note(self.bar_at(tick), tick)
        for tick in ends:
            self._note(self.bar_at(tick), tick, is_end=True)
        for place, bar in enumerate(self._bars):
            if not bar.is_full:
                self._note(place, bar.begin)
                self._note(place, bar.end, is_end=bar is self._bars[-1])

    def _note(self, place: int, tick: int, is_end: bool = False) -> None:
        cell, position = self._at(place, tick)
        (cell.ends if is_end else cell.onsets).add(position)

    def settle(self) -> None:
        cells = self._cells.values()
        onsets = sum(len(cell.onsets) for cell in cells)
        off = sum(len(cell.onsets) for cell in cells if not cell.is_on_a_grid)
        self.are_free = off > _FREE * onsets
        for cell in cells:
            cell.settle(self.are_free)

    def bar_at(self, tick: int) -> int:
        return bisect_right(self._begins, tick) - 1

    def step_at(self, tick: int) -> int:
        return self._at(self.bar_at(tick), tick)[0].step

    def rounded(self, tick: int, place: int | None = None) -> int:
        """The place on its grid in the bar in which `tick` lies, or in that one."""
        cell, position = self._at(self.bar_at(tick) if place is None else place, tick)
        return tick - position + _rounded(position, cell.step)

    def _at(self, place: int, tick: int) -> tuple[_Cell, int]:
        bar = self._bars[place]
        length = _cell_length(bar.meter)
        number, position = divmod(tick - bar.origin, length)
        cell = self._cells.get((place, number))
        if cell is None:
            cell = self._cells[place, number] = _Cell(length)
        return cell, position


def placed(melody: Melody, bars: Sequence[Frame]) -> tuple[tuple[Placed, ...], tuple[Frame, ...]]:
    """The notes of `melody` at times that can be written in `bars`, which are its own, and those
    bars, of which the short ones begin and end at such times too.

    A note that is over before the shortest value, and shares its place with the next, is left out.
    """
    if not bars:
        return (), ()
    grids = _Grids(bars)
    grids.add(map(attrgetter("onset"), melody), map(attrgetter("end"), melody))
    grids.settle()
    written = tuple(
        bar
        if bar.is_full
        else replace(bar, begin=grids.rounded(bar.begin, place), end=grids.rounded(bar.end, place))
        for place, bar in enumerate(bars)
    )
    return tuple(_placed(melody, grids)), written


def _placed(melody: Melody, grids: _Grids) -> Iterator[Placed]:
    begins = [*(grids.rounded(note.onset) for note in melody), grids.rounded(melody.end)]
    for place, (note, (begin, following)) in enumerate(zip(melody, pairwise(begins), strict=True)):
        if following <= begin:
            continue
        end = max(grids.rounded(note.end), begin + grids.step_at(begin))
        is_joined = grids.are_free and following - end <= _GAP
        yield Placed(place, begin, following if is_joined else min(end, following))


def _cell_length(meter: Meter) -> int:
    """A beat, or the quarter in it."""
    return meter.beat if meter.is_compound else min(meter.beat, QUARTER)


def _rounded(position: int, step: int) -> int:
    return (position + step // 2) // step * step


def _fit(positions: Iterable[int], step: int) -> bool:
    return all(abs(p - _rounded(p, step)) <= _TOLERANCE for p in positions)


def _distance(positions: Iterable[int], step: int) -> float:
    """The mean distance from the grid."""
    found = [abs(position - _rounded(position, step)) for position in positions]
    return sum(found) / max(1, len(found))
