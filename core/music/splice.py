"""A stretch of one tune in another."""

from dataclasses import replace

from core.music.melody import Melody, Note
from core.music.song import Song


def spliced(song: Song, other: Song, begin: int, end: int) -> Song:
    """`song`, but from the tick `begin` up to `end` with the notes of `other`.

    What sounds across one of the two lines is cut there, and does not go on behind it. The tune
    is as long as before, or as long as what `other` has there.
    """
    before = _within(song.melody, 0, begin)
    between = _within(other.melody, begin, end)
    behind = tuple(note for note in song.melody if note.onset >= end)
    length = max(song.melody.end, min(end, other.melody.end))
    ends = [tick for tick in song.phrase_ends if not begin < tick <= end]
    ends += [tick for tick in other.phrase_ends if begin < tick <= end]
    melody = Melody((*before, *between, *behind), length)
    return replace(song, melody=melody, phrase_ends=tuple(sorted(ends)))


def _within(melody: Melody, begin: int, end: int) -> tuple[Note, ...]:
    """The notes that begin there, up to its end."""
    return tuple(
        note if note.end <= end else replace(note, duration=end - note.onset)
        for note in melody
        if begin <= note.onset < end
    )
