"""Typed notes <-> Melody: 'c4 e4/8 g4 | c5/2~ c5/8 r (3 e4/8 d4 c4)'.

A note is letter, accidentals, octave, then perhaps /length, a dot and a tie. c4 is MIDI 60.
A length holds until the next one is given; the first is a quarter. r is a rest, (3 ... ) a triplet;
| and the case of letters are ignored, and b-4 is bb4. A line that begins with % is a remark.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from core.errors import UserError
from core.music.key import C_MAJOR, Key
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, QUARTER, WHOLE, Melody, Note
from core.music.spelling import words_from_melody
from core.words import Words

DENOMINATORS = (1, 2, 4, 8, 16, 32, 64, 128, 3, 6, 12, 24, 48, 96, 192)
"""What may stand behind the /: the usual lengths, and those of triplets (12: an eighth's)."""

MOST_MISTAKES = 1_000
"""More of them in one text are not told."""

COMMENT = "%"
"""A line that begins so is a remark."""

_REMARK = re.compile(rf"^[ \t]*{COMMENT}.*$", re.MULTILINE)
_WORDS = re.compile(r"\(3?|\)|\||[^\s()|]+")
_NOTE = re.compile(
    r"(?P<letter>[a-gA-G])(?P<accidentals>[#b♯♭B-]*)(?P<octave>[0-9]*)"
    r"(?P<slash>/(?P<denominator>[0-9]*))?(?P<dot>\.)?(?P<tie>~)?"
)
_REST = re.compile(r"[rR](?P<slash>/(?P<denominator>[0-9]*))?(?P<dot>\.)?(?P<tie>~)?")
_LONGEST_WORD = 40
_MIDI_OF_LETTER = {"c": 12, "d": 14, "e": 16, "f": 17, "g": 19, "a": 21, "b": 23}
_SEMITONES = {"#": 1, "♯": 1, "b": -1, "B": -1, "♭": -1, "-": -1}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with the characters from `start` up to, not including, `end`."""

    start: int
    end: int
    sentence: Words


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text says: the melody of all that can be read, and what cannot.

    `places` tells of each note where it stands, from its first letter up to, not including, the one
    behind its last; a tied note reaches over all its words.
    """

    melody: Melody
    mistakes: tuple[Mistake, ...]
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Length:
    """`unit` ticks, or half as long again."""

    unit: int = QUARTER
    is_dotted: bool = False


@dataclass(frozen=True, slots=True)
class _Sound:
    """A note or, without `pitch`, a rest of `ticks`; its written length, which holds on."""

    pitch: int | None
    ticks: int
    length: _Length
    is_tied: bool


def melody_from_text(text: str) -> Melody:
    """The melody that `text` says. UserError with the column of the first mistake, if any."""
    typed = parse(text)
    if typed.mistakes:
        first = typed.mistakes[0]
        raise UserError(
            "Column {column}: {sentence}", column=first.start + 1, sentence=first.sentence
        )
    return typed.melody


def text_from_melody(melody: Melody, key: Key = C_MAJOR) -> str:
    """`melody` as one would type it, its pitches spelled for `key`.

    `melody_from_text` gives the same notes again, velocities aside, if all times are multiples
    of 10 ticks; other times are rounded to them.
    """
    return " ".join(words_from_melody(melody, key))


def parse(text: str) -> Typed:
    """Reads all of `text`, as fast as it can be typed; never raises. Mistakes rise by column."""
    text = _REMARK.sub(lambda found: " " * len(found.group()), text)  # columns stay
    line = _Line()
    for found in _WORDS.finditer(text):
        line.read(found.group(), found.start())
    return line.typed()


class _Line:
    """The reading of one text, word by word."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.mistakes: list[Mistake] = []
        self.places: list[tuple[int, int]] = []
        self.end = 0
        self.length = _Length()
        self.triplet: int | None = None  # where the open one begins
        self.tie: tuple[str, int] | None = None  # the note that waits to go on, and where

    def read(self, word: str, start: int) -> None:
        if word in ("|", "(3", "(", ")"):
            self._read_sign(word, start)
            return
        meant = _sound(word, self.length, self.triplet is not None)
        if isinstance(meant, Words):
            self.tie = None
            self._mark(word, start, meant)
            return
        self.length = meant.length
        onset, self.end = self.end, self.end + meant.ticks
        if meant.pitch is not None:
            begin = start
            if self.tie and self.notes[-1].pitch == meant.pitch:
                onset, self.tie = self.notes.pop().onset, None
                begin, _ = self.places.pop()
            self.notes.append(Note(onset, self.end - onset, meant.pitch))
            self.places.append((begin, start + len(word)))
        if self.tie:
            self._mark(*self.tie, Words("A tie joins two notes of one pitch; leave ~ out here."))
        self.tie = (word, start) if meant.is_tied else None

    def _mark(self, word: str, start: int, sentence: Words) -> None:
        if len(self.mistakes) < MOST_MISTAKES:
            self.mistakes.append(Mistake(start, start + len(word), sentence))

    def _read_sign(self, word: str, start: int) -> None:
        if word == "|":
            return
        if word == ")":
            if self.triplet is None:
                self._mark(
                    word, start, Words("')' closes a triplet that is not open; begin it with (3.")
                )
            self.triplet = None
        elif self.triplet is not None:
            self._mark(
                word, start, Words("A triplet within a triplet; close the first one with ).")
            )
        elif word == "(":
            self._mark(word, start, Words("'(' opens nothing; a triplet begins with (3."))
        else:
            self.triplet = start

    def typed(self) -> Typed:
        if self.tie:
            self._mark(
                *self.tie, Words("The note after the tie is missing; write it again, or no ~.")
            )
        if self.triplet is not None:
            self._mark("(3", self.triplet, Words("This triplet is not closed; write ) behind it."))
        rising = sorted(self.mistakes, key=lambda mistake: mistake.start)
        return Typed(Melody(tuple(self.notes), self.end), tuple(rising), tuple(self.places))


@lru_cache(maxsize=8192)
def _sound(word: str, before: _Length, is_in_triplet: bool) -> _Sound | Words:
    """What a word means after one of length `before`, or a sentence on what is wrong with it."""
    if len(word) > _LONGEST_WORD:
        return Words("'{word}…' is too long for a note; put blanks between notes.", word=word[:10])
    note = _NOTE.fullmatch(word)
    found = note or _REST.fullmatch(word)
    if found is None:
        return _diagnosis(word)
    pitch = None
    if note:
        if not note["octave"]:
            return Words(
                "'{word}' has no octave; the C in the middle is c4, the one above c5.", word=word
            )
        pitch = _MIDI_OF_LETTER[note["letter"].lower()] + 12 * int(note["octave"])
        pitch += sum(_SEMITONES[sign] for sign in note["accidentals"])
        if not LOWEST_PITCH <= pitch <= HIGHEST_PITCH:
            return Words(
                "'{word}' would be MIDI note {pitch}; they go from 0 to 127, which is g9.",
                word=word,
                pitch=pitch,
            )
    elif found["tie"]:
        return Words("'{word}' ties a rest; leave ~ out.", word=word)
    length = before
    if found["slash"]:
        denominator = int(found["denominator"] or 0)
        if denominator not in DENOMINATORS:
            return Words(
                "'{word}' has no length of a note behind the /; "
                "write 1, 2, 4, 8, 16, 32, 64 or 128, or 3, 6, 12, 24, 48 or 96 for triplets.",
                word=word,
            )
        length = _Length(WHOLE // denominator)
    if found["dot"]:
        length = _Length(length.unit, is_dotted=True)
    # A dot makes 3/2 of the unit, a triplet 2/3; both together leave it as it is.
    halves, thirds = 3 if length.is_dotted else 2, 2 if is_in_triplet else 3
    ticks, left_over = divmod(length.unit * halves * thirds, 6)
    if left_over:
        return Words("'{word}' is too short to be counted in ticks; make it longer.", word=word)
    return _Sound(pitch, ticks, length, bool(found["tie"]))


def _diagnosis(word: str) -> Words:
    if word[0] not in "abcdefgABCDEFGrR":
        return Words(
            "There is no note '{letter}'; notes are c d e f g a b, and r is a rest.",
            letter=word[0],
        )
    return Words(
        "'{word}' is no note; write letter, octave, length, such as f#4, bb4/8. or r/2.", word=word
    )
