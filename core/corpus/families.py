"""Near-duplicates: which tunes of a corpus are one tune, so that no split may part them.

Two tunes belong together if their first twelve intervals are the same; if their numbers in a
catalogue, or their files' names, are the same but for a letter at the end, as variants are
numbered; or if of all runs of six intervals in them at least 35 in 100 stand in both (Jaccard). And
so does whatever belongs to one of them. Only intervals count: a tune in another key or meter is
the same tune.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath
from typing import TYPE_CHECKING

from core.corpus.packing import heads_of
from core.corpus.reading import SongFile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BEGINNING = 12
RUN = 6
LEAST_JACCARD = 0.35

_BLOCK = 2_000_000

_CATALOGUE = re.compile(r"([A-Z]+\d{3,})[A-Za-z]?\W*")
_NAME = re.compile(r"(.*\d)[A-Za-z]?")


def families_of(files: Sequence[SongFile]) -> list[int]:
    """The family of each tune, numbered from 0 in the order of their first members."""
    groups = _Groups(len(files))
    pitches = [file.packed.pitches for file in files]
    _join_equal(groups, (_catalogued(h.catalogue) for h in heads_of(f.packed for f in files)))
    _join_equal(groups, map(_named, files))
    _join_equal(groups, map(_beginning, pitches))
    for one, other in _alike(pitches):
        groups.join(one, other)
    numbers: dict[int, int] = {}
    return [numbers.setdefault(groups.first(tune), len(numbers)) for tune in range(len(files))]


class _Groups:
    """Disjoint sets of whole numbers; each is known by its smallest member."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def first(self, member: int) -> int:
        while self._above[member] != member:
            self._above[member] = member = self._above[self._above[member]]
        return member

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low


def _join_equal(groups: _Groups, keys: Iterable[object]) -> None:
    """Joins the members with the same key, except where it is None."""
    first: dict[object, int] = {}
    for member, key in enumerate(keys):
        if key is not None:
            groups.join(first.setdefault(key, member), member)


def _catalogued(number: str) -> str | None:
    found = _CATALOGUE.fullmatch(number)
    return found[1] if found else None


def _named(file: SongFile) -> tuple[PurePath, str] | None:
    found = None if file.number else _NAME.fullmatch(file.path.stem)
    return (file.path.parent, found[1]) if found else None


def _beginning(pitches: bytes) -> tuple[int, ...] | None:
    if len(pitches) <= BEGINNING:
        return None
    return tuple(b - a for a, b in pairwise(pitches[: BEGINNING + 1]))


def _alike(tunes: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Pairs of tunes that share runs enough.

    Only pairs that share a run at all are looked at, a block of tunes at a time to bound memory.
    """
    import numpy as np

    tune, run, sizes = _runs(tunes)
    order = np.argsort(run, kind="stable")
    tunes_by_run = tune[order]  # within a run in the order of the tunes
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    ends = np.cumsum(np.bincount(run)) if len(run) else run
    later = ends[run] - place - 1  # how many later tunes have this run of this tune
    for block in _blocks(tune, later):
        count = later[block]
        starts = np.repeat(place[block] + 1 - (np.cumsum(count) - count), count)
        other = tunes_by_run[starts + np.arange(len(starts))]
        pairs, shared = np.unique(
            np.repeat(tune[block], count) * len(tunes) + other, return_counts=True
        )
        one, other = np.divmod(pairs, len(tunes))
        is_alike = shared >= LEAST_JACCARD * (sizes[one] + sizes[other] - shared)
        yield from zip(one[is_alike].tolist(), other[is_alike].tolist(), strict=True)


def _blocks(tune: "NDArray[np.int64]", later: "NDArray[np.int64]") -> Iterator[slice]:
    """Slices of whole tunes with some _BLOCK pairs each."""
    import numpy as np

    pairs = np.cumsum(later)
    start = 0
    while start < len(tune):
        reached = pairs[start] - later[start] + _BLOCK
        last = min(int(np.searchsorted(pairs, reached)), len(tune) - 1)
        stop = int(np.searchsorted(tune, tune[last], side="right"))
        yield slice(start, stop)
        start = stop


def _runs(
    tunes: Sequence[bytes],
) -> tuple["NDArray[np.int64]", "NDArray[np.int64]", "NDArray[np.int64]"]:
    """(tune, number of the run) for each different run of each tune that stands in another one,
    too, sorted by tunes; and how many different runs each tune has in all.
    """
    import numpy as np

    pitches = np.frombuffer(b"".join(tunes), np.uint8).astype(np.int64)
    lengths = np.array([len(tune) for tune in tunes], np.int64)
    owner = np.repeat(np.arange(len(tunes)), lengths)
    if len(pitches) <= RUN:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing, np.zeros(len(tunes), np.int64)
    intervals = np.diff(pitches) + 128
    count = len(pitches) - RUN
    codes = sum(intervals[k : k + count] << (8 * k) for k in range(RUN))
    is_within = owner[:count] == owner[RUN:]
    different, run = np.unique(np.asarray(codes)[is_within], return_inverse=True)
    pairs = np.unique(owner[:count][is_within] * len(different) + run)
    tune, run = np.divmod(pairs, max(1, len(different)))
    sizes = np.bincount(tune, minlength=len(tunes))
    is_shared = np.bincount(run, minlength=len(different))[run] > 1
    return tune[is_shared], run[is_shared], sizes
