"""Songs as plain bytes: how they cross from one process to another, and lie in the cache.

A corpus is read by many and looked at by few: whoever counts notes needs no Note objects, so songs
stay packed until somebody asks for them. Nothing here is pickled, so nothing can run when a file
that somebody else has altered is read.
"""

import json
import struct
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import UnionType
from typing import NamedTuple

from core.errors import UserError
from core.files.transcript import LONGEST_QUARTERS
from core.music.key import Key
from core.music.melody import HIGHEST_PITCH, QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import FASTEST_TEMPO, MOST_TEMPI, SLOWEST_TEMPO, TempoMap
from core.wordrecord import object_from_words, words_from_object
from core.words import Words

_INTEGER = "i"  # 4 bytes in every Python on the machines we know
_FRAME = struct.Struct("<IIII")
_BYTES_OF_NOTE = 10
_LAST_TICK = LONGEST_QUARTERS * QUARTER


class Packed(NamedTuple):
    """One tune of a file, or why there is none.

    `number` counts the tunes of the file from 1; 0 where a file holds one only. `head` is JSON: for
    a tune what Head says, else [line or null, reason as in core.wordrecord]. `notes` are the
    columns of its melody: onsets, durations (4 bytes each), pitches, velocities (1 byte each);
    empty without a tune.
    """

    number: int
    head: bytes
    notes: bytes

    @property
    def is_song(self) -> bool:
        return bool(self.notes)

    @property
    def length(self) -> int:
        """Number of notes."""
        return len(self.notes) // _BYTES_OF_NOTE

    @property
    def onsets(self) -> bytes:
        return self.notes[: 4 * self.length]

    @property
    def durations(self) -> bytes:
        return self.notes[4 * self.length : 8 * self.length]

    @property
    def pitches(self) -> bytes:
        return self.notes[8 * self.length : 9 * self.length]


class Head(NamedTuple):
    """All of a song but its notes. `meters` are (onset, beats, unit), `key` (fifths, mode),
    `tempos` (onset, quarters a minute)."""

    title: str
    catalogue: str
    tempos: list[tuple[int, float]]
    key: tuple[int, str] | None
    meters: list[tuple[int, int, int]]
    pickup: int
    end: int
    seed_end: int
    phrase_ends: list[int]


_KINDS_IN_HEAD: tuple[type | UnionType, ...] = (
    str,
    str,
    list,
    list | None,
    list,
    int,
    int,
    int,
    list,
)


def pack(song: Song, number: int = 0) -> Packed:
    """`song` in bytes; it has at least one note, as every song of a corpus."""
    notes = song.melody.notes
    head = Head(
        song.title,
        song.catalogue,
        list(song.tempos.changes),
        (song.key.fifths, song.key.mode) if song.key else None,
        [(onset, meter.beats, meter.unit) for onset, meter in song.meters.changes],
        song.meters.pickup,
        song.melody.end,
        song.seed_end,
        list(song.phrase_ends),
    )
    columns = (
        array(_INTEGER, [note.onset for note in notes]).tobytes(),
        array(_INTEGER, [note.duration for note in notes]).tobytes(),
        bytes([note.pitch for note in notes]),
        bytes([note.velocity for note in notes]),
    )
    return Packed(number, _json(head), b"".join(columns))


def pack_refusal(line: int | None, reason: Words, number: int = 0) -> Packed:
    return Packed(number, _json((line, object_from_words(reason))), b"")


def unpack(packed: Packed) -> Song:
    """The song in `packed`. ValueError if it holds none, or anything that no song has."""
    count = packed.length
    if not count or len(packed.notes) != count * _BYTES_OF_NOTE:
        raise ValueError("there is no song in it")
    try:
        return _unpacked(packed)
    except (TypeError, RecursionError, UserError) as error:
        raise ValueError("there is a song in it that is none") from error


