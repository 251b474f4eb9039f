"""The built-in synth: FluidSynth through the system's audio."""

import os
import sys

from core.errors import UserError
from core.sound.choices import Tone
from core.sound.ports.jack import JackWatch
from core.sound.ports.naming import SYNTH
from core.sound.synth.fluid import Fluid, load_fluid
from core.words import Words

_DRIVERS = {
    "linux": ("pipewire", "pulseaudio", "alsa", "jack"),
    "darwin": ("coreaudio", "jack", "portaudio"),
    "win32": ("wasapi", "dsound", "waveout", "portaudio"),
}
NO_DEVICE = Words(
    "The built-in synth found no audio device to play on; connect one or start the sound server "
    "(PipeWire, PulseAudio or JACK), or choose a MIDI port."
)


class Synth:
    """The synth, sounding. It starts no JACK server: that would take over the audio device."""

    name = SYNTH

    def __init__(self, fluid: Fluid, latency_seconds: float, watch: JackWatch | None) -> None:
        self.latency_seconds = latency_seconds
        self._fluid = fluid
        self._watch = watch
        self._is_open = True

    @property
    def is_alive(self) -> bool:
        return self._watch is None or not self._watch.is_gone

    @property
    def dropouts(self) -> int:
        return 0  # it is called, so nothing is on its way

    def send(self, message: bytes) -> None:
        self._fluid.send(message)

    def set_tone(self, tone: Tone) -> None:
        """Sounds so from now on. UserError, with all as it was, where its SoundFont is no use."""
        if self._is_open:
            self._fluid.set_tone(tone)

    def drain(self) -> None:
        pass

    def close(self) -> None:
        self._is_open = False
        if self.is_alive:
            self._fluid.close()


def open_synth(tone: Tone) -> Synth:
    """The synth on the first audio driver that works. UserError says what is missing."""
    os.environ["JACK_NO_START_SERVER"] = "1"
    fluid = load_fluid(tone)
    for driver in _DRIVERS.get(sys.platform, ("alsa", "oss", "jack")):
        if fluid.start_audio(driver):
            period = fluid.raw.get_setting("audio.period-size")
            periods = 1 if driver == "jack" else fluid.raw.get_setting("audio.periods")
            rate = fluid.raw.get_setting("synth.sample-rate")  # JACK has its own
            watch = JackWatch("Cantilena synth watch") if driver == "jack" else None
            return Synth(fluid, period * periods / rate, watch)
    fluid.close()
    raise UserError(NO_DEVICE)
