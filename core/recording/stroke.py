"""From MIDI messages to strokes: keys with the moments at which they sounded, in ticks."""

from collections.abc import Iterable
from dataclasses import dataclass

_NOTE_OFF, _NOTE_ON, _CONTROL_CHANGE = 0x80, 0x90, 0xB0
_SUSTAIN, _SILENCES = 64, frozenset({120, 123})
_DOWN = 64
"""MIDI 1.0: the pedal is down from 64 on; controllers 120 and 123 end every note."""

_Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key as it was played: from `onset` to `end` in ticks, which are no whole numbers yet.

    The end is where it stopped sounding: where the key came up, or the sustain pedal behind it.
    A key that came up in the moment in which it went down has its end there.
    """

    onset: float
    end: float
    pitch: int
    velocity: int

    def moved(self, ticks: float) -> "Stroke":
        return Stroke(self.onset + ticks, self.end + ticks, self.pitch, self.velocity)


class Strokes:
    """Listens to messages in the order in which they were played, on any channels."""

    def __init__(self) -> None:
        self._ended: list[Stroke] = []
        self._sounding: dict[_Key, tuple[float, int]] = {}
        self._pedalled: set[_Key] = set()
        self._pedals: set[int] = set()

    @property
    def ended(self) -> tuple[Stroke, ...]:
        """The strokes that sound no more, by their onsets."""
        return _in_order(self._ended)

    @property
    def begun(self) -> int:
        """How many strokes there were so far."""
        return len(self._ended) + len(self._sounding)

    def hear(self, message: bytes, tick: float) -> None:
        """Takes a message of any kind; those that are no note and no pedal change nothing."""
        if not message:
            return
        kind, channel = message[0] & 0xF0, message[0] & 0x0F
        if kind == _NOTE_ON and len(message) == 3 and message[2]:
            self._end((channel, message[1]), tick)
            self._sounding[channel, message[1]] = tick, message[2]
        elif kind in (_NOTE_OFF, _NOTE_ON) and len(message) == 3:
            self._lift((channel, message[1]), tick)
        elif kind == _CONTROL_CHANGE and len(message) == 3:
            self._control(channel, message[1], message[2], tick)

    def until(self, tick: float) -> tuple[Stroke, ...]:
        """All strokes by their onsets; what still sounds is held up to `tick`."""
        held = (_stroke(key, *begun, tick) for key, begun in self._sounding.items())
        return _in_order([*self._ended, *held])

    def _lift(self, key: _Key, tick: float) -> None:
        if key[0] in self._pedals and key in self._sounding:
            self._pedalled.add(key)
        else:
            self._end(key, tick)

    def _end(self, key: _Key, tick: float) -> None:
        self._pedalled.discard(key)
        begun = self._sounding.pop(key, None)
        if begun is not None:
            self._ended.append(_stroke(key, *begun, tick))

    def _control(self, channel: int, number: int, value: int, tick: float) -> None:
        if number == _SUSTAIN and value >= _DOWN:
            self._pedals.add(channel)
        elif number == _SUSTAIN:
            self._pedals.discard(channel)
            for key in [key for key in self._pedalled if key[0] == channel]:
                self._end(key, tick)
        elif number in _SILENCES:
            for key in [key for key in self._sounding if key[0] == channel]:
                self._end(key, tick)


def _stroke(key: _Key, onset: float, velocity: int, end: float) -> Stroke:
    return Stroke(onset, max(end, onset), key[1], velocity)


def _in_order(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    return tuple(sorted(strokes, key=lambda stroke: stroke.onset))
