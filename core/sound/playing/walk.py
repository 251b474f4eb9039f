"""Going through a song tick by tick: what all that sounds in it has in common."""

import math
from typing import Protocol

from core.sound.playing.schedule import NOTE_OFF, NOTE_ON, Schedule, channel_of, kind_of, note_off

NEVER = math.inf


class Walk(Protocol):
    """Something that has messages at some ticks of a song, in order."""

    @property
    def next(self) -> float:
        """The tick of the next messages, NEVER if none follow."""

    def take(self) -> tuple[bytes, ...]:
        """The messages at `next`, which moves on."""

    def turn(self, tick: int) -> tuple[bytes, ...]:
        """Goes on from `tick`, that included; gives what must be sent for that now."""


class Notes:
    """The notes of a schedule, from the tick `start` on."""

    def __init__(self, schedule: Schedule, start: int) -> None:
        self._schedule = schedule
        self._index = schedule.index_at(start)
        self._sounding: set[tuple[int, int]] = set()

    @property
    def next(self) -> float:
        is_over = self._index == len(self._schedule)
        return NEVER if is_over else self._schedule.ticks[self._index]

    def take(self) -> tuple[bytes, ...]:
        message = self._schedule.messages[self._index]
        self._index += 1
        kind = kind_of(message)
        if kind == NOTE_ON:
            self._sounding.add((channel_of(message), message[1]))
        elif kind == NOTE_OFF:
            self._sounding.discard((channel_of(message), message[1]))
        return (message,)

    def turn(self, tick: int) -> tuple[bytes, ...]:
        """Ends what sounds: nothing of it goes on where the song jumps."""
        self._index = self._schedule.index_at(tick)
        return self._without(set())

    def revise(self, schedule: Schedule, tick: int) -> tuple[bytes, ...]:
        """Goes on at `tick` in another schedule: notes that it has too sound on."""
        index = schedule.index_at(tick)
        before = self._schedule.state_before(tick)
        state = tuple(m for m in schedule.state_before(tick) if m not in before)
        self._schedule, self._index = schedule, index
        kept = {note for note in self._sounding if schedule.is_sounding(*note, index)}
        return (*self._without(kept), *state)

    def _without(self, kept: set[tuple[int, int]]) -> tuple[bytes, ...]:
        gone = self._sounding - kept
        self._sounding -= gone
        return tuple(note_off(pitch, channel) for channel, pitch in sorted(gone))
