"""Texts and tables out of zip and HDF5 files that may come from a stranger.

What such a file claims of itself is not believed. Whatever it says, no more is read than it can
really hold, nothing outside it is followed, and nothing in it is run.
"""

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.model.archive.hdf5 import SIGNATURE, Hdf5File, Node

Array = npt.NDArray[np.float32]

LARGEST_FILE = 64 << 20
"""Bytes; the archive, what is unpacked of it and the network stay below 200 MB together."""

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
    return content.startswith(SIGNATURE)


@contextmanager
def open_archive(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The zip archive in `content`. BadZipFile where it is none, UserError for too many members;
    BadZipFile, too, where what is done within finds one that is damaged.
    """
    if content.count(_CENTRAL_ENTRY) > MOST_MEMBERS:  # each would take memory before it is read
        raise UserError("it has more than {most} members", most=MOST_MEMBERS)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except (zlib.error, struct.error) as error:  # which zipfile lets through
        raise zipfile.BadZipFile("a member that cannot be unpacked") from error


def member(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    """The content of a member. UserError where it is missing or larger than it may be.

    Weights hardly shrink when they are packed, so a packed member may not grow much.
    """
    try:
        entry = archive.getinfo(name)
    except KeyError:
        raise UserError("it has no {name}", name=name) from None
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UserError("its {name} is packed in a way that Keras does not use", name=name)
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        packed = min(entry.compress_size, LARGEST_FILE)
        largest = min(largest, max(_LARGEST_UNPACKED, _STRONGEST_PACKING * packed))
    with archive.open(entry) as file:
        content = file.read(largest + 1)  # the size that the archive declares may be a lie
    if len(content) > largest:
        raise UserError("its {name} is larger than {most} MB", name=name, most=largest >> 20)
    return content


class Tables:
    """The arrays and texts in the content of an HDF5 file.

    A path leads along hard links alone: others may lead out of the file. All arrays together can
    take no more memory than the file is long.
    """

    def __init__(self, content: bytes) -> None:
        self._file = Hdf5File(content)
        self._left = len(content)

    def texts(self, path: str, name: str, most: int = 1) -> list[str] | None:
        """The attribute `name` of the group at `path`: at most `most` texts; None without one."""
        texts = self._file.attribute(self._walked(path), name, most, LARGEST_CONFIG)
        return None if texts is None else [text.decode() for text in texts]

    def numbered(self, path: str) -> list[Array]:
        """The arrays 0, 1, 2 … in the group at `path`."""
        names = self._file.links(self._walked(path))
        if len(names) > MOST_ARRAYS:
            raise UserError("a layer has too many arrays")
        return [self.array(f"{path}/{name}") for name in sorted(names, key=int)]

    def array(self, path: str) -> Array:
        """The table of numbers at `path`, in single precision, every one of them finite."""
        data = self._file.data(self._walked(path))
        if data is None:
            raise UserError("its weights lie outside the file, or in a way that Keras does not use")
        if data.dtype is None or len(data.shape) > 2:
            raise UserError("its weights are no tables of numbers in single or double precision")
        count = math.prod(data.shape)
        self._left -= count * np.dtype(data.dtype).itemsize
        if self._left < 0:
            raise UserError("it claims to hold more weights than its size allows")
        with np.errstate(over="ignore"):  # a double too large for single precision gets infinite
            array = self._file.values(data, count).astype(np.float32, copy=False)
        if count and not np.isfinite((array.min(), array.max())).all():
            raise UserError("a weight is no finite number")
        return np.require(array.reshape(data.shape), requirements="A")  # unaligned ones are slow

    def _walked(self, path: str) -> Node:
        node = self._file.root
        for part in path.split("/") if path else ():
            address = self._file.links(node).get(part)
            if address is None:
                raise UserError("it has no weights at '{place}'", place=path[:60])
            node = self._file.node(address)
        return node
