"""What is written in each bar, note by note: shapes, ties, rests and accidentals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.music.melody import Melody
from core.notation.frame import Frame
from core.notation.rounding import Placed
from core.notation.spelling import Name, signature_alteration
from core.notation.stress import stress_from_meter
from core.notation.symbol import Symbol
from core.notation.tuplet import Window, windows
from core.notation.value import loose_value, note_values, rest_values


@dataclass(frozen=True, slots=True)
class Written:
    """A symbol, where it stands in its bar, and the tuplet that it is in."""

    symbol: Symbol
    position: int
    window: Window | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """From one position of a bar to another: a note by its place in the tune, or a rest."""

    begin: int
    end: int
    place: int | None


def written_bars(
    melody: Melody,
    names: Sequence[Name],
    notes: Iterable[Placed],
    bars: Sequence[Frame],
    fifths: int,
) -> list[list[Written]]:
    """For each bar what stands in it, in order; `names` are those of all notes of `melody`, and
    `fifths` is the key signature. A bar of rest that is full is empty."""
    told = [
        _written(melody, names, stretches, bar)
        for bar, stretches in zip(bars, _stretches(notes, bars), strict=True)
    ]
    _tie(told)
    for bar in told:
        _sign(bar, fifths)
    return told


def _stretches(notes: Iterable[Placed], bars: Sequence[Frame]) -> Iterator[list[_Stretch]]:
    """What sounds and what is silent in each bar."""
    waiting = iter(notes)
    note = next(waiting, None)
    for bar in bars:
        now, found = bar.begin, list[_Stretch]()
        while note is not None and note.begin < bar.end:
            begin, end = max(note.begin, now), min(note.end, bar.end)
            if begin > now:
                found.append(_Stretch(now - bar.origin, begin - bar.origin, None))
            if end > begin:
                found.append(_Stretch(begin - bar.origin, end - bar.origin, note.place))
            now = max(now, end)
            if note.end > bar.end:
                break
            note = next(waiting, None)
        if now < bar.end:
            found.append(_Stretch(now - bar.origin, bar.end - bar.origin, None))
        yield found


def _written(
    melody: Melody, names: Sequence[Name], stretches: Sequence[_Stretch], bar: Frame
) -> list[Written]:
    if bar.is_full and len(stretches) == 1 and stretches[0].place is None:
        return []
    points = sorted({point for each in stretches for point in (each.begin, each.end)})
    found = windows(points, bar.meter.is_compound)
    stress = stress_from_meter(bar.meter)
    told = []
    for stretch in stretches:
        note, name = 0, None
        if stretch.place is not None:
            note, name = melody.notes[stretch.place].onset, names[stretch.place]
        for begin, end, window in _parts(stretch, found):
            values = rest_values if name is None else note_values
            if window is not None:
                inside = values(window.written(begin), window.written(end), window.stress)
                shapes = tuple(map(window.placed, inside))
            elif stress.is_place(begin) and stress.is_place(end):
                shapes = values(begin, end, stress)
            else:
                shapes = (loose_value(begin, end),)
            for value in shapes:
                onset, stop = bar.origin + value.begin, bar.origin + value.end
                symbol = Symbol(onset, stop, value.length, value.dots, name, note)
                told.append(Written(symbol, value.begin, window))
    return told


def _parts(stretch: _Stretch, found: Sequence[Window]) -> Iterator[tuple[int, int, Window | None]]:
    """The stretch cut where tuplets begin and end."""
    now = stretch.begin
    for window in found:
        begin, end = max(now, window.begin), min(stretch.end, window.end)
        if begin < end:
            if begin > now:
                yield now, begin, None
            yield begin, end, window
            now = end
    if now < stretch.end:
        yield now, stretch.end, None


def _tie(bars: list[list[Written]]) -> None:
    """Ties the symbols that are parts of one note."""
    before: tuple[list[Written], int] | None = None
    for bar in bars:
        for place, here in enumerate(bar):
            if before is not None:
                last_bar, last = before
                one = last_bar[last]
                if (
                    here.symbol.name is not None
                    and one.symbol.note == here.symbol.note
                    and (one.symbol.name is not None)
                ):
                    last_bar[last] = replace(one, symbol=replace(one.symbol, is_tied=True))
                    bar[place] = replace(here, symbol=replace(here.symbol, goes_on=True))
            before = bar, place


def _sign(bar: list[Written], fifths: int) -> None:
    """Writes the accidentals: they hold on their line until the bar ends.

    A note tied over the bar line keeps the one that it has, and shows none.
    """
    held: dict[int, int] = {}
    for place, here in enumerate(bar):
        name = here.symbol.name
        if name is None or here.symbol.goes_on:
            continue
        if held.get(name.step, signature_alteration(name.letter, fifths)) != name.alteration:
            bar[place] = replace(here, symbol=replace(here.symbol, sign=name.alteration))
        held[name.step] = name.alteration
