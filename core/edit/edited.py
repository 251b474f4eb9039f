"""What an edit leads to: the melody, and the notes that are chosen behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.edit.overlap import laid
from core.music.melody import Melody, Note

Chosen = frozenset[int]
"""The onsets of some notes of a melody; those at which none begins count for nothing."""


@dataclass(frozen=True, slots=True)
class Edited:
    """`chosen` are onsets in `melody`. `ways` are (onset before, onset now) of every note that is
    still the same note, at another place or otherwise, by their onsets."""

    melody: Melody
    chosen: Chosen = frozenset()
    ways: tuple[tuple[int, int], ...] = ()


def unedited(melody: Melody, chosen: Chosen) -> Edited:
    """All as it was; of `chosen` what there is."""
    there = chosen.intersection(note.onset for note in melody) if chosen else chosen
    return Edited(melody, there)


def parted(melody: Melody, chosen: Chosen) -> tuple[list[Note], list[Note]]:
    """The chosen notes, and the others."""
    notes: list[Note] = []
    others: list[Note] = []
    for note in melody.notes:
        (notes if note.onset in chosen else others).append(note)
    return notes, others


def replaced(
    melody: Melody, others: Sequence[Note], notes: Sequence[Note], instead: Sequence[Note]
) -> Edited:
    """`melody` with `instead`, one for each of `notes`, over `others`; they are chosen.

    Where no note is another than before, the melody is the same one.
    """
    onsets = [note.onset for note in instead]
    if list(instead) == list(notes):
        return Edited(melody, frozenset(onsets))
    ways = tuple(zip((note.onset for note in notes), onsets, strict=True))
    return Edited(laid(melody, others, instead), frozenset(onsets), ways)
