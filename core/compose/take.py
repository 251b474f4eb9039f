"""Several takes of one tune: drawn together, measured, and no two of them nearly the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from core.compose.continuation import Continuation, Making, step_together
from core.compose.controls import HIGHEST_RANDOM_SEED
from core.compose.figures import overlap, pitch_range, repeated_shapes
from core.compose.measures import Measures, Take
from core.model.mark import Maker
from core.model.originality import Originality, longest_shared
from core.music.melody import Note
from core.music.song import Song
from core.words import counted

NEAR = 0.8
"""Two takes are nearly the same when so great a share of the new notes, of those of the longer one,
begin on the same tick with the same pitch in both."""

_MOST_TRIES = 4
"""So many tunes are drawn, at most, for each take that is asked for."""


class Takes:
    """The takes of a continuation, as many as its controls ask for; to iterate is to draw them.

    Take k, from 1, is what a single tune with the random seed k - 1 higher would be. It yields the
    share that is done, after one decision of each take at most, and every Take once it is whole.
    `distinct` puts the next random seeds in the place of takes that are nearly the same as an
    earlier one (NEAR), until as many as were asked for have brought nothing new; `notices` say
    where there was too little variety. UserError where the random seeds would become too great.
    `maker` says what the continuation's model is, and is noted with each take that is whole.
    """

    def __init__(
        self, continuation: Continuation, distinct: bool = False, maker: Maker | None = None
    ) -> None:
        self.continuation = continuation
        self._maker = maker
        self.notices = continuation.notices
        self._distinct = distinct
        self._kept: list[Take] = []
        self._drafts: list[_Draft] = []
        self._alone(continuation.controls.takes - 1)

    def __iter__(self) -> Iterator[float | Take]:
        controls = self.continuation.controls
        count = missing = controls.takes
        tried = fruitless = 0
        while missing > 0 and fruitless < count:
            yield len(self._kept) / count
            self._drafts = [_Draft(self._alone(tried + place)) for place in range(missing)]
            tried += missing
            yield from self._draw()
            drafts, self._drafts = self._drafts, []
            for draft in drafts:
                take = draft.take(self._maker)
                if self._distinct and self._is_known(take):
                    fruitless += 1
                else:
                    fruitless = 0
                    self._kept.append(take)
                    yield take
            room = HIGHEST_RANDOM_SEED + 1 - controls.random_seed - tried
            missing = min(count - len(self._kept), count * _MOST_TRIES - tried, room)
        kept = len(self._kept)
        if kept < count:
            sameness = counted(
                "Only {n} of the {asked} takes asked for differ enough to be kept; "
                "a higher temperature brings more variety.",
                "Only {n} of the {asked} takes asked for differs enough to be kept; "
                "a higher temperature brings more variety.",
                kept,
                asked=count,
            )
            self.notices = *self.notices, sameness

    def so_far(self) -> tuple[Take, ...]:
        """Every take that has a note of its own already, as far as it is drawn."""
        return (*self._kept, *(draft.take(self._maker) for draft in self._drafts if draft.notes))

    def _alone(self, place: int) -> Continuation:
        controls = self.continuation.controls
        own = replace(controls, random_seed=controls.random_seed + place, takes=1)
        return replace(self.continuation, controls=own)

    def _draw(self) -> Iterator[float]:
        drafts, count = self._drafts, self.continuation.controls.takes
        while waiting := [draft for draft in drafts if not draft.making.is_done]:
            notes = step_together([draft.making for draft in waiting])
            for draft, note in zip(waiting, notes, strict=True):
                if note is not None:
                    draft.notes.append(note)
            yield (len(self._kept) + sum(draft.share for draft in drafts)) / count

    def _is_known(self, take: Take) -> bool:
        """True for what is nearly the same as a take that is kept."""
        return any(likeness(take.song, kept.song) >= NEAR for kept in self._kept)


class _Draft:
    """A take in the making."""

    def __init__(self, continuation: Continuation) -> None:
        self.continuation = continuation
        self.making = Making(continuation)
        self.notes: list[Note] = []

    @property
    def share(self) -> float:
        """How much of it is done."""
        begin, end = self.continuation.seed.melody.end, self.continuation.end
        return (self.notes[-1].end - begin) / (end - begin) if self.notes else 0.0

    def take(self, maker: Maker | None) -> Take:
        """As far as it is drawn: where that is not to the end, nobody would make the same again."""
        song = self.continuation.song(self.notes)
        measures = measure(song, self.making.bits, self.continuation.model.indexes)
        whole = maker if self.making.is_done else None
        return Take(song, self.continuation.controls, measures, self.making.notices, whole)


def likeness(one: Song, other: Song) -> float:
    """Share of the new notes, of those of the longer one, that both songs have: onset and pitch."""
    first, second = (
        {(note.onset, note.pitch) for note in song.melody if note.onset >= song.seed_end}
        for song in (one, other)
    )
    return len(first & second) / max(len(first), len(second), 1)


def measure(song: Song, bits: Sequence[float], indexes: Sequence[Originality] = ()) -> Measures:
    """The measures of a song that goes on from its seed; `bits` are those of its new notes.

    `indexes` are of the songs that its model learnt from.
    """
    seed = [note for note in song.melody if note.onset < song.seed_end]
    whole = list(song.melody)
    shared = longest_shared(indexes, song.melody, len(seed))
    return Measures(
        bits_per_note=sum(bits) / len(bits),
        surprise=max(bits),
        span=pitch_range(song.melody),
        repetition=repeated_shapes(song.melody),
        closeness=_closeness(seed, whole[max(0, len(seed) - 1) :]),
        copied=None if shared is None else shared.notes,
        sources="" if shared is None else "; ".join(shared.titles),
    )


def _closeness(seed: Sequence[Note], new: Sequence[Note]) -> float:
    """What the histograms of intervals, each with the duration of its note, have in common."""
    heard, made = (
        [(later.pitch - note.pitch, later.duration) for note, later in pairwise(notes)]
        for notes in (seed, new)
    )
    return overlap(heard, made) if heard and made else 0.0
