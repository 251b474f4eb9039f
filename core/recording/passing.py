"""How far time should have gone on since somebody last looked."""

from collections.abc import Callable

from core.music.melody import QUARTER

_JUMP_SECONDS = 1.0
_HASTE = 2.0
"""So much faster than the tune's own tempo another machine may run."""


class Passing:
    """Looks at a clock in seconds. A window that stands still for a while finds the playhead far
    ahead, where it should be by then."""

    def __init__(self, seconds: float, ticks_per_second: Callable[[], float]) -> None:
        self._seconds = seconds
        self._speed = ticks_per_second

    def up_to(self, seconds: float) -> float:
        """The ticks since the last look, at `seconds`."""
        before, self._seconds = self._seconds, max(self._seconds, seconds)
        return (self._seconds - before) * self._speed()

    def is_jump(self, leap: float, passed: float) -> bool:
        """Whether a playhead that is `leap` ticks further, after `passed` ones, was moved: as
        behind a machine that slept, or by another one's clock."""
        far = max(_JUMP_SECONDS * self._speed(), 2 * QUARTER)
        return not -far < leap < _HASTE * passed + far
