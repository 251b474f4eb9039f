"""Notes moved in time and pitch; all keep their shape."""

from collections.abc import Sequence

from core.edit.edited import Chosen, Edited, parted, replaced, unedited
from core.music.key import Key
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, Melody, Note

OCTAVE = 12
_MAJOR = 0, 2, 4, 5, 7, 9, 11


def moved(melody: Melody, chosen: Chosen, ticks: int, semitones: int = 0) -> Edited:
    """The chosen notes later by `ticks` and higher by `semitones`.

    They go no further than one of them can: to the beginning of the tune, and to pitch 0 or 127.
    """
    notes, others = parted(melody, chosen)
    return replaced(melody, others, notes, shifted(notes, ticks, semitones))


def shifted(notes: Sequence[Note], ticks: int, semitones: int = 0) -> list[Note]:
    """`notes`, which are in order, later and higher, as far as all of them can go."""
    if not notes:
        return []
    ticks = max(ticks, -notes[0].onset)
    semitones = max(semitones, LOWEST_PITCH - min(note.pitch for note in notes))
    semitones = min(semitones, HIGHEST_PITCH - max(note.pitch for note in notes))
    return [Note(n.onset + ticks, n.duration, n.pitch + semitones, n.velocity) for n in notes]


def transposed(melody: Melody, chosen: Chosen, semitones: int) -> Edited:
    """The chosen notes higher by `semitones`, or all as it is where one would leave 0 to 127."""
    notes, others = parted(melody, chosen)
    return _at_pitches(melody, chosen, notes, others, [n.pitch + semitones for n in notes])


def stepped(melody: Melody, chosen: Chosen, steps: int, key: Key) -> Edited:
    """The chosen notes higher by `steps` of the scale that the signature of `key` names.

    A note beside the scale goes to the next one of it first. All stays as it is where one would
    leave 0 to 127.
    """
    notes, others = parted(melody, chosen)
    scale = frozenset((7 * key.fifths + step) % OCTAVE for step in _MAJOR)
    pitches = [_step(note.pitch, steps, scale) for note in notes]
    return _at_pitches(melody, chosen, notes, others, pitches)


def _step(pitch: int, steps: int, scale: frozenset[int]) -> int:
    way = 1 if steps > 0 else -1
    for _ in range(abs(steps)):
        pitch += way
        while pitch % OCTAVE not in scale:
            pitch += way
    return pitch


def _at_pitches(
    melody: Melody,
    chosen: Chosen,
    notes: Sequence[Note],
    others: Sequence[Note],
    pitches: Sequence[int],
) -> Edited:
    if not all(LOWEST_PITCH <= pitch <= HIGHEST_PITCH for pitch in pitches):
        return unedited(melody, chosen)
    instead = [
        Note(note.onset, note.duration, pitch, note.velocity)
        for note, pitch in zip(notes, pitches, strict=True)
    ]
    return replaced(melody, others, notes, instead)
