"""Corpora that have been read before: only what is new or has changed is read again."""

import hashlib
import json
import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.corpus import cache
from core.corpus.cache import Notice, silent
from core.corpus.packing import Entry, Packed, bytes_from_entries, entries_from_bytes
from core.corpus.reading import Result, SongFile, read_packed, results_of
from core.corpus.task import Task

Mark = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: they tell whether a file is still the same."""

Known = dict[str, tuple[Mark, list[Packed]]]
"""Of files by their paths: what they were like when they were read, and what was in them."""


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
    known = cache.load(name, notice, _families_from_bytes)
    if known is not None and len(known) == len(files):
        return known
    from core.corpus.families import find_families

    families = yield from find_families(files)
    cache.save(name, json.dumps(families).encode(), notice)
    return families


@dataclass(slots=True)
class _Collection:
    """What is known of files by their absolute paths."""

    name: bytes
    known: Known
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
    name = b"songs " + os.fsencode(top)
    return _Collection(name, cache.load(name, notice, known_from_bytes) or {})


def known_from_bytes(data: bytes) -> Known:
    """What `_Collection.to_bytes` wrote. ValueError for anything else; the songs stay packed."""
    head, _, entries = data.partition(b"\n")
    files = _list_from_bytes(head)
    tunes: list[list[Packed]] = [[] for _ in files]
    for entry in entries_from_bytes(entries):
        if entry.packed is not None:
            if entry.file >= len(files):
                raise ValueError("there is a tune of no file")
            tunes[entry.file].append(entry.packed)
    known = {}
    for file, found in zip(files, tunes, strict=True):
        match file:
            case [str(path), int(size), int(changed)]:
                known[path] = (size, changed), found
            case _:
                raise ValueError("there is a file without a mark")
    return known


def _families_from_bytes(data: bytes) -> list[int]:
    families = _list_from_bytes(data)
    if not all(type(family) is int for family in families):
        raise ValueError("there is a family that is no number")
    return families


def _list_from_bytes(data: bytes) -> list[Any]:
    try:
        values = json.loads(data)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(values, list):
        raise ValueError("there is no list")
    return values


def _mark(path: str) -> Mark | None:
    try:
        found = os.stat(path)  # noqa: PTH116  faster than Path.stat
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
