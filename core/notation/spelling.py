"""How the notes of a melody are spelled: letter, sharps or flats, octave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.music.key import Key, fifths_of
from core.music.melody import Note
from core.music.scale import is_in_scale

_LETTERS = "fcgdaeb"
_STEPS = "cdefgab"
_NATURAL = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
_ENHARMONIC = 12  # fifths from one name of a pitch to the next
_LOWERED_SEVENTH, _RAISED_FOURTH = -2, 6  # in fifths: B flat and F sharp beside C


@dataclass(frozen=True, slots=True)
class Name:
    """`letter` is c to b, `alteration` -2 to 2 (flats and sharps), c4 is the middle C."""

    letter: str
    alteration: int
    octave: int

    @property
    def step(self) -> int:
        """Steps of the staff above c0."""
        return 7 * self.octave + _STEPS.index(self.letter)

    @property
    def pitch(self) -> int:
        """As a MIDI number."""
        return 12 * (self.octave + 1) + _NATURAL[self.letter] + self.alteration


def spelled(notes: Sequence[Note], key: Key) -> Iterator[Name]:
    """A name for each note of a line.

    Notes of the key are spelled as its signature has them, others with the nearest name on the
    line of fifths; but one that moves on by a semitone is spelled as what it leads to: raised if
    it rises, lowered if it falls.
    """
    following = [note.pitch for note in notes]  # the next other pitch behind each note
    for place in range(len(notes) - 2, -1, -1):
        repeats = notes[place].pitch == notes[place + 1].pitch
        following[place] = following[place + 1] if repeats else notes[place + 1].pitch
    for note, target in zip(notes, following, strict=True):
        fifths = fifths_of(note.pitch, key)
        if not is_in_scale(note.pitch, key):
            fifths = _leading(fifths, target - note.pitch, key)
        yield _name(note.pitch, fifths)


def signature_alteration(letter: str, fifths: int) -> int:
    """What a key signature of `fifths` sharps (or, negative, flats) does to a letter: -1, 0, 1."""
    return (fifths - _LETTERS.index(letter) + 6) // 7


def _leading(fifths: int, semitones: int, key: Key) -> int:
    """The name of a chromatic note that goes on by `semitones`.

    A semitone is a step of the staff, five fifths down where it rises, up where it falls; so a
    rising note is one on the sharp side of the key, a falling one on the flat side. The raised
    fourth and the lowered seventh are so common that they keep their names.
    """
    distance = fifths - key.fifths
    if semitones == 1 and distance < _LOWERED_SEVENTH:
        return fifths + _ENHARMONIC
    if semitones == -1 and distance > _RAISED_FOURTH:
        return fifths - _ENHARMONIC
    return fifths


def _name(pitch: int, fifths: int) -> Name:
    alteration, place = divmod(fifths + 1, 7)
    if abs(alteration) > 2:
        return _name(pitch, fifths - _ENHARMONIC if alteration > 0 else fifths + _ENHARMONIC)
    letter = _LETTERS[place]
    octave = (pitch - alteration - _NATURAL[letter]) // 12 - 1
    return Name(letter, alteration, octave)
