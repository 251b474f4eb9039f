"""**kern texts of several voices -> what they hold: each spine, and each voice of one that splits.

Spines are counted from the right, so that they stand as in a score, the highest first. Source of
the format: https://www.humdrum.org/guide/ch05/ and https://www.humdrum.org/rep/kern/.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.files.decoding import lines_of, text_from_file
from core.files.kern import song_from_kern
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
from core.files.part import Contents, Part, contents_from_parts, contents_from_song
from core.files.skyline import Voice
from core.files.transcript import (
    FINE,
    LONGEST_TITLE,
    MOST_CHARACTERS,
    MOST_NOTES,
    Transcript,
)
from core.music.key import Key
from core.music.melody import Melody
from core.music.meter import MeterMap
from core.music.song import Song
from core.words import Words, shown

_KERN = re.compile(r"(?:^|\t)\*\*kern[ ]*(?=\t|$)", re.MULTILINE)
_NAME = re.compile(r'\*I"(.+)')


def contents_from_kern_file(path: Path) -> Contents:
    """What a kern file holds; see contents_from_kern. UserError for one that cannot be read."""
    return contents_from_kern(text_from_file(path, MOST_CHARACTERS), path.stem)


def contents_from_kern(text: str, title: str = "") -> Contents:
    """One part of each **kern spine, with all of its voices, and one of each where it has several.

    A text of one voice is read by `song_from_kern`. KernError as there, and for more than
    MOST_NOTES in all voices.
    """
    text = "\n".join(lines_of(text[: MOST_CHARACTERS + 1]))
    if SPLIT not in text and len(_KERN.findall(text)) < 2:
        return contents_from_song(song_from_kern(text, title))
    if len(text) > MOST_CHARACTERS:
        raise KernError(
            1, Words("A text of more than {most:,} characters is not read.", most=MOST_CHARACTERS)
        )
    reader = _Reader(Record(Transcript(title)))
    number = 0
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            reader.read(line)
        except UserError as error:
            raise KernError(number, error.words) from None
    try:
        return reader.contents()
    except UserError as error:
        raise KernError(max(1, number), error.words) from None


@dataclass(slots=True)
class _Spine:
    """A spine as the text begins it; `layers` are the voices in it, the first the highest."""

    name: str = ""
    key: Key | None = None
    layers: dict[int, Record] = field(default_factory=dict)


@dataclass(slots=True)
class _Column:
    """A column of a line: of which spine (None: of no music), and where its note ends (FINE)."""

    spine: _Spine | None
    end: int = 0


@dataclass(slots=True)
class _Reader:
    """What has been read so far; `now` is the time of the line, in FINE parts of a tick."""

    record: Record
    spines: list[_Spine] = field(default_factory=list)
    columns: list[_Column] = field(default_factory=list)
    now: int = 0
    notes: int = 0

    @property
    def tick(self) -> int:
        return (2 * self.now + FINE) // (2 * FINE)

    def read(self, line: str) -> None:
        first = line[:1]
        if first == "!":
            self.record.comment(line)
        elif line.startswith("**"):
            self._open(line)
        elif not line or line.isspace() or (self.spines and not self.columns):
            return
        else:
            cells = [cell.strip() for cell in line.split("\t")]
            if not self.spines:
                raise UserError("A kern melody begins with the line **kern; this comes before it.")
            if len(cells) != len(self.columns):
                raise UserError(
                    "{n} columns where {spines} are open.", n=len(cells), spines=len(self.columns)
                )
            if first == "*":
                self._interpret(cells)
            elif first == "=":
                self.record.said.bar_lines.append(self.tick)
            else:
                self._hear(cells)

    def _open(self, line: str) -> None:
        if self.spines:
            raise UserError("A second ** line; keep each melody in a file of its own.")
        for name in line.split("\t"):
            spine = _Spine() if name.strip() == "**kern" else None
            self.columns.append(_Column(spine))
            if spine is not None:
                self.spines.append(spine)

    def _interpret(self, cells: list[str]) -> None:
        said = self.record.said
        for cell, column in zip(cells, self.columns, strict=True):
            spine = column.spine
            if spine is not None and cell != "*":
                said.key = None  # each spine has its own
                self.record.interpret(cell, self.tick)
                spine.key = spine.key or said.key
                if found := _NAME.match(cell):
                    spine.name = shown(found[1], LONGEST_TITLE).strip()
        if not PATHS.isdisjoint(cells):
            self._follow(cells)

    def _follow(self, cells: list[str]) -> None:
        kept: list[_Column] = []
        before = ""
        for cell, column in zip(cells, self.columns, strict=True):
            if cell == EXCHANGE and before == EXCHANGE:
                kept.insert(-1, column)
                before = ""
                continue
            if cell == JOIN and before == JOIN:
                kept[-1].end = max(kept[-1].end, column.end)
            elif cell != END:
                kept.append(column)
            if cell == SPLIT:
                kept.append(_Column(column.spine, self.now))
            elif cell == ADD:
                kept.append(_Column(None))
            before = cell
        self.columns = kept

    def _hear(self, cells: list[str]) -> None:
        """A line of notes: they begin together, where the last of them can."""
        sounding = []
        places: dict[int, int] = {}
        for cell, column in zip(cells, self.columns, strict=True):
            if column.spine is None:
                continue
            place = places[id(column.spine)] = places.get(id(column.spine), 0) + 1
            if cell != "." and cell[:1] != "!" and (token := token_from_text(cell)).duration:
                sounding.append((column, place, token))
        self.notes += len(sounding)
        if self.notes > MOST_NOTES:
            raise UserError("More than {most:,} notes are not read.", most=MOST_NOTES)
        begin = max([self.now, *(column.end for column, _, _ in sounding)])
        for column, place, token in sounding:
            assert column.spine is not None
            layer = column.spine.layers.setdefault(place, Record(Transcript()))
            layer.said.reach(begin)
            layer.hear(token)
            column.end = begin + token.duration
        self.now = min(
            (c.end for c in self.columns if c.spine is not None and c.end > begin), default=begin
        )

    def contents(self) -> Contents:
        """UserError where there is no note."""
        if not self.spines:
            raise UserError("There is no **kern line, so this is no kern melody.")
        said = self.record.said
        meters = MeterMap.from_bar_lines(said.changes, said.bar_lines, self.tick)
        key = next((spine.key for spine in self.spines if spine.key), None)
        frame = Song(
            meters=meters,
            key=key,
            tempos=said.tempos,
            title=said.title,
            catalogue=said.catalogue,
            seed_end=said.seed_end,
        )
        parts = [one for spine in reversed(self.spines) for one in _parts(spine, frame)]
        if not parts:
            raise UserError("There is no note in it.")
        return contents_from_parts(parts)


def _parts(spine: _Spine, frame: Song) -> list[tuple[Part, Voice]]:
    """All voices of the spine together, then, where it has several, each alone."""
    heard = {place: one.said for place, one in spine.layers.items() if one.said.melody.notes}
    if not heard:
        return []

    def part(melody: Melody, said: Transcript, notes: int, voice: int) -> Part:
        song = Song(
            melody,
            frame.meters,
            spine.key or frame.key,
            frame.tempos,
            frame.title,
            min(frame.seed_end, melody.end),
            said.phrases,
            frame.catalogue,
        )
        return Part(song, notes, spine.name, voice)

    voices = {
        place: Voice(spine.name, said.melody.notes, said.tick) for place, said in heard.items()
    }
    first, said = next(iter(heard.items()))
    if len(heard) == 1:
        return [(part(said.melody, said, len(said.melody), 0), voices[first])]
    notes = tuple(note for voice in voices.values() for note in voice.notes)
    whole = Voice(spine.name, notes, max(voice.end for voice in voices.values()))
    return [
        (part(whole.skyline, said, len(notes), 0), whole),
        *(
            (part(heard[place].melody, heard[place], len(voice.notes), place), voice)
            for place, voice in sorted(voices.items())
        ),
    ]
