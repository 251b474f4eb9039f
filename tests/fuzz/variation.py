"""Changes that keep the shape of a format, where changed bytes alone would be refused at once.

Each takes the content of a file and a source of chance, and gives another content.
"""

import io
import json
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

Vary = Callable[[bytes, Random], bytes]

MOST_REPEATS = 20_000
"""Of one piece, so that a reader whose time grows with the square of the length is found out."""

_NUMBERS = ("0", "-1", "1", "7", "99", "127", "128", "255", "65536", "2147483648", "1e9", "NaN")
_LONG_NUMBERS = ("9" * 20, "9" * 5000, "1e400", "-Infinity", "0.0000001", "1/0", "\u0660", "²")
_SIGNS = " \t\n\r\0\b\f%*=![]{}()<>|:;,.'\"/\\^_-~#&\u2028\ufeff\x85é\U0001f3b5"
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 127, 128, 2**28, 2**31, 2**53, 10**17, 0.5, -1e308),
    *("", "a" * 5000, "../..", "\0", "\ud800", "4/4", "64/1", "C major", "c4\nd4", "{a.b[0]:,}"),
    *([], {}, [[]], [None], {"a": 1}, [0, 480, 60, 80], [0, "3/4"]),
)
_META = (0, 1, 3, 6, 0x20, 0x2F, 0x51, 0x54, 0x58, 0x59, 0x7F)
_NAMES = ("../../x.xml", "/etc/passwd", "C:\\x", "META-INF/container.xml", "s.xml", "", "a" * 3000)


def bytes_varied(content: bytes, chance: Random) -> bytes:
    """A few bytes changed, a piece cut out, moved or repeated, the end torn off."""
    data = bytearray(content)
    first, last = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    last = min(last, first + chance.choice((1, 2, 8, 64, 4096)))
    piece = bytes(data[first:last])
    match chance.randrange(7):
        case 0:
            del data[first:]
        case 1:
            del data[first:last]
        case 2:
            place = chance.randrange(len(data) + 1)
            data[place:place] = piece
        case 3:
            data[first:last] = piece * _repeats(chance, len(piece))
        case 4:
            data[first : first + 4] = chance.choice((b"\xff" * 4, b"\x7f\xff\xff\xff", bytes(4)))
        case _:
            for _ in range(chance.choice((1, 1, 4, 30))):
                if data:
                    data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def text_varied(content: bytes, chance: Random) -> bytes:
    """Lines, words and numbers of a text moved, repeated and replaced; another encoding."""
    text = content.decode("utf-8", "replace")
    match chance.randrange(8):
        case 0:
            text = _numbers_varied(text, chance)
        case 1:
            place = chance.randrange(len(text) + 1)
            sign = chance.choice(_SIGNS)
            text = text[:place] + sign * _repeats(chance, 1) + text[place:]
        case 2 | 3:
            lines = text.splitlines(keepends=True) or [""]
            first, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[first] = chance.choice(("", lines[other], lines[first].strip(), lines[first] * 9))
            text = "".join(lines)
        case 4:
            first, last = sorted(chance.randrange(len(text) + 1) for _ in range(2))
            piece = text[first : min(last, first + chance.choice((1, 3, 12)))]
            text = text[:first] + piece * _repeats(chance, len(piece)) + text[first + len(piece) :]
        case 5:
            words = re.split(r"([ \t\n|]+)", text)
            first, other = chance.randrange(len(words)), chance.randrange(len(words))
            words[first], words[other] = words[other], words[first]
            text = "".join(words)
        case 6:
            return text.encode(chance.choice(("utf-16", "latin-1", "cp437", "utf-8-sig")), "ignore")
        case _:
            return bytes_varied(content, chance)
    return text.encode("utf-8", "replace")


