"""Near-duplicates: which tunes of a corpus are one tune, so that no split may part them.

Two tunes belong together if their first twelve intervals are the same; if their numbers in a
catalogue, or their files' names, are the same but for a letter at the end, as variants are
numbered; or if of all runs of six intervals in them at least 35 in 100 stand in both (Jaccard). And
so does whatever belongs to one of them. Only intervals count: a tune in another key or meter is
the same tune.
"""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from core.corpus.likeness import alike, beginning
from core.corpus.packing import heads_of
from core.corpus.reading import SongFile
from core.corpus.task import Task, result_of

_CATALOGUE = re.compile(r"([A-Z]+\d{3,})[A-Za-z]?\W*")
_NAME = re.compile(r"(.*\d)[A-Za-z]?")


def families_of(files: Sequence[SongFile]) -> list[int]:
    """The family of each tune, numbered from 0 in the order of their first members."""
    return result_of(find_families(files))


def find_families(files: Sequence[SongFile]) -> Task[list[int]]:
    """The same, step by step: tunes that have been compared."""
    groups = _Groups(len(files))
    pitches = [file.packed.pitches for file in files]
    _join_equal(groups, (_catalogued(h.catalogue) for h in heads_of(f.packed for f in files)))
    _join_equal(groups, map(_named, files))
    _join_equal(groups, map(beginning, pitches))
    for compared, pairs in alike(pitches):
        for one, other in pairs:
            groups.join(one, other)
        yield compared, len(files)
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
