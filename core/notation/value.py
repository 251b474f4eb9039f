"""A stretch of a bar as written lengths: which notes, tied, and which rests show the beat."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from core.music.melody import QUARTER, WHOLE
from core.notation.stress import NOWHERE, STEP, Stress

_LENGTHS = tuple(2 * WHOLE >> n for n in range(9))  # from the double whole note to the 128th
_PLAIN = {length: (length, 0) for length in _LENGTHS}
_DOTTED = {length * 3 // 2: (length, 1) for length in _LENGTHS[:-1]}
_TWICE_DOTTED = {length * 7 // 4: (length, 2) for length in _LENGTHS[1:-2]}
_SHAPES = _PLAIN | _DOTTED | _TWICE_DOTTED

_Clear = Callable[[int, int, Stress], bool]


@dataclass(frozen=True, slots=True)
class Value:
    """A shape of `length` ticks with `dots`, which stands from `begin` up to `end`."""

    begin: int
    end: int
    length: int
    dots: int


@lru_cache(maxsize=4096)
def note_values(begin: int, end: int, stress: Stress) -> tuple[Value, ...]:
    """The fewest shapes that, tied, are a note from `begin` to `end` and show the beat.

    A shape hides no place that is stronger than both its ends, but for an undotted one that lies
    evenly about a place one level stronger: eighth, quarter, eighth, or quarter, half, quarter.
    Two dots are for what begins stronger than it ends. After Elaine Gould, Behind Bars (2011),
    166-173.
    """
    return _fewest(begin, end, stress, _is_clear_note)


@lru_cache(maxsize=4096)
def rest_values(begin: int, end: int, stress: Stress) -> tuple[Value, ...]:
    """The fewest rests that fill the stretch; they hide no place as strong as one of their ends.

    Where beats have three parts, whole beats are dotted, and two parts may begin one.
    """
    return _fewest(begin, end, stress, _is_clear_rest)


def shape_of(ticks: int) -> tuple[int, int] | None:
    """(length, dots) of the one shape that lasts so long; None where it takes several."""
    return _SHAPES.get(ticks)


def loose_value(begin: int, end: int) -> Value:
    """One shape for a stretch that begins or ends where no symbol can.

    Where none lasts so long it is the longest that fits, or a quarter, so that no beam joins it.
    """
    plain = next(length for length in _LENGTHS if length <= max(end - begin, QUARTER))
    length, dots = shape_of(end - begin) or (plain, 0)
    return Value(begin, end, length, dots)


def _fewest(begin: int, end: int, stress: Stress, is_clear: _Clear) -> tuple[Value, ...]:
    _, places = _strongest(begin, end, stress)
    if not places or is_clear(begin, end, stress):
        # What lies between two places where a symbol can begin is as short as can be.
        length, dots = _SHAPES.get(end - begin, (STEP, 0))
        return (Value(begin, end, length, dots),)
    ways = (
        (*_fewest(begin, place, stress, is_clear), *_fewest(place, end, stress, is_clear))
        for place in reversed(places)
    )
    return min(ways, key=len)


def _is_clear_note(begin: int, end: int, stress: Stress) -> bool:
    shape = shape_of(end - begin)
    if shape is None:
        return False
    length, dots = shape
    strongest, places = _strongest(begin, end, stress)
    ends = stress.level(begin), stress.level(end)
    if stress.is_ternary and strongest <= stress.beat_level < max(ends):
        return False
    if strongest >= min(ends):
        return dots < 2 or ends[0] < ends[1]
    return not dots and strongest == min(ends) - 1 and places == [begin + length // 2]


def _is_clear_rest(begin: int, end: int, stress: Stress) -> bool:
    shape = shape_of(end - begin)
    if shape is None:
        return False
    strongest, _ = _strongest(begin, end, stress)
    ends = stress.level(begin), stress.level(end)
    if shape[1]:
        return stress.is_ternary and max(ends) <= stress.beat_level and strongest > max(ends)
    if stress.is_ternary and ends[0] <= stress.beat_level < strongest:
        return True
    return strongest > max(ends)


def _strongest(begin: int, end: int, stress: Stress) -> tuple[int, list[int]]:
    """The lowest level between two places, and where it lies."""
    lowest = NOWHERE
    places: list[int] = []
    for place in range(begin - begin % STEP + STEP, end, STEP):
        level = stress.level(place)
        if level < lowest:
            lowest, places = level, [place]
        elif level == lowest < NOWHERE:
            places.append(place)
    return lowest, places
