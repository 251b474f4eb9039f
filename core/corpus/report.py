"""What a reading of a corpus found."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from core.corpus.preparation import has_durations
from core.corpus.reading import Result, Skipped
from core.music.melody import QUARTER
from core.music.song import Song


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """Counts of files and of what stands in those that were read.

    `notes` counts sounding notes, ties joined. `meters` counts songs by their first meter,
    `changing` those whose bars do not all follow it; `durations` counts notes by their ticks.
    `classic` are the songs whose durations are all on the classic list.
    """

    files: int
    read: int
    skipped: tuple[Skipped, ...]
    notes: int
    seconds: float
    meters: Mapping[str, int]
    changing: int
    upbeats: int
    keys: Mapping[str, int]
    durations: Mapping[int, int]
    classic: int

    def to_json(self) -> dict[str, object]:
        """A plain object for `json.dumps`; durations are keyed by their length in quarters."""
        return {
            "files": self.files,
            "read": self.read,
            "skipped": len(self.skipped),
            "notes": self.notes,
            "seconds": round(self.seconds, 3),
            "meters": dict(self.meters),
            "changing": self.changing,
            "upbeats": self.upbeats,
            "keys": dict(self.keys),
            "durations": {f"{ticks / QUARTER:.6g}": n for ticks, n in self.durations.items()},
            "classic": self.classic,
            "reasons": [
                {"file": str(one.path), "line": one.line, "reason": one.reason}
                for one in self.skipped
            ],
        }


def report_from_results(
    results: Iterable[Result], clock: Callable[[], float] = time.monotonic
) -> CorpusReport:
    """Reads `results` to their end and counts; `seconds` is how long that took by `clock`."""
    start = clock()
    skipped: list[Skipped] = []
    counts = _Counts()
    for result in results:
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            counts.add(result.song)
    return CorpusReport(
        files=counts.songs + len(skipped),
        read=counts.songs,
        skipped=tuple(skipped),
        notes=counts.durations.total(),
        seconds=clock() - start,
        meters=dict(counts.meters.most_common()),
        changing=counts.changing,
        upbeats=counts.upbeats,
        keys=dict(counts.keys.most_common()),
        durations=dict(sorted(counts.durations.items())),
        classic=counts.classic,
    )


class _Counts:
    def __init__(self) -> None:
        self.songs = self.changing = self.upbeats = self.classic = 0
        self.meters: Counter[str] = Counter()
        self.keys: Counter[str] = Counter()
        self.durations: Counter[int] = Counter()

    def add(self, song: Song) -> None:
        self.songs += 1
        self.changing += not song.meters.is_constant
        self.upbeats += song.meters.pickup > 0
        self.classic += has_durations(song)
        self.meters[str(song.meters.meter)] += 1
        self.keys[str(song.key) if song.key else "not named"] += 1
        self.durations.update([note.duration for note in song.melody])
