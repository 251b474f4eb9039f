"""What the engine asks of the things that sound."""

from typing import Protocol

from core.sound.choices import Tone


class Output(Protocol):
    """A MIDI port or a synth, open."""

    @property
    def name(self) -> str: ...

    @property
    def latency_seconds(self) -> float:
        """From sending to hearing, as far as known."""

    @property
    def is_alive(self) -> bool:
        """False when what stands behind it is known to be gone."""

    @property
    def dropouts(self) -> int:
        """How often so far messages on their way may have been lost."""

    def send(self, message: bytes) -> None:
        """Sends one MIDI message. UserError when the output takes no more."""

    def drain(self) -> None:
        """Waits until what was sent is through, some hundredths of a second at most."""

    def close(self) -> None: ...


class Outlets(Protocol):
    """All there is to play through."""

    def names(self) -> tuple[str, ...]:
        """The outputs that there are now; cheap enough to be asked twice a second."""

    def offer_own_port(self, is_offered: bool) -> None:
        """Whether a port of our own is among the names, where the system allows one."""

    def renew(self) -> None:
        """Tries again what was not there before; may take some milliseconds, so not in a song."""

    def open(self, name: str) -> Output:
        """UserError when there is none of that name or it cannot be opened."""

    def set_tone(self, tone: Tone) -> None:
        """How the built-in synth sounds, open or not. UserError where an open one cannot."""

    @property
    def is_spoilt(self) -> bool:
        """True when a library in this process is broken for good."""
