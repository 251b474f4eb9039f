"""Songs that have been read before, kept on disk in the platform's place for caches.

A file a collection: a line of JSON (the version, the files with size and time of change), the tunes
as core.corpus.packing lays them out, and a checksum. That is read in a tenth of the time that JSON
takes for all the notes, needs no numpy, and, unlike a pickle, can do nothing but be wrong.
"""

import hashlib
import json
import os
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from core.corpus.formats import VERSION
from core.corpus.packing import Entry, Packed, bytes_from_entries, entries_from_bytes
from core.corpus.reading import Result, read_packed, results_of
from core.disk import read_file, write_file
from core.errors import UserError

LARGEST_CACHE_BYTES = 256_000_000
"""One collection in the cache, and all of them together."""

_MAGIC = f"cantilena songs {VERSION}"
_SUFFIX = ".songs"
_DIGEST_BYTES = 16

Notice = Callable[[str], None]
Mark = tuple[int, int]
"""Size in bytes and time of change in nanoseconds: they tell whether a file is still the same."""


def silent(sentence: str) -> None:  # noqa: ARG001
    """A Notice for whoever need not know."""


@dataclass(slots=True)
class Cache:
    """What is known of files by their paths. `is_changed`: more than lies on the disk."""

    place: Path
    known: dict[str, tuple[Mark, list[Packed]]] = field(default_factory=dict)
    is_changed: bool = False

    def tunes(self, path: str, mark: Mark | None) -> list[Packed] | None:
        """The tunes of the file, None where they are not known or the file has changed."""
        found = self.known.get(path)
        return found[1] if found and found[0] == mark else None

    def keep(self, path: str, mark: Mark | None, tunes: list[Packed]) -> None:
        if mark is not None:
            self.known[path] = mark, tunes
            self.is_changed = True


def read_cached(
    files: Sequence[Path],
    workers: int = 1,
    notice: Notice = silent,
) -> Generator[Result, None, None]:
    """The tunes of `files` in their order, as read_songs gives them; only files that are new or
    have changed are read.

    What has been read is kept even if the iterator is closed early. `notice` is told in a sentence
    when a cache was unusable or could not be written; both cost nothing but time.
    """
    with closing(read_packed_cached(files, workers, notice)) as found:
        for file, tunes in found:
            yield from results_of(files[file], tunes)


def read_packed_cached(
    files: Sequence[Path],
    workers: int = 1,
    notice: Notice = silent,
) -> Generator[tuple[int, list[Packed]], None, None]:
    """The same still packed, file by file: (place in `files`, its tunes and refusals)."""
    paths = [os.path.abspath(path) for path in files]  # noqa: PTH100  strings are faster here
    marks = [_mark(path) for path in paths]
    cache = _load(place_of(paths), notice)
    found = [cache.tunes(path, mark) for path, mark in zip(paths, marks, strict=True)]
    missing = [file for file, tunes in enumerate(found) if tunes is None]
    try:
        with closing(read_packed([files[file] for file in missing], workers)) as fresh:
            for file, tunes in enumerate(found):
                if tunes is None:
                    tunes = next(fresh)[1]
                    cache.keep(paths[file], marks[file], tunes)
                yield file, tunes
    finally:
        if cache.is_changed:
            _save(cache, notice)


def cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("cantilena", appauthor=False) / "songs"


def place_of(paths: Sequence[str]) -> Path:
    """The cache of the collection that these files (absolute paths) belong to."""
    top = os.path.commonpath([os.path.dirname(path) for path in paths]) if paths else ""  # noqa: PTH120
    return cache_folder() / (hashlib.sha256(os.fsencode(top)).hexdigest()[:32] + _SUFFIX)


def _mark(path: str) -> Mark | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _load(place: Path, notice: Notice) -> Cache:
    if not place.exists():
        return Cache(place)
    try:
        return Cache(place, _known_from_bytes(read_file(place, LARGEST_CACHE_BYTES)))
    except (UserError, ValueError, TypeError, LookupError):
        notice(f"The cache of songs '{place}' is damaged; all files are read anew.")
    return Cache(place)


def _known_from_bytes(data: bytes) -> dict[str, tuple[Mark, list[Packed]]]:
    """ValueError, TypeError or LookupError for anything but what `_bytes_from_known` wrote."""
    start = data.index(b"\n") + 1
    head = json.loads(data[:start])
    if head["magic"] != _MAGIC:
        return {}  # of another version of the program
    body, digest = data[start:-_DIGEST_BYTES], data[-_DIGEST_BYTES:]
    if hashlib.blake2b(data[:-_DIGEST_BYTES], digest_size=_DIGEST_BYTES).digest() != digest:
        raise ValueError("the checksum is wrong")
    tunes: list[list[Packed]] = [[] for _ in head["files"]]
    for entry in entries_from_bytes(body):
        if entry.packed is not None:
            tunes[entry.file].append(entry.packed)
    return {
        path: ((size, changed), found)
        for (path, size, changed), found in zip(head["files"], tunes, strict=True)
    }


def _bytes_from_known(known: Mapping[str, tuple[Mark, list[Packed]]]) -> bytes:
    files = [(path, *mark) for path, (mark, _) in known.items()]
    head = json.dumps({"magic": _MAGIC, "files": files}).encode() + b"\n"
    data = head + bytes_from_entries(_entries(known))
    return data + hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()


def _entries(known: Mapping[str, tuple[Mark, list[Packed]]]) -> Iterator[Entry]:
    for file, (_, tunes) in enumerate(known.values()):
        yield from (Entry(file, packed) for packed in tunes)


def _save(cache: Cache, notice: Notice) -> None:
    """Writes the cache without files that are gone, and makes room for it."""
    there = {path: value for path, value in cache.known.items() if os.path.exists(path)}  # noqa: PTH110
    data = _bytes_from_known(there)
    if len(data) > LARGEST_CACHE_BYTES:
        notice("The songs are too many to keep; the next time all files are read anew.")
        return
    try:
        cache.place.parent.mkdir(parents=True, exist_ok=True)
        write_file(cache.place, data)
    except (UserError, OSError) as error:
        notice(f"The songs cannot be kept for the next time: {error}")
        return
    with suppress(OSError):  # another process may be tidying up, too
        _make_room(cache.place)


def _make_room(newest: Path) -> None:
    """Removes the oldest collections until the others keep within LARGEST_CACHE_BYTES."""
    caches = [(path.stat(), path) for path in newest.parent.glob(f"*{_SUFFIX}") if path != newest]
    room = LARGEST_CACHE_BYTES - newest.stat().st_size
    for found, path in sorted(caches, key=lambda cache: -cache[0].st_mtime):
        room -= found.st_size
        if room < 0:
            path.unlink()
