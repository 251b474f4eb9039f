"""What is said of a part of a file before it is taken, and what its picture is drawn from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.files.part import Part
from core.music.naming import key_words, pitch_words
from core.music.program import PROGRAMS
from core.music.tempo import MOST_TEMPI
from core.music.tonality import estimate_key
from core.words import Words, counted, joined
from gui.panels.thumbnail import Silhouette, silhouette_of


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about a part: what it tells, and what that is."""

    name: Words
    text: Callable[[Part], Words]


def size_of(part: Part) -> Words:
    """On what it is played, as far as its name does not say it, how many notes it has, and where
    they lie."""
    parts = [counted("{n:,} notes", "{n:,} note", part.notes), _range(part)]
    program = None if part.program is None or part.is_drums else PROGRAMS[part.program]
    if program is not None and part.name and part.name.casefold() != program.casefold():
        parts.insert(0, program)
    elif part.channel and (part.name or program is not None):
        parts.insert(0, Words("Channel {n}", n=part.channel))
    return joined(", ", parts)


def remarks_of(part: Part, has_recipe: bool) -> Iterator[Words]:
    """What whoever takes the part should know."""
    melody = len(part.song.melody)
    if part.is_drums:
        yield Words("These are drums: they are taken as notes of their pitches.")
    if part.notes > melody:
        yield counted(
            "Of {notes:,} notes {n:,} are the top line: where several sound, the highest.",
            "Of {notes:,} notes {n:,} is the top line: where several sound, the highest.",
            melody,
            notes=part.notes,
        )
    if len(part.song.tempos.changes) == MOST_TEMPI:
        yield Words("The first {most:,} tempi of the file are taken.", most=MOST_TEMPI)
    if has_recipe:
        yield Words("The file says how the tune was made; its model and its settings come along.")


def _key(part: Part) -> Words:
    key = part.song.key
    if key is not None:
        return key_words(key)
    return Words("{key} (estimated)", key=key_words(estimate_key(part.song.melody)))


def _meter(part: Part) -> Words:
    meters = part.song.meters
    if len(meters.signatures) > 1:
        return Words("{meter}, changing", meter=str(meters.meter))
    return Words("{meter}", meter=str(meters.meter))


def _tempo(part: Part) -> Words:
    tempos = part.song.tempos
    tempo = Words("{tempo:.0f} quarters a minute", tempo=tempos.first)
    if tempos.is_constant:
        return tempo
    return counted(
        "{tempo}, {n:,} changes", "{tempo}, {n:,} change", len(tempos.changes) - 1, tempo=tempo
    )


def _bars(part: Part) -> Words:
    bars = Words("{n:,}", n=part.song.bars)
    return Words("{bars} and an upbeat", bars=bars) if part.song.meters.pickup else bars


def _notes(part: Part) -> Words:
    return Words("{n:,}", n=len(part.song.melody))


def _range(part: Part) -> Words:
    pitches = [note.pitch for note in part.song.melody]
    key = part.song.key
    return Words(
        "{lowest} to {highest}",
        lowest=pitch_words(min(pitches), key),
        highest=pitch_words(max(pitches), key),
    )


FACTS = (
    Fact(Words("Key", "of a tune"), _key),
    Fact(Words("Meter"), _meter),
    Fact(Words("Tempo"), _tempo),
    Fact(Words("Bars"), _bars),
    Fact(Words("Notes"), _notes),
    Fact(Words("Range"), _range),
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a part is shown: its size in a line, its FACTS, and its notes where they are many."""

    size: Words
    facts: tuple[Words, ...]
    silhouette: Silhouette | None


def look_of(part: Part) -> Look:
    """It takes long where the part has many notes: not for the main thread."""
    facts = tuple(fact.text(part) for fact in FACTS)
    return Look(size_of(part), facts, silhouette_of(part.song))
