"""A take of a tune, and what is measured of it; a project keeps those that are starred."""

from dataclasses import dataclass

from core.compose.controls import Controls
from core.model.mark import Maker
from core.music.song import Song
from core.words import Words


@dataclass(frozen=True, slots=True)
class Measures:
    """Figures of a take by which takes can be sorted.

    `bits_per_note`: how unlikely the model itself holds its new notes, wishes aside; `surprise`:
    the same of its least likely note. `span`: semitones from its lowest to its highest pitch.
    `repetition`: share of its runs of four notes whose shape stood in it before. `closeness`: how
    much the new notes are like the seed's in intervals and durations, 0 to 1; 0 without a seed.
    `copied`: no run that ends with a new note, of more notes than this, stands in a training song;
    None where that is not known, and 7 or less means fewer than 8. `sources`: songs that have a
    part of the longest run, as far as their titles are known, with semicolons between them.
    """

    bits_per_note: float
    surprise: float
    span: int
    repetition: float
    closeness: float
    copied: int | None = None
    sources: str = ""


@dataclass(frozen=True, slots=True)
class Take:
    """A tune, the controls that make it alone, and what is to be said of it.

    `maker` makes it again, note by note, from its seed under these controls. All takes that were
    drawn together share one. None where that is not known, or the drawing was stopped.
    """

    song: Song
    controls: Controls
    measures: Measures
    notices: tuple[Words, ...]
    maker: Maker | None = None
