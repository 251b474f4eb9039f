"""The MIDI ports of the system and the built-in synth, side by side."""

from core.sound.choices import Tone
from core.sound.ports.naming import SYNTH
from core.sound.ports.output import Output
from core.sound.ports.outputs import MidiPorts
from core.sound.synth import fluid
from core.sound.synth.output import Synth, open_synth
from core.sound.synth.soundfont import find_soundfont


class SystemOutlets:
    """What this machine has to play through. What is installed for the synth is asked once."""

    def __init__(self) -> None:
        self._ports = MidiPorts()
        self._tone = Tone()
        self._synth: Synth | None = None
        self._has_library = fluid.is_installed()
        self._has_soundfont = find_soundfont() is not None

    @property
    def is_spoilt(self) -> bool:
        return self._ports.is_spoilt

    def names(self) -> tuple[str, ...]:
        can_sound = self._has_library and (self._has_soundfont or self._tone.soundfont)
        return (*self._ports.names(), SYNTH) if can_sound else self._ports.names()

    def offer_own_port(self, is_offered: bool) -> None:
        self._ports.offer_own_port(is_offered)

    def renew(self) -> None:
        self._ports.renew()

    def open(self, name: str) -> Output:
        if name != SYNTH:
            return self._ports.open(name)
        self._synth = open_synth(self._tone)
        return self._synth

    def set_tone(self, tone: Tone) -> None:
        if self._synth is not None:
            self._synth.set_tone(tone)
        self._tone = tone
