"""**kern melodies -> Song. What is read and what is passed over stands in docs/kern.md.

Source of the format: https://www.humdrum.org/guide/ch05/ and https://www.humdrum.org/rep/kern/.
"""

from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.files.decoding import lines_of, text_from_file
from core.files.kern_record import (
    ADD,
    END,
    EXCHANGE,
    JOIN,
    PATHS,
    SPLIT,
    KernError,
    Record,
)
from core.files.kern_token import token_from_text
from core.files.transcript import MOST_CHARACTERS, Transcript
from core.music.song import Song
from core.words import Words


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
        raise KernError(
            1, Words("A melody of more than {most:,} characters is not read.", most=MOST_CHARACTERS)
        )
    reader = _Reader(Record(Transcript(title)))
    number = 0
    for number, line in enumerate(lines_of(text), start=1):
        try:
            reader.read(line)
        except UserError as error:
            raise KernError(number, error.words) from None
    try:
        return reader.song()
    except UserError as error:
        raise KernError(max(1, number), error.words) from None


def song_from_kern_file(path: Path) -> Song:
    """The melody in a kern file, titled by the file's name where it has no title.

    Read as UTF-8; else, since older files are often from DOS, as code page 437 or Latin-1.
    Raises UserError for a file that cannot be read, KernError as song_from_kern.
    """
    return song_from_kern(text_from_file(path, MOST_CHARACTERS), path.stem)


@dataclass(slots=True)
class _Reader:
    """What has been read so far."""

    record: Record
    spines: list[bool] = field(default_factory=list)  # for each column: is it the melody?
    column: int = 0
    is_over: bool = False

    def read(self, line: str) -> None:
        first = line[:1]
        if first == "!":
            self.record.comment(line)
        elif first == "*":
            self._read_interpretations(line)
        elif first and not self.is_over and not line.isspace():
            cell = line if len(self.spines) == 1 else self._cells(line)[self.column]
            if cell[:1] == "=":
                self.record.said.bar_lines.append(self.record.said.tick)
            elif "\b" in cell:  # in one file of Essen it stands for the end of a line
                for token in cell.split("\b"):
                    self.record.hear(token_from_text(token))
            elif cell != "." and cell[:1] != "!":
                self.record.hear(token_from_text(cell))

    def _open_spines(self, line: str) -> None:
        if self.spines:
            raise UserError("A second ** line; keep each melody in a file of its own.")
        self.spines = [name.strip() == "**kern" for name in line.split("\t")]
        voices = sum(self.spines)
        if voices != 1:
            raise UserError("{n} **kern voices; a melody has one, so keep only that one.", n=voices)
        self.column = self.spines.index(True)

    def _cells(self, line: str) -> list[str]:
        if not self.spines:
            raise UserError("A kern melody begins with the line **kern; this comes before it.")
        cells = line.split("\t")
        if len(cells) != len(self.spines):
            raise UserError(
                "{n} columns where {spines} are open.", n=len(cells), spines=len(self.spines)
            )
        return cells

    def _read_interpretations(self, line: str) -> None:
        if self.is_over:
            return
        if line.startswith("**"):
            self._open_spines(line)
            return
        cells = [cell.strip() for cell in self._cells(line)]
        self.record.interpret(cells[self.column])
        if not PATHS.isdisjoint(cells):
            self._follow(cells)

    def _follow(self, cells: list[str]) -> None:
        """Keeps `column` on the melody when spines split, join, change places or end."""
        if cells[self.column] in (SPLIT, JOIN):
            raise UserError("The voice splits in two here; a melody has one voice.")
        kept: list[bool] = []
        before = ""
        for cell, is_melody in zip(cells, self.spines, strict=True):
            if cell == EXCHANGE and before == EXCHANGE:
                kept.insert(-1, is_melody)
                before = ""
                continue
            if cell in (SPLIT, ADD):
                kept += [is_melody, False]
            elif cell != END and not (cell == JOIN and before == JOIN):
                kept.append(is_melody)
            before = cell
        self.spines = kept
        self.is_over = True not in kept
        self.column = 0 if self.is_over else kept.index(True)

    def song(self) -> Song:
        if not self.spines and not self.is_over:
            raise UserError("There is no **kern line, so this is no kern melody.")
        return self.record.said.song()
