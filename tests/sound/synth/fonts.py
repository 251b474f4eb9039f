"""A SoundFont of our own, small enough to be written in a moment."""

import io
import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.sound.synth.instruments import Instrument
from core.words import Words

INSTRUMENTS = (
    Instrument(0, 0, Words("Square")),
    Instrument(0, 73, Words("Loud square")),
    Instrument(3, 0, Words("X")),
)

_PERIOD, _PERIODS, _ROOT = 100, 441, 60
_RELEASE_TIMECENTS = -3986  # a tenth of a second
_PACKED = 0x10  # of the kind of a sample
_SAMPLE_MODES, _SAMPLE_ID, _INSTRUMENT, _RELEASE, _ATTENUATION = 54, 53, 41, 38, 48


def write_soundfont(
    path: Path, instruments: Sequence[Instrument] = INSTRUMENTS, is_packed: bool = False
) -> Path:
    """A square wave of 441 Hz (on pitch 60), which begins on its first sample, at full height.

    The first instrument is 20 dB softer than the others. If it `is_packed` the wave is Ogg Vorbis,
    as in .sf3 files.
    """
    period = [12_000] * (_PERIOD // 2) + [-12_000] * (_PERIOD // 2)
    wave = period * _PERIODS + [0] * 46
    samples = _vorbis(wave) if is_packed else struct.pack(f"<{len(wave)}h", *wave)
    info = _chunk(b"ifil", struct.pack("<HH", 3 if is_packed else 2, 4)) + _chunk(
        b"isng", b"EMU8000\0"
    )
    info += _chunk(b"INAM", b"Square\0\0")
    end = len(instruments)
    presets = [(i.name, i.program, i.bank, bag) for bag, i in enumerate(instruments)]
    zones = b"".join(struct.pack("<HH", 2 * index, 0) for index in range(end + 1))
    generators = b"".join(
        struct.pack(
            "<HhHh", _ATTENUATION, 200 if (i.bank, i.program) == (0, 0) else 0, _INSTRUMENT, 0
        )
        for i in instruments
    )
    sample = struct.pack(
        "<20sIIIIIBbHH",
        b"square",
        0,
        len(samples) if is_packed else _PERIOD * _PERIODS,
        _PERIOD,
        2 * _PERIOD,
        44_100,
        _ROOT,
        0,
        0,
        1 | (_PACKED if is_packed else 0),
    )
    pdta = (
        _chunk(b"phdr", b"".join(_preset(*p) for p in [*presets, ("EOP", 0, 0, end)]))
        + _chunk(b"pbag", zones)
        + _chunk(b"pmod", bytes(10))
        + _chunk(b"pgen", generators + bytes(4))
        + _chunk(b"inst", struct.pack("<20sH20sH", b"Square", 0, b"EOI", 1))
        + _chunk(b"ibag", struct.pack("<HHHH", 0, 0, 3, 0))
        + _chunk(b"imod", bytes(10))
        + _chunk(
            b"igen",
            struct.pack("<HhHHHH", _RELEASE, _RELEASE_TIMECENTS, _SAMPLE_MODES, 1, _SAMPLE_ID, 0)
            + bytes(4),
        )
        + _chunk(b"shdr", sample + struct.pack("<20s26x", b"EOS"))
    )
    smpl = _chunk(b"smpl", samples)
    lists = (b"INFO" + info, b"sdta" + smpl, b"pdta" + pdta)
    path.write_bytes(_chunk(b"RIFF", b"sfbk" + b"".join(_chunk(b"LIST", part) for part in lists)))
    return path


def _vorbis(wave: Sequence[int]) -> bytes:
    import soundfile  # type: ignore[import-untyped]

    packed = io.BytesIO()
    soundfile.write(packed, np.array(wave, np.int16), 44_100, "VORBIS", format="OGG")
    return packed.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def _preset(name: str, program: int, bank: int, bag: int) -> bytes:
    return struct.pack("<20sHHHIII", name.encode("latin-1"), program, bank, bag, 0, 0, 0)
