"""What could come again: the past of a tune, and the places in it that the present resembles.

Two kinds of candidates. What stands at the same place of the bar one, two, four … bars earlier; and
what followed the earlier place after which the tune went on most like it did just now. Folk songs
repeat so much that these foretell more than all else together (docs/research.md).
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.model.notevocabulary import REST, NoteVocabulary

BARS_AGO = (1, 2, 3, 4, 6, 8, 12, 16)
MATCHES = 4
CANDIDATES = len(BARS_AGO) + MATCHES

_LONGEST_RUN = 16
_STEPS = (0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7)
"""Lengths of runs, 0 to 16, told apart in eight steps."""

FLAGS = 2 + 8 * 8
"""How far a candidate can be trusted; 0: there is none."""

_SUSTAINED = 1
_NO_STEP = 1 << 20

KINDS = ("exact", "rhythm", "shape", "tune")
"""The kinds of runs, which are equal in duration and pitch, in duration, in duration and interval,
in pitch."""

_EXACT, _RHYTHM, _SHAPE, _TUNE = range(len(KINDS))


class Candidate(NamedTuple):
    """An earlier event that could come again; all numbers 0 where there is nothing.

    `duration` and `pitch` are symbols + 1, `moved` likewise: the pitch that goes on from the last
    one by the same interval as then.
    """

    flag: int
    duration: int
    pitch: int
    moved: int


NOTHING = Candidate(0, 0, 0, 0)


@dataclass(slots=True)
class Past:
    """The events so far, as symbols, and for each how long a run before it equals the latest.

    `leaders` tells for each event the last pitch before it, and then the last of all; `lowest` and
    `highest` are the bounds of all pitches so far. Each is 0 where nothing has sounded.
    `symbols` are (3, events): duration, pitch, and the step that led there.
    `runs` are (4, events + 1): column j tells how many events before event j equal the latest ones
    one by one, 16 at most: in duration and pitch, in duration, in duration and interval, in pitch.
    Arrays are never written to once made, so that a copy may share them.
    """

    vocabulary: NoteVocabulary
    onsets: list[int]
    ends: list[int]
    durations: list[int]
    heights: list[int]
    leaders: list[int]
    lowest: int
    highest: int
    symbols: npt.NDArray[np.int64]
    runs: npt.NDArray[np.int8]

    @classmethod
    def empty(cls, vocabulary: NoteVocabulary) -> "Past":
        """Nothing has sounded yet."""
        nothing = np.empty((3, 0), int), np.zeros((len(KINDS), 1), np.int8)
        return cls(vocabulary, [], [], [], [], [0], 0, 0, *nothing)

    def copy(self) -> "Past":
        return Past(
            self.vocabulary,
            self.onsets[:],
            self.ends[:],
            self.durations[:],
            self.heights[:],
            self.leaders[:],
            self.lowest,
            self.highest,
            self.symbols,
            self.runs,
        )

    def __len__(self) -> int:
        return len(self.onsets)

    @property
    def last_pitch(self) -> int:
        """The symbol of the last note; REST if none has sounded."""
        return self.leaders[-1]

    def latest(self) -> Iterator[tuple[int, int, int]]:
        """Of each event, the last one first: its symbols, and the last pitch before it."""
        for place in range(len(self) - 1, -1, -1):
            yield self.durations[place], self.heights[place], self.leaders[place]

    def hear(self, onset: int, end: int, duration: int, pitch: int) -> None:
        """One more event: its place in ticks, its symbols."""
        self.onsets.append(onset)
        self.ends.append(end)
        self.durations.append(duration)
        self.heights.append(pitch)
        self.leaders.append(pitch if pitch != REST else self.leaders[-1])
        if pitch != REST:
            self.lowest = min(pitch, self.lowest or pitch)
            self.highest = max(pitch, self.highest)
        step = pitch - self.heights[-2] if len(self) > 1 else _NO_STEP
        latest = np.array([[duration], [pitch], [step]])
        self.symbols = np.concatenate([self.symbols, latest], 1)
        same_length, same_height, same_step = self.symbols == latest  # each (events,)
        runs = np.zeros((len(KINDS), len(self) + 1), np.int8)
        longer = runs[:, 1:]
        np.minimum(self.runs + 1, _LONGEST_RUN, out=longer, casting="unsafe")
        longer[_SHAPE, ~same_step] = 1
        longer *= (same_length & same_height, same_length, same_length, same_height)
        self.runs = runs

    def bars_ago(self, tick: int) -> Candidate:
        """What stands at `tick`, an earlier place: the event that begins there, else the rest of
        the one that sounds there."""
        place = bisect_right(self.onsets, tick) - 1
        if place < 0 or self.ends[place] <= tick:
            return NOTHING
        if self.onsets[place] < tick:
            rest = self.vocabulary.duration(self.ends[place] - tick)
            length = 0 if rest is None else rest + 1
            return Candidate(_SUSTAINED, length, self.heights[place] + 1, 0)
        exact, rhythm = _STEPS[self.runs[_EXACT, place]], _STEPS[self.runs[_RHYTHM, place]]
        return self._candidate(place, 2 + exact * 8 + rhythm)

    def matches(self) -> tuple[Candidate, ...]:
        """What followed the longest match: the latest exact one, one moved by any interval, one of
        pitches alone; and the earliest exact one that is about as long."""
        count = len(self)
        if count < 2:
            return (NOTHING,) * MATCHES
        found = []
        longest = count - 1 - self.runs[:, count - 1 : 0 : -1].argmax(1)  # the latest of each kind
        for kind, shortest in ((_EXACT, 1), (_SHAPE, 2), (_TUNE, 1)):
            place = int(longest[kind])
            length = int(self.runs[kind, place])
            found.append(self._candidate(place, 1 + length) if length >= shortest else NOTHING)
        length = found[0].flag - 1
        first = NOTHING
        if length > 0:
            exact = self.runs[_EXACT]
            place = 1 + int((exact[1:count] >= max(1, length - 1)).argmax())
            if place < longest[_EXACT]:
                first = self._candidate(place, 1 + int(exact[place]))
        return (*found, first)

    def _candidate(self, place: int, flag: int) -> Candidate:
        pitch = self.heights[place]
        moved = 0
        before, last = self.leaders[place], self.last_pitch
        if pitch == REST:
            moved = REST + 1
        elif before and last and 1 <= last + pitch - before < self.vocabulary.pitches:
            moved = last + pitch - before + 1
        return Candidate(flag, self.durations[place] + 1, pitch + 1, moved)
