"""What the note network is told before each event: a list of codes, and where durations lead.

A code is a small whole number, 0 where nothing is told. Four groups can be hidden from the network,
in training now and then, so that it learns to do without; a wish that is not asked for is hidden.
"""

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

import numpy as np
import numpy.typing as npt

from core.model.family import Frame
from core.model.note.compass import Compass
from core.model.note.lookback import BARS_AGO, CANDIDATES, FLAGS, NOTHING, Past
from core.model.note.phrase import codes_of_phrase
from core.model.note.vocabulary import NoteVocabulary
from core.music.ending import Ending
from core.music.melody import QUARTER, SIXTEENTH
from core.music.meter import Meter

Codes = npt.NDArray[np.int32]
Group = Literal["length", "meter", "mode", "look-back", "matches"]

METERS = tuple(
    Meter(*pair)
    for pair in (
        *((4, 4), (2, 4), (3, 4), (6, 8), (3, 8), (4, 2)),
        *((3, 2), (2, 2), (6, 4), (9, 8), (5, 4), (12, 8)),
    )
)
"""The meters that have names; all others share one."""

_METER_CODES = {meter: code for code, meter in enumerate(METERS, start=1)}

_FINEST = QUARTER // 24
_PLACES = 48  # sixteenths of a bar that are told apart
_BARS_LEFT, _BARS_GONE, _EIGHTHS_LEFT = 40, 16, 32
_ROOM = 24  # semitones to a bound of the compass that are told apart
_ENDINGS: dict[Ending, int] = {"free": 0, "tonic": 1, "open": 2}

_CONTEXT: dict[str, int] = {
    "place": _PLACES,
    "off the sixteenth": SIXTEENTH // _FINEST,
    "meter": len(METERS) + 2,
    "mode": 3,
    "bars left": _BARS_LEFT + 2,
    "bars gone": _BARS_GONE + 1,
    "bar of eight": 8,
    "bars of eight in all": 10,
    "eighths left": _EIGHTHS_LEFT + 2,
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

_BAR_LINE, _CROSSING, _END = range(_PLACES, _PLACES + 3)
LANDINGS = _PLACES + 3
"""Number of codes for where a duration leads: to a sixteenth of the bar, to the bar line, over it,
to the end of the tune."""


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
    lines: tuple[int, ...]
    durations: tuple[int, ...]
    floor: int
    ceiling: int

    @classmethod
    def of(
        cls, frame: Frame, vocabulary: NoteVocabulary, compass: Compass | None = None
    ) -> "Telling":
        """`compass` lies within the vocabulary."""
        lines = tuple(frame.meters.lines(frame.end))
        below = vocabulary.lowest - 1
        floor, ceiling = (pitch - below for pitch in compass or (below, below))
        return cls(frame, lines, vocabulary.durations, floor, ceiling)

    def position(self, tick: int) -> tuple[int, int]:
        """(bar, ticks since its line), as MeterMap.position, but quick."""
        bar = bisect_right(self.lines, tick)
        if bar == 0:
            meters = self.frame.meters
            return 0, meters.meter.bar - meters.pickup + tick
        return bar, tick - self.lines[bar - 1]

    def before(self, past: Past, tick: int) -> Codes:
        """The codes before the event that begins at `tick`, (WIDTH,)."""
        bar, place = self.position(tick)
        meters = self.frame.meters
        meter = meters.meter_at(tick)
        bars = len(self.lines)
        count = len(past)
        context = (
            min(place // SIXTEENTH, _PLACES - 1),
            place % SIXTEENTH // _FINEST,
            _METER_CODES.get(meter, len(METERS) + 1),
            1 if self.frame.mode == "major" else 2,
            min(max(0, bars - bar), _BARS_LEFT) + 1,
            min(bar, _BARS_GONE),
            bar % 8,
            (bars % 8 if bars < _BARS_LEFT else 8) + 1,
            min((self.frame.end - tick) // (QUARTER // 2), _EIGHTHS_LEFT) + 1,
            0 if count >= 3 else 2 if meters.pickup else 1,
            _ENDINGS[self.frame.ending],
            past.last_pitch,
            past.lowest,
            past.highest,
            past.durations[-1] + 1 if count else 0,
            past.heights[-1] + 1 if count else 0,
            past.heights[-2] + 1 if count > 1 else 0,
        )
        found = [NOTHING] * len(BARS_AGO)
        for row, ago in enumerate(BARS_AGO):
            source = self._source(bar - ago, place)
            if source < 0:
                break
            if source < tick:
                found[row] = past.bars_ago(source)
        found += past.matches()
        rows = zip(*found, strict=True)  # all flags, all durations, all pitches, all moved ones
        bounds = (
            self.floor,
            self.ceiling,
            _room(self.floor, past.last_pitch),
            _room(past.last_pitch, self.ceiling),
            _room(self.floor, past.lowest),
            _room(past.highest, self.ceiling),
            *self._phrase(tick),
        )
        return np.array([*context, *chain.from_iterable(rows), *bounds], np.int32)

    def _phrase(self, tick: int) -> tuple[int, int]:
        ends = self.frame.phrase_ends
        past = bisect_right(ends, tick)
        if past == len(ends):
            return 0, 0
        return codes_of_phrase(tick - (ends[past - 1] if past else 0), ends[past] - tick)

    def _source(self, bar: int, place: int) -> int:
        """The tick at the same `place` of `bar`; negative where there is none."""
        if bar > 0:
            return self.lines[bar - 1] + place
        meters = self.frame.meters
        return meters.pickup - meters.meter.bar + place if bar == 0 else -1

    def landings(self, tick: int) -> Codes:
        """For each duration of the vocabulary where it leads from `tick`: (durations,).

        Not to be written to.
        """
        _, place = self.position(tick)
        left = min(self.frame.end - tick, self.durations[-1] + 1)
        return _landings(self.durations, place, self.frame.meters.meter_at(tick).bar, left)


@lru_cache(4096)
def _landings(durations: tuple[int, ...], place: int, bar: int, left: int) -> Codes:
    lasting = np.array(durations)
    after = lasting + place
    codes: Codes = np.minimum(after // SIXTEENTH, _PLACES - 1).astype(np.int32)
    codes[after == bar] = _BAR_LINE
    codes[after > bar] = _CROSSING
    codes[lasting >= left] = _END
    codes.flags.writeable = False
    return codes


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
        landings[landings == _END] = _BAR_LINE
    bars = len(BARS_AGO)
    hidden = [*range(bars)] if "look-back" in groups else []
    hidden += range(bars, CANDIDATES) if "matches" in groups else ()
    for column in hidden:
        codes[..., CONTEXT + column : HEARD : CANDIDATES] = 0
