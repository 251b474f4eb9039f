"""The instruments that there are to choose from: of a SoundFont, or of General MIDI.

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

LARGEST_SOUNDFONT_BYTES = 2_000_000_000
_MOST_CHUNKS, _MOST_PRESETS = 64, 20_000
_DRUMS = 128
_PRESET = struct.Struct("<20sHHHIII")
_CHUNK = struct.Struct("<4sI")


@dataclass(frozen=True, slots=True, order=True)
class Instrument:
    """A preset: `bank` and `program` are how MIDI calls for it."""

    bank: int
    program: int
    name: str


def instruments_from_soundfont(path: Path) -> tuple[Instrument, ...]:
    """The instruments of a .sf2 or .sf3 file, in order; without the kits of drums.

    UserError for what is no SoundFont, is too large, or has no instrument.
    """
    try:
        if not path.is_file():
            raise UserError(f"There is no SoundFont '{path}'; choose another file.")
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST_SOUNDFONT_BYTES:
                most = LARGEST_SOUNDFONT_BYTES // 1_000_000
                raise UserError(f"'{path}' is larger than {most} MB; choose a smaller SoundFont.")
            headers = _preset_headers(file)
    except (OSError, ValueError) as error:
        raise UserError(f"'{path}' cannot be read ({error}); choose another file.") from error
    found = [instrument for header in headers if (instrument := _instrument(header)) is not None]
    if not found:
        raise UserError(f"'{path}' is no SoundFont that can be read; choose another.")
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
    return Instrument(bank, program, " ".join("".join(filter(str.isprintable, name)).split()))


_GENERAL_MIDI = """
Acoustic grand piano, Bright acoustic piano, Electric grand piano, Honky-tonk piano
Electric piano 1, Electric piano 2, Harpsichord, Clavinet
Celesta, Glockenspiel, Music box, Vibraphone, Marimba, Xylophone, Tubular bells, Dulcimer
Drawbar organ, Percussive organ, Rock organ, Church organ
Reed organ, Accordion, Harmonica, Tango accordion
Nylon guitar, Steel guitar, Jazz guitar, Clean electric guitar
Muted electric guitar, Overdriven guitar, Distortion guitar, Guitar harmonics
Acoustic bass, Fingered electric bass, Picked electric bass, Fretless bass
Slap bass 1, Slap bass 2, Synth bass 1, Synth bass 2
Violin, Viola, Cello, Contrabass, Tremolo strings, Pizzicato strings, Orchestral harp, Timpani
String ensemble 1, String ensemble 2, Synth strings 1, Synth strings 2
Choir aahs, Voice oohs, Synth choir, Orchestra hit
Trumpet, Trombone, Tuba, Muted trumpet, French horn, Brass section, Synth brass 1, Synth brass 2
Soprano sax, Alto sax, Tenor sax, Baritone sax, Oboe, English horn, Bassoon, Clarinet
Piccolo, Flute, Recorder, Pan flute, Blown bottle, Shakuhachi, Whistle, Ocarina
Square lead, Sawtooth lead, Calliope lead, Chiff lead, Charang lead, Voice lead
Fifths lead, Bass and lead
New age pad, Warm pad, Polysynth pad, Choir pad, Bowed pad, Metallic pad, Halo pad, Sweep pad
Rain, Soundtrack, Crystal, Atmosphere, Brightness, Goblins, Echoes, Sci-fi
Sitar, Banjo, Shamisen, Koto, Kalimba, Bagpipe, Fiddle, Shanai
Tinkle bell, Agogo, Steel drums, Woodblock, Taiko drum, Melodic tom, Synth drum, Reverse cymbal
Guitar fret noise, Breath noise, Seashore, Bird tweet, Telephone ring, Helicopter, Applause, Gunshot
"""

GENERAL_MIDI = tuple(
    Instrument(0, program, name)
    for program, name in enumerate(_GENERAL_MIDI.strip().replace("\n", ", ").split(", "))
)
"""What the programs of a MIDI instrument are by the General MIDI standard (RP-003)."""
