"""One data token of a **kern spine: a note, a rest or a grace note, with its ties and phrases.

Source of the format: https://www.humdrum.org/rep/kern/ and, for durations such as 3%2,
https://extras.humdrum.org/man/rscale/.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from core.errors import UserError
from core.files.transcript import FINE
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, WHOLE

LONGEST_TOKEN = 80
_MOST_DOTS = 4
_LONGEST = 16 * WHOLE * FINE

_PITCH = re.compile(r"[a-gA-G]+")
_ACCIDENTAL = re.compile(r"#+|-+")
# 8 is an eighth, 3%2 two thirds of a whole; Essen writes the latter as 1.5.
_DURATION = re.compile(
    r"(?P<zeros>0+)|(?P<number>\d+)(?:(?:%|\.(?=\d))(?P<divisor>\d+))?", re.ASCII
)
_MIDI_OF_LETTER = {"c": 60, "d": 62, "e": 64, "f": 65, "g": 67, "a": 69, "b": 71}


@dataclass(frozen=True, slots=True)
class Token:
    """`duration` is in FINE parts of a tick, 0 for a grace note; a rest has no `pitch`."""

    duration: int
    pitch: int | None
    is_tied_on: bool
    is_tied_back: bool
    ends_phrase: bool
    has_fermata: bool


@lru_cache(maxsize=8192)
def token_from_text(text: str) -> Token:
    """Reads one token; of a chord, notes parted by blanks, the highest note.

    Marks that neither pitch nor time depend on (beams, stems, bowings, editorial signs) are passed
    over. UserError for a token without a pitch or without a duration, and out of bounds.
    """
    if len(text) > LONGEST_TOKEN:
        raise UserError("A note of {n} characters is too long to be one.", n=len(text))
    if " " in text.strip():
        notes = [token_from_text(part) for part in text.split()]
        return max(notes, key=lambda note: (note.duration > 0, note.pitch or -1))
    grace = "q" in text or "Q" in text
    return Token(
        0 if grace else _duration(text),
        None if "r" in text else _pitch(text),
        is_tied_on="[" in text or "_" in text,
        is_tied_back="]" in text or "_" in text,
        ends_phrase="}" in text,
        has_fermata=";" in text,
    )


def _duration(text: str) -> int:
    found = _DURATION.search(text)
    if found is None:
        raise UserError(
            "'{token}' has no duration; a quarter note is written 4, as in 4c.", token=text
        )
    if _DURATION.search(text, found.end()):
        raise UserError(
            "'{token}' has more than one duration; a quarter note is written 4, as in 4c.",
            token=text,
        )
    zeros = found["zeros"]  # 0 is a breve, 00 a longa
    whole = Fraction(2 ** len(zeros)) if zeros else 1 / _reciprocal(found)
    dots = text.count(".") - found.group().count(".")
    if dots > _MOST_DOTS:
        raise UserError(
            "'{token}' has {dots} dots; at most {most} are read.",
            token=text,
            dots=dots,
            most=_MOST_DOTS,
        )
    duration = round(whole * (2 - Fraction(1, 2**dots)) * WHOLE * FINE)
    if not FINE <= duration <= _LONGEST:
        raise UserError(
            "'{token}' is shorter than 1/{whole} or longer than 16 whole notes.",
            token=text,
            whole=WHOLE,
        )
    return duration


def _reciprocal(found: re.Match[str]) -> Fraction:
    """How many of the duration make a whole note: 4 for a quarter, 3/2 for 3%2 and 1.5."""
    number, divisor = found["number"], found["divisor"] or ""
    if len(number) > 6 or len(divisor) > 6:
        raise UserError("'{text}' is no duration of a note.", text=found.group())
    if "." in found.group():
        return Fraction(found.group())
    if divisor and int(divisor) == 0:
        raise UserError("'{text}' divides by nothing.", text=found.group())
    return Fraction(int(number), int(divisor or 1))


def _pitch(text: str) -> int:
    found = _PITCH.search(text)
    if found is None:
        raise UserError(
            "'{token}' has no pitch; write letters from a to g, or r for a rest.", token=text
        )
    if _PITCH.search(text, found.end()):
        raise UserError(
            "'{token}' has more than one pitch; write letters from a to g, or r for a rest.",
            token=text,
        )
    letters = found.group()
    if letters != letters[0] * len(letters):
        raise UserError(
            "'{token}' names several pitches; write a chord with blanks between.", token=text
        )
    octaves = len(letters) - 1 if letters.islower() else -len(letters)
    pitch = _MIDI_OF_LETTER[letters[0].lower()] + 12 * octaves
    accidental = _ACCIDENTAL.search(text)
    if accidental is not None:
        sign = 1 if accidental.group()[0] == "#" else -1
        pitch += sign * len(accidental.group())
    if not LOWEST_PITCH <= pitch <= HIGHEST_PITCH:
        raise UserError(
            "'{token}' is MIDI note {pitch}; only 0 to 127 can be played.", token=text, pitch=pitch
        )
    return pitch
