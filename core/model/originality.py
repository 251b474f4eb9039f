"""What a tune has in common with the songs that a model learnt from, by an index of hashes.

The index answers without the songs, and is made so that they cannot be rebuilt from it
(docs/licences.md). A filter in the manner of B. H. Bloom ("Space/time trade-offs in hash coding
with allowable errors", CACM 13, 1970), with one hash, tells which runs of notes may stand in one of
them, and leaves out none that does. Of many runs, by chance, it holds nothing and always says yes;
and of a few it knows the titles.
"""

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.disk import read_file, write_file
from core.errors import UserError
from core.music.melody import Melody
from core.music.song import Song

SUFFIX = ".index"
RUN = 8
"""Notes of a run that is looked up; shorter ones are everywhere."""

LARGEST_FILE = 1 << 26

Hashes = npt.NDArray[np.uint64]

_FORMAT = "cantilena originality"
_UNTOLD = 0.37
"""Share of runs of which no index says anything, always the same ones: so to look up tells 1.3 bits
of a note, in as many indexes as there may be, less than it is worth to whoever gropes his way from
note to note with a model that foretells it."""

_FULL = 0.05
"""Share of the bits of the filter that are set, and so of false alarms among the other runs."""

_NAMED = 12
"""The title of one in so many runs is known."""

_MARK_SHIFT = 40
_CHOICE_SHIFT, _CHOICES = 20, 1 << 20
_UNTOLD_FACTOR = 0xD1B54A32D192ED03
_LONGEST_HEAD = 1_000
_LARGEST_TITLES = 1 << 25
_FACTOR = 0x9E3779B97F4A7C15
_WORD = (1 << 64) - 1


class Shared(NamedTuple):
    """The longest run of notes that a tune can share with a song, and the songs that are known to
    have a part of it.

    `notes` is never too small, but where it is less than RUN: then it means fewer than RUN.
    """

    notes: int
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Originality:
    """The index of the songs that one model learnt from.

    Two runs of notes are the same when their durations and the intervals between them are; rests
    count for nothing. `filter` are bits, of which `places` are used; `marks` are the hashes,
    rising, of the runs with a title, and `songs` their places among the titles.
    """

    places: int
    filter: npt.NDArray[np.uint8]
    marks: npt.NDArray[np.uint32]
    songs: npt.NDArray[np.uint32]
    packed_titles: bytes

    @cached_property
    def titles(self) -> Sequence[str]:
        """UserError where they are damaged."""
        unpacker = zlib.decompressobj()
        try:
            text = unpacker.decompress(self.packed_titles, _LARGEST_TITLES)
            titles = json.loads(text)
        except (zlib.error, ValueError, RecursionError):
            titles = None
        if not isinstance(titles, list) or not all(isinstance(title, str) for title in titles):
            raise UserError("The titles in the index of songs are damaged; make it anew.")
        return titles

    def may_have(self, hashes: Hashes) -> npt.NDArray[np.bool_]:
        """Of each run whether a song may have it; True for those that one has."""
        place = hashes % np.uint64(self.places)
        bits = self.filter[place >> np.uint64(3)] >> (place & np.uint64(7)).astype(np.uint8) & 1
        hits: npt.NDArray[np.bool_] = bits.astype(np.bool_) | _is_untold(hashes)
        return hits

    def longest(self, melody: Melody, known: int = 0) -> Shared:
        """The longest run that `melody` can share with a song; of equals one with titles.

        Runs that end among the first `known` notes do not count.
        """
        hashes = hashes_from_melody(melody)
        begin, best = 0, Shared(min(len(melody), RUN - 1), ())
        for place, hit in enumerate([*self.may_have(hashes).tolist(), False]):
            if hit:
                continue
            notes = place - begin + RUN - 1
            is_new = place > begin and place + RUN - 1 > known
            if is_new and notes >= max(best.notes, RUN):
                titles = self._titles_of(hashes[begin:place])
                if notes > best.notes or titles:
                    best = Shared(notes, titles)
            begin = place + 1
        return best

    def _titles_of(self, hashes: Hashes) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for mark in _marks(hashes):
            first, behind = np.searchsorted(self.marks, [mark, mark + 1])
            for song in self.songs[first:behind]:
                if song < len(self.titles):
                    found[self.titles[song]] = None
        return tuple(found)


def longest_shared(indexes: Iterable[Originality], melody: Melody, known: int) -> Shared | None:
    """The same with the songs of several models; None where there is no index."""
    return max((index.longest(melody, known) for index in indexes), default=None)


def hashes_from_melody(melody: Melody) -> Hashes:
    """One for each run of RUN notes, in their order."""
    pitches = np.array([note.pitch for note in melody], np.int64)
    durations = np.array([note.duration for note in melody], np.int64)
    count = max(0, len(pitches) - RUN + 1)
    codes = run_codes(np.diff(pitches, prepend=0), durations)
    hashes = begun(durations[:count].astype(np.uint64))
    for later in range(1, RUN):
        hashes = went_on(hashes, codes[later : later + count])
    return hashes


