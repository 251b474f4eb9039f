"""What the engine asks of the things that are played on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Arrival:
    """A MIDI message, and when it came: seconds of `time.perf_counter`."""

    message: bytes
    seconds: float


class Input(Protocol):
    """A MIDI input port, open."""

    @property
    def name(self) -> str: ...

    @property
    def is_alive(self) -> bool:
        """False when what stands behind it is known to be gone."""

    def take(self) -> Sequence[Arrival]:
        """What has come since the last call, in order; never waits."""

    def close(self) -> None: ...


class Inlets(Protocol):
    """All there is to play on."""

    def names(self) -> tuple[str, ...]:
        """The inputs that there are now; cheap enough to be asked twice a second."""

    def offer_own_port(self, is_offered: bool) -> None:
        """Whether a port of our own is among the names, where the system allows one."""

    def renew(self) -> None:
        """Tries again what was not there before; may take some milliseconds, so not in a song."""

    def open(self, name: str, ring: Callable[[], None]) -> Input:
        """`ring` is called when something has come, on any thread. UserError as for outputs."""

    @property
    def is_spoilt(self) -> bool:
        """True when a library in this process is broken for good."""
