"""What could come again: the past of a tune, and the places in it that the present resembles.

Two kinds of candidates. What stands at the same place of the bar one, two, four … bars earlier; and
what followed the earlier place after which the tune went on most like it did just now. Folk songs
repeat so much that these foretell more than all else together (docs/research.md).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from core.model.note.vocabulary import REST, NoteVocabulary

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

Runs = dict[int, int]
"""Lengths by the place behind them."""


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
    `highest` are the bounds of all pitches so far. Each is 0 where nothing has sounded. `steps`
    lead to each event from the one before it.
    The runs tell how many events before an event equal the latest ones one by one, 16 at most:
    `exact` in duration and pitch, `tunes` in pitch, `shapes` in duration and, but for the first of
    them, in step. Runs of no event are not told of, shapes only from two events on. These are never
    written to once made, so that a copy may share them.
    """

    vocabulary: NoteVocabulary
    onsets: list[int]
    ends: list[int]
    durations: list[int]
    heights: list[int]
    leaders: list[int]
    steps: list[int]
    lowest: int
    highest: int
    exact: Runs
    shapes: Runs
    tunes: Runs

    @classmethod
    def empty(cls, vocabulary: NoteVocabulary) -> "Past":
        """Nothing has sounded yet."""
        return cls(vocabulary, [], [], [], [], [0], [], 0, 0, {}, {}, {})

    def copy(self) -> "Past":
        return Past(
            self.vocabulary,
            self.onsets[:],
            self.ends[:],
            self.durations[:],
            self.heights[:],
            self.leaders[:],
            self.steps[:],
            self.lowest,
            self.highest,
            self.exact,
            self.shapes,
            self.tunes,
        )

    def __len__(self) -> int:
        return len(self.onsets)

    @property
    def last_pitch(self) -> int:
        """The symbol of the last note; REST if none has sounded."""
        return self.leaders[-1]

    def latest(self) -> Iterator[tuple[int, int, int]]:
        """Of each event, the last one first: its symbols, and the last pitch before it."""
        leaders = islice(reversed(self.leaders), 1, None)
        return zip(reversed(self.durations), reversed(self.heights), leaders, strict=True)

    def hear(self, onset: int, end: int, duration: int, pitch: int) -> None:
        """One more event: its place in ticks, its symbols."""
        step = pitch - self.heights[-1] if self.heights else _NO_STEP
        durations = self.durations
        same = [place for place, height in enumerate(self.heights) if height == pitch]
        likewise = [
            place
            for place, other in enumerate(self.steps)
            if other == step
            and durations[place] == duration
            and durations[place - 1] == durations[-1]
        ]
        self.tunes = _longer(self.tunes, same, 0)
        self.exact = _longer(self.exact, (p for p in same if durations[p] == duration), 0)
        self.shapes = _longer(self.shapes, likewise, 1)
        self.onsets.append(onset)
        self.ends.append(end)
        self.durations.append(duration)
        self.heights.append(pitch)
        self.steps.append(step)
        self.leaders.append(pitch if pitch != REST else self.leaders[-1])
        if pitch != REST:
            self.lowest = min(pitch, self.lowest or pitch)
            self.highest = max(pitch, self.highest)

    def rhythm(self, place: int) -> int:
        """How many events before the one at `place` are as long as the latest ones, 16 at most."""
        durations = self.durations
        length, most = 0, min(place, _LONGEST_RUN)
        while length < most and durations[place - 1 - length] == durations[-1 - length]:
            length += 1
        return length

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
        exact = _STEPS[self.exact.get(place, 0)]
        return self._candidate(place, 2 + exact * 8 + _STEPS[self.rhythm(place)])

    def matches(self) -> tuple[Candidate, ...]:
        """What followed the longest match: the latest exact one, one moved by any interval, one of
        pitches alone; and the earliest exact one that is about as long."""
        found = []
        longest = [_longest(runs) for runs in (self.exact, self.shapes, self.tunes)]
        for place, length in longest:
            found.append(self._candidate(place, 1 + length) if length else NOTHING)
        place, length = longest[0]
        first = next((p for p, other in self.exact.items() if other >= length - 1), place)
        found.append(self._candidate(first, 1 + self.exact[first]) if first < place else NOTHING)
        return tuple(found)

    def _candidate(self, place: int, flag: int) -> Candidate:
        pitch = self.heights[place]
        moved = 0
        before, last = self.leaders[place], self.last_pitch
        if pitch == REST:
            moved = REST + 1
        elif before and last and 1 <= last + pitch - before < self.vocabulary.pitches:
            moved = last + pitch - before + 1
        return Candidate(flag, self.durations[place] + 1, pitch + 1, moved)


def _longer(runs: Runs, places: Iterable[int], least: int) -> Runs:
    """The runs behind `places`, whose events equal the latest; `least` are those not told of."""
    return {place + 1: min(runs.get(place, least) + 1, _LONGEST_RUN) for place in places}


def _longest(runs: Runs) -> tuple[int, int]:
    """The last place behind a longest run, and its length; 0 and 0 where there is none."""
    best = longest = 0
    for place, length in runs.items():
        if length >= longest:
            best, longest = place, length
    return best, longest
