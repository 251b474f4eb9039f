"""**kern melodies -> Song. What is read and what is passed over stands in docs/kern.md.

Source of the format: https://www.humdrum.org/guide/ch05/ and https://www.humdrum.org/rep/kern/.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.files.kern_token import FINE, Token, token_from_text
from core.music.key import Key
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap, meter_from_text
from core.music.song import DEFAULT_TEMPO, FASTEST_TEMPO, SLOWEST_TEMPO, Song

MOST_CHARACTERS = 4_000_000
MOST_NOTES = 100_000
LONGEST_QUARTERS = 20_000
LONGEST_TITLE = 200

_SPLIT, _JOIN, _EXCHANGE, _ADD, _END = "*^", "*v", "*x", "*+", "*-"
_PATHS = frozenset((_SPLIT, _JOIN, _EXCHANGE, _ADD, _END))

_TITLE = re.compile(r"!!!OTL(?:@+[A-Za-z]+)?:(.*)")
_METER = re.compile(r"\*M(?:FREI)?(\d{1,3})/(\d{1,3})")
_TEMPO = re.compile(r"\*MM(\d{1,4}(?:\.\d{1,4})?)")
_KEY = re.compile(r"\*([A-Ga-g])([#-]?):")
_FIFTHS = {"F": -1, "C": 0, "G": 1, "D": 2, "A": 3, "E": 4, "B": 5, "#": 7, "-": -7, "": 0}


class KernError(UserError):
    """What is wrong with a kern text, and in which line (from 1)."""

    def __init__(self, line: int, sentence: str) -> None:
        super().__init__(line, sentence)
        self.line = line
        self.sentence = sentence

    def __str__(self) -> str:
        return f"Line {self.line}: {self.sentence}"


def song_from_kern(text: str, title: str = "") -> Song:
    """The one melody that a kern text holds.

    Ties are joined, grace notes left out, of a chord the highest note is kept. `title` is used
    where the text names none. The key is the first one named, None if there is none; the tempo
    the first one named. Bars follow the bar lines of the text: where one stands off the meter,
    the meter begins anew there. A text without meter (*MX) is counted in 4/4 until it names one.

    Raises KernError for anything that is not one readable melody, and for more than
    MOST_CHARACTERS, MOST_NOTES or LONGEST_QUARTERS.
    """
    if len(text) > MOST_CHARACTERS:
        raise KernError(1, f"A melody of more than {MOST_CHARACTERS:,} characters is not read.")
    reader = _Reader(title=title)
    number = 0
    for number, line in enumerate(_lines(text), start=1):
        try:
            reader.read(line)
        except UserError as error:
            raise KernError(number, str(error)) from None
    try:
        return reader.song()
    except UserError as error:
        raise KernError(max(1, number), str(error)) from None


def song_from_kern_file(path: Path) -> Song:
    """The melody in a kern file, titled by the file's name where it has no title.

    Read as UTF-8; else, since older files are often from DOS, as code page 437 or Latin-1.
    Raises UserError for a file that cannot be read, KernError as song_from_kern.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_CHARACTERS + 1)
    except OSError as error:
        raise UserError(f"{path.name} cannot be read: {error.strerror or error}.") from None
    return song_from_kern(_decoded(data), path.stem)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Latin-1 has only control characters where code page 437 has its umlauts.
        is_dos = any(0x80 <= byte <= 0x9F for byte in data)
        return data.decode("cp437" if is_dos else "latin-1")


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")


