"""The built-in synth: FluidSynth with a SoundFont, through the system's audio."""

import contextlib
import io
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Protocol

from core.errors import UserError
from core.sound import schedule
from core.sound.jack import JackWatch
from core.sound.ports import SYNTH
from core.sound.schedule import SYSTEM, channel_of, kind_of
from core.sound.soundfont import VARIABLE, find_soundfont

_DRIVERS = {
    "linux": ("pipewire", "pulseaudio", "alsa", "jack"),
    "darwin": ("coreaudio", "jack", "portaudio"),
    "win32": ("wasapi", "dsound", "waveout", "portaudio"),
}
_GAIN = 0.6
_SETTINGS = {
    "synth.dynamic-sample-loading": 1,  # only the instrument in use, not all of 150 MB
    "audio.jack.autoconnect": 1,
    "audio.jack.id": "Cantilena synth",
}

NO_LIBRARY = (
    "The built-in synth needs FluidSynth; install it (Debian and Ubuntu: apt install "
    "libfluidsynth3, macOS: brew install fluid-synth, Windows: choco install fluidsynth)."
)
NO_SOUNDFONT = (
    "The built-in synth needs a SoundFont; install one (Debian and Ubuntu: apt install "
    f"timgm6mb-soundfont), or name a .sf2 file in the environment variable {VARIABLE}."
)
NO_DEVICE = (
    "The built-in synth found no audio device to play on; connect one or start the sound server "
    "(PipeWire, PulseAudio or JACK), or choose a MIDI port."
)


class _Fluid(Protocol):
    """The part of fluidsynth.Synth that is used here."""

    def noteon(self, channel: int, pitch: int, velocity: int) -> int: ...
    def noteoff(self, channel: int, pitch: int) -> int: ...
    def cc(self, channel: int, control: int, value: int) -> int: ...
    def program_change(self, channel: int, program: int) -> int: ...
    def delete(self) -> None: ...


def _library() -> ModuleType:
    """pyfluidsynth, which where CI is set prints what it found; ImportError without FluidSynth."""
    with contextlib.redirect_stdout(io.StringIO()):
        import fluidsynth  # type: ignore[import-untyped]

    return fluidsynth  # type: ignore[no-any-return]


def is_available() -> bool:
    """True when the library and a SoundFont are installed; audio shows only when opened."""
    try:
        _library()
    except ImportError:
        return False
    return find_soundfont() is not None


class Synth:
    """The synth, sounding. It starts no JACK server: that would take over the audio device."""

    name = SYNTH

    def __init__(self, fluid: _Fluid, latency_seconds: float, watch: JackWatch | None) -> None:
        self.latency_seconds = latency_seconds
        self._fluid = fluid
        self._watch = watch

    @property
    def is_alive(self) -> bool:
        return self._watch is None or not self._watch.is_gone

    @property
    def dropouts(self) -> int:
        return 0  # it is called, so nothing is on its way

    def send(self, message: bytes) -> None:
        if message[0] >= SYSTEM:
            return  # clock and the like are for other machines
        channel, data = channel_of(message), message[1]
        match kind_of(message):
            case schedule.NOTE_ON:
                self._fluid.noteon(channel, data, message[2])
            case schedule.NOTE_OFF:
                self._fluid.noteoff(channel, data)
            case schedule.CONTROL_CHANGE:
                self._fluid.cc(channel, data, message[2])
            case schedule.PROGRAM_CHANGE:
                self._fluid.program_change(channel, data)

    def drain(self) -> None:
        pass

    def close(self) -> None:
        if self.is_alive:
            self._fluid.delete()


def open_synth(soundfont: Path | None = None) -> Synth:
    """The synth on the first audio driver that works. UserError says what is missing."""
    try:
        fluidsynth = _library()
    except ImportError:
        raise UserError(NO_LIBRARY) from None
    soundfont = soundfont or find_soundfont()
    if soundfont is None:
        raise UserError(NO_SOUNDFONT)
    os.environ["JACK_NO_START_SERVER"] = "1"
    fluid = fluidsynth.Synth(gain=_GAIN, **_SETTINGS)
    if fluid.sfload(str(soundfont)) < 0:
        fluid.delete()
        raise UserError(f"'{soundfont}' is no SoundFont that can be read; choose another.")
    for driver in _DRIVERS.get(sys.platform, ("alsa", "oss", "jack")):
        fluid.setting("audio.driver", driver)
        fluid.audio_driver = fluidsynth.new_fluid_audio_driver(fluid.settings, fluid.synth)
        if fluid.audio_driver is not None:
            period = fluid.get_setting("audio.period-size")
            periods = 1 if driver == "jack" else fluid.get_setting("audio.periods")
            latency = period * periods / fluid.get_setting("synth.sample-rate")
            watch = JackWatch("Cantilena synth watch") if driver == "jack" else None
            return Synth(fluid, latency, watch)
    fluid.delete()
    raise UserError(NO_DEVICE)
