"""HDF5 files as Keras writes them, read without the HDF5 library.

The library can be made to hang, and to take any amount of memory, by a file of a few bytes; here
every step is counted and every piece lies within the file. Only what h5py writes unless told
otherwise is known: superblock 0 or 1, object headers 1, contiguous or compact data. Source: HDF5
File Format Specification, version 3.0, The HDF Group; section numbers below are its own.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.words import Words

SIGNATURE = b"\x89HDF\r\n\x1a\n"

MOST_STEPS = 200_000
"""Pieces of 64 bytes looked at in one file, values apart; a model of eight layers takes 1,300."""

LONGEST_NAME = 256

_NOWHERE = 2**64 - 1
_LINK_INFO, _DATASPACE, _DATATYPE, _LINK, _EXTERNAL, _LAYOUT = 0x02, 0x01, 0x03, 0x06, 0x07, 0x08
_ATTRIBUTE, _CONTINUATION, _SYMBOL_TABLE = 0x0C, 0x10, 0x11

_FLOATS = {
    (4, 0, 32, 23, 8, 0, 23, 127): "<f4",
    (8, 0, 64, 52, 11, 0, 52, 1023): "<f8",
}
"""Size, bit offset, precision, exponent's place and size, mantissa's place and size, bias."""

_FIXED_TEXT, _FLOAT, _VARIABLE = 3, 1, 9


class Hdf5Error(ValueError):
    """A damaged file."""


class LayoutError(UserError):
    """A file that is laid out as h5py never does by itself."""

    def __init__(self, part: Words) -> None:
        super().__init__(
            Words("it is laid out as Keras never does ({part}); save it anew with Keras", part=part)
        )


@dataclass(frozen=True, slots=True)
class Node:
    """An object of the file: the messages in its header, as (kind, place in the file, content)."""

    messages: tuple[tuple[int, int, bytes], ...]

    def content(self, kind: int) -> bytes | None:
        """Of the first message of that kind."""
        return next((content for own, _, content in self.messages if own == kind), None)


@dataclass(frozen=True, slots=True)
class Data:
    """Where values lie: `dtype` is None for others than plain floating-point numbers."""

    shape: tuple[int, ...]
    dtype: str | None
    first: int
    size: int


class Hdf5File:
    """The objects in the bytes of a file. Hdf5Error or LayoutError for what is not as it should."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._steps = MOST_STEPS
        version, offsets, lengths = self._read("<8xB4xBB", 0)  # II.A
        if not content.startswith(SIGNATURE) or version > 1 or (offsets, lengths) != (8, 8):
            raise LayoutError(Words("a superblock of another kind"))
        (base,) = self._read("<Q", 24 if version == 0 else 28)
        if base:
            raise LayoutError(Words("something stands before the superblock"))
        (root,) = self._read("<Q", 64 if version == 0 else 68)
        self.root = self.node(root)

    def node(self, address: int) -> Node:
        """The object whose header is at `address` (IV.A.1.a)."""
        version, count, first_size = self._read("<BxH4xI", address)
        if version != 1:
            raise LayoutError(Words("an object header of another kind"))
        blocks = [(address + 16, first_size)]
        messages: list[tuple[int, int, bytes]] = []
        for first, size in blocks:
            place = first
            while place + 8 <= first + size and len(messages) < count:
                kind, length, flags = self._read("<HHB", place)
                content = self._bytes(place + 8, length)
                if flags & 2:
                    raise LayoutError(Words("a shared message"))
                if kind == _CONTINUATION:
                    further, length_there = _unpacked("<QQ", content)
                    blocks.append((further, length_there))
                messages.append((kind, place + 8, content))
                place += 8 + length
        return Node(tuple(messages))

    def links(self, node: Node) -> dict[str, int | None]:
        """Names and addresses in a group; the address is None for a link that is not hard."""
        table = node.content(_SYMBOL_TABLE)
        if table is not None:
            tree, heap = _unpacked("<QQ", table)
            return dict(self._symbols(tree, self._heap(heap)))
        info = node.content(_LINK_INFO)
        if info is None:
            raise Hdf5Error("no group")
        if _unpacked("<Q", info, 2 + (8 if info[1] & 1 else 0)) != (_NOWHERE,):
            raise LayoutError(Words("links in a heap of another kind"))
        return dict(_link(content) for kind, _, content in node.messages if kind == _LINK)

    def attribute(self, node: Node, name: str, most: int, longest: int) -> list[bytes] | None:
        """The texts of an attribute, at most `most` of at most `longest` bytes; None without it."""
        for kind, _, content in node.messages:
            if kind == _ATTRIBUTE:
                own_name, datatype, dataspace, values = _attribute(content)
                if own_name == name.encode():
                    return self._texts(datatype, _shape(dataspace), values, most, longest)
        return None

    def data(self, node: Node) -> Data | None:
        """Where the values of a dataset lie; None where that is not in the file, in one piece."""
        datatype, dataspace = node.content(_DATATYPE), node.content(_DATASPACE)
        layout = node.content(_LAYOUT)
        if datatype is None or dataspace is None or layout is None:
            return None
        version, kind = _unpacked("<BB", layout)
        if version not in (3, 4) or kind > 1 or node.content(_EXTERNAL) is not None:
            return None
        shape, dtype = _shape(dataspace), _float(datatype)
        if kind == 1:
            first, size = _unpacked("<QQ", layout, 2)
            return Data(shape, dtype, first, size)
        (size,) = _unpacked("<H", layout, 2)
        first = next(place for own, place, _ in node.messages if own == _LAYOUT)
        return Data(shape, dtype, first + 4, size)  # the values stand in the message itself

    def values(self, data: Data, count: int) -> npt.NDArray[np.floating]:
        """The first `count` numbers of a dataset."""
        dtype = np.dtype(data.dtype)
        end = data.first + count * dtype.itemsize
        if end > min(data.first + data.size, len(self._content)):
            raise Hdf5Error("fewer values than its shape says")
        return np.frombuffer(self._content, dtype, count, data.first)

    def _texts(
        self, datatype: bytes, shape: tuple[int, ...], values: bytes, most: int, longest: int
    ) -> list[bytes]:
        kind, size = datatype[0] & 15, _unpacked("<I", datatype, 4)[0]
        count = shape[0] if len(shape) == 1 else 1
        if len(shape) > 1 or count > most:
            raise Hdf5Error("too many texts")
        if count == 0:
            return []
        pieces = [values[size * n : size * (n + 1)] for n in range(count)]
        if kind == _FIXED_TEXT and size <= longest and len(values) >= size * count:
            return [piece.rstrip(b"\0") for piece in pieces]
        if kind == _VARIABLE and datatype[1] & 15 == 1 and size == 16:
            return [self._text_in_heap(piece, longest) for piece in pieces]
        raise Hdf5Error("no texts")

    def _text_in_heap(self, reference: bytes, longest: int) -> bytes:
        """A text of any length, which stands in a global heap (III.E)."""
        length, heap, wanted = _unpacked("<IQI", reference)
        if length == 0:
            return b""
        if length > longest:
            raise Hdf5Error("too long a text")
        signature, version, size = self._read("<4sB3xQ", heap)
        if (signature, version) != (b"GCOL", 1):
            raise Hdf5Error("no global heap")
        place = heap + 16
        while place + 16 <= heap + size:
            index, length_there = self._read("<H6xQ", place)
            if index == wanted and index:
                return self._bytes(place + 16, min(length, length_there)).rstrip(b"\0")
            if index == 0:
                break
            place += 16 + (length_there + 7) // 8 * 8
        raise Hdf5Error("a text is not in its heap")

    def _heap(self, address: int) -> bytes:
        """The names in a local heap (III.D)."""
        signature, size, first = self._read("<4s4xQ8xQ", address)
        if signature != b"HEAP":
            raise Hdf5Error("no local heap")
        return self._bytes(first, size)

    def _symbols(self, address: int, names: bytes) -> Iterator[tuple[str, int | None]]:
        """The links below a node of a group's tree (III.A.1, III.B and III.C)."""
        signature, kind, level, count = self._read("<4sBBH", address)
        if signature != b"TREE" or kind != 0:
            raise Hdf5Error("no tree of links")
        for number in range(count):
            (child,) = self._read("<Q", address + 32 + 16 * number)
            if level:
                yield from self._symbols(child, names)
                continue
            signature, symbols = self._read("<4s2xH", child)
            if signature != b"SNOD":
                raise Hdf5Error("no table of links")
            for place in range(child + 8, child + 8 + 40 * symbols, 40):
                name, target, cache = self._read("<QQI", place)
                text = names[name : name + LONGEST_NAME].partition(b"\0")[0]
                yield _name(text), (None if cache == 2 else target)

    def _read(self, form: str, place: int) -> tuple[Any, ...]:
        return _unpacked(form, self._bytes(place, struct.calcsize(form)))

    def _bytes(self, place: int, size: int) -> bytes:
        self._steps -= 1 + size // 64
        if self._steps < 0 or place + size > len(self._content):
            raise Hdf5Error("more than there is in the file")
        return self._content[place : place + size]


