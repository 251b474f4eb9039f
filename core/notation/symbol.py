"""What stands on the staff: notes and rests, the beams and tuplets around them, bars, a sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from core.music.key import Key
from core.music.meter import Meter
from core.notation.spelling import Name

Clef = Literal["treble", "treble, octave up", "bass", "bass, octave down"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A written note, or a rest where `name` is None.

    It stands from the tick `onset` to the tick `end`. `length` is that of its shape in ticks (480
    for every quarter), which `dots` and the tuplet around it change. `note` is the onset of the
    note of the tune that it is, or is a part of: `is_tied` ones go on in the next symbol, a
    `goes_on` went on from the one before. `sign` is the accidental written before it, -2 to 2, 0
    for a natural; None for none.
    """

    onset: int
    end: int
    length: int
    dots: int = 0
    name: Name | None = None
    note: int = 0
    sign: int | None = None
    is_tied: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Tuplet:
    """`number` equal parts in the time of `normal` such parts; some may be joined or split."""

    number: int
    normal: int
    members: "tuple[Item, ...]"


@dataclass(frozen=True, slots=True)
class Beam:
    """What one beam joins."""

    members: "tuple[Item, ...]"


Item: TypeAlias = Symbol | Tuplet | Beam


@dataclass(frozen=True, slots=True)
class TempoMark:
    """'♩ = 90', above such a beat of its bar: 1 is the first, and each is a unit of the meter."""

    beat: float
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar by its `number`, 0 for the upbeat, from the tick `begin` to the tick `end`.

    Without items it is one whole bar of rest. `meter` is the time signature written before it,
    None where none is. `is_full` says that it is as long as its meter asks. `tempo` is what is
    written above it, at most one.
    """

    number: int
    begin: int
    end: int
    meter: Meter | None
    is_full: bool
    items: tuple[Item, ...]
    tempo: TempoMark | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tune as it is written down. The last bar ends with the final bar line."""

    clef: Clef
    key: Key
    bars: tuple[Bar, ...]


def symbols_in(items: tuple[Item, ...]) -> Iterator[Symbol]:
    """The notes and rests among `items` and in their tuplets and beams, in order."""
    for item in items:
        if isinstance(item, Symbol):
            yield item
        else:
            yield from symbols_in(item.members)
