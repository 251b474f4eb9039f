"""The probability field of a tune: at each event how likely each pitch and each length was."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from core.compose.fork import Forks
from core.compose.possibility import Possibilities
from core.model.event import Event
from core.music.song import Song

Shares = npt.NDArray[np.float32]
Ticks = npt.NDArray[np.int64]

_RAREST = 1e-3
"""Lengths that are less likely are not kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """What was likely where one event of a tune stands, in the user's key: as Possibilities tell
    it, in a fourth of the room.

    `pitches` (128,) are the probabilities of the MIDI pitches, `rest` is that of a rest; `shares`
    are those of `durations` (ticks, rising), of which the rarest are left out.
    """

    event: Event
    pitches: Shares
    rest: float
    durations: Ticks
    shares: Shares
    pitch_bits: float
    duration_bits: float

    @property
    def bits(self) -> float:
        """The surprise of what stands there, its length included; infinite: held for impossible."""
        return self.pitch_bits + self.duration_bits

    @property
    def length_share(self) -> float:
        """How likely the length that stands there was."""
        return float(2.0**-self.duration_bits)

    def share(self, pitch: int | None) -> float:
        """How likely `pitch` was; None: a rest."""
        return self.rest if pitch is None else float(self.pitches[pitch])

    def ranked(self) -> tuple[int | None, ...]:
        """All that is possible, likeliest first: MIDI pitches, and None for a rest."""
        order = np.argsort(-self.pitches, kind="stable")
        pitches: list[int | None] = [int(p) for p in order[: np.count_nonzero(self.pitches)]]
        if self.rest > 0:
            place = sum(1 for pitch in pitches if self.share(pitch) >= self.rest)
            pitches.insert(place, None)
        return tuple(pitches)

    def lasting(self) -> tuple[tuple[int, float], ...]:
        """For how long the event was likely to last: from each of these ticks on it still sounds
        with that probability. The first is its onset, with 1; none lies behind its end."""
        onset, end = self.event.onset, self.event.end
        left = 1.0 - np.cumsum(self.shares, dtype=np.float64)
        steps = zip((self.durations + onset).tolist(), left.tolist(), strict=True)
        return ((onset, 1.0), *((tick, max(0.0, share)) for tick, share in steps if tick <= end))


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The moments of a song, one for each note or rest from its beginning on, without gaps.

    They need not be all: it grows. `onsets` are the ticks on which they begin.
    """

    song: Song
    moments: tuple[Moment, ...] = ()
    onsets: Ticks = field(default_factory=lambda: np.zeros(0, np.int64))

    @property
    def end(self) -> int:
        """The tick up to which it is known."""
        return self.moments[-1].event.end if self.moments else 0

    @property
    def is_whole(self) -> bool:
        return self.end >= self.song.melody.end

    def grown(self, moments: Sequence[Moment]) -> "Field":
        """With more of them behind its own."""
        onsets = np.array([moment.event.onset for moment in moments], np.int64)
        joined = np.concatenate([self.onsets, onsets])
        return replace(self, moments=(*self.moments, *moments), onsets=joined)

    def first(self, number: int, song: Song) -> "Field":
        """Its first moments, which hold for `song` too."""
        return Field(song, self.moments[:number], self.onsets[:number])

    def until(self, tick: float) -> "Field":
        """The moments that are over by `tick`."""
        if tick >= self.end:
            return self
        return self.first(bisect_right(self.moments, tick, key=_end), self.song)

    def between(self, first: float, last: float) -> Sequence[Moment]:
        """The moments of which anything lies between two ticks."""
        begin = int(np.searchsorted(self.onsets, first, "right")) - 1
        return self.moments[max(0, begin) : int(np.searchsorted(self.onsets, last, "left"))]

    def at(self, tick: float) -> Moment | None:
        """The moment in which `tick` lies; None where it is not known."""
        if not 0 <= tick < self.end:
            return None
        return self.moments[int(np.searchsorted(self.onsets, tick, "right")) - 1]


_end = attrgetter("event.end")


def listen(forks: Forks, first: int = 0) -> Iterator[Moment]:
    """The moments of the tune of `forks` from event `first` on, one by one."""
    return map(moment_from_possibilities, forks.listed(first))


def moment_from_possibilities(found: Possibilities) -> Moment:
    likely = found.shares >= _RAREST
    return Moment(
        found.event,
        found.pitches.astype(np.float32),
        found.rest,
        found.durations[likely],
        found.shares[likely].astype(np.float32),
        found.pitch_bits,
        found.duration_bits,
    )


def first_change(old: Field, new: Field) -> float:
    """The tick from which on two fields differ; infinite for nowhere."""
    one, two = old.moments, new.moments
    common = min(len(one), len(two))
    if one[:common] != two[:common]:
        return next(a.event.onset for a, b in zip(one, two, strict=False) if a is not b)
    return inf if len(one) == len(two) else max(one, two, key=len)[common].event.onset
