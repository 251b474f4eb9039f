"""Notes drawn and erased, and how loud they are."""

from collections.abc import Mapping

from core.edit.edited import Chosen, Edited, parted, replaced, unedited
from core.edit.overlap import laid
from core.music.melody import Melody, Note

SOFTEST, LOUDEST = 1, 127


def drawn(melody: Melody, note: Note) -> Edited:
    """`note` in the melody; it alone is chosen."""
    return Edited(laid(melody, melody.notes, (note,)), frozenset({note.onset}))


def erased(melody: Melody, chosen: Chosen) -> Edited:
    """The melody without the chosen notes; where they were it rests."""
    notes, others = parted(melody, chosen)
    return Edited(laid(melody, others, ())) if notes else Edited(melody)


def struck(melody: Melody, chosen: Chosen, velocities: Mapping[int, int]) -> Edited:
    """The notes at some onsets with other velocities, from 1 to 127; `chosen` stays chosen."""
    notes, others = parted(melody, frozenset(velocities))
    instead = [Note(n.onset, n.duration, n.pitch, velocities[n.onset]) for n in notes]
    edited = replaced(melody, others, notes, instead)
    return Edited(edited.melody, unedited(melody, chosen).chosen, edited.ways)


def louder(melody: Melody, chosen: Chosen, by: int) -> Edited:
    """The chosen notes louder by `by`, each as far as there is room."""
    notes, others = parted(melody, chosen)
    instead = [Note(n.onset, n.duration, n.pitch, bounded(n.velocity + by)) for n in notes]
    return replaced(melody, others, notes, instead)


def bounded(velocity: int) -> int:
    """The nearest velocity that a note can have."""
    return min(max(velocity, SOFTEST), LOUDEST)