def xml_varied(content: bytes, chance: Random) -> bytes:
    """Elements taken away, repeated, nested or filled otherwise."""
    text = content.decode("utf-8", "replace")
    found = [*re.finditer(r"<(\w[\w-]*)[^<>/]*>([^<>]*)</\1>", text)]
    if not found or not chance.randrange(4):
        return text_varied(content, chance)
    one = chance.choice(found)
    element, name = one.group(), one[1]
    value = chance.choice((*_NUMBERS, *_LONG_NUMBERS, "&#0;", "&a;", "<a/>"))
    depth = chance.choice((3, 500, 3000))
    changed = chance.choice(
        (
            "",
            element * _repeats(chance, len(element)),
            f"<{name}>{value}</{name}>",
            element.replace(f">{one[2]}<", f">{value}<"),
            f"<{name}>" * depth + f"</{name}>" * depth,
            chance.choice(found).group(),
        )
    )
    return (text[: one.start()] + changed + text[one.end() :]).encode("utf-8", "replace")


def json_varied(content: bytes, chance: Random) -> bytes:
    """Values anywhere replaced, taken away, repeated or nested deeply."""
    try:
        value: Any = json.loads(content)
    except (ValueError, RecursionError):
        return bytes_varied(content, chance)
    if not isinstance(value, dict | list) or not value or not chance.randrange(5):
        return text_varied(content, chance)
    for _ in range(chance.choice((1, 1, 1, 3))):
        places = _places(value)
        if not places:
            break
        holder, key = chance.choice(places)
        match chance.randrange(8):
            case 0:
                del holder[key]
            case 1:
                other, name = chance.choice(places)
                with suppress(KeyError, IndexError):
                    holder[key] = other[name]
            case 2 if isinstance(holder[key], list):
                holder[key] = holder[key] * min(300, _repeats(chance, 100))
            case 3 if isinstance(holder, dict):
                holder[chance.choice(("more", "", "a.b", "é" * 2000))] = holder[key]
            case 4:
                depth = chance.choice((10, 900, 950, *range(960, 1000, 3)))
                deep = "[" * depth + "]" * depth
                holder[key] = "\0deep"
                with suppress(RecursionError, ValueError):
                    return json.dumps(value).replace('"\\u0000deep"', deep, 1).encode()
            case _:
                holder[key] = chance.choice(_VALUES)
    try:
        return json.dumps(value).encode()
    except (ValueError, RecursionError):  # it holds itself by now
        return content


def lines_varied(vary: Vary) -> Vary:
    """Varies the first line, or what is behind it, or all."""

    def varied(content: bytes, chance: Random) -> bytes:
        line, end, rest = content.partition(b"\n")
        match chance.randrange(5):
            case 0 | 1:
                return vary(line, chance) + end + rest
            case 2 | 3:
                return line + end + vary(rest, chance)
        return vary(content, chance)

    return varied


def midi_varied(content: bytes, chance: Random) -> bytes:
    """Events put into a track, a header of another kind, tracks repeated; lengths made right."""
    if content[:4] != b"MThd" or len(content) < 14 or not chance.randrange(4):
        return bytes_varied(content, chance)
    head, tracks = bytearray(content[:14]), _chunks(content[14:])
    if not chance.randrange(5):
        head[8:14] = struct.pack(
            ">HHH", chance.choice((0, 1, 2, 9)), chance.choice((0, 1, 2, 65535)),
            chance.choice((0, 1, 24, 96, 480, 0x7FFF, 0xE728, 0x8000)),
        )  # fmt: skip
    if tracks:
        place = chance.randrange(len(tracks))
        name, data = tracks[place]
        where = chance.randrange(len(data) + 1)
        event = _event(chance)
        data = data[:where] + event * chance.choice((1, 1, 2, 100)) + data[where:]
        tracks[place] = name, bytes_varied(data, chance) if chance.randrange(2) else data
        if not chance.randrange(6):
            tracks *= chance.choice((2, 30))
    body = b"".join(name + struct.pack(">I", len(data)) + data for name, data in tracks)
    return bytes(head) + body


