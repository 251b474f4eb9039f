"""Finds the pitches in a recording, as a listener would: by their sound alone."""

import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]

LOWEST, HIGHEST = 48, 84
_HARMONICS = 4


def samples_from_wave(path: Path) -> tuple[Samples, int]:
    """(mono samples between -1 and 1, sample rate)."""
    with wave.open(str(path)) as file:
        assert file.getsampwidth() == 2
        data = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
        channels = file.getnchannels()
        return data.reshape(-1, channels).mean(axis=1) / 32768, file.getframerate()


def first_sound(samples: Samples, threshold: float = 0.005) -> int:
    """Index of the first sample that can be heard."""
    loud = np.flatnonzero(np.abs(samples) > threshold)
    assert loud.size, "the recording is silent"
    return int(loud[0])


def pitch_heard(samples: Samples, rate: int) -> int:
    """The MIDI pitch whose first harmonics fit the spectrum best."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size), 1 << 17))
    width = rate / (1 << 17)

    def strength(frequency: float) -> float:
        low, high = (int(frequency * factor / width) for factor in (0.985, 1.015))
        return float(spectrum[low : high + 1].max())

    def fit(pitch: int) -> float:
        base = 440 * 2 ** ((pitch - 69) / 12)
        half = strength(base / 2) + strength(base * 1.5)
        return sum(strength(base * n) / n for n in range(1, _HARMONICS + 1)) - half

    return max(range(LOWEST, HIGHEST + 1), key=fit)


def pitches_heard(path: Path, count: int, seconds_each: float) -> list[int]:
    """The pitches of `count` notes that follow each other evenly from the first sound on."""
    samples, rate = samples_from_wave(path)
    start, step = first_sound(samples), seconds_each * rate
    windows = (
        samples[int(start + (k + 0.15) * step) : int(start + (k + 0.9) * step)]
        for k in range(count)
    )
    return [pitch_heard(window, rate) for window in windows]
