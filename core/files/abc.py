"""Tunes in ABC -> Songs. What is read and what is passed over stands in docs/corpus.md.

Source of the format: the ABC standard 2.1, https://abcnotation.com/wiki/abc:standard:v2.1.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from core.errors import UserError
from core.files.abc_music import Music
from core.files.abc_token import ALTERATIONS, COMMENT, SIGNS, unescaped
from core.files.barline import dividing
from core.files.decoding import TextError, lines_of, text_from_file
from core.files.mode import FIFTHS_ABOVE_MAJOR, FIFTHS_OF_LETTER, key_on, mode_from_text
from core.files.part import MOST_PARTS, Contents, Part
from core.files.transcript import (
    CONTINUATION,
    LONGEST_TITLE,
    MOST_CHARACTERS,
    MOST_NOTES,
    Transcript,
)
from core.music.meter import COMMON_TIME, Meter
from core.music.song import Song
from core.words import Words

SUFFIXES = (".abc",)
MOST_TUNES = 20_000
LONGEST_TUNE = 1_000_000

_FIELD = re.compile(r"(?P<name>[A-Za-z+]):(?![|:])(?P<value>.*)")
_METER = re.compile(r"\(?\s*(\d{1,2}(?:\s*\+\s*\d{1,2}){0,9})\s*\)?\s*/\s*(\d{1,2})")
_UNIT = re.compile(r"([1-9]\d{0,2})\s*/\s*([1-9]\d{0,2})")
_TEMPO = re.compile(r"(?:([1-9]\d?)/([1-9]\d?)[^=]{0,20}=\s*)?(\d{1,4})")
_QUOTED = re.compile(r'"[^"]*"')
_KEY = re.compile(r"([A-G])([#b]?)\s*([A-Za-z]*)")
_OWN_ACCIDENTAL = re.compile(r"(\^\^|\^|__|_|=)([A-Ga-g])(?![A-Za-z])")
_CATALOGUE = re.compile(r"[A-Z]{1,2}\d{3,5}[A-Za-z]?")
_VERSION = re.compile(r"%abc-(\d)\.(\d)")
_SHARPS = "FCGDAEB"
_NAME = re.compile(r'\b(?:name|nm)\s*=\s*"([^"]*)"')
_UNNAMED = "1"
"""The voice of notes that stand before any V:."""


@dataclass(frozen=True, slots=True)
class Tune:
    """One tune of a text: its lines, the number of the first (from 1), and what of the text's
    header holds for it.
    """

    lines: tuple[str, ...]
    first_line: int
    header: tuple[str, ...] = ()


def tunes_from_abc(text: str) -> list[Tune]:
    """The tunes of an ABC text: one at each X:, the whole text if there is none.

    TextError for a text that is too long, or holds more than MOST_TUNES.
    """
    if len(text) > MOST_CHARACTERS:
        raise TextError(
            1, Words("A text of more than {most:,} characters is not read.", most=MOST_CHARACTERS)
        )
    lines = lines_of(text)
    starts = [number for number, line in enumerate(lines) if line.startswith("X:")] or [0]
    if len(starts) > MOST_TUNES:
        raise TextError(1, Words("More than {most:,} tunes are not read.", most=MOST_TUNES))
    header = _header(lines[: starts[0]])
    ends = [*starts[1:], len(lines)]
    return [
        Tune(tuple(lines[start:end]), start + 1, header)
        for start, end in zip(starts, ends, strict=True)
    ]


def tunes_from_abc_file(path: Path) -> list[Tune]:
    """The same of a file. UserError for one that cannot be read."""
    return tunes_from_abc(text_from_file(path, MOST_CHARACTERS))


def title_of(tune: Tune) -> str:
    """The title that a tune names first; empty if it names none."""
    titles = (_title(COMMENT.sub("", line)[2:]) for line in tune.lines if line.startswith("T:"))
    return next(filter(None, titles), "")


def song_from_abc(tune: Tune, title: str = "") -> Song:
    """The melody of one tune: that of the first voice that has notes. See contents_from_abc."""
    return contents_from_abc(tune, title).proposal.song


def contents_from_abc(tune: Tune, title: str = "") -> Contents:
    """The voices of a tune that have notes; of chords the highest note is kept, ties are joined.

    Notes stand in the order of the text: repeats are not played again. `title` is used where the
    tune has none. TextError, with the line in the text, for anything that is no melody, for more
    than MOST_PARTS voices, for more than MOST_NOTES in all of them, and for a tune of more than
    LONGEST_TUNE characters.
    """
    if sum(map(len, tune.lines)) > LONGEST_TUNE:
        raise TextError(
            tune.first_line,
            Words("A text of more than {most:,} characters is not read.", most=LONGEST_TUNE),
        )
    reader = _Reader(title)
    for line in tune.header:
        reader.read_header(line)
    for number, line in enumerate(tune.lines, start=tune.first_line):
        try:
            reader.read(line)
        except UserError as error:
            raise TextError(number, error.words) from None
    try:
        return reader.contents()
    except UserError as error:
        raise TextError(tune.first_line, error.words) from None


class _Reader:
    """Writes what holds for all voices to `_head`, and each voice by its name in `_voices`."""

    def __init__(self, title: str) -> None:
        self._head = Music(Transcript(title))
        self._voices: dict[str, Music] = {}
        self._names: dict[str, str] = {}
        self._now = self._head
        self._notes = 0
        self._has_title = self._is_music = self._is_over = False

    def read_header(self, line: str) -> None:
        """A line above the first tune: what holds for all of them."""
        if found := _VERSION.match(line):
            self._head.alters_octaves = (found[1], found[2]) >= ("2", "1")
        elif line[:2] in ("L:", "M:"):
            self._set(line[0], line[2:])

    def read(self, line: str) -> None:
        if self._is_over:
            return
        is_empty = not line.strip()
        line = COMMENT.sub("", line)
        if found := _FIELD.match(line):
            self._set(found["name"], found["value"])
        elif self._is_music:
            if is_empty:  # ends a tune that has begun; behind it stands text for people
                self._now.finish()
                self._is_over = any(voice.said.tick > 0 for voice in self._voices.values())
            for sign in SIGNS.finditer(line):
                if sign["field"]:
                    self._set(sign["field"][0], sign["field"][2:])
                elif sign.lastgroup:
                    if self._now is self._head:
                        self._enter(_UNNAMED)
                    if sign["note"] or sign["chord"]:
                        self._notes += 1
                    self._now.hear(sign)
            if self._notes > MOST_NOTES:
                raise UserError("More than {most:,} notes are not read.", most=MOST_NOTES)

    def contents(self) -> Contents:
        """UserError where nothing is to be heard."""
        if not self._is_music:
            raise UserError("There is no line K:, so this is no tune in ABC.")
        parts = []
        for voice, music in self._voices.items():
            music.finish()
            said = music.said
            if said.melody.notes:
                said.title, said.catalogue = self._head.said.title, self._head.said.catalogue
                said.tempi = self._head.said.tempi
                said.bar_lines = dividing(said.bar_lines, said.changes, said.tick)
                song = said.song()
                parts.append(Part(song, len(song.melody), self._names.get(voice, "")))
        if not parts:
            raise UserError("There is no note in it.")
        return Contents(tuple(parts))

    def _enter(self, voice: str) -> None:
        """What follows is of that voice."""
        if voice not in self._voices:
            if len(self._voices) >= MOST_PARTS:
                raise UserError("More than {most:,} voices are not read.", most=MOST_PARTS)
            self._voices[voice] = self._head.another()
        self._now = self._voices[voice]

    def _set(self, name: str, value: str) -> None:
        value = value.strip()
        head, music = self._head.said, self._now
        match name:
            case "T" if not self._has_title and value:
                head.title, self._has_title = _title(value), True
            case "N" if _CATALOGUE.fullmatch(value):  # as the Essen collection has it
                head.catalogue = value
            case "M" if meter := _meter(value):
                music.set_meter(meter)
            case "L" if found := _UNIT.match(value):
                music.unit = Fraction(int(found[1]), int(found[2]))
            case "Q" if found := _TEMPO.match(_QUOTED.sub("", value).strip()):
                unit = music.unit_length()
                beat = Fraction(int(found[1]), int(found[2])) if found[1] else unit
                music.finish()
                head.time_it(int(found[3]) * float(4 * beat), music.said.tick)
            case "r" if value == CONTINUATION:
                music.finish()
                music.said.seed_end = music.said.tick
            case "K":
                self._set_key(value)
                self._is_music = True
            case "V":
                voice = value.partition(" ")[0]
                if found := _NAME.search(value):
                    self._names.setdefault(voice, _title(found[1]))
                if self._is_music:  # in the header they are only listed
                    self._enter(voice)

    def _set_key(self, value: str) -> None:
        found, said = _KEY.match(value), self._now.said
        fifths = 2 if value.startswith("Hp") else 0  # the Highland pipes
        if found:
            mode = mode_from_text(found[3]) or "major"
            tonic = FIFTHS_OF_LETTER[found[1]] + {"#": 7, "b": -7}.get(found[2], 0)
            fifths = max(-7, min(7, tonic - FIFTHS_ABOVE_MAJOR[mode]))
            said.key = said.key or key_on(tonic, mode)
        letters = _SHARPS[:fifths] if fifths > 0 else _SHARPS[len(_SHARPS) + fifths :]
        self._now.signature = dict.fromkeys(letters, 1 if fifths > 0 else -1)
        for accidental, letter in _OWN_ACCIDENTAL.findall(value):
            self._now.signature[letter.upper()] = ALTERATIONS[accidental]


def _title(value: str) -> str:
    return unescaped(value.strip())[:LONGEST_TITLE]


def _header(lines: list[str]) -> tuple[str, ...]:
    """Those that count: the last of each kind. All tunes read them again, however many."""
    kinds = ("%abc-", "L:", "M:")
    last = {kind: line for line in lines for kind in kinds if line.startswith(kind)}
    return tuple(last.values())


def _meter(value: str) -> Meter | None:
    """'C', 'C|', '6/8', '2+3/8'; None for 'none' and for what is no meter of ours."""
    if value.startswith("C"):
        return Meter(2, 2) if value.startswith("C|") else COMMON_TIME
    found = _METER.match(value)
    try:
        return Meter(sum(map(int, found[1].split("+"))), int(found[2])) if found else None
    except UserError:
        return None
