"""The metronome: where it strikes, and how it sounds."""

from core.music.meter import MeterMap
from core.sound.playing.schedule import note_off, note_on
from core.sound.playing.walk import NEVER

CHANNEL = 9
"""Drums in General MIDI, which counts this channel as the tenth."""

ACCENT, BEAT = 76, 77
"""High and low wood block."""

ACCENT_VELOCITY, BEAT_VELOCITY = 120, 88
LENGTH = 60
"""How long a stroke is, in ticks."""


def count_in_ticks(meters: MeterMap, tick: int, bars: int) -> int:
    """How long to count before `tick`: so many bars, and up to the bar line before them.

    Before an upbeat of one quarter in 4/4 a bar of counting is "1 2 3 4, 1 2 3". 0 for no bars.
    """
    if not bars:
        return 0
    return bars * meters.meter_at(tick).bar + meters.position(tick)[1]


class Clicks:
    """A stroke on every felt beat of the meters, accented on bar lines.

    From `start` to `entry` it counts in, in the meter at `entry`; from there on it strikes the
    beats of the song while `is_on`, also behind the song's end.
    """

    def __init__(self, meters: MeterMap, start: int, entry: int, is_on: bool) -> None:
        self._meters, self._entry, self._is_on = meters, entry, is_on
        self._struck: tuple[int, int] | None = None  # (pitch, tick of its end)
        self._beat = self._beat_from(start)

    @property
    def next(self) -> float:
        return self._beat if self._struck is None else min(self._beat, self._struck[1])

    def take(self) -> tuple[bytes, ...]:
        tick, messages = self.next, self._ended() if self._struck is not None else ()
        if tick == self._beat:
            is_accent = self._place(int(tick)) == 0
            pitch, velocity = (ACCENT, ACCENT_VELOCITY) if is_accent else (BEAT, BEAT_VELOCITY)
            messages += (note_on(pitch, velocity, CHANNEL),)
            self._struck = pitch, int(tick) + LENGTH
            self._beat = self._beat_from(int(tick) + 1)
        return messages

    def turn(self, tick: int) -> tuple[bytes, ...]:
        self._entry = min(self._entry, tick)
        self._beat = self._beat_from(tick)
        return self._ended()

    def revise(self, meters: MeterMap, is_on: bool, tick: int) -> None:
        """Strikes on from `tick` as it should be now."""
        self._meters, self._is_on = meters, is_on
        self._beat = self._beat_from(tick)

    def _ended(self) -> tuple[bytes, ...]:
        struck, self._struck = self._struck, None
        return () if struck is None else (note_off(struck[0], CHANNEL),)

    def _beat_from(self, tick: int) -> float:
        """The first beat at or after `tick`."""
        if tick < self._entry:
            beat = tick + -self._place(tick) % self._meters.meter_at(self._entry).beat
            if beat < self._entry:
                return beat
            tick = self._entry
        return self._meters.next_beat(tick) if self._is_on else NEVER

    def _place(self, tick: int) -> int:
        """Ticks since the bar line; before the entry as if the meter there had always been."""
        if tick >= self._entry:
            return self._meters.position(tick)[1]
        place = self._meters.position(self._entry)[1] + tick - self._entry
        return place % self._meters.meter_at(self._entry).bar
