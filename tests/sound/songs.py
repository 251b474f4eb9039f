"""Small tunes to play."""

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap


def long_song() -> Song:
    """Five hundred eighth notes up and down two octaves, two minutes long."""
    pitches = [60 + abs(12 - step % 24) for step in range(500)]
    notes = tuple(Note(240 * step, 240, pitch) for step, pitch in enumerate(pitches))
    return Song(Melody(notes, 500 * 240), tempos=TempoMap.constant(125))


def scale(tempo: float = 300) -> Song:
    """One octave in quarters."""
    pitches = (60, 62, 64, 65, 67, 69, 71, 72)
    notes = tuple(Note(480 * step, 480, pitch) for step, pitch in enumerate(pitches))
    return Song(Melody(notes, 480 * len(pitches)), tempos=TempoMap.constant(tempo))
