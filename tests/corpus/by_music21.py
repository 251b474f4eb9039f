"""A kern file as music21 reads it, in our ticks, to compare with."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from core.music.key import Key, key_from_text
from core.music.melody import QUARTER


@dataclass(frozen=True, slots=True)
class Reading:
    """Notes as (onset, duration, pitch), ties joined; `bar_lines` where its measures begin."""

    notes: list[tuple[Fraction, Fraction, int]]
    end: Fraction
    keys: list[Key]
    meters: list[tuple[Fraction, str]]
    bar_lines: list[Fraction]


def reading_of(path: Path) -> Reading:
    from music21 import converter, key, meter, stream

    # Without forceSource music21 would unpickle whatever lies in the temporary folder.
    score = converter.parse(path, format="humdrum", forceSource=True, storePickle=False)
    assert isinstance(score, stream.Score)
    part = score.parts[0]
    line = part.flatten()
    return Reading(
        notes=[
            (ticks(n.offset), ticks(n.quarterLength), max(pitch.midi for pitch in n.pitches))
            for n in part.stripTies().flatten().notes
            if n.quarterLength
        ],
        end=ticks(line.highestTime),
        keys=[
            key_from_text(f"{found.tonic.name} {found.mode}")
            for found in line.getElementsByClass(key.Key)
        ],
        meters=[
            (ticks(found.offset), found.ratioString)
            for found in line.getElementsByClass(meter.TimeSignature)
        ],
        bar_lines=[ticks(m.offset) for m in part.getElementsByClass(stream.Measure)],
    )


def ticks(quarters: float | Fraction) -> Fraction:
    return Fraction(quarters) * QUARTER
