"""The MIDI ports of the system and the built-in synth, side by side."""

from core.sound import synth
from core.sound.output import Output
from core.sound.ports import SYNTH, MidiPorts


class SystemOutlets:
    """What this machine has to play through. Whether the synth is installed is asked once."""

    def __init__(self) -> None:
        self._ports = MidiPorts()
        self._own = (SYNTH,) if synth.is_available() else ()

    @property
    def is_spoilt(self) -> bool:
        return self._ports.is_spoilt

    def names(self) -> tuple[str, ...]:
        return (*self._ports.names(), *self._own)

    def offer_own_port(self, is_offered: bool) -> None:
        self._ports.offer_own_port(is_offered)

    def renew(self) -> None:
        self._ports.renew()

    def open(self, name: str) -> Output:
        return synth.open_synth() if name == SYNTH else self._ports.open(name)
