"""The keyboard's place in the tune, which goes from note to note; no Qt."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from core.music.melody import Melody, Note
from core.music.meter import MeterMap
from gui.roll.snap import FREE, SIXTEENTHS, Snap


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in time, in ticks, and a row."""

    tick: int
    pitch: int


def stop_behind(melody: Melody, meters: MeterMap, snap: Snap, tick: int) -> int:
    """Where the cursor goes on to: the next note, the begin of a rest, the next line in one."""
    notes = melody.notes
    place = bisect_right(notes, tick, key=attrgetter("onset"))
    sounding = place > 0 and notes[place - 1].end > tick
    stop = notes[place - 1].end if sounding else _lines(snap).behind(meters, tick)
    return min(stop, notes[place].onset) if place < len(notes) else stop


def stop_before(melody: Melody, meters: MeterMap, snap: Snap, tick: int) -> int:
    """Where the cursor goes back to, by the same rule."""
    notes = melody.notes
    place = bisect_left(notes, tick, key=attrgetter("onset"))
    line = _lines(snap).ahead(meters, tick)
    if place == 0:
        return line
    last = notes[place - 1]
    return last.onset if last.end >= tick else max(line, last.end)


def note_under(melody: Melody, tick: int) -> Note | None:
    """The note that sounds at the cursor."""
    place = bisect_right(melody.notes, tick, key=attrgetter("onset"))
    found = melody.notes[place - 1] if place else None
    return found if found is not None and found.end > tick else None


def _lines(snap: Snap) -> Snap:
    """Without a grid sixteenths are the steps through a rest."""
    return SIXTEENTHS if snap is FREE else snap