def _unpacked(packed: Packed) -> Song:
    count = packed.length
    notes = map(
        Note,
        integers(packed.onsets),
        integers(packed.durations),
        packed.pitches,
        packed.notes[9 * count :],
    )
    head = Head(*json.loads(packed.head))
    if not all(
        isinstance(value, kind) for value, kind in zip(head, _KINDS_IN_HEAD, strict=True)
    ) or not all(isinstance(end, int) for end in head.phrase_ends):
        raise TypeError("there is a value of another kind in the head")
    places = (head.pickup, head.end, head.seed_end, *head.phrase_ends)
    if not all(0 <= place <= _LAST_TICK for place in places):
        raise ValueError("there is a place that no reader takes")
    return Song(
        melody=Melody(tuple(notes), head.end),
        meters=MeterMap(
            tuple((onset, Meter(beats, unit)) for onset, beats, unit in head.meters), head.pickup
        ),
        key=key_of(head),
        tempos=_tempos_of(head),
        title=head.title,
        catalogue=head.catalogue,
        seed_end=head.seed_end,
        phrase_ends=tuple(head.phrase_ends),
    )


def moved(packed: Packed, semitones: int, key: Key) -> Packed:
    """The song in `packed` that many semitones higher, and said to be in `key`; its notes are not
    built for it. ValueError where a pitch would leave MIDI's range.
    """
    count = packed.length
    pitches = bytes(pitch + semitones for pitch in packed.pitches)
    if pitches and max(pitches) > HIGHEST_PITCH:
        raise ValueError(f"pitch {max(pitches)} is beyond MIDI's range")
    notes = b"".join((packed.notes[: 8 * count], pitches, packed.notes[9 * count :]))
    head = Head(*json.loads(packed.head))
    return Packed(packed.number, _json(head._replace(key=(key.fifths, key.mode))), notes)


def unpack_refusal(packed: Packed) -> tuple[int | None, Words]:
    """Line and reason. ValueError if it holds none."""
    try:
        line, reason = json.loads(packed.head)
    except (TypeError, RecursionError) as error:
        raise ValueError("there is no reason in it") from error
    return line if isinstance(line, int) else None, words_from_object(reason)


def heads_of(songs: Iterable[Packed]) -> list[Head]:
    """The heads of many songs, read at once."""
    heads = json.loads(b"[" + b",".join(song.head for song in songs) + b"]")
    return [Head(*head) for head in heads]


def key_of(head: Head) -> Key | None:
    if head.key is None:
        return None
    fifths, mode = head.key
    return Key(fifths, "minor" if mode == "minor" else "major")


def _tempos_of(head: Head) -> TempoMap:
    changes = tuple((onset, tempo) for onset, tempo in head.tempos)
    if len(changes) > MOST_TEMPI or not all(
        isinstance(onset, int) and onset <= _LAST_TICK and SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO
        for onset, tempo in changes
    ):
        raise ValueError("there is a tempo that no song has")
    return TempoMap(changes)


def integers(column: bytes) -> "array[int]":
    """The numbers in a column of onsets or durations, or in several joined."""
    numbers = array(_INTEGER)
    numbers.frombytes(column)
    return numbers


@dataclass(frozen=True, slots=True)
class Entry:
    """A Packed of the file with that number in a list of files; None marks the file's end."""

    file: int
    packed: Packed | None


_END = 0xFFFF_FFFF


def bytes_from_entries(entries: Iterable[Entry]) -> bytes:
    """Entries one behind the other; `entries_from_bytes` takes them apart again."""
    parts: list[bytes] = []
    for entry in entries:
        if entry.packed is None:
            parts.append(_FRAME.pack(entry.file, _END, 0, 0))
        else:
            number, head, notes = entry.packed
            parts += (_FRAME.pack(entry.file, number, len(head), len(notes)), head, notes)
    return b"".join(parts)


def entries_from_bytes(data: bytes) -> Iterator[Entry]:
    """ValueError for bytes that are cut off."""
    place, end = 0, len(data)
    while place < end:
        try:
            file, number, head, notes = _FRAME.unpack_from(data, place)
        except struct.error:
            raise ValueError("the bytes are cut off") from None
        place += _FRAME.size
        if place + head + notes > end:
            raise ValueError("the bytes are cut off")
        if number == _END:
            yield Entry(file, None)
            continue
        middle = place + head
        packed = Packed(number, data[place:middle], data[middle : middle + notes])
        place = middle + notes
        yield Entry(file, packed)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
