import io
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import UserError
from core.files.audio import SUFFIXES, AudioFile

soundfile = pytest.importorskip("soundfile")

FRAMES = np.random.default_rng(7).uniform(-1, 1, (5_000, 2)).astype(np.float32)


def written(path: Path, *pieces: "np.typing.NDArray[np.float32]", remark: str = "") -> AudioFile:
    with (
        path.open("wb") as file,
        AudioFile(file, path.suffix, 44_100, "My tune ä", remark) as audio,
    ):
        for piece in pieces:
            audio.write(piece)
    return audio


def test_wav_and_flac_hold_the_same_samples_to_the_last_of_24_bits(tmp_path: Path) -> None:
    found = []
    for suffix in SUFFIXES:
        path = tmp_path / f"tune{suffix}"
        audio = written(path, FRAMES[:1_234], FRAMES[1_234:])
        samples, rate = soundfile.read(path, dtype="int32")
        found.append(samples)
        about = soundfile.info(str(path))
        assert (rate, about.channels, about.subtype) == (44_100, 2, "PCM_24")
        assert soundfile.SoundFile(path).title == "My tune ä"
        assert audio.clipped == 0
    assert np.array_equal(found[0], found[1])
    assert np.abs(found[0] / 2**31 - FRAMES).max() <= 2**-24


def test_what_is_too_loud_is_cut_off_and_counted(tmp_path: Path) -> None:
    loud = np.array([[0.5, 0.5], [1.5, 0.0], [0.0, -1.5], [-1.0, 0.9]], np.float32)
    path = tmp_path / "loud.wav"
    assert written(path, loud).clipped == 2
    samples, _ = soundfile.read(path, dtype="int32")
    assert (samples[1, 0] >> 8, samples[2, 1] >> 8) == (2**23 - 1, -(2**23))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_remark_is_kept_where_it_fits(tmp_path: Path, suffix: str) -> None:
    for length, kept in ((2_000, 2_000), (2_001, 0)):
        path = tmp_path / f"tune{suffix}"
        written(path, FRAMES, remark="r" * length)
        assert len(soundfile.SoundFile(path).comment) == kept


class FullDisk(io.BytesIO):
    def write(self, _: object, /) -> int:
        raise OSError(28, "No space left on device")


def write_much(suffix: str) -> None:
    with AudioFile(FullDisk(), suffix, 44_100) as audio:
        audio.write(FRAMES)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_error_of_the_disk_comes_through_the_library(suffix: str) -> None:
    with pytest.raises(OSError, match="No space left"):
        write_much(suffix)


class FullLater(io.RawIOBase):
    """A disk that is full when what waits in memory is to be written."""

    is_full = True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, _whence: int = io.SEEK_SET, /) -> int:
        return offset

    def write(self, data: Any, /) -> int:
        if self.is_full:
            raise OSError(28, "No space left on device")
        return len(data)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_so_does_one_that_comes_late(suffix: str) -> None:
    disk = FullLater()
    file = io.BufferedWriter(disk)
    with (
        pytest.raises(OSError, match="No space left"),
        AudioFile(file, suffix, 44_100) as audio,
    ):
        audio.write(FRAMES)
    disk.is_full = False  # or it complains once more when it is closed


def test_without_the_library_a_sentence_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "soundfile", None)
    with pytest.raises(UserError, match="install it"):
        AudioFile(io.BytesIO(), ".wav", 44_100)
