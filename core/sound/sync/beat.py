"""The beat of another machine, from its MIDI clocks.

A delay-locked loop of second order: F. Adriaensen, "Using a DLL to filter time", Linux Audio
Conference 2005, http://kokkinizita.linuxaudio.org/papers/usingdll.pdf. It smooths the jitter of
single clocks and follows the tempo without any lasting error, because each clock counts.
"""

import math

from core.music.melody import QUARTER
from core.music.tempo import TempoMap
from core.sound.playing.pulses import STEP
from core.sound.playing.timeline import Timeline

_BANDWIDTH_HZ = 0.8
_CLOCKS_A_MINUTE = 60 * STEP / QUARTER
_FAR = 0.4
"""A clock is moved no farther (as a share of their distance) from where it was expected."""

_ALIKE = 0.2
"""Two distances that differ by less (as a share) after a far clock are another tempo."""

_SLOWEST, _FASTEST = 15.0, 500.0


class Beat:
    """Each clock moves on by a 24th of a quarter; `tempo` is what is expected at first."""

    def __init__(self, tempo: float) -> None:
        self._step_seconds = _CLOCKS_A_MINUTE / tempo
        self._heard_seconds: float | None = None
        self._distance_seconds: float | None = None
        self._seconds = self._expected = 0.0
        self._is_measured = False
        self._tick = -STEP

    @property
    def heard_seconds(self) -> float | None:
        """When the last clock came."""
        return self._heard_seconds

    def place(self, tick: int) -> None:
        """The next clock is this tick."""
        self._tick = tick - STEP

    def strike(self, seconds: float) -> Timeline:
        """A clock that came then; gives how musical time runs now."""
        self._tick += STEP
        before, self._heard_seconds = self._heard_seconds, seconds
        if before is None:
            self._begin(seconds)
            return self._timeline()
        distance, last = seconds - before, self._distance_seconds
        self._distance_seconds = distance
        error, most = seconds - self._expected, _FAR * self._step_seconds
        is_far = not self._is_measured or abs(error) > most
        if is_far and _is_tempo(distance) and (last is None or _is_alike(distance, last)):
            self._is_measured = True
            self._step_seconds = distance
            self._begin(seconds)
        else:
            self._follow(max(-most, min(error, most)))
        return self._timeline()

    def forget(self) -> None:
        """What comes next has nothing to do with what came before."""
        self._heard_seconds = self._distance_seconds = None
        self._is_measured = False

    def _timeline(self) -> Timeline:
        tempo = _CLOCKS_A_MINUTE / self._step_seconds
        return Timeline(self._tick, self._seconds, TempoMap.constant(tempo))

    def _follow(self, error: float) -> None:
        angle = 2 * math.pi * _BANDWIDTH_HZ * self._step_seconds
        self._seconds = self._expected
        self._expected += math.sqrt(2) * angle * error + self._step_seconds
        self._step_seconds += angle * angle * error

    def _begin(self, seconds: float) -> None:
        self._seconds = seconds
        self._expected = seconds + self._step_seconds


def _is_tempo(distance_seconds: float) -> bool:
    return _CLOCKS_A_MINUTE / _FASTEST < distance_seconds < _CLOCKS_A_MINUTE / _SLOWEST


def _is_alike(one: float, other: float) -> bool:
    return abs(one - other) < _ALIKE * one