def run_codes(steps: npt.NDArray[np.int64], durations: npt.NDArray[np.int64]) -> Hashes:
    """Notes by their intervals from the one before and their durations in ticks."""
    return durations.astype(np.uint64) * np.uint64(256) + (steps + 128).astype(np.uint64)


def begun(duration: Hashes) -> Hashes:
    """The hash of a run whose first note is so long."""
    return _mixed(duration)


def went_on(hashes: Hashes, codes: Hashes) -> Hashes:
    """The hash of runs with another note behind."""
    return _mixed(hashes + codes)


def _mixed(numbers: Hashes) -> Hashes:
    """The multiplication and shift of SplitMix64, wrapping."""
    mixed: Hashes = (numbers + np.uint64(1)) * np.uint64(_FACTOR)
    return mixed ^ (mixed >> np.uint64(29))


def _is_untold(hashes: Hashes) -> npt.NDArray[np.bool_]:
    """Which runs go into no index."""
    drawn = hashes * np.uint64(_UNTOLD_FACTOR) >> np.uint64(44)
    untold: npt.NDArray[np.bool_] = drawn < int(_UNTOLD * _CHOICES)
    return untold


def _marks(hashes: Hashes) -> Hashes:
    """The short hashes of those runs whose titles are kept."""
    choice = hashes >> np.uint64(_CHOICE_SHIFT) & np.uint64(_CHOICES - 1)
    return hashes[choice < _CHOICES // _NAMED] >> np.uint64(_MARK_SHIFT)


class Indexing:
    """An index in the making, of one song after another.

    No order of runs goes into it, and no place.
    """

    def __init__(self) -> None:
        self._runs: list[Hashes] = []
        self._titles: dict[str, int] = {}
        self._named: set[tuple[int, int]] = set()

    def add(self, song: Song) -> None:
        hashes = hashes_from_melody(song.melody)
        self._runs.append(hashes)
        if song.title:
            number = self._titles.setdefault(song.title, len(self._titles))
            self._named.update((mark, number) for mark in _marks(hashes).tolist())

    @property
    def index(self) -> Originality:
        distinct = np.unique(np.concatenate([*self._runs, np.empty(0, np.uint64)]))
        told = distinct[~_is_untold(distinct)]
        places = 8 * (1 + int(len(told) / -log(1 - _FULL)) // 8)
        bits = np.zeros(places, np.uint8)
        bits[told % np.uint64(places)] = 1
        marks, songs = np.array(sorted(self._named), np.uint32).reshape(-1, 2).T
        titles = zlib.compress(json.dumps(list(self._titles), ensure_ascii=False).encode())
        return Originality(places, np.packbits(bits, bitorder="little"), marks, songs, titles)


def index_path(model: Path) -> Path:
    """Where the index of the model in the file `model` lies: beside it."""
    return model.with_suffix(SUFFIX)


def write_index(index: Originality, path: Path) -> None:
    """Writes the index, wholly or not at all. UserError where that is impossible."""
    head = {
        "format": _FORMAT,
        "version": 1,
        "run": RUN,
        "places": index.places,
        "marks": len(index.marks),
    }
    parts = (index.filter, index.marks.astype("<u4"), index.songs.astype("<u4"))
    body = b"".join(part.tobytes() for part in parts) + index.packed_titles
    write_file(path, json.dumps(head).encode() + b"\n" + body)


def indexes_beside(model: Path) -> tuple[Originality, ...]:
    """The index beside the model in the file `model`, or nothing. UserError for a damaged one."""
    path = index_path(model)
    return (read_index(path),) if path.is_file() else ()


def read_index(path: Path) -> Originality:
    """UserError for a file that is none."""
    head, _, body = read_file(path, LARGEST_FILE).partition(b"\n")
    try:
        content = json.loads(head[:_LONGEST_HEAD])
    except (ValueError, RecursionError):
        content = None
    match content:
        case {
            "format": str(name),
            "version": 1,
            "run": int(run),
            "places": int(places),
            "marks": int(marks),
        } if name == _FORMAT and run == RUN and places > 0 and marks >= 0 and places % 8 == 0:
            size = places // 8
            if len(body) > size + 8 * marks:
                return Originality(
                    places,
                    np.frombuffer(body, np.uint8, size),
                    np.frombuffer(body, "<u4", marks, size),
                    np.frombuffer(body, "<u4", marks, size + 4 * marks),
                    body[size + 8 * marks :],
                )
    raise UserError(
        "'{path}' is no index of songs, or a damaged one; remove it, or train the model again.",
        path=path,
    )
