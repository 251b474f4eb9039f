"""Encoded songs on the disk, so that the memory a training takes does not grow with its corpus."""

import hashlib
import tempfile
from array import array
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Lock

import numpy as np
import numpy.typing as npt

from core.disk import writing_sentence
from core.errors import UserError

Columns = Mapping[str, npt.NDArray[np.integer]]
"""A song as a network learns it: arrays by name that are equally long, one row for each step."""


class Shelf:
    """Songs one behind the other in a file without a name: it is gone when the program is, however
    that ends.

    `lengths` are the steps of each song, `events` its notes and rests.
    """

    def __init__(self, folder: Path) -> None:
        """The file takes its room on the disk of `folder`."""
        self._folder = folder
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  as long as the shelf
        self._starts = array("q")
        self._lengths = array("q")
        self._events = array("q")
        self._end = 0
        self._layout: list[tuple[str, np.dtype[np.integer], tuple[int, ...]]] = []
        self._digest = hashlib.blake2b(digest_size=8)
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        return np.array(self._lengths, np.int64)

    @property
    def events(self) -> npt.NDArray[np.int64]:
        return np.array(self._events, np.int64)

    @property
    def fingerprint(self) -> str:
        """How many songs these are, and a hash of all that a network learns from them."""
        return f"{len(self)} songs {self._digest.hexdigest()}"

    def close(self) -> None:
        """Frees the room; no song can be read any more."""
        with suppress(OSError):  # of what a full disk did not take, which nobody needs any more
            self._file.close()

    def add(self, columns: Columns, events: int) -> None:
        """One more song. All songs have the same columns of the same kinds.

        UserError where the disk is full.
        """
        layout = [(name, column.dtype, column.shape[1:]) for name, column in columns.items()]
        assert layout == (self._layout or layout)
        self._layout = layout
        data = b"".join(column.tobytes() for column in columns.values())
        try:
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            raise UserError(writing_sentence(self._folder / "encoded songs", error)) from error
        self._digest.update(data)
        self._starts.append(self._end)
        self._lengths.append(len(next(iter(columns.values()))))
        self._events.append(events)
        self._end += len(data)

    def song(self, number: int) -> dict[str, npt.NDArray[np.integer]]:
        """The columns of a song, counted from 0; they can be written to."""
        start, length = self._starts[number], self._lengths[number]
        end = self._starts[number + 1] if number + 1 < len(self) else self._end
        with self._lock:
            self._file.seek(start)
            data = bytearray(self._file.read(end - start))
        columns, place = {}, 0
        for name, kind, shape in self._layout:
            size = length * int(np.prod(shape, dtype=np.int64))
            columns[name] = np.frombuffer(data, kind, size, place).reshape(length, *shape)
            place += size * kind.itemsize
        return columns
