"""Texts and tables out of zip and HDF5 files that may come from a stranger.

What such a file claims of itself is not believed. Whatever it says, no more is read than it can
really hold, nothing outside it is followed, and nothing in it is run.
"""

import io
import math
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import UserError

Array = npt.NDArray[np.float32]

LARGEST_FILE = 96_000_000
"""Bytes; the archive and the weights taken out of it then stay below 200 MB together."""

LARGEST_CONFIG = 1 << 20
MOST_MEMBERS = 1000
MOST_ARRAYS = 4
"""Arrays of weights in one layer."""

_LARGEST_UNPACKED = 16 << 20
_STRONGEST_PACKING = 4
_CENTRAL_ENTRY = b"PK\x01\x02"


def is_zip(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04")


def is_hdf5(content: bytes) -> bool:
    return content.startswith(b"\x89HDF\r\n\x1a\n")


@contextmanager
def open_archive(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The zip archive in `content`. BadZipFile where it is none, UserError for too many members."""
    if content.count(_CENTRAL_ENTRY) > MOST_MEMBERS:  # each would take memory before it is read
        raise UserError(f"it has more than {MOST_MEMBERS} members")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield archive


def member(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    """The content of a member. UserError where it is missing or larger than it may be.

    Weights hardly shrink when they are packed, so a packed member may not grow much.
    """
    try:
        entry = archive.getinfo(name)
    except KeyError:
        raise UserError(f"it has no {name}") from None
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UserError(f"its {name} is packed in a way that Keras does not use")
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        packed = min(entry.compress_size, LARGEST_FILE)
        largest = min(largest, max(_LARGEST_UNPACKED, _STRONGEST_PACKING * packed))
    with archive.open(entry) as file:
        content = file.read(largest + 1)  # the size that the archive declares may be a lie
    if len(content) > largest:
        raise UserError(f"its {name} is larger than {largest >> 20} MB")
    return content


class Tables:
    """The arrays and texts of an HDF5 file; see `open_tables`.

    A path leads along hard links alone: others may lead out of the file. All arrays together can
    take no more memory than the file is long.
    """

    def __init__(self, file: Any, size: int) -> None:
        self._file = file
        self._left = size

    def has(self, name: str) -> bool:
        """Whether the file has a group `name` at its top."""
        return name in self._file

    def texts(self, path: str, name: str, most: int = 1) -> list[str] | None:
        """The attribute `name` of the group at `path`: at most `most` texts; None without one."""
        attributes = self._walked(path).attrs
        if name not in attributes:
            return None
        declared = attributes.get_id(name)
        if math.prod(declared.shape) > most or declared.dtype.itemsize > LARGEST_CONFIG:
            raise UserError(f"its '{name}' is too long")
        value = attributes[name]
        texts = [value] if declared.shape == () else list(value)
        decoded = [text.decode() if isinstance(text, bytes) else text for text in texts]
        if not all(isinstance(text, str) and len(text) <= LARGEST_CONFIG for text in decoded):
            raise UserError(f"its '{name}' is no text or too long")
        return [str(text) for text in decoded]

    def numbered(self, path: str) -> list[Array]:
        """The arrays 0, 1, 2 … in the group at `path`."""
        group = self._walked(path)
        if len(group) > MOST_ARRAYS:
            raise UserError("a layer has too many arrays")
        return [self.array(f"{path}/{key}") for key in sorted(group, key=int)]

    def array(self, path: str) -> Array:
        """The table of numbers at `path`, in single precision, every one of them finite."""
        import h5py  # type: ignore[import-untyped]

        data = self._walked(path)
        if not isinstance(data, h5py.Dataset) or data.external is not None or data.is_virtual:
            raise UserError("its weights lie outside the file")
        if data.dtype.kind != "f" or data.dtype.itemsize > 8 or data.ndim > 2:
            raise UserError("its weights are no tables of numbers")
        layout = data.id.get_create_plist().get_layout()
        if layout not in (h5py.h5d.CONTIGUOUS, h5py.h5d.COMPACT):
            raise UserError("its weights are packed in a way that Keras does not use")
        self._left -= math.prod(data.shape) * data.dtype.itemsize
        if self._left < 0:
            raise UserError("it claims to hold more weights than its size allows")
        with np.errstate(over="ignore"):  # a double too large for single precision gets infinite
            array = np.asarray(data[()], np.float32)
        if not np.isfinite(array).all():
            raise UserError("a weight is no finite number")
        return array

    def _walked(self, path: str) -> Any:
        import h5py

        place = self._file
        for part in path.split("/") if path else ():
            if (
                part in ("", ".", "..")
                or not isinstance(place, h5py.Group)
                or not isinstance(place.get(part, getlink=True), h5py.HardLink)
            ):
                raise UserError(f"it has no weights at '{path[:60]}'")
            place = place[part]
        return place


@contextmanager
def open_tables(content: bytes) -> Iterator[Tables]:
    """The HDF5 file in `content`; OSError and the like where it is damaged."""
    import h5py

    with h5py.File(io.BytesIO(content), "r") as file:
        yield Tables(file, len(content))
