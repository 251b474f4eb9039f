"""Time that begins with a note which was waited for."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.sound.reports import Received


class FirstNote:
    """The note stands at `tick`; the player, which begins some milliseconds later, stands `shift`
    ticks too far back from then on."""

    def __init__(self, received: "Received", tick: int, ticks_per_second: float) -> None:
        self._seconds, self._tick, self._speed = received.seconds, tick, ticks_per_second
        self._shift: float | None = None

    @property
    def shift(self) -> float:
        return self._shift or 0.0

    @property
    def present_tick(self) -> int:
        """Where time stands now, for the player to begin there."""
        return round(self._tick_at(time.perf_counter()))

    def tick_of(self, received: "Received") -> float:
        """Where in the tune something was played, before the player began or behind it."""
        if received.tick is None:
            return self._tick_at(received.seconds)
        if self._shift is None:
            self._shift = self._tick_at(received.seconds) - received.tick
        return received.tick + self._shift

    def _tick_at(self, seconds: float) -> float:
        return self._tick + (seconds - self._seconds) * self._speed
