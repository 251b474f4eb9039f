import os
import struct
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.sound.synth import instruments
from core.sound.synth.generalmidi import GENERAL_MIDI
from core.sound.synth.instruments import Instrument, instruments_from_soundfont
from core.words import Words
from tests.sound.synth.fonts import INSTRUMENTS, write_soundfont


def test_general_midi_is_whole() -> None:
    assert [instrument.program for instrument in GENERAL_MIDI] == list(range(128))
    names = {instrument.program: instrument.name for instrument in GENERAL_MIDI}
    assert (names[0], names[40], names[73], names[127]) == (
        "Acoustic grand piano",
        "Violin",
        "Flute",
        "Gunshot",
    )
    assert len(set(names.values())) == 128


def test_the_instruments_of_a_soundfont_come_in_order_without_drums(tmp_path: Path) -> None:
    kit = Instrument(128, 0, Words("Standard kit"))
    odd = Instrument(0, 5, Words("Tab\there \xe9"))
    path = write_soundfont(tmp_path / "own.sf2", (kit, *reversed(INSTRUMENTS), odd))
    assert instruments_from_soundfont(path) == tuple(
        sorted([*INSTRUMENTS, Instrument(0, 5, Words("Tabhere é"))])
    )


def test_a_soundfont_of_drums_only_is_refused(tmp_path: Path) -> None:
    path = write_soundfont(tmp_path / "kit.sf2", (Instrument(128, 0, Words("Kit")),))
    with pytest.raises(UserError, match=r"'.*kit\.sf2' is no SoundFont"):
        instruments_from_soundfont(path)


@given(st.integers(0, 88_000), st.binary(min_size=1, max_size=40), st.booleans())
def test_whatever_stands_in_the_file_there_are_instruments_or_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, place: int, noise: bytes, is_cut: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "noise.sf2"
    data = write_soundfont(path).read_bytes()
    # Most of the file are samples: half of the noise goes where the names are.
    place = len(data) - place % 1000 if place % 2 else place
    path.write_bytes(data[:place] if is_cut else data[:place] + noise + data[place + len(noise) :])
    found: tuple[Instrument, ...] = ()
    with suppress(UserError):
        found = instruments_from_soundfont(path)
    assert all(0 <= i.program < 128 and 0 <= i.bank < 128 for i in found)
    assert all(i.name.isprintable() for i in found)


def test_sizes_that_lie_are_not_believed(tmp_path: Path) -> None:
    path = write_soundfont(tmp_path / "own.sf2")
    data = bytearray(path.read_bytes())
    place = data.index(b"phdr") + 4
    data[place : place + 4] = struct.pack("<I", 0xFFFFFFFF)
    path.write_bytes(data)
    assert instruments_from_soundfont(path), "what is there is read, and no memory taken for more"


def test_other_files_are_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tmp_path, tmp_path / "gone.sf2"):
        with pytest.raises(UserError, match="There is no SoundFont"):
            instruments_from_soundfont(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.sf2")
        with pytest.raises(UserError, match="There is no SoundFont"):
            instruments_from_soundfont(tmp_path / "pipe.sf2")
    own = write_soundfont(tmp_path / "own.sf2")
    monkeypatch.setattr(instruments, "LARGEST_SOUNDFONT_BYTES", 80_000)
    with pytest.raises(UserError, match=r"own\.sf2' is larger than 0 MB"):
        instruments_from_soundfont(own)