def _unpacked(form: str, content: bytes, place: int = 0) -> tuple[Any, ...]:
    try:
        return struct.unpack_from(form, content, place)
    except struct.error as error:
        raise Hdf5Error("a message that ends too early") from error


def _name(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _shape(message: bytes) -> tuple[int, ...]:
    """The sizes in a dataspace (IV.A.2.b); () for one value."""
    version, rank, _, kind = _unpacked("<BBBB", message)
    if version not in (1, 2) or (version == 2 and kind == 2):
        raise LayoutError(Words("a dataspace of another kind"))
    return _unpacked(f"<{rank}Q", message, 8 if version == 1 else 4)


def _float(message: bytes) -> str | None:
    """The numpy name of a datatype (IV.A.2.d) of single or double precision, low byte first."""
    kind, order, _, _, size = _unpacked("<BBBBI", message)
    if kind & 15 != _FLOAT or order & 0x41:
        return None
    return _FLOATS.get((size, *_unpacked("<HHBBBBI", message, 8)))


def _attribute(message: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Name, datatype, dataspace and values of an attribute (IV.A.2.m)."""
    version, flags, *sizes = _unpacked("<BBHHH", message)
    if version not in (1, 2, 3) or (version > 1 and flags):
        raise LayoutError(Words("an attribute of another kind"))
    place = 9 if version == 3 else 8
    parts = []
    for size in sizes:
        parts.append(message[place : place + size])
        place += (size + 7) // 8 * 8 if version == 1 else size
    name, datatype, dataspace = parts
    return name.rstrip(b"\0"), datatype, dataspace, message[place:]


def _link(message: bytes) -> tuple[str, int | None]:
    """Name and address in a link message (IV.A.2.g); the address is None if it is not hard."""
    version, flags = _unpacked("<BB", message)
    if version != 1:
        raise LayoutError(Words("a link of another kind"))
    is_hard = not flags & 8 or message[2] == 0
    place = 2 + (1 if flags & 8 else 0) + (8 if flags & 4 else 0) + (1 if flags & 16 else 0)
    width = 1 << (flags & 3)
    (length,) = _unpacked("<" + "BHIQ"[flags & 3], message, place)
    name = _name(message[place + width : place + width + length])
    return name, (_unpacked("<Q", message, place + width + length)[0] if is_hard else None)
