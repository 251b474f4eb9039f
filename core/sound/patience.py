"""How long an answer may take before the one who owes it is taken for dead."""

import time
from collections.abc import Callable

from core.sound.protocol import OPENING_PATIENCE_SECONDS

_PING_SECONDS = 0.2
_LONGEST_STEP_SECONDS = 0.1


class Patience:
    """Calls `ping` now and then, and counts how long it stays unanswered.

    Only time spent looking here is counted, so that a program that slept itself does not blame the
    other for it.
    """

    def __init__(self, ping: Callable[[], None]) -> None:
        self._send_ping = ping
        self._allowed_seconds = OPENING_PATIENCE_SECONDS
        self._silent_seconds = 0.0
        self._looked = time.monotonic()
        self._ping()

    def hear(self, allowed_seconds: float) -> None:
        """An answer, and how long the next one may take."""
        self._allowed_seconds = allowed_seconds
        self._awaits_answer = False
        self._silent_seconds = 0.0

    def is_over(self) -> bool:
        """To be asked about every 15 ms."""
        now = time.monotonic()
        step_seconds = min(now - self._looked, _LONGEST_STEP_SECONDS)
        self._looked = now
        if self._awaits_answer:
            self._silent_seconds += step_seconds
        elif now >= self._next_ping:
            self._ping()
        return self._silent_seconds > self._allowed_seconds

    def _ping(self) -> None:
        self._send_ping()
        self._awaits_answer = True
        self._silent_seconds = 0.0
        self._next_ping = time.monotonic() + _PING_SECONDS
