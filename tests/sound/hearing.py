"""Finds the pitches in a recording, as a listener would: by their sound alone."""

import wave
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float64]

LOWEST, HIGHEST = 48, 84
_HARMONICS = 4
_WINDOW_SECONDS, _HOP_SECONDS, _SHORTEST_RUN = 0.15, 0.05, 3
_AUDIBLE = 0.005


def samples_from_wave(path: Path) -> tuple[Samples, int]:
    """(mono samples between -1 and 1, sample rate)."""
    with wave.open(str(path)) as file:
        assert file.getsampwidth() == 2
        data = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
        channels = file.getnchannels()
        return data.reshape(-1, channels).mean(axis=1) / 32768, file.getframerate()


def is_audible(samples: Samples) -> bool:
    return bool(np.abs(samples).max() > _AUDIBLE)


def first_sound(samples: Samples) -> int:
    """Index of the first sample that can be heard."""
    loud = np.flatnonzero(np.abs(samples) > _AUDIBLE)
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


def pitches_heard(path: Path) -> list[int]:
    """The pitches of a recorded melody in which no note is repeated, in order.

    Found note by note and not at set moments: a recording on a crowded machine has gaps. None in
    one that is silent.
    """
    samples, rate = samples_from_wave(path)
    if not is_audible(samples):
        return []
    samples = samples[first_sound(samples) :]
    size, hop = int(_WINDOW_SECONDS * rate), int(_HOP_SECONDS * rate)
    windows = (samples[start : start + size] for start in range(0, samples.size - size, hop))
    heard = [pitch_heard(window, rate) for window in windows if is_audible(window)]
    runs = ((pitch, len(list(run))) for pitch, run in groupby(heard))
    return [pitch for pitch, length in runs if length >= _SHORTEST_RUN]
