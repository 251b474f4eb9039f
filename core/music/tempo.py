"""Tempi, and the seconds that they make of ticks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from operator import itemgetter

from core.music.melody import QUARTER

DEFAULT_TEMPO = 100.0
SLOWEST_TEMPO, FASTEST_TEMPO = 20.0, 400.0
MOST_TEMPI = 5_000
"""More than a tune has where a sequencer draws each slowing down as a curve."""

_first = itemgetter(0)
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class TempoMap:
    """How fast a song goes, and where that changes.

    `changes` are (onset in ticks, quarters a minute) in order; the first stands at 0. Ticks before
    0 are as fast as the first. ValueError for onsets that do not rise, and for what is no tempo.
    """

    changes: tuple[tuple[int, float], ...] = ((0, DEFAULT_TEMPO),)
    _seconds: tuple[float, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        onsets = [onset for onset, _ in self.changes]
        if not onsets or onsets[0] != 0 or sorted(set(onsets)) != onsets:
            raise ValueError(f"tempi must begin at 0 and rise, not {onsets[:9]}")
        for _, tempo in self.changes:
            if not 0 < tempo < inf:
                raise ValueError(f"a tempo is above 0, not {tempo}")
        # Made once: it is asked for with every note that is played.
        object.__setattr__(self, "_seconds", self._make_seconds())

    @classmethod
    def constant(cls, tempo: float) -> "TempoMap":
        return cls(((0, tempo),))

    @classmethod
    def from_changes(cls, changes: Iterable[tuple[int, float]]) -> "TempoMap":
        """The map of what a file says, in any order.

        The first tempo holds from the beginning, of several on one tick the last counts, and of
        more than MOST_TEMPI the first ones. Without any it is the usual one.
        """
        found = dict(sorted(((max(0, onset), tempo) for onset, tempo in changes), key=_first))
        kept: list[tuple[int, float]] = []
        for onset, tempo in found.items():
            if not kept or tempo != kept[-1][1]:
                kept.append((onset if kept else 0, tempo))
        return cls(tuple(kept[:MOST_TEMPI])) if kept else cls()

    @property
    def first(self) -> float:
        """The tempo at the beginning, in quarters a minute."""
        return self.changes[0][1]

    @property
    def is_constant(self) -> bool:
        return len(self.changes) == 1

    def at(self, tick: float) -> float:
        return self.changes[self._place(tick)][1]

    def seconds_at(self, tick: float) -> float:
        """From tick 0 to `tick`; below 0 before it."""
        place = self._place(tick)
        onset, tempo = self.changes[place]
        return self._seconds[place] + _seconds(tick - onset, tempo)

    def tick_at(self, seconds: float) -> float:
        """The tick so long after tick 0."""
        place = max(0, bisect_right(self._seconds, seconds) - 1)
        onset, tempo = self.changes[place]
        return onset + (seconds - self._seconds[place]) * tempo * QUARTER / 60

    def tick_after(self, tick: float, seconds: float) -> int:
        """The tick that comes so long after `tick`."""
        return round(self.tick_at(self.seconds_at(tick) + seconds))

    def between(self, begin: int, end: int) -> tuple[tuple[int, float], ...]:
        """The tempo at `begin`, as if it changed there, and the changes behind it before `end`."""
        place, stop = self._place(begin), bisect_left(self.changes, end, key=_first)
        return (begin, self.changes[place][1]), *self.changes[place + 1 : stop]

    def since(self, tick: int) -> "TempoMap":
        """What holds from `tick` on, which becomes tick 0."""
        later = ((onset - tick, tempo) for onset, tempo in self.changes if onset > tick)
        return TempoMap(((0, self.at(tick)), *later))

    def until(self, tick: int) -> "TempoMap":
        """The same without the changes at `tick` and behind it."""
        if self.changes[-1][0] < tick:
            return self
        return TempoMap((self.changes[0], *(c for c in self.changes[1:] if c[0] < tick)))

    def with_first(self, tempo: float) -> "TempoMap":
        """All of it faster or slower in proportion, so that it begins at `tempo`.

        What would be too slow or too fast for a tune is as slow or as fast as one can be.
        """
        if tempo == self.first:
            return self
        tempo = _limited(tempo)
        factor = tempo / self.first
        later = ((onset, _limited(before * factor)) for onset, before in self.changes[1:])
        return TempoMap.from_changes([(0, tempo), *later])

    def _place(self, tick: float) -> int:
        """Which of the changes holds there."""
        return max(0, bisect_right(self.changes, tick, key=_first) - 1)

    def _make_seconds(self) -> tuple[float, ...]:
        """When each of the changes comes."""
        seconds, (last, tempo) = [0.0], self.changes[0]
        for onset, following in self.changes[1:]:
            seconds.append(seconds[-1] + _seconds(onset - last, tempo))
            last, tempo = onset, following
        return tuple(seconds)


def tempo_text(tempo: float, decimals: int = 4) -> str:
    """Quarters a minute, with so many decimals at most."""
    text = f"{tempo:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if decimals else text


def _seconds(ticks: float, tempo: float) -> float:
    return ticks * 60 / (tempo * QUARTER)


def _limited(tempo: float) -> float:
    return round(min(max(tempo, SLOWEST_TEMPO), FASTEST_TEMPO), _DECIMALS)