def riff_varied(content: bytes, chance: Random) -> bytes:
    """Sizes of chunks made wrong, records repeated."""
    places = [found.start() for found in re.finditer(rb"LIST|phdr|INFO|pdta|RIFF", content)]
    if not places or not chance.randrange(3):
        return bytes_varied(content, chance)
    place = chance.choice(places) + 4
    size = chance.choice((0, 1, 37, 38, 76, 2**31 - 1, 2**32 - 1, chance.randrange(4000)))
    return content[:place] + struct.pack("<I", size) + content[place + 4 :]


def zip_varied(of: dict[str, Vary], largest: int = 1 << 20) -> Vary:
    """Varies a member by the end of its name, or the archive around it."""

    def vary(content: bytes, chance: Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as file:
                entries = file.infolist()[:50]
                members = [(e.filename, file.open(e).read(largest)) for e in entries]
        except (zipfile.BadZipFile, zlib.error, *_ODD):
            return bytes_varied(content, chance)
        if not members or not chance.randrange(6):
            return bytes_varied(content, chance)
        place = chance.randrange(len(members))
        name, data = members[place]
        if chance.randrange(6):
            change = next((c for end, c in of.items() if name.endswith(end)), bytes_varied)
            members[place] = name, change(data, chance)
        else:
            other = chance.choice((*_NAMES, *(name for name, _ in members)))
            members.insert(place, (other, data))
            if chance.randrange(2):
                del members[place + 1]
        out = io.BytesIO()
        packing = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED))
        with warnings.catch_warnings(), zipfile.ZipFile(out, "w", packing) as file:
            warnings.simplefilter("ignore")  # of a name that comes twice
            for member, value in members:
                file.writestr(member or "x", value)
        return out.getvalue()

    return vary


_ODD = (KeyError, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, struct.error)


def _repeats(chance: Random, length: int) -> int:
    return min(chance.choice((2, 3, 17, 300, MOST_REPEATS)), 1 + 200_000 // max(1, length))


def _numbers_varied(text: str, chance: Random) -> str:
    found = [*re.finditer(r"\d+", text)]
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + chance.choice((*_NUMBERS, *_LONG_NUMBERS)) + text[one.end() :]


def _places(value: Any) -> list[tuple[Any, Any]]:
    """(holder, key) of up to some thousand values within `value`."""
    places: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting and len(places) < 3000:
        holder = waiting.pop()
        for key in list(holder if isinstance(holder, dict) else range(len(holder)))[:500]:
            places.append((holder, key))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    return places


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    chunks: list[tuple[bytes, bytes]] = []
    place = 0
    while place + 8 <= len(data) and len(chunks) < 50:
        (size,) = struct.unpack_from(">I", data, place + 4)
        chunks.append((data[place : place + 4], data[place + 8 : place + 8 + size]))
        place += 8 + size
    return chunks


def _event(chance: Random) -> bytes:
    delta = chance.choice(
        (
            b"\0",
            b"\x60",
            b"\x83\x60",
            b"\xff\xff\xff\x7f",
            b"\x81" * chance.choice((5, 3000)) + b"\0",
        )
    )
    if not chance.randrange(3):
        size = chance.choice((0, 1, 2, 3, 4, 5, 9))
        declared = chance.choice((bytes([size]), bytes([size]), b"\xff\x7f", b"\x8f\xff\xff\x7f"))
        content = chance.randbytes(size)
        return delta + bytes([0xFF, chance.choice(_META)]) + declared + content
    status = chance.choice((0x80, 0x90, 0x90, 0x99, 0xA0, 0xB0, 0xC0, 0xE0, 0xF0, 0xF1, 0xF7, 0xF8))
    data = bytes(chance.choice((0, 60, 64, 127, 255)) for _ in range(2))
    return delta + bytes([status]) + data
