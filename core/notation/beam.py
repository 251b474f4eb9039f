"""Which notes a beam joins."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from core.music.melody import QUARTER
from core.music.meter import Meter
from core.notation.stress import groups
from core.notation.symbol import Beam, Item, Symbol, Tuplet
from core.notation.tuplet import Window
from core.notation.writing import Written

_EIGHTH = QUARTER // 2
_HALF = 2 * QUARTER


@dataclass(frozen=True, slots=True)
class _Part:
    """A symbol or a whole tuplet, and the number of the beat whose beam it is under, or None."""

    item: Symbol | Tuplet
    beat: int | None
    is_eighth: bool = False


def grouped(bar: Sequence[Written], meter: Meter) -> tuple[Item, ...]:
    """The items of a bar: its symbols in their tuplets and under their beams.

    Beams join what lies in one beat; of plain eighths those of half a bar in 4/4, and of a whole
    one in 2/4 and 3/4. A rest ends a beam.
    """
    items: list[Item] = []
    for run in _joined(_runs(bar, meter), meter):
        items += [part.item for part in run] if run[0].beat is None else _beamed(run)
    return tuple(items)


def _runs(bar: Sequence[Written], meter: Meter) -> Iterator[list[_Part]]:
    for _, run in groupby(_parts(bar, meter), key=lambda part: part.beat):
        yield list(run)


def _parts(bar: Sequence[Written], meter: Meter) -> Iterator[_Part]:
    for window, told in groupby(bar, key=lambda each: each.window):
        inside = list(told)
        if window is not None:
            yield _tuplet(inside, window, meter)
            continue
        for each in inside:
            beat = _beat(each.position, meter) if _has_flag(each.symbol) else None
            is_eighth = each.symbol.length == _EIGHTH and not each.symbol.dots
            yield _Part(each.symbol, beat, is_eighth)


def _tuplet(inside: Sequence[Written], window: Window, meter: Meter) -> _Part:
    number, normal = window.number, window.normal
    symbols = tuple(each.symbol for each in inside)
    if all(map(_has_flag, symbols)):
        beat = _beat(window.begin, meter)
        if beat == _beat(window.end - 1, meter):
            return _Part(Tuplet(number, normal, symbols), beat)
        if window.end - window.begin <= QUARTER:
            return _Part(Tuplet(number, normal, (Beam(symbols),)), None)
    items: list[Item] = []
    for beat_inside, run in groupby(inside, key=lambda each: _beat_in(window, each)):
        parts = [_Part(each.symbol, beat_inside) for each in run]
        items += [part.item for part in parts] if beat_inside is None else _beamed(parts)
    return _Part(Tuplet(number, normal, tuple(items)), None)


def _beat_in(window: Window, each: Written) -> int | None:
    """The beat inside of a tuplet too long for one beam, or with notes that have no flag."""
    if not _has_flag(each.symbol):
        return None
    span, part = window.written(window.end), window.stress.part
    return window.written(each.position) // (span if part < QUARTER else part)


def _beamed(run: Sequence[_Part]) -> list[Item]:
    first = run[0].item
    if len(run) > 1:
        return [Beam(tuple(part.item for part in run))]
    if isinstance(first, Tuplet) and len(first.members) > 1:
        return [Tuplet(first.number, first.normal, (Beam(first.members),))]
    return [first]


def _joined(runs: Iterator[list[_Part]], meter: Meter) -> Iterator[list[_Part]]:
    """Runs of plain eighths under one beam, where the meter lets them."""
    held: list[_Part] = []
    for run in runs:
        if held and _is_joined(held, run, meter):
            held += run
            continue
        if held:
            yield held
        held = run
    if held:
        yield held


def _is_joined(before: Sequence[_Part], run: Sequence[_Part], meter: Meter) -> bool:
    if meter.is_compound or meter.unit > 4:
        return False
    last, beat = before[-1].beat, run[0].beat
    if last is None or beat is None or beat != last + 1 or len(before) % 2 or len(run) != 2:
        return False
    lines = _lines(meter) if meter.unit == 4 else range(_HALF, meter.bar, _HALF)
    is_apart = beat * QUARTER in lines
    return not is_apart and all(part.is_eighth for part in (*before, *run))


def _beat(position: int, meter: Meter) -> int:
    """The number of the beat under whose beam a position lies."""
    if meter.is_compound:
        return position // meter.beat
    if meter.unit <= 4:
        return position // QUARTER
    return bisect_right(_lines(meter), position)


def _lines(meter: Meter) -> list[int]:
    return list(accumulate(beats * meter.beat for beats in groups(meter)))


def _has_flag(symbol: Symbol) -> bool:
    return symbol.name is not None and symbol.length <= _EIGHTH
