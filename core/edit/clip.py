"""Notes that are there once more: copied, pasted, duplicated.

A clip is a melody of its own, from tick 0 on.
"""

from core.edit.edited import Chosen, Edited, parted, unedited
from core.edit.motion import shifted
from core.edit.overlap import laid
from core.music.melody import Melody


def copied(melody: Melody, chosen: Chosen) -> Melody:
    """The chosen notes as a clip that begins with the first and ends with the last of them."""
    notes, _ = parted(melody, chosen)
    if not notes:
        return Melody()
    clip = shifted(notes, -notes[0].onset)
    return Melody(tuple(clip), clip[-1].end)


def pasted(melody: Melody, clip: Melody, tick: int) -> Edited:
    """The notes of `clip` from `tick` on, over the melody; where it rests the melody sounds on."""
    notes = shifted(clip.notes, tick)
    return Edited(laid(melody, melody.notes, notes), frozenset(note.onset for note in notes))


def duplicated(melody: Melody, chosen: Chosen, ticks: int, semitones: int = 0) -> Edited:
    """Copies of the chosen notes, later by `ticks` and higher by `semitones`; they are chosen.

    They go no further than one of them can, as moved notes do.
    """
    notes, _ = parted(melody, chosen)
    copies = shifted(notes, ticks, semitones)
    if copies == notes:
        return unedited(melody, chosen)
    return Edited(laid(melody, melody.notes, copies), frozenset(note.onset for note in copies))


def repeated(melody: Melody, chosen: Chosen) -> Edited:
    """Copies of the chosen notes right behind the last of them."""
    return duplicated(melody, chosen, copied(melody, chosen).end)
