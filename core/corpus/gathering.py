"""All tunes of some folders, still packed, and why others could not be read."""

import os
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.corpus.cache import Notice, silent
from core.corpus.collection import read_cached
from core.corpus.formats import SUFFIXES
from core.corpus.reading import Skipped, SongFile, song_files
from core.corpus.task import Task
from core.errors import UserError
from core.words import counted

MOST_WORKERS = 8

_RESULTS_A_STEP = 100


@dataclass(frozen=True, slots=True)
class Tunes:
    """What was found, in the order of the files."""

    read: Sequence[SongFile]
    skipped: Sequence[Skipped]


def usual_workers() -> int:
    """How many processes read a corpus."""
    return min(MOST_WORKERS, os.cpu_count() or 1)


def gather(
    folders: Sequence[Path | str],
    besides: Sequence[Path | str] = (),
    notice: Notice = silent,
) -> Task[Tunes]:
    """All tunes in `folders` but those in `besides`; yields (files read, files in all).

    Folders are what song_files takes. UserError where there is no tune in `folders`.
    """
    files = song_files(folders)
    if not files:
        raise UserError(
            "There are no songs in {folders}: no file there ends in {suffixes}; "
            "name a folder with songs.",
            folders=_named(folders),
            suffixes=", ".join(SUFFIXES),
        )
    known = {path.resolve() for path in song_files(besides)}
    files = [path for path in files if path.resolve() not in known] if known else files
    read: list[SongFile] = []
    skipped: list[Skipped] = []
    path, number = None, 0
    with closing(read_cached(files, usual_workers(), notice)) as results:
        for count, result in enumerate(results, start=1):
            if result.path is not path:
                path, number = result.path, number + 1
            if isinstance(result, SongFile):
                read.append(result)
            else:
                skipped.append(result)
            if count % _RESULTS_A_STEP == 0:
                yield number, len(files)
    if files and not read:
        ((reason, _),) = Counter(one.reason for one in skipped).most_common(1)
        raise UserError(
            counted(
                "No song could be read in {folders}, {n} files. Most often: {reason}",
                "No song could be read in {folders}, one file. Most often: {reason}",
                len(files),
                folders=_named(folders),
                reason=reason,
            )
        )
    return Tunes(read, skipped)


def _named(folders: Sequence[Path | str]) -> str:
    return ", ".join(f"'{folder}'" for folder in folders)
