"""The signs of a line of ABC music, and what notes and rests among them say.

Source of the format: the ABC standard 2.1, https://abcnotation.com/wiki/abc:standard:v2.1.
"""

import re
from fractions import Fraction
from functools import lru_cache

from core.errors import UserError
from core.files.transcript import FINE
from core.music.melody import WHOLE

_LENGTH = r"\d*(?:/+\d*)*"
_NOTE = r"(?:\^\^|\^|__|_|=)?[A-Ga-g][,']*"

SIGNS = re.compile(
    rf"""
    [^\^_=A-Ga-gzxZ\[:|{{(<>\-&H!"]+
    | (?P<note>{_NOTE})(?P<length>{_LENGTH})
    | (?P<rest>[zx])(?P<rested>{_LENGTH})
    | Z(?P<bars>\d*)
    | (?P<line>\[?:*\|[|\]:]*|::+)
    | \[(?P<field>[A-Za-z]:[^\[\]\n]*)\]
    | \[(?P<chord>(?:[\^_=A-Ga-g,'/.\-\s()~uvHTMP]|(?<!\[)\d|"[^"\n]*")+)\](?P<chorded>{_LENGTH})
    | (?P<grace>\{{[^{{}}\n]*\}})
    | \((?P<tuplet>\d)(?P<ratio>(?::\d?){{0,2}})
    | (?P<broken><+|>+)
    | (?P<tie>-)
    | (?P<overlay>&)
    | (?P<phrase>!(?:short|medium|long)phrase!)
    | (?P<fermata>H|!(?:inverted)?fermata!)
    | "[^"\n]*" | ![^!\n]*! | .
    """,
    re.VERBOSE,
)
"""Every sign of a line of music; those without a named group are passed over.

No bracket is looked for beyond the next one that opens: else the time would grow with the square of
a line of brackets.
"""

COMMENT = re.compile(r"(?<!\\)%.*")
"""From a percent sign to the end of the line; in a text it is written with a backslash."""

NOTES_OF_CHORD = re.compile(rf"({_NOTE})({_LENGTH})")

_SIGN_OF_NOTE = re.compile(r"(\^\^|\^|__|_|=)?([A-Ga-g])([,']*)")
_ESCAPED = re.compile(r"\\([\\%])")
ALTERATIONS = {"^^": 2, "^": 1, "=": 0, "_": -1, "__": -2}
_MIDI_OF_LETTER = {"C": 60, "D": 62, "E": 64, "F": 65, "G": 67, "A": 69, "B": 71}
_MOST_DIGITS = 3
_LONGEST = 16 * WHOLE * FINE

_TUPLET_IN_TIME_OF = {2: 3, 3: 2, 4: 3, 6: 2, 8: 3}


@lru_cache(maxsize=1024)
def factor_from_text(text: str) -> Fraction:
    """The length behind a note: '' is 1, '3' three unit notes, '/' a half, '3/4', '//' a quarter.

    UserError for what is no length of a note.
    """
    parts = text.split("/")
    if any(len(part) > _MOST_DIGITS for part in parts) or len(parts) > 5:
        raise UserError("'{text}' is no length of a note.", text=text[:20])
    factor = Fraction(int(parts[0] or 1))
    for part in parts[1:]:
        divisor = int(part or 2)
        if divisor == 0:
            raise UserError("'{text}' divides by nothing.", text=text)
        factor /= divisor
    return factor


def escaped(text: str) -> str:
    """`text` as a field of text holds it."""
    return text.replace("\\", r"\\").replace("%", r"\%")


def unescaped(text: str) -> str:
    """What `escaped` was given; other backslashes stay."""
    return _ESCAPED.sub(r"\1", text)


def times(duration: int, factor: Fraction) -> int:
    """The nearest whole number to `duration` times `factor`; in FINE parts it is mostly exact."""
    divisor = factor.denominator
    return (2 * duration * factor.numerator + divisor) // (2 * divisor)


def checked(duration: int) -> int:
    """`duration` (FINE parts of a tick), if one note can last so long; else UserError."""
    if not FINE <= duration <= _LONGEST:
        raise UserError(
            "A note is shorter than 1/{whole} or longer than 16 whole notes.", whole=WHOLE
        )
    return duration


@lru_cache(maxsize=1024)
def note_from_text(text: str) -> tuple[int, str, int | None]:
    """(MIDI number of the white key, its letter, alteration by an accidental or None)."""
    found = _SIGN_OF_NOTE.fullmatch(text)
    assert found is not None, "the pattern of the signs finds only such texts"
    accidental, letter, octaves = found.groups()
    pitch = _MIDI_OF_LETTER[letter.upper()] + (12 if letter.islower() else 0)
    pitch += 12 * (octaves.count("'") - octaves.count(","))
    return pitch, letter.upper(), ALTERATIONS.get(accidental)


def tuplet_from_text(notes: int, ratio: str, is_compound: bool) -> tuple[Fraction, int]:
    """(factor, number of notes) of '(3', '(3:2:2' …; `is_compound`: in 6/8 and its like."""
    given = [int(part) if part else 0 for part in ratio.split(":")[1:]]
    in_time_of, count = (*given, 0, 0)[:2]
    in_time_of = in_time_of or _TUPLET_IN_TIME_OF.get(notes, 3 if is_compound else 2)
    if notes < 2:
        return Fraction(1), 0
    return Fraction(in_time_of, notes), count or notes
