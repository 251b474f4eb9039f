"""Meters, bars and positions in them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Literal

from core.errors import UserError
from core.music.melody import WHOLE
from core.words import Words, shown

Line = Literal["bar", "beat"]
"""Where something new may begin."""

_first, _second = itemgetter(0), itemgetter(1)
_UNITS = (1, 2, 4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class Meter:
    """A time signature: `beats` written units of a 1/`unit` note in each bar."""

    beats: int = 4
    unit: int = 4

    def __post_init__(self) -> None:
        if not 1 <= self.beats <= 64 or self.unit not in _UNITS:
            raise _no_meter(f"{self.beats}/{self.unit}")

    def __str__(self) -> str:
        return f"{self.beats}/{self.unit}"

    @property
    def bar(self) -> int:
        """Length of a bar in ticks."""
        return self.beats * WHOLE // self.unit

    @property
    def is_compound(self) -> bool:
        """Whether a felt beat is three units: 6/8, 9/8, 12/8 …"""
        return self.unit >= 8 and self.beats > 3 and self.beats % 3 == 0

    @property
    def beat(self) -> int:
        """Length of a felt beat in ticks: three units in compound meters, else one unit."""
        unit = WHOLE // self.unit
        return 3 * unit if self.is_compound else unit


def meter_from_text(text: str) -> Meter:
    """'3/4' as a Meter. UserError for anything else."""
    beats, slash, unit = text.strip().partition("/")
    if not slash or not beats.isdecimal() or not unit.isdecimal() or len(beats + unit) > 4:
        raise _no_meter(text)
    return Meter(int(beats), int(unit))


def _no_meter(text: str) -> UserError:
    return UserError("'{text}' is no meter; write one such as 4/4, 3/4 or 6/8.", text=shown(text))


COMMON_TIME = Meter(4, 4)


@dataclass(frozen=True, slots=True)
class MeterMap:
    """Where the bar lines of a song lie.

    `pickup` is the length in ticks of the upbeat, bar 0, which is not counted; bar 1 begins there.
    `changes` are (onset in ticks, meter) in order; the first stands at 0. A meter begins a new bar
    where it begins, so a bar cut short by a change is simply a short bar.
    """

    changes: tuple[tuple[int, Meter], ...] = ((0, COMMON_TIME),)
    pickup: int = 0
    _stretches: tuple[tuple[int, int, Meter], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        onsets = [onset for onset, _ in self.changes]
        if not onsets or onsets[0] != 0 or sorted(set(onsets)) != onsets:
            raise ValueError(f"meters must begin at 0 and rise, not {onsets}")
        if not 0 <= self.pickup < self.meter.bar:
            raise ValueError(f"the upbeat must be shorter than a bar, not {self.pickup} ticks")
        if len(onsets) > 1 and self.pickup > onsets[1]:
            raise ValueError(f"the meter changes at {onsets[1]}, within the upbeat")
        # Made once: a tune from a stranger may change its meter in every bar.
        object.__setattr__(self, "_stretches", tuple(self._make_stretches()))

    @classmethod
    def constant(cls, meter: Meter, pickup: int = 0) -> "MeterMap":
        return cls(((0, meter),), pickup)

    @classmethod
    def from_bar_lines(
        cls, changes: Mapping[int, Meter], lines: Iterable[int], end: int
    ) -> "MeterMap":
        """The map of a tune from what is written: meters and bar lines by their ticks.

        A first bar that is too short is the upbeat. A bar line that stands where the meter does
        not put one begins the meter anew. Without a meter at 0 the tune begins in 4/4.
        """
        meter = changes.get(0, COMMON_TIME)
        written = sorted(tick for tick in {*lines, *changes} if 0 < tick < end)
        pickup = written[0] if written and written[0] < meter.bar else 0
        kept = [(0, meter)]
        line = pickup
        for tick in written:
            new = changes.get(tick, meter)
            if new != meter or (tick - line) % meter.bar:
                kept.append((tick, new))
                line, meter = tick, new
        return cls(tuple(kept), pickup)

    @property
    def meter(self) -> Meter:
        """The first meter."""
        return self.changes[0][1]

    @property
    def is_constant(self) -> bool:
        return len(self.changes) == 1

    @property
    def signatures(self) -> tuple[tuple[int, Meter], ...]:
        """The changes to write down: those to another meter, and the first."""
        before = (None, *(meter for _, meter in self.changes))
        return tuple(c for c, last in zip(self.changes, before, strict=False) if c[1] != last)

    def meter_at(self, tick: int) -> Meter:
        if self.is_constant:
            return self.meter
        return self.changes[max(0, bisect_right(self.changes, tick, key=_first) - 1)][1]

    def lines(self, end: int) -> Iterator[int]:
        """Onsets of bars 1, 2, 3 … up to and including `end`, in ticks."""
        stretches = self._stretches
        for index, (line, _, meter) in enumerate(stretches):
            is_last = index + 1 == len(stretches)
            stop = end + 1 if is_last else min(end + 1, stretches[index + 1][0])
            yield from range(line, stop, meter.bar)

    def bar_onset(self, bar: int) -> int:
        """Onset in ticks of bar `bar` (1 is the first full bar), however late; of the upbeat 0."""
        if bar < 1:
            return 0
        line, first, meter = self._stretches[bisect_right(self._stretches, bar, key=_second) - 1]
        return line + (bar - first) * meter.bar

    def position(self, tick: int) -> tuple[int, int]:
        """(bar, ticks since its bar line) of `tick`; in the upbeat the bar is 0.

        The position in an upbeat is counted as if the upbeat were the end of a full bar.
        """
        if tick < self.pickup:
            return 0, self.meter.bar - self.pickup + tick
        line, first, meter = self._stretches[bisect_right(self._stretches, tick, key=_first) - 1]
        bars, position = divmod(tick - line, meter.bar)
        return first + bars, position

    def next_bar(self, tick: int) -> int:
        """The first bar line at or after `tick`."""
        bar, position = self.position(tick)
        return self.bar_onset(bar + 1) if position else tick

    def next_beat(self, tick: int) -> int:
        """The first beat at or after `tick`; every bar line is one."""
        bar, position = self.position(tick)
        return min(tick + -position % self.meter_at(tick).beat, self.bar_onset(bar + 1))

    def next_line(self, tick: int, line: Line) -> int:
        """The first bar line, or beat, at or after `tick`."""
        return self.next_bar(tick) if line == "bar" else self.next_beat(tick)

    def end_of(self, bars: int) -> int:
        """Where a song of `bars` full bars ends: an upbeat is taken from the last of them."""
        return self.bar_onset(bars + 1) - self.pickup

    def _make_stretches(self) -> Iterator[tuple[int, int, Meter]]:
        """For each change the first bar line in its meter, that bar's number, and the meter."""
        number = 1
        for index, (onset, meter) in enumerate(self.changes):
            line = self.pickup if index == 0 else onset
            yield line, number, meter
            if index + 1 < len(self.changes):
                number += -(-(self.changes[index + 1][0] - line) // meter.bar)


def place_words(meters: MeterMap, tick: int) -> Words:
    """'bar 3, beat 2.5' …; beats are written units of the meter."""
    bar, position = meters.position(tick)
    meter = meters.meter_at(tick)
    beat = 1 + position * meter.beats / meter.bar
    return Words("bar {bar}, beat {beat:.4g}", bar=bar, beat=beat)
