"""The instruments that there are to choose from in a SoundFont.

A SoundFont (SoundFont Technical Specification 2.04, sections 4 and 7.2) is a RIFF file; the chunk
`phdr` of its list `pdta` names every preset in 38 bytes. Reading it here takes a millisecond, needs
no FluidSynth and no sample, and can be bounded, which a library's parser of C cannot.
"""

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from core.errors import UserError
from core.words import Words, joined

LARGEST_SOUNDFONT_BYTES = 2_000_000_000
_MOST_CHUNKS, _MOST_PRESETS = 64, 20_000
_DRUMS = 128
_PRESET = struct.Struct("<20sHHHIII")
_CHUNK = struct.Struct("<4sI")


@dataclass(frozen=True, slots=True, order=True)
class Instrument:
    """A preset: `bank` and `program` are how MIDI calls for it.

    Those of General MIDI have a name in every language, those of a SoundFont the one in the file.
    """

    bank: int
    program: int
    name: Words


def instruments_from_soundfont(path: Path) -> tuple[Instrument, ...]:
    """The instruments of a .sf2 or .sf3 file, in order; without the kits of drums.

    UserError for what is no SoundFont, is too large, or has no instrument.
    """
    try:
        if not path.is_file():
            raise UserError("There is no SoundFont '{path}'; choose another file.", path=path)
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST_SOUNDFONT_BYTES:
                raise UserError(
                    "'{path}' is larger than {most} MB; choose a smaller SoundFont.",
                    path=path,
                    most=LARGEST_SOUNDFONT_BYTES // 1_000_000,
                )
            headers = _preset_headers(file)
    except (OSError, ValueError) as error:
        raise UserError(
            "'{path}' cannot be read ({error}); choose another file.", path=path, error=str(error)
        ) from error
    found = [instrument for header in headers if (instrument := _instrument(header)) is not None]
    if not found:
        raise UserError("'{path}' is no SoundFont that can be read; choose another.", path=path)
    return tuple(sorted(found))


def _preset_headers(file: BinaryIO) -> list[bytes]:
    """The records of the chunk `phdr` but the last, which only ends them; empty without one."""
    riff = file.read(12)
    if riff[:4] != b"RIFF" or riff[8:] != b"sfbk":
        return []
    for _ in range(_MOST_CHUNKS):
        head = file.read(_CHUNK.size)
        if len(head) < _CHUNK.size:
            return []
        name, size = _CHUNK.unpack(head)
        if name == b"LIST" and file.read(4) == b"pdta":
            continue  # its chunks stand right here
        if name == b"phdr":
            count = min(size // _PRESET.size, _MOST_PRESETS)
            data = file.read(count * _PRESET.size)
            ends = range(_PRESET.size, len(data), _PRESET.size)
            return [data[end - _PRESET.size : end] for end in ends]
        skipped = size - 4 if name == b"LIST" else size
        file.seek(max(0, skipped) + size % 2, os.SEEK_CUR)
    return []


def _instrument(header: bytes) -> Instrument | None:
    letters, program, bank, *_ = _PRESET.unpack(header)
    if bank >= _DRUMS or program > 127:
        return None
    name = letters.split(b"\0")[0].decode("latin-1")
    shown = " ".join("".join(filter(str.isprintable, name)).split())
    return Instrument(bank, program, joined("", (shown,)))
