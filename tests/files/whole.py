"""Whether a file that the program writes is whole: read by the proper reader of its kind."""

import re
import struct
import xml.etree.ElementTree as ET
import zlib
from pathlib import Path

from core.files import audio
from core.opening import SUFFIXES as OPENED
from core.opening import song_from_file

_PNG = b"\x89PNG\r\n\x1a\n"


def check_whole(path: Path) -> None:
    """AssertionError, or whatever the reader raises, for what is no whole file of its kind."""
    suffix = path.suffix.lower()
    if suffix in OPENED:
        assert song_from_file(path).melody.notes
    elif suffix in audio.SUFFIXES:
        check_sound(path)
    else:
        {".svg": check_svg, ".pdf": check_pdf, ".png": check_png}[suffix](path.read_bytes())


def check_sound(path: Path) -> None:
    """All samples that the head tells of are there, and some can be heard."""
    import soundfile  # type: ignore[import-untyped]

    frames, rate = soundfile.read(path)
    assert rate == 44_100
    assert len(frames) == soundfile.info(path).frames
    assert abs(frames).max() > 0
    if path.suffix.lower() == ".wav":
        data = path.read_bytes()
        assert struct.unpack_from("<I", data, 4) == (len(data) - 8,)


def check_svg(data: bytes) -> None:
    drawing = ET.fromstring(data)
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    assert any(part.get("class") == "notehead" for part in drawing.iter())


def check_pdf(data: bytes) -> None:
    """Every object is where the table at the end says, and there are pages."""
    assert data.startswith(b"%PDF-")
    assert data.endswith(b"%%EOF\n")
    table = int(data.rsplit(b"startxref", 1)[1].split()[0])
    assert data.startswith(b"xref\n", table)
    rows = re.findall(rb"^(\d{10}) \d{5} n", data[table:], re.MULTILINE)
    objects = [data[int(place) :].split(maxsplit=3) for place in rows]
    assert rows
    assert all(kind == b"obj" for _, _, kind, _ in objects)
    assert len(re.findall(rb"/Type\s*/Page\b", data)) >= 1


def check_png(data: bytes) -> None:
    """Every piece has its checksum, and all rows are in them."""
    assert data.startswith(_PNG)
    place, pieces = len(_PNG), []
    while place < len(data):
        size, name = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + size]
        (sum_of_piece,) = struct.unpack_from(">I", data, place + 8 + size)
        assert zlib.crc32(name + content) == sum_of_piece
        pieces.append((name, content))
        place += 12 + size
    width, height, bits, colours = struct.unpack_from(">IIBB", pieces[0][1])
    assert (bits, colours) == (8, 2), "red, green, blue"
    rows = zlib.decompress(b"".join(content for name, content in pieces if name == b"IDAT"))
    assert len(rows) == height * (1 + 3 * width)
    assert pieces[-1] == (b"IEND", b"")
