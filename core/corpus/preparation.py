"""The classic preparation of a corpus: every song in C major or A minor, plain durations only.

As in the widely taught recipe that the grid family follows: the key is the one that the file names,
else an estimate; transposition is by the nearest interval; songs with other durations may be left
out.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from operator import add, sub

from core.corpus.packing import Packed, heads_of, key_of, moved, unpack
from core.corpus.tonality import key_by_music21
from core.music.key import Key, home_key, semitones_home
from core.music.melody import QUARTER, Melody
from core.music.song import Song

CLASSIC_DURATIONS = frozenset(
    int(quarters * QUARTER) for quarters in (0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4)
)
"""Ticks of the durations that the classic recipe accepts."""


def transposed_home(song: Song) -> Song:
    """`song` moved to C major or A minor by the nearest interval, and said to be in that key.

    UserError if a note would leave the MIDI range.
    """
    key = song.key or key_by_music21(song.melody)
    return replace(song, melody=song.melody.transposed(semitones_home(key)), key=home_key(key.mode))


def packed_home(packed: Packed, estimate: Callable[[Melody], Key]) -> Packed:
    """The same of a song that stays packed; `estimate` finds the key of one that names none.

    ValueError if a note would leave the MIDI range.
    """
    (head,) = heads_of([packed])
    key = key_of(head) or estimate(unpack(packed).melody)
    return moved(packed, semitones_home(key), home_key(key.mode))


def has_durations(song: Song, allowed: Container[int] = CLASSIC_DURATIONS) -> bool:
    """Whether all notes (ties joined) and the rests between them last as many ticks as allowed."""
    notes = song.melody.notes
    onsets, durations = [note.onset for note in notes], [note.duration for note in notes]
    return lasts_as_allowed(onsets, durations, song.melody.end, allowed)


def lasts_as_allowed(
    onsets: Sequence[int],
    durations: Sequence[int],
    end: int,
    allowed: Container[int] = CLASSIC_DURATIONS,
) -> bool:
    """The same of a melody in columns, which ends at `end`."""
    if not all(duration in allowed for duration in set(durations)):
        return False
    if sum(durations) == end:
        return True
    ends = [0, *map(add, onsets, durations)]
    rests = set(map(sub, [*onsets, end], ends))
    return all(rest in allowed for rest in rests - {0})
