"""Which tunes are variants of one another, by their intervals alone: key and rhythm do not count.

Two tunes are alike if their first twelve intervals are the same, or if of all different runs of six
intervals in them at least 35 in 100 stand in both (Jaccard).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from core.corpus.task import Task

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

BEGINNING = 12
RUN = 6
LEAST_JACCARD = 0.35

_BLOCK = 2_000_000


def variants_of(held_out: Sequence[bytes], tunes: Sequence[bytes]) -> Task[set[int]]:
    """The places of those of `tunes` that are like one of `held_out`; a tune is its pitches."""
    known = {beginning(pitches) for pitches in held_out} - {None}
    found = {place for place, pitches in enumerate(tunes) if beginning(pitches) in known}
    first = len(held_out)
    for compared, pairs in alike([*held_out, *tunes], first):
        found.update(other - first for _, other in pairs)
        yield compared, first
    return found


def beginning(pitches: bytes) -> tuple[int, ...] | None:
    """The first twelve intervals; None for a tune that has no more notes than those."""
    if len(pitches) <= BEGINNING:
        return None
    return tuple(b - a for a, b in pairwise(pitches[: BEGINNING + 1]))


def alike(
    tunes: Sequence[bytes], first: int | None = None
) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The places of two tunes, the earlier one first, for each two that share runs enough; with
    `first` only those of one before that place and one from there on.

    Only pairs that share a run at all are looked at, a block of tunes at a time to bound memory;
    with the pairs of each block comes the number of tunes that have been compared.
    """
    import numpy as np

    tune, run, sizes = _runs(tunes)
    order = np.argsort(run, kind="stable")
    by_run = tune[order]  # within a run in the order of the tunes
    ends = np.cumsum(np.bincount(run)) if len(run) else run
    starts = np.empty_like(order)  # among the tunes with this run, those to compare this one with
    starts[order] = np.arange(1, len(order) + 1)
    if first is not None:
        behind = np.bincount(run[tune >= first], minlength=len(ends))
        starts = np.where(tune < first, (ends - behind)[run], ends[run])
    counts = ends[run] - starts
    for block in _blocks(tune, counts):
        count = counts[block]
        others = np.repeat(starts[block] - (np.cumsum(count) - count), count)
        other = by_run[others + np.arange(len(others))]
        pairs, shared = np.unique(
            np.repeat(tune[block], count) * len(tunes) + other, return_counts=True
        )
        one, other = np.divmod(pairs, len(tunes))
        is_alike = shared >= LEAST_JACCARD * (sizes[one] + sizes[other] - shared)
        pairs_alike = zip(one[is_alike].tolist(), other[is_alike].tolist(), strict=True)
        yield int(tune[block][-1]) + 1, list(pairs_alike)


def _blocks(tune: "Numbers", counts: "Numbers") -> Iterator[slice]:
    """Slices of whole tunes with some _BLOCK pairs each."""
    import numpy as np

    pairs = np.cumsum(counts)
    start = 0
    while start < len(tune):
        reached = pairs[start] - counts[start] + _BLOCK
        last = min(int(np.searchsorted(pairs, reached)), len(tune) - 1)
        stop = int(np.searchsorted(tune, tune[last], side="right"))
        yield slice(start, stop)
        start = stop


def _runs(tunes: Sequence[bytes]) -> tuple["Numbers", "Numbers", "Numbers"]:
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
