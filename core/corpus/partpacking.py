"""What a file offers as plain bytes: how it crosses from one process to another."""

import json

from core.corpus.packing import (
    Entry,
    Packed,
    bytes_from_entries,
    entries_from_bytes,
    pack,
    unpack,
)
from core.files.part import Contents, Part
from core.files.transcript import LONGEST_TITLE
from core.music.program import PROGRAMS
from core.words import shown

_LINE = b"\n"


def bytes_from_contents(contents: Contents) -> bytes:
    """A line of JSON that tells the parts, and their songs packed, in order."""
    parts = [
        (part.notes, part.name, part.voice, part.channel, part.program, part.is_drums)
        for part in contents.parts
    ]
    told = json.dumps([contents.proposed, parts]).encode("ascii")
    songs = bytes_from_entries(
        Entry(place, pack(part.song)) for place, part in enumerate(contents.parts)
    )
    return told + _LINE + songs


def contents_from_bytes(data: bytes) -> Contents:
    """What `bytes_from_contents` was given. ValueError for anything else."""
    told, _, songs = data.partition(_LINE)
    try:
        match json.loads(told):
            case [int(proposed), [_, *_] as parts] if 0 <= proposed < len(parts):
                packed = [entry.packed for entry in entries_from_bytes(songs)]
                found = zip(packed, parts, strict=True)
                return Contents(tuple(_part(song, part) for song, part in found), proposed)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    raise ValueError("there are no parts in it")


def _part(song: Packed | None, told: object) -> Part:
    match told:
        case [int(notes), str(name), int(voice), int(channel), program, bool(is_drums)] if song:
            if program is None or (isinstance(program, int) and 0 <= program < len(PROGRAMS)):
                title = shown(name, LONGEST_TITLE)
                return Part(unpack(song), notes, title, voice, channel, program, is_drums)
    raise ValueError("there is a part in it that is none")
