"""How long the rest of a long task takes."""

import time
from collections import deque
from collections.abc import Callable

_WINDOW_SECONDS = 60.0
_FEWEST_SECONDS = 2.0


class Pace:
    """Estimates from the pace of the last minute, so that it follows a machine that is busy now."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, float]] = deque()

    def mark(self, done: float) -> None:
        """So much work, of any unit, is done by now."""
        now = self._clock()
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[1][0] >= _WINDOW_SECONDS:
            self._marks.popleft()

    def seconds_left(self, work: float) -> float | None:
        """Until `work` is done in all; None while that cannot be told."""
        if not self._marks:
            return None
        (begun, before), (now, done) = self._marks[0], self._marks[-1]
        if now - begun < _FEWEST_SECONDS or done <= before:
            return None
        return max(0.0, work - done) * (now - begun) / (done - before)
