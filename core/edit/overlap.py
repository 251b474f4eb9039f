"""Who gives way where notes overlap: what is edited wins."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from core.music.melody import WHOLE, Melody, Note

SHORTEST = WHOLE // 64
"""Ticks; an edit leaves nothing shorter, unless it was shorter already."""

_onset = attrgetter("onset")


def laid(before: Melody, others: Sequence[Note], edited: Iterable[Note]) -> Melody:
    """`edited` over `others`, which are notes of `before` in order.

    Another note ends where an edited one begins, or begins where it ends: of what edited notes
    leave of it the first part stays that lasts a 64th, or as long as the note did. One of which no
    such part is left goes. An edited note ends where the next one begins.

    A tune that ended with its last note still does. Another one has a rest at its end, and ends
    where it did, or later; without any note it is empty.
    """
    upper = _line(edited)
    notes = sorted((*_rest_of(others, upper), *upper), key=_onset)
    if not notes:
        return Melody()
    had_rest = before.end > (before.notes[-1].end if before.notes else 0)
    last_end = notes[-1].end
    return Melody(tuple(notes), max(before.end, last_end) if had_rest else last_end)


def _line(notes: Iterable[Note]) -> list[Note]:
    """The notes in order, each of them until the next; of two with one onset the later one."""
    line: list[Note] = []
    for note in sorted(notes, key=_onset):
        if line and line[-1].onset == note.onset:
            line.pop()
        elif line and line[-1].end > note.onset:
            line[-1] = replace(line[-1], duration=note.onset - line[-1].onset)
        line.append(note)
    return line


def _rest_of(others: Sequence[Note], upper: Sequence[Note]) -> list[Note]:
    """What of `others` stays under `upper`; few of them are touched, and only these cost time."""
    if not others:
        return []
    onsets = [note.onset for note in others]
    kept: list[Note] = []
    done = 0
    for place, note in enumerate(upper):
        first = bisect_right(onsets, note.onset, done)
        if first > done and others[first - 1].end > note.onset:
            first -= 1
        behind = bisect_left(onsets, note.end, done)
        kept += others[done:first]
        for touched in others[first:behind]:
            part = _part_of(touched, upper, place)
            if part is not None:
                kept.append(part)
        done = behind
    kept += others[done:]
    return kept


def _part_of(note: Note, upper: Sequence[Note], place: int) -> Note | None:
    """The first part of `note` that is free and long enough; `upper` touches it from `place` on."""
    least = min(SHORTEST, note.duration)
    begin = note.onset
    while place < len(upper) and upper[place].onset < note.end:
        if upper[place].onset - begin >= least:
            return replace(note, onset=begin, duration=upper[place].onset - begin)
        begin = upper[place].end
        place += 1
    is_enough = note.end - begin >= least
    return replace(note, onset=begin, duration=note.end - begin) if is_enough else None
