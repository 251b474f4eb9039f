"""Corpora that have been read before: only what is new or has changed is read again."""

import hashlib
import json
import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from core.corpus import cache
from core.corpus.cache import Notice, silent
from core.corpus.packing import Entry, Packed, bytes_from_entries, entries_from_bytes
from core.corpus.reading import Result, SongFile, read_packed, results_of
from core.corpus.task import Task

Mark = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: they tell whether a file is still the same."""


def read_cached(
    files: Sequence[Path], workers: int = 1, notice: Notice = silent
) -> Generator[Result, None, None]:
    """The tunes of `files` in their order, as read_songs gives them, from the cache where it can.

    What has been read is kept even if the iterator is closed early.
    """
    here = os.getcwd()  # noqa: PTH109  strings: Paths take too long for whole collections
    paths = [os.path.join(here, path) for path in files]  # noqa: PTH118
    marks = [_mark(path) for path in paths]
    collection = _load(paths, notice)
    known = [collection.tunes(path, mark) for path, mark in zip(paths, marks, strict=True)]
    missing = [file for file, tunes in enumerate(known) if tunes is None]
    try:
        with closing(read_packed([files[file] for file in missing], workers)) as fresh:
            for file, tunes in enumerate(known):
                if tunes is None:
                    tunes = next(fresh)[1]
                    collection.keep(paths[file], marks[file], tunes)
                yield from results_of(files[file], tunes)
    finally:
        if collection.has_grown:
            cache.save(collection.name, collection.to_bytes(), notice)


def families_cached(files: Sequence[SongFile], notice: Notice = silent) -> Task[list[int]]:
    """The families of near-duplicates, as find_families finds them."""
    digest = hashlib.sha256()
    for file in files:
        name = os.fsencode(file.name)
        digest.update(b"%d %d %d\n" % (len(name), len(file.packed.head), file.packed.length))
        digest.update(name + file.packed.head + file.packed.pitches)
    name = b"families " + digest.digest()
    known = cache.load(name, notice)
    if known is not None:
        found: list[int] = json.loads(bytes(known))
        return found
    from core.corpus.families import find_families

    families = yield from find_families(files)
    cache.save(name, json.dumps(families).encode(), notice)
    return families


@dataclass(slots=True)
class _Collection:
    """What is known of files by their absolute paths."""

    name: bytes
    known: dict[str, tuple[Mark, list[Packed]]] = field(default_factory=dict)
    has_grown: bool = False

    def tunes(self, path: str, mark: Mark | None) -> list[Packed] | None:
        """The tunes of the file, None where they are not known or the file has changed."""
        found = self.known.get(path)
        return found[1] if found and found[0] == mark else None

    def keep(self, path: str, mark: Mark | None, tunes: list[Packed]) -> None:
        if mark is not None:
            self.known[path] = mark, tunes
            self.has_grown = True

    def to_bytes(self) -> bytes:
        """A line of JSON, [path, size, time] for each file, and the tunes. Files that are gone
        are left out.
        """
        there = {path: found for path, found in self.known.items() if _mark(path)}
        head = json.dumps([(path, *mark) for path, (mark, _) in there.items()]).encode()
        return head + b"\n" + bytes_from_entries(_entries(there.values()))


def _entries(found: Iterable[tuple[Mark, list[Packed]]]) -> Iterator[Entry]:
    for file, (_, tunes) in enumerate(found):
        yield from (Entry(file, packed) for packed in tunes)


def _load(paths: Sequence[str], notice: Notice) -> _Collection:
    """Files that are read together share an entry, named by the folder that holds them all."""
    folders = set(map(os.path.dirname, paths))
    top = os.path.commonpath(folders) if paths else ""
    collection = _Collection(b"songs " + os.fsencode(top))
    content = cache.load(collection.name, notice)
    if content is not None:
        data = bytes(content)
        start = data.index(b"\n") + 1
        files = json.loads(data[:start])
        tunes: list[list[Packed]] = [[] for _ in files]
        for entry in entries_from_bytes(data[start:]):
            if entry.packed is not None:
                tunes[entry.file].append(entry.packed)
        for (path, size, changed), found in zip(files, tunes, strict=True):
            collection.known[path] = (size, changed), found
    return collection


def _mark(path: str) -> Mark | None:
    try:
        found = os.stat(path)  # noqa: PTH116  faster than Path.stat
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
