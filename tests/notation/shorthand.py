"""Songs from typed notes, and sheets as words that a test can compare."""

from collections.abc import Iterable

from core.music.key import C_MAJOR, Key, key_from_text
from core.music.melody import WHOLE, Melody, Note
from core.music.meter import MeterMap, meter_from_text
from core.music.song import Song
from core.music.text import parse
from core.notation.sheet import sheet_from_song
from core.notation.symbol import Bar, Beam, Item, Sheet, Symbol, Tuplet

_SIGNS = {None: "", -2: "(bb)", -1: "(b)", 0: "(n)", 1: "(#)", 2: "(x)"}


def song(notes: str, meter: str = "4/4", key: Key | str = C_MAJOR, pickup: int = 0) -> Song:
    """The typed notes in a meter, C major where no key is named; a mistake in them fails."""
    typed = parse(notes)
    assert not typed.mistakes, typed.mistakes
    named = key_from_text(key) if isinstance(key, str) else key
    return Song(typed.melody, MeterMap.constant(meter_from_text(meter), pickup), named)


def played(notes: Iterable[tuple[int, int]], end: int | None = None) -> Song:
    """Notes by their onsets and ends, all of the same pitch, in C major and 4/4."""
    line = tuple(Note(onset, stop - onset, 67) for onset, stop in notes)
    return Song(Melody(line, end or line[-1].end), key=C_MAJOR)


def words(song: Song) -> str:
    """What is written, as in 'g4/4 | [c5/8 d5/8] (3 e5/8 r/8 f5/8) g5/4.~ | g5/4'.

    A bar line parts bars, a slash leads to the shape; brackets are a beam, round ones a tuplet, a
    sign in them is an accidental that is printed, ~ is a tie. A bar of rest is 'R', a change of
    meter '3/4:'.
    """
    return " | ".join(_bar(bar) for bar in sheet_from_song(song).bars)


def _bar(bar: Bar) -> str:
    meter = f"{bar.meter}: " if bar.meter else ""
    return meter + (" ".join(map(_item, bar.items)) or "R")


def _item(item: Item) -> str:
    match item:
        case Symbol():
            length = "breve" if item.length > WHOLE else WHOLE // item.length
            shape = f"/{length}{'.' * item.dots}{'~' * item.is_tied}"
            if item.name is None:
                return f"r{shape}"
            sharps = "#" * item.name.alteration or "b" * -item.name.alteration
            return f"{item.name.letter}{sharps}{item.name.octave}{_SIGNS[item.sign]}{shape}"
        case Beam(members):
            return f"[{' '.join(map(_item, members))}]"
        case Tuplet(number, _, members):
            return f"({number} {' '.join(map(_item, members))})"


def ticks_in(sheet: Sheet) -> list[int]:
    """How long what is written in each bar is, in ticks; 0 for a bar of rest."""
    return [round(sum(_ticks(item) for item in bar.items)) for bar in sheet.bars]


def _ticks(item: Item) -> float:
    match item:
        case Symbol():
            return item.length * (2 - 0.5**item.dots)
        case Beam(members):
            return sum(map(_ticks, members))
        case Tuplet(number, normal, members):
            return sum(map(_ticks, members)) * normal / number
