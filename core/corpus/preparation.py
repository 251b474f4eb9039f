"""The classic preparation of a corpus: every song in C major or A minor, plain durations only.

As in the widely taught recipe that the grid family follows: the key is the one that the file names,
else an estimate; transposition is by the nearest interval; songs with other durations may be left
out.
"""

from collections.abc import Container
from dataclasses import replace

from core.corpus.tonality import key_by_music21
from core.music.key import home_key, semitones_home
from core.music.melody import QUARTER
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


def has_durations(song: Song, allowed: Container[int] = CLASSIC_DURATIONS) -> bool:
    """Whether all notes (ties joined) and the rests between them last as many ticks as allowed."""
    end = 0
    for note in song.melody:
        if note.duration not in allowed or (note.onset > end and note.onset - end not in allowed):
            return False
        end = note.end
    return end == song.melody.end or song.melody.end - end in allowed
