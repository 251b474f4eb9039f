"""MusicXML files (.musicxml, .xml, .mxl) -> Song, read by music21.

What is read and what is passed over stands in docs/corpus.md. Files from strangers can make
music21 go on for ever or fill the memory: what can be seen beforehand is refused here, but whoever
reads such files does so in a process that can be killed (core.corpus.crew).
Source of the format: https://www.w3.org/2021/06/musicxml40/.
"""

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import unescape

from core.disk import read_file
from core.errors import UserError
from core.files.decoding import refusal, text_from_bytes
from core.files.musicxml_parts import contents_from_score
from core.files.part import Contents
from core.files.transcript import MOST_NOTES
from core.music.song import Song
from core.words import shown

COMPRESSED_SUFFIX = ".mxl"
SUFFIXES = (".musicxml", ".xml", COMPRESSED_SUFFIX)
LARGEST_FILE = 20_000_000

REMARK = "cantilena recipe"
"""Name of the miscellaneous field that holds a remark of ours."""

_CENTRAL_ENTRY, _MOST_MEMBERS = b"PK\x01\x02", 1000
_DAMAGES = (KeyError, OSError, EOFError, ValueError)
_REMARK = re.compile(rf'<miscellaneous-field name="{REMARK}">([^<]*)<')
_ROOT = re.compile(r"<score-(partwise|timewise)\b")
_ROOTFILE = re.compile(rb"""full-path\s*=\s*["']([^"']+)["']""")
_SIGNATURES = frozenset(str(fifths) for fifths in range(-7, 8))
_FIFTHS = re.compile(r"<fifths>([^<]*)<")
_LONG_NUMBER = re.compile(
    r"(?<!-title)>\s*[+-]?(?:\d{8,}|\d{1,8}[eE][+-]?\d+\s*<)"
    r"|<beats>[^<]*\d{3}|<beat-type>[^<]*\d{4}"  # music21 divides bars into all their parts
)


def song_from_musicxml(path: Path) -> Song:
    """The melody of a MusicXML file: of several parts the most melodic."""
    return contents_from_musicxml(path).proposal.song


def contents_from_musicxml(path: Path) -> Contents:
    """The parts of a MusicXML file that have notes, as they sound, and the voices of each.

    Of chords the highest note is kept; ties are joined, grace notes and chord symbols left out,
    repeats not played again. UserError for what cannot be read; music21 raises more than that.
    """
    text = _text_from_file(path)
    _check(text)
    from music21 import converter
    from music21.stream.base import Score

    # Its parse() would take a text for the name of a file, or for an address to load from; and
    # without forceSource music21 would unpickle whatever lies in the temporary folder.
    score = converter.parseData(text, format="musicxml", forceSource=True, storePickle=False)
    if not isinstance(score, Score):
        raise UserError("It holds several works; keep each in a file of its own.")
    return contents_from_score(score, path.stem)


def remarks_in_musicxml(path: Path) -> list[str]:
    """The remarks that the program has written into a file. UserError for what cannot be read."""
    try:
        text = _text_from_file(path)
    except UserError as error:
        raise refusal(path, error.words) from error
    return [unescape(remark) for remark in _REMARK.findall(text)]


def _text_from_file(path: Path) -> str:
    data = read_file(path, LARGEST_FILE)
    if path.suffix.lower() == COMPRESSED_SUFFIX:
        data = _unpacked(data)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return text_from_bytes(data)


def _unpacked(data: bytes) -> bytes:
    """The score in a compressed file; never more than LARGEST_FILE bytes of it are unpacked."""
    try:
        if data.count(_CENTRAL_ENTRY) > _MOST_MEMBERS:  # each takes memory before it is read
            raise NotImplementedError
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = _ROOTFILE.search(_member(archive, "META-INF/container.xml"))
            if found is None:
                raise UserError("It does not say which of its members is the score.")
            return _member(archive, found[1].decode("utf-8", "replace"))
    except (zipfile.BadZipFile, zlib.error, struct.error, *_DAMAGES) as error:
        raise UserError("It is no compressed MusicXML file, or a damaged one.") from error
    except (NotImplementedError, RuntimeError) as error:
        raise UserError("It is packed in a way that is not read; save it anew.") from error


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise UserError(
            "It unpacks to more than {megabytes} MB.", megabytes=LARGEST_FILE // 1_000_000
        )
    return data


def _check(text: str) -> None:
    """UserError for a text that is no score, or that music21 would never be done with."""
    root = _ROOT.search(text[:10_000])
    if root is None:
        raise UserError("It is no MusicXML score.")
    if root[1] == "timewise":
        raise UserError("It is ordered by time, not by part; save it as score-partwise.")
    if "<!ENTITY" in text:
        raise UserError("It defines entities of its own, which no score needs.")
    if text.count("<note") > MOST_NOTES:
        raise UserError("More than {most:,} notes are not read.", most=MOST_NOTES)
    for number in map(str.strip, _FIFTHS.findall(text)):
        if number not in _SIGNATURES:
            raise UserError(
                "A key has at most 7 sharps or flats, not '{number}'.", number=shown(number)
            )
    if _LONG_NUMBER.search(text):
        raise UserError("It holds a number too long for a score.")
