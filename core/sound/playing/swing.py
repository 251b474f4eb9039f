"""Swing: the second of two eighths comes late. Only in playing; the notes stay as written."""

from collections.abc import Callable, Iterable

from core.music.melody import QUARTER, Note
from core.music.meter import MeterMap

_EIGHTH, _SIXTEENTH = QUARTER // 2, QUARTER // 4


def swung(notes: Iterable[Note], meters: MeterMap, swing: float) -> tuple[Note, ...]:
    """The notes as they are played: the second eighth `swing` of an eighth (0 to 0.75) later.

    At 1/3 two eighths are as long as in a triplet. What lies between moves in proportion, so that
    nothing overlaps. Quarters are counted from the bar line. Left as they are: compound meters
    (6/8, 9/8 …), whose beat is divided by three already, quarters with a note that begins or ends
    off the sixteenths, such as a triplet, and those that a bar line cuts short.
    """
    notes = tuple(notes)
    late = round(swing * _EIGHTH)
    if not late:
        return notes
    ticks = {tick for note in notes for tick in (note.onset, note.end)}
    places = {tick: meters.position(tick)[1] % QUARTER for tick in ticks}
    straight = {tick - place for tick, place in places.items() if place % _SIXTEENTH}
    quarters = {tick - place for tick, place in places.items()} - straight
    swinging = {quarter for quarter in quarters if _swings(meters, quarter)}

    def moved(tick: int) -> int:
        quarter = tick - places[tick]
        return quarter + _late(places[tick], late) if quarter in swinging else tick

    return tuple(_between(note, moved) for note in notes)


def _swings(meters: MeterMap, quarter: int) -> bool:
    """Whether a quarter is two eighths: in an upbeat it may have begun before the song."""
    tick = max(0, quarter)
    return not meters.meter_at(tick).is_compound and meters.next_bar(tick + 1) >= quarter + QUARTER


def _late(place: int, late: int) -> int:
    """Where a place in a quarter comes: both halves are stretched or pressed evenly."""
    if place < _EIGHTH:
        return place * (_EIGHTH + late) // _EIGHTH
    return _EIGHTH + late + (place - _EIGHTH) * (_EIGHTH - late) // _EIGHTH


def _between(note: Note, moved: Callable[[int], int]) -> Note:
    onset, end = moved(note.onset), moved(note.end)
    return Note(onset, max(1, end - onset), note.pitch, note.velocity)
