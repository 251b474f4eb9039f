"""How fast kern files are read, beside music21: tunes made up here, and Essen where it is."""

import os
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from core.corpus import cache
from core.corpus.collection import families_cached, read_cached
from core.corpus.reading import SongFile, kern_files, read_songs
from core.corpus.report import report_from_results
from core.corpus.task import result_of
from core.files.kern import song_from_kern_file
from tests.bench.row import Row
from tests.corpus.by_music21 import reading_of

SONGS, BARS = 30, 12


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        found = [beside_music21(made_up(Path(folder)), f"{SONGS} made-up tunes")]
    essen = Path(os.environ.get("CANTILENA_ESSEN", "build/essen"))
    if (essen / "europa" / "deutschl").is_dir():
        german = kern_files([essen / "europa" / "deutschl"])
        found.append(beside_music21(random.Random(1).sample(german, SONGS), f"{SONGS} Essen songs"))
        found += whole_collection(kern_files([essen]), workers=4)
    return found


def beside_music21(paths: Sequence[Path], what: str) -> Row:
    reading_of(paths[0])  # loads music21
    ours = seconds_of(song_from_kern_file, paths)
    theirs = seconds_of(reading_of, paths)
    return Row(
        name=f"reading a kern file, {what}",
        value=1000 * ours / len(paths),
        unit="ms",
        baseline=f"music21: {1000 * theirs / len(paths):.1f} ms",
        ratio=theirs / ours,
    )


def _grouped(songs: Sequence[SongFile]) -> list[int]:
    return result_of(families_cached(songs))


def whole_collection(paths: Sequence[Path], workers: int) -> list[Row]:
    """The report of a collection: read in one process, in several, and from the cache.

    The cache of this measurement is its own, and new.
    """
    name = f"report on all {len(paths):,} Essen files"
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "cache_folder", lambda: Path(folder))
        alone = report_from_results(read_songs(paths)).seconds
        cold = report_from_results(read_cached(paths, workers), _grouped).seconds
        warm = report_from_results(read_cached(paths, workers), _grouped).seconds
    return [
        Row(f"{name}, {workers} workers", cold, "s", f"one process: {alone:.1f} s", alone / cold),
        Row(f"{name}, from the cache", warm, "s", f"read anew: {cold:.1f} s", cold / warm),
    ]


def seconds_of(read: Callable[[Path], object], paths: Sequence[Path]) -> float:
    start = time.perf_counter()
    for path in paths:
        read(path)
    return time.perf_counter() - start


def made_up(folder: Path) -> list[Path]:
    """Tunes in 3/4 that wander up and down a scale, as long as a folk song."""
    random_steps = random.Random(1)
    paths = []
    for number in range(SONGS):
        lines = ["**kern", "*M3/4", "*k[]", "*C:"]
        place = 4
        for bar in range(1, BARS + 1):
            lines.append(f"={bar}")
            for length in ("4.", "8", "8", "8"):
                place = max(0, min(7, place + random_steps.choice((-1, 0, 1, 2))))
                lines.append(length + ("c", "d", "e", "f", "g", "a", "b", "cc")[place])
        path = folder / f"tune{number:02}.krn"
        path.write_text("\n".join((*lines, "==", "*-", "")), encoding="utf-8")
        paths.append(path)
    return paths
