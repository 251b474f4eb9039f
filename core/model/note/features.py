"""What the note network is told before each event: a list of codes, and where durations lead.

A code is a small whole number, 0 where nothing is told. Four groups can be hidden from the network,
in training now and then, so that it learns to do without; a wish that is not asked for is hidden.
"""

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

import numpy as np

from core.model.family import Frame
from core.model.note.compass import Compass
from core.model.note.lookback import BARS_AGO, CANDIDATES, FLAGS, NOTHING, Past
from core.model.note.phrase import codes_of_phrase
from core.model.note.ruler import (
    BAR_LINE,
    BARS_GONE,
    BARS_LEFT,
    EIGHTHS_LEFT,
    END,
    FINEST,
    METERS,
    PLACES,
    Codes,
    Ruler,
    ruler_of,
)
from core.model.note.vocabulary import NoteVocabulary
from core.music.ending import Ending
from core.music.melody import SIXTEENTH

Group = Literal["length", "meter", "mode", "look-back", "matches"]

_ROOM = 24  # semitones to a bound of the compass that are told apart
_ENDINGS: dict[Ending, int] = {"free": 0, "tonic": 1, "open": 2}

_CONTEXT: dict[str, int] = {
    "place": PLACES,
    "off the sixteenth": SIXTEENTH // FINEST,
    "meter": len(METERS) + 2,
    "mode": 3,
    "bars left": BARS_LEFT + 2,
    "bars gone": BARS_GONE + 1,
    "bar of eight": 8,
    "bars of eight in all": 10,
    "eighths left": EIGHTHS_LEFT + 2,
    "upbeat": 3,
    "ending": 3,
}
_HIDDEN: dict[Group, tuple[str, ...]] = {
    "length": ("bars left", "bars of eight in all", "eighths left"),
    "meter": ("meter",),
    "mode": ("mode",),
}
_REFERENCES = ("last pitch", "lowest pitch", "highest pitch")
_NAMES = (*_CONTEXT, *_REFERENCES, "last duration", "last symbol", "symbol before")

REFERENCES = {name.split()[0]: _NAMES.index(name) for name in _REFERENCES}
"""Codes of pitches from which the next one is measured: the last, lowest, highest one so far."""

CONTEXT = len(_NAMES)
HEARD = CONTEXT + 4 * CANDIDATES
"""Number of codes that are always told: the context, then flag, duration, pitch and moved pitch of
all candidates."""

BOUNDS = {"floor": HEARD, "ceiling": HEARD + 1}
"""Codes of the lowest and the highest pitch of the whole tune, 0 where no compass is wished for."""

ROOMS = 4
"""Number of codes that tell how far from those bounds the last pitch is, and the lowest and the
highest one so far."""

ROOM_SIZE = _ROOM + 2
"""Number of values of each of them."""

ROOM_CODES = slice(HEARD + len(BOUNDS), HEARD + len(BOUNDS) + ROOMS)
"""Where they stand."""

SINCE, UNTIL = ROOM_CODES.stop, ROOM_CODES.stop + 1
"""Codes of the place in its phrase (core/model/note/phrase.py), 0 where no phrase is told of."""

WIDTH = UNTIL + 1
"""Number of codes before an event: what is always told, the bounds, the rooms, the phrase."""


def context_sizes(vocabulary: NoteVocabulary) -> tuple[int, ...]:
    """Number of values of each code of the context."""
    pitches, durations = vocabulary.pitches + 1, len(vocabulary.durations) + 1
    return (*_CONTEXT.values(), *[pitches] * len(REFERENCES), durations, pitches, pitches)


def candidate_sizes(vocabulary: NoteVocabulary) -> tuple[int, int, int, int]:
    """Number of values of a candidate's flag, duration, pitch and moved pitch."""
    pitches = vocabulary.pitches + 1
    return FLAGS, len(vocabulary.durations) + 1, pitches, pitches


@dataclass(frozen=True)
class Telling:
    """The codes of one tune within its frame.

    `floor` and `ceiling` are the symbols of the lowest and the highest pitch of the whole tune, 0
    where no compass is wished for.
    """

    frame: Frame
    ruler: Ruler
    floor: int
    ceiling: int

    @classmethod
    def of(
        cls, frame: Frame, vocabulary: NoteVocabulary, compass: Compass | None = None
    ) -> "Telling":
        """`compass` lies within the vocabulary."""
        below = vocabulary.lowest - 1
        floor, ceiling = (pitch - below for pitch in compass or (below, below))
        ruler = ruler_of(frame.meters, frame.end, vocabulary.durations)
        return cls(frame, ruler, floor, ceiling)

    def before(self, past: Past, tick: int) -> Codes:
        """The codes before the event that begins at `tick`, (WIDTH,)."""
        spot, frame, count = self.ruler.spot(tick), self.frame, len(past)
        floor, ceiling, last = self.floor, self.ceiling, past.last_pitch
        found = [past.bars_ago(source) for source in spot.sources]
        found += [NOTHING] * (len(BARS_AGO) - len(found))
        flags, durations, pitches, moved = zip(*found, *past.matches(), strict=True)
        codes = (
            *spot.meter,
            1 if frame.mode == "major" else 2,
            *spot.length,
            0 if count >= 3 else 2 if frame.meters.pickup else 1,
            _ENDINGS[frame.ending],
            last,
            past.lowest,
            past.highest,
            past.durations[-1] + 1 if count else 0,
            past.heights[-1] + 1 if count else 0,
            past.heights[-2] + 1 if count > 1 else 0,
            *flags,
            *durations,
            *pitches,
            *moved,
            floor,
            ceiling,
            _room(floor, last),
            _room(last, ceiling),
            _room(floor, past.lowest),
            _room(past.highest, ceiling),
            *self._phrase(tick),
        )
        return np.array(codes, np.intp)

    def _phrase(self, tick: int) -> tuple[int, int]:
        ends = self.frame.phrase_ends
        past = bisect_right(ends, tick)
        if past == len(ends):
            return 0, 0
        return codes_of_phrase(tick - (ends[past - 1] if past else 0), ends[past] - tick)

    def landings(self, tick: int) -> Codes:
        """For each duration of the vocabulary where it leads from `tick`: (durations,).

        Not to be written to.
        """
        return self.ruler.spot(tick).landings


def _room(lower: int, upper: int) -> int:
    """The code of the semitones from one pitch up to another; 0 where one of them is none."""
    return min(max(0, upper - lower), _ROOM) + 1 if lower and upper else 0


def hide(codes: Codes, landings: Codes, groups: Container[Group], ending: bool) -> None:
    """Sets what belongs to `groups`, and the wished ending where `ending` is true, to 0.

    `codes` are (..., WIDTH), `landings` (..., durations); both are written to.
    """
    for group, names in _HIDDEN.items():
        if group in groups:
            codes[..., [_NAMES.index(name) for name in names]] = 0
    if ending:
        codes[..., _NAMES.index("ending")] = 0
    if "length" in groups:
        landings[landings == END] = BAR_LINE
    bars = len(BARS_AGO)
    hidden = [*range(bars)] if "look-back" in groups else []
    hidden += range(bars, CANDIDATES) if "matches" in groups else ()
    for column in hidden:
        codes[..., CONTEXT + column : HEARD : CANDIDATES] = 0
