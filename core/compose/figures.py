"""Figures that tell good melodies from bad ones; of invented tunes and of real songs alike."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.compose.draw import draw, uniform
from core.compose.quotation import Quotations
from core.model.family import Frame, Model
from core.music.ending import Ending, ends_on_tonic
from core.music.key import Mode
from core.music.melody import Melody
from core.music.meter import Meter, MeterMap

LENGTHS, METERS = (8, 16), (Meter(4, 4), Meter(3, 4))

_SHAPE = 4
_MINOR_OF = 9
"""One of so many tunes is in minor, about as many as of the German songs."""


@dataclass(frozen=True, slots=True)
class Tune:
    """A melody in C major or A minor with what its figures need."""

    melody: Melody
    meters: MeterMap
    mode: Mode


@dataclass(frozen=True, slots=True)
class Figures:
    """Of many tunes.

    `tonic_endings`: share that end on the tonic of their mode. `crossing`: share of all notes that
    sound across a bar line. `repeated_shapes`: mean over the tunes of the share of runs of four
    notes whose intervals and durations stood in the same tune before. `range_overlap`: what the
    histograms of ranges (highest less lowest pitch, in semitones) of these tunes and of others have
    in common, 0 to 1. `copied_median` and `copied_p90`: notes in the longest run that stands in the
    training songs (see Quotations), of half and of nine tenths of the tunes at most.
    """

    tunes: int
    tonic_endings: float
    crossing: float
    repeated_shapes: float
    range_overlap: float
    copied_median: float
    copied_p90: float


def invented(model: Model, number: int, ending: Ending = "free") -> Iterator[tuple[Tune, int]]:
    """`number` tunes from nothing at temperature 1, and the tick on which each should end.

    By turns of 8 and 16 bars, in 4/4 and 3/4, every ninth in minor; random seeds 1, 2, 3 …
    """
    for place in range(number):
        bars = LENGTHS[place % len(LENGTHS)]
        meters = MeterMap.constant(METERS[place // len(LENGTHS) % len(METERS)])
        mode: Mode = "minor" if place % _MINOR_OF == _MINOR_OF - 1 else "major"
        frame = Frame(meters, mode, meters.end_of(bars), ending)
        cursor, notes = model.cursor(Melody(), frame), []
        while not cursor.is_done:
            symbol = draw(cursor.logits(), 1.0, uniform(place + 1, cursor.decision))
            note = cursor.choose(symbol)
            if note is not None:
                notes.append(note)
        yield Tune(Melody(tuple(notes), notes[-1].end), meters, mode), frame.end


def figures_of(tunes: Sequence[Tune], others: Iterable[Melody], quotations: Quotations) -> Figures:
    """The figures of `tunes`, of which there is at least one, each with notes."""
    melodies = [tune.melody for tune in tunes]
    copied = [quotations.longest(melody) for melody in melodies]
    notes = sum(map(len, melodies))
    return Figures(
        tunes=len(tunes),
        tonic_endings=float(np.mean([ends_on_tonic(t.melody, t.mode) for t in tunes])),
        crossing=sum(map(crossing_notes, tunes)) / notes,
        repeated_shapes=float(np.mean([repeated_shapes(melody) for melody in melodies])),
        range_overlap=overlap(map(pitch_range, melodies), map(pitch_range, others)),
        copied_median=float(np.median(copied)),
        copied_p90=float(np.percentile(copied, 90)),
    )


def crossing_notes(tune: Tune) -> int:
    """Number of notes that begin before a bar line and end behind it."""
    lines = np.array(list(tune.meters.lines(tune.melody.end)))
    onsets = np.searchsorted(lines, [note.onset for note in tune.melody], side="right")
    ends = np.searchsorted(lines, [note.end for note in tune.melody], side="left")
    return int((ends > onsets).sum())


def repeated_shapes(melody: Melody) -> float:
    """Share of the runs of four notes whose shape has come before; 0 without such runs."""
    steps = [later.pitch - note.pitch for note, later in pairwise(melody)]
    durations = [note.duration for note in melody]
    shapes = [
        (*steps[place : place + _SHAPE - 1], *durations[place : place + _SHAPE])
        for place in range(len(melody) - _SHAPE + 1)
    ]
    return 1 - len(set(shapes)) / len(shapes) if shapes else 0.0


def pitch_range(melody: Melody) -> int:
    pitches = [note.pitch for note in melody]
    return max(pitches) - min(pitches)


def overlap(ones: Iterable[Hashable], others: Iterable[Hashable]) -> float:
    """What two histograms have in common, each scaled to 1."""
    first, second = Counter(ones), Counter(others)
    return sum(min(first[value] / first.total(), second[value] / second.total()) for value in first)
