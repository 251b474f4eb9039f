"""Small tunes for the tests of the roll."""

from collections.abc import Sequence

from core.music.melody import QUARTER, Melody, Note
from core.music.song import Song


def tune(pitches: Sequence[int], seed: int = 0, duration: int = QUARTER) -> Song:
    """Notes of equal length, the first `seed` of them the user's own."""
    notes = tuple(Note(i * duration, duration, pitch) for i, pitch in enumerate(pitches))
    end = len(notes) * duration
    return Song(Melody(notes, end), seed_end=seed * duration)
