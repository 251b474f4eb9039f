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
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import unescape

from core.disk import read_file
from core.errors import UserError
from core.files.barline import dividing
from core.files.decoding import text_from_bytes
from core.files.mode import FIFTHS_ABOVE_MAJOR, key_on, mode_from_text
from core.files.skyline import Voice, most_melodic
from core.files.transcript import LONGEST_QUARTERS, LONGEST_TITLE, MOST_NOTES
from core.music.key import Key
from core.music.melody import DEFAULT_VELOCITY, HIGHEST_PITCH, LOWEST_PITCH, QUARTER, Note
from core.music.meter import Meter, MeterMap, meter_from_text
from core.music.song import DEFAULT_TEMPO, FASTEST_TEMPO, SLOWEST_TEMPO, Song
from core.words import shown

if TYPE_CHECKING:
    from typing import Any

    from music21.note import GeneralNote, NotRest
    from music21.stream.base import Part, Score, Stream

SUFFIXES = (".musicxml", ".xml", ".mxl")
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
    """The melody of a MusicXML file: of several parts the most melodic, as it sounds.

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
    return _song(score, path.stem)


def remarks_in_musicxml(path: Path) -> list[str]:
    """The remarks that the program has written into a file. UserError for what cannot be read."""
    try:
        text = _text_from_file(path)
    except UserError as error:
        if str(path) in str(error):
            raise
        raise UserError(
            "'{path}' cannot be opened: {reason}", path=path, reason=error.words
        ) from error
    return [unescape(remark) for remark in _REMARK.findall(text)]


def _text_from_file(path: Path) -> str:
    data = read_file(path, LARGEST_FILE)
    if path.suffix.lower() == ".mxl":
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


def _song(score: "Score", title: str) -> Song:
    found = []
    for part in score.parts:
        flat = part.flatten()
        if notes := _notes(flat):
            found.append((Voice(str(part.partName or ""), notes, _ticks(flat.highestTime)), part))
    if not found:
        raise UserError("There is no note in it.")
    voice = most_melodic([voice for voice, _ in found])
    part = next(part for one, part in found if one is voice)
    flat, melody, transposition = part.flatten(), voice.skyline, _transposition(part)
    if melody.end > LONGEST_QUARTERS * QUARTER:
        raise UserError("More than {most:,} quarters are not read.", most=LONGEST_QUARTERS)
    written_title = score.metadata.bestTitle if score.metadata else None
    fermatas = {_ticks(n.offset + n.quarterLength) for n in flat.notes if _has_fermata(n)}
    return Song(
        melody=melody.transposed(transposition),
        meters=_meters(part, melody.end),
        key=_key(flat, transposition),
        tempo=_tempo(score),
        title=(written_title or title)[:LONGEST_TITLE],
        phrase_ends=tuple(sorted(fermatas)),
    )


def _notes(flat: "Stream[Any]") -> tuple[Note, ...]:
    """The notes of a part in their written pitch, the highest of each chord, ties joined."""
    from music21.harmony import ChordSymbol
    from music21.note import NotRest

    notes: list[Note] = []
    tied: dict[int, int] = {}  # for each pitch that is tied on, where in `notes` it stands
    for element in flat.notes:
        if not isinstance(element, NotRest) or isinstance(element, ChordSymbol):
            continue
        onset, end = _ticks(element.offset), _ticks(element.offset + element.quarterLength)
        if not element.pitches or end <= onset:
            continue
        pitch = max(pitch.midi for pitch in element.pitches)
        if not LOWEST_PITCH <= pitch <= HIGHEST_PITCH:
            raise UserError(
                "MIDI note {pitch} is out of range; only 0 to 127 can be played.", pitch=pitch
            )
        before = tied.pop(pitch, None)
        kind = element.tie.type if element.tie else ""
        if kind in ("stop", "continue") and before is not None and notes[before].end == onset:
            notes[before] = replace(notes[before], duration=end - notes[before].onset)
        else:
            before = len(notes)
            notes.append(Note(onset, end - onset, pitch, _velocity(element)))
        if kind in ("start", "continue"):
            tied[pitch] = before
    return tuple(notes)


def _velocity(element: "NotRest") -> int:
    loudness = element.volume.velocityScalar  # of 1
    if loudness is None or not isfinite(loudness):
        return DEFAULT_VELOCITY
    return min(max(1, round(127 * loudness)), 127)


def _meters(part: "Part", end: int) -> MeterMap:
    from music21.meter.base import TimeSignature
    from music21.stream.base import Measure

    changes: dict[int, Meter] = {}
    for found in part.flatten().getElementsByClass(TimeSignature):
        with suppress(UserError):
            changes[_ticks(found.offset)] = meter_from_text(found.ratioString)
    lines = [_ticks(measure.offset) for measure in part.getElementsByClass(Measure)]
    return MeterMap.from_bar_lines(changes, dividing(lines, changes, end), end)


def _key(flat: "Stream[Any]", transposition: int) -> Key | None:
    """The first key that names its mode; a signature alone leaves the key open."""
    from music21.key import Key as TheirKey

    for found in flat.getElementsByClass(TheirKey):
        mode = mode_from_text(found.mode)
        if mode is not None and found.sharps is not None:
            key = key_on(found.sharps + FIFTHS_ABOVE_MAJOR[mode], mode)
            return key.transposed(transposition) if transposition % 12 else key
    return None


def _transposition(part: "Part") -> int:
    """Semitones from the written to the sounding pitch."""
    instrument = part.getInstrument(returnDefault=False)
    interval = instrument.transposition if instrument else None
    return round(interval.semitones) if interval else 0


def _tempo(score: "Score") -> float:
    from music21.tempo import MetronomeMark

    for mark in score.recurse().getElementsByClass(MetronomeMark):
        tempo = mark.getQuarterBPM()
        if tempo and SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO:
            return round(float(tempo), 6)  # music21 multiplies and divides
    return DEFAULT_TEMPO


def _has_fermata(element: "GeneralNote") -> bool:
    from music21.expressions import Fermata

    return any(isinstance(mark, Fermata) for mark in element.expressions)


def _ticks(quarters: float | Fraction) -> int:
    return round(Fraction(quarters) * QUARTER)
