"""Keys: their names, their signatures, and the way to C major or A minor and back."""

import re
from dataclasses import dataclass
from typing import Literal

from core.errors import UserError
from core.words import shown

Mode = Literal["major", "minor"]

_FIFTHS_OF_LETTER = {"F": -1, "C": 0, "G": 1, "D": 2, "A": 3, "E": 4, "B": 5}
_LETTER_ORDER = "FCGDAEB"
# A hyphen is a flat, as in 'B- major', unless it joins the mode, as in 'B-major'.
_KEY_TEXT = re.compile(
    r"\s*([A-Ga-g])(#|b|♯|♭|-(?![A-Za-z]))?[ _-]*((?i:major|minor|maj|min)|m|M)?\s*", re.ASCII
)

_LONGEST_TEXT = 100


@dataclass(frozen=True, slots=True)
class Key:
    """A major or minor key by its signature: `fifths` sharps (positive) or flats (negative)."""

    fifths: int = 0
    mode: Mode = "major"

    def __post_init__(self) -> None:
        if not -7 <= self.fifths <= 7:
            raise UserError(
                "A key has at most 7 sharps or flats, not {number}.", number=abs(self.fifths)
            )

    @property
    def tonic(self) -> int:
        """Pitch class of the tonic: 0 is C, 11 is B."""
        return (self.fifths * 7 + (9 if self.mode == "minor" else 0)) % 12

    @property
    def tonic_name(self) -> str:
        """'F#', 'Bb', 'C' …"""
        return _name_from_fifths(self.fifths + (3 if self.mode == "minor" else 0))

    @property
    def signature_name(self) -> str:
        """As in a MIDI key signature: 'F#', 'Bbm' …"""
        return self.tonic_name + ("m" if self.mode == "minor" else "")

    def __str__(self) -> str:
        return f"{self.tonic_name} {self.mode}"

    def transposed(self, semitones: int) -> "Key":
        """This key `semitones` higher, spelled with the fewest accidentals (flats on a tie)."""
        fifths = (self.fifths + 7 * semitones) % 12
        return Key(fifths - 12 if fifths >= 6 else fifths, self.mode)


C_MAJOR = Key(0, "major")
A_MINOR = Key(0, "minor")


def home_key(mode: Mode) -> Key:
    """The key of that mode in which models of this program work."""
    return C_MAJOR if mode == "major" else A_MINOR


def semitones_home(key: Key) -> int:
    """The nearest interval, -6 to 5 semitones, that brings `key` to C major or A minor."""
    return (home_key(key.mode).tonic - key.tonic + 6) % 12 - 6


def key_from_text(text: str) -> Key:
    """'F major', 'f# minor', 'Bb', 'am' as a Key; a bare name is major, a lower-case one too.

    UserError for anything else, and for keys with more than seven accidentals.
    """
    found = _KEY_TEXT.fullmatch(text) if len(text) <= _LONGEST_TEXT else None
    if found is None:
        raise UserError(
            "'{text}' is no key; write one such as 'F major' or 'C# minor'.", text=shown(text)
        )
    letter, accidental, mode = found.groups()
    fifths = _FIFTHS_OF_LETTER[letter.upper()]
    fifths += {"#": 7, "♯": 7, "b": -7, "-": -7, "♭": -7}.get(accidental or "", 0)
    minor = mode is not None and (mode == "m" or mode.lower().startswith("min"))
    return Key(fifths - 3 if minor else fifths, "minor" if minor else "major")


def _name_from_fifths(fifths: int) -> str:
    """Name of the pitch `fifths` fifths above C: -1 is F, 6 is F#."""
    alteration, index = divmod(fifths + 1, 7)
    return _LETTER_ORDER[index] + ("#" * alteration if alteration > 0 else "b" * -alteration)


def fifths_of(pitch: int, key: Key) -> int:
    """Where the name of `pitch`, as `key` spells it, stands on the line of fifths; C is 0, G 1."""
    # Of all spellings take the one nearest on the line of fifths to the middle of the key's scale.
    middle = key.fifths + (3 if key.mode == "minor" else 2)
    return (pitch * 7 - middle + 5) % 12 + middle - 5


def pitch_name(pitch: int, key: Key = C_MAJOR) -> str:
    """'c4' for 60, spelled for `key`: 'f#4' in G major, 'gb4' in Db major."""
    name = _name_from_fifths(fifths_of(pitch, key)).lower()
    sounding_octave = pitch // 12 - 1
    shift = {"b#": -1, "b##": -1, "cb": 1, "cbb": 1}.get(name, 0)
    return f"{name}{sounding_octave + shift}"
