"""A song with its melody edited: what else of it follows."""

from dataclasses import replace

from core.edit.edited import Edited
from core.music.melody import Melody
from core.music.song import Song


def song_from_edited(song: Song, edited: Edited) -> Song:
    """`song` with the edited melody.

    Whether a note is the user's own is told by where it begins: the seed ends where it did. But a
    note that begins in the seed belongs to it whole; what was all seed stays so; and no seed is
    longer than the tune. Phrases end only where notes do. The first notes of an empty tune have no
    key yet.
    """
    before, melody = song.melody, edited.melody
    ends = {note.end for note in melody} if song.phrase_ends else set()
    return replace(
        song,
        melody=melody,
        key=song.key if before.notes else None,
        seed_end=melody.end if song.seed_end >= before.end else _seed_end(song.seed_end, melody),
        phrase_ends=tuple(tick for tick in song.phrase_ends if tick in ends),
    )


def _seed_end(seed_end: int, melody: Melody) -> int:
    across = (note.end for note in melody if note.onset < seed_end < note.end)
    return min(next(across, seed_end), melody.end)