@dataclass(slots=True)
class _Reader:
    """What has been read so far."""

    title: str
    has_title: bool = False
    spines: list[bool] = field(default_factory=list)  # for each column: is it the melody?
    column: int = 0
    is_over: bool = False
    time: int = 0  # in FINE parts of a tick
    tick: int = 0  # the same, rounded
    notes: list[Note] = field(default_factory=list)
    has_open_tie: bool = False
    key: Key | None = None
    tempo: float | None = None
    changes: dict[int, Meter] = field(default_factory=dict)
    bar_lines: list[int] = field(default_factory=list)
    phrase_ends: list[int] = field(default_factory=list)

    def read(self, line: str) -> None:
        first = line[:1]
        if first == "!":
            self._read_comment(line)
        elif first == "*":
            self._read_interpretations(line)
        elif first and not self.is_over and not line.isspace():
            cell = line if len(self.spines) == 1 else self._cells(line)[self.column]
            if cell.startswith("="):
                self.bar_lines.append(self.tick)
            elif cell != "." and not cell.startswith("!"):
                # In one file of Essen a backspace stands for the end of a line.
                for token in cell.split("\b"):
                    self._hear(token_from_text(token))

    def _read_comment(self, line: str) -> None:
        found = None if self.has_title else _TITLE.match(line)
        if found and found[1].strip():
            self.title, self.has_title = found[1].strip()[:LONGEST_TITLE], True

    def _open_spines(self, line: str) -> None:
        if self.spines:
            raise UserError("A second ** line; keep each melody in a file of its own.")
        self.spines = [name.strip() == "**kern" for name in line.split("\t")]
        voices = sum(self.spines)
        if voices != 1:
            raise UserError(f"{voices} **kern voices; a melody has one, so keep only that one.")
        self.column = self.spines.index(True)

    def _cells(self, line: str) -> list[str]:
        if not self.spines:
            raise UserError("A kern melody begins with the line **kern; this comes before it.")
        cells = line.split("\t")
        if len(cells) != len(self.spines):
            raise UserError(f"{len(cells)} columns where {len(self.spines)} are open.")
        return cells

    def _read_interpretations(self, line: str) -> None:
        if self.is_over:
            return
        if line.startswith("**"):
            self._open_spines(line)
            return
        cells = [cell.strip() for cell in self._cells(line)]
        self._interpret(cells[self.column])
        if not _PATHS.isdisjoint(cells):
            self._follow(cells)

    def _interpret(self, cell: str) -> None:
        if found := _METER.match(cell):
            self.changes[self.tick] = meter_from_text(f"{found[1]}/{found[2]}")
        elif found := _KEY.match(cell):
            self.key = self.key or _key(found[1], found[2])
        elif (found := _TEMPO.match(cell)) and self.tempo is None:
            tempo = float(found[1])
            self.tempo = tempo if SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO else None

    def _follow(self, cells: list[str]) -> None:
        """Keeps `column` on the melody when spines split, join, change places or end."""
        if cells[self.column] in (_SPLIT, _JOIN):
            raise UserError("The voice splits in two here; a melody has one voice.")
        kept: list[bool] = []
        before = ""
        for cell, is_melody in zip(cells, self.spines, strict=True):
            if cell == _EXCHANGE and before == _EXCHANGE:
                kept.insert(-1, is_melody)
                before = ""
                continue
            if cell in (_SPLIT, _ADD):
                kept += [is_melody, False]
            elif cell != _END and not (cell == _JOIN and before == _JOIN):
                kept.append(is_melody)
            before = cell
        self.spines = kept
        self.is_over = True not in kept
        self.column = 0 if self.is_over else kept.index(True)

    def _hear(self, token: Token) -> None:
        if token.duration == 0:
            return
        onset = self.tick
        self.time += token.duration
        self.tick = (2 * self.time + FINE) // (2 * FINE)
        if self.tick > LONGEST_QUARTERS * QUARTER:
            raise UserError(f"More than {LONGEST_QUARTERS:,} quarters are not read.")
        if token.pitch is None:
            self.has_open_tie = False
        else:
            if token.is_tied_back and self.has_open_tie and self.notes[-1].pitch == token.pitch:
                onset = self.notes.pop().onset
            self.notes.append(Note(onset, self.tick - onset, token.pitch))
            self.has_open_tie = token.is_tied_on
            if len(self.notes) > MOST_NOTES:
                raise UserError(f"More than {MOST_NOTES:,} notes are not read.")
        if token.ends_phrase:
            self.phrase_ends.append(self.tick)

    def song(self) -> Song:
        if not self.spines and not self.is_over:
            raise UserError("There is no **kern line, so this is no kern melody.")
        if not self.notes:
            raise UserError("There is no note in it.")
        end = self.tick
        return Song(
            melody=Melody(tuple(self.notes), end),
            meters=MeterMap.from_bar_lines(self.changes, self.bar_lines, end),
            key=self.key,
            tempo=self.tempo or DEFAULT_TEMPO,
            title=self.title,
            phrase_ends=tuple(dict.fromkeys(self.phrase_ends)),
        )


def _key(letter: str, accidental: str) -> Key:
    """*G: is G major, *e: E minor; a key with more than seven accidentals in its easier name."""
    minor = letter.islower()
    fifths = _FIFTHS[letter.upper()] + _FIFTHS[accidental] - (3 if minor else 0)
    if abs(fifths) > 7:
        fifths -= 12 if fifths > 0 else -12
    return Key(fifths, "minor" if minor else "major")
