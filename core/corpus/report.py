"""What a reading of a corpus found."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.corpus.families import families_of
from core.corpus.packing import Head, heads_of, integers, key_of
from core.corpus.preparation import lasts_as_allowed
from core.corpus.reading import Result, Skipped, SongFile
from core.music.melody import QUARTER
from core.music.meter import Meter


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """Counts of files and of what stands in those that were read.

    Of `files` those that hold a tune were `read`; `skipped` are files and tunes that could not be
    read, `tunes` those that could. `notes` counts sounding notes, ties joined. `meters` counts
    tunes by their first meter, `changing` those whose bars do not all follow it; `durations` counts
    notes by their ticks. `classic` are the tunes whose durations are all on the classic list.
    Each tune is in one of `families` of near-duplicates, `near_duplicates` in one with others.
    """

    files: int
    read: int
    skipped: tuple[Skipped, ...]
    tunes: int
    notes: int
    seconds: float
    meters: Mapping[str, int]
    changing: int
    upbeats: int
    keys: Mapping[str, int]
    durations: Mapping[int, int]
    classic: int
    families: int
    near_duplicates: int

    def to_json(self) -> dict[str, object]:
        """A plain object for `json.dumps`; durations are keyed by their length in quarters."""
        return {
            "files": self.files,
            "read": self.read,
            "skipped": self.files - self.read,
            "tunes": self.tunes,
            "notes": self.notes,
            "seconds": round(self.seconds, 3),
            "meters": dict(self.meters),
            "changing": self.changing,
            "upbeats": self.upbeats,
            "keys": dict(self.keys),
            "durations": {f"{ticks / QUARTER:.6g}": n for ticks, n in self.durations.items()},
            "classic": self.classic,
            "families": self.families,
            "near_duplicates": self.near_duplicates,
            "reasons": [
                {
                    "file": str(one.path),
                    **({"tune": one.number} if one.number else {}),
                    "line": one.line,
                    "reason": one.reason,
                }
                for one in self.skipped
            ],
        }


def report_from_results(
    results: Iterable[Result],
    grouping: Callable[[Sequence[SongFile]], Sequence[int]] = families_of,
    clock: Callable[[], float] = time.monotonic,
) -> CorpusReport:
    """Reads `results` to their end and counts; `seconds` is how long that took by `clock`.

    `grouping` gives each tune the number of its family.
    """
    start = clock()
    found: list[SongFile] = []
    skipped: list[Skipped] = []
    for result in results:
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            found.append(result)
    read = {str(file.path) for file in found}
    packed = [file.packed for file in found]
    heads = heads_of(packed)
    durations = [integers(one.durations) for one in packed]
    sizes = Counter(grouping(found))
    return CorpusReport(
        files=len(read.union(str(one.path) for one in skipped)),
        read=len(read),
        skipped=tuple(skipped),
        tunes=len(found),
        notes=sum(map(len, durations)),
        meters=_counted(str(Meter(*head.meters[0][1:])) for head in heads),
        changing=sum(len(head.meters) > 1 for head in heads),
        upbeats=sum(head.pickup > 0 for head in heads),
        keys=_counted(map(_key_name, heads)),
        durations=dict(sorted(Counter(integers(b"".join(p.durations for p in packed))).items())),
        classic=sum(
            lasts_as_allowed(integers(one.onsets), lasting, head.end)
            for one, lasting, head in zip(packed, durations, heads, strict=True)
        ),
        families=len(sizes),
        near_duplicates=sum(size for size in sizes.values() if size > 1),
        seconds=clock() - start,
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


def _key_name(head: Head) -> str:
    key = key_of(head)
    return str(key) if key else "not named"
