"""A schedule on its way through time; the clock stays with the caller."""

from copy import copy

from core.sound.schedule import Schedule
from core.sound.timeline import Timeline


class Transport:
    """Walks through `schedule`; `from_tick` sounds at `seconds` of the caller's clock."""

    def __init__(self, schedule: Schedule, from_tick: int, tempo: float, seconds: float) -> None:
        self.schedule = schedule
        self.from_tick = from_tick
        self._next = schedule.index_at(from_tick)
        self.timeline = Timeline(from_tick, seconds, tempo)

    @property
    def sounding(self) -> frozenset[tuple[int, int]]:
        """(channel, pitch) of the notes that should sound after all that was taken."""
        return self.schedule.sounding_before(self._next)

    @property
    def is_done(self) -> bool:
        """True when the last message is taken and only the end may still have to come."""
        return self._next == len(self.schedule)

    def due_seconds(self) -> float:
        """The moment of the next message, or of the end when all are taken."""
        if self.is_done:
            return max(self.timeline.seconds, self.timeline.seconds_at(self.schedule.end))
        return self.timeline.seconds_at(self.schedule.ticks[self._next])

    def tick_at(self, seconds: float) -> int:
        """The tick that sounds at `seconds`, never before the start nor behind the end."""
        tick = self.timeline.tick_at(seconds)
        return round(min(max(tick, self.from_tick), max(self.schedule.end, self.from_tick)))

    def revised(self, schedule: Schedule, seconds: float) -> "Transport":
        """Another schedule on the same timeline, from what is due after `seconds` on."""
        revised = copy(self)
        revised.schedule = schedule
        revised._next = schedule.index_at(self.timeline.tick_at(seconds))
        return revised

    def take(self, seconds: float) -> tuple[bytes, ...]:
        """The messages due at or before `seconds`, each given once."""
        first = self._next
        while not self.is_done and self.due_seconds() <= seconds:
            self._next += 1
        return self.schedule.messages[first : self._next]
