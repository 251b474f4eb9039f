"""New notes in a melody that is there: in its place, or over it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from core.music.melody import Melody, Note
from core.recording.stroke import Stroke


def notes_from_line(line: Iterable[Stroke]) -> tuple[Note, ...]:
    """The strokes of one voice in whole ticks; each begins at least one tick behind the last."""
    notes: list[Note] = []
    for stroke in line:
        onset = max(round(stroke.onset), notes[-1].onset + 1 if notes else 0)
        if notes and notes[-1].end > onset:
            notes[-1] = replace(notes[-1], duration=onset - notes[-1].onset)
        duration = max(round(stroke.end) - onset, 1)
        notes.append(Note(onset, duration, stroke.pitch, stroke.velocity))
    return tuple(notes)


def replaced(base: Melody, notes: Sequence[Note], start: int, end: int) -> Melody:
    """`base` with `notes` in the place of all that begins from `start` to `end`.

    The notes begin there too. What sounds across `start` ends there; where the last of the notes
    sounds across `end`, it ends with the next one of `base`.
    """
    before = base.until(start).notes if start < base.end else base.notes
    after = tuple(note for note in base if note.onset >= end)
    kept = _cut(notes, after[0].onset if after else None)
    last_end = kept[-1].end if kept else before[-1].end if before else 0
    return Melody((*before, *kept, *after), base.end if base.end > max(end, last_end) else last_end)


def overdubbed(base: Melody, notes: Sequence[Note]) -> Melody:
    """`base` with `notes`, which are in order, over it: where one sounds it is the melody, and
    elsewhere `base` is.

    What sounds where one of the notes begins ends there, and what begins while one sounds goes.
    """
    heard = [part for other in base if (part := _beside(other, notes)) is not None]
    melody = tuple(sorted((*heard, *notes), key=attrgetter("onset")))
    return Melody(melody, max(base.end, notes[-1].end if notes else 0))


def _beside(other: Note, notes: Sequence[Note]) -> Note | None:
    """What is heard of `other` before the first of `notes` that sounds into it."""
    place = bisect_right(notes, other.onset, key=attrgetter("end"))
    if place == len(notes) or notes[place].onset >= other.end:
        return other
    onset = notes[place].onset
    return replace(other, duration=onset - other.onset) if onset > other.onset else None


def _cut(notes: Sequence[Note], line: int | None) -> tuple[Note, ...]:
    """The notes, none of which sounds across `line`; all begin before it."""
    if line is None or not notes or notes[-1].end <= line:
        return tuple(notes)
    return (*notes[:-1], replace(notes[-1], duration=line - notes[-1].onset))
