"""What is in the hand, in words: for the line at the bottom of the window."""

from core.music.length import length_words
from core.music.meter import place_words
from core.music.naming import pitch_words
from core.music.song import Song
from gui.language import tr
from gui.roll.scene import note_at


def words_of(song: Song, chosen: frozenset[int]) -> str:
    """'A4 in bar 2, beat 1, quarter'; of many notes how many, and the first; '' of none."""
    note = note_at(song.melody, min(chosen)) if chosen else None
    if note is None:
        return ""
    name, place = pitch_words(note.pitch, song.key), place_words(song.meters, note.onset)
    if len(chosen) == 1:
        length = length_words(note.duration)
        return tr("{note} in {place}, {length}", note=name, place=place, length=length)
    return tr("{n:,} notes from {note} in {place} on", n=len(chosen), note=name, place=place)
