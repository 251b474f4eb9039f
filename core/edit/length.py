"""Where notes begin and end: resized, split, joined."""

from dataclasses import replace
from itertools import pairwise
from typing import Literal

from core.edit.edited import Chosen, Edited, parted, replaced, unedited
from core.edit.overlap import SHORTEST, laid
from core.music.melody import Melody, Note

Edge = Literal["begin", "end"]


def resized(melody: Melody, chosen: Chosen, edge: Edge, ticks: int) -> Edited:
    """The chosen notes with one of their ends moved by `ticks`, the other one standing still.

    None of them gets shorter than a 64th, or than it is; none begins before the tune.
    """
    notes, others = parted(melody, chosen)
    if edge == "begin":
        ticks = max(ticks, -notes[0].onset) if notes else 0
        instead = [_begun(note, note.onset + ticks) for note in notes]
    else:
        instead = [_ended(note, note.end + ticks) for note in notes]
    return replaced(melody, others, notes, instead)


def split(melody: Melody, chosen: Chosen, tick: int) -> Edited:
    """The note that sounds at `tick`, chosen or not, as two; then both are chosen.

    All stays as it is where no note sounds, or one of the two would be shorter than a 64th.
    """
    note = next((note for note in melody if note.onset < tick < note.end), None)
    if note is None or min(tick - note.onset, note.end - tick) < SHORTEST:
        return unedited(melody, chosen)
    first = replace(note, duration=tick - note.onset)
    second = replace(note, onset=tick, duration=note.end - tick)
    _, others = parted(melody, frozenset({note.onset}))
    both = laid(melody, others, (first, second))
    return Edited(both, frozenset({note.onset, tick}))


def joined(melody: Melody, chosen: Chosen) -> Edited:
    """Chosen neighbours as one note each, from where the first begins to where the last ends.

    It has the pitch and the velocity of the first. A note that is chosen alone takes the next one
    in.
    """
    places = [place for place, note in enumerate(melody.notes) if note.onset in chosen]
    if len(places) == 1 and places[0] + 1 < len(melody):
        places.append(places[0] + 1)
    if not any(b == a + 1 for a, b in pairwise(places)):
        return unedited(melody, chosen)
    runs: list[list[Note]] = []
    for before, place in pairwise((-2, *places)):
        if place != before + 1:
            runs.append([])
        runs[-1].append(melody.notes[place])
    notes = [replace(run[0], duration=run[-1].end - run[0].onset) for run in runs]
    taken = frozenset(melody.notes[place].onset for place in places)
    _, others = parted(melody, taken)
    return Edited(laid(melody, others, notes), frozenset(note.onset for note in notes))


def _begun(note: Note, onset: int) -> Note:
    onset = min(onset, note.end - min(SHORTEST, note.duration))
    return Note(onset, note.end - onset, note.pitch, note.velocity)


def _ended(note: Note, end: int) -> Note:
    end = max(end, note.onset + min(SHORTEST, note.duration))
    return Note(note.onset, end - note.onset, note.pitch, note.velocity)
