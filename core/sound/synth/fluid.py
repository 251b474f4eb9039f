"""FluidSynth with one SoundFont, taking MIDI messages, whoever listens."""

import contextlib
import io
from ctypes import c_float, c_int, c_void_p
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

from core.errors import UserError
from core.sound.choices import Tone
from core.sound.playing import schedule
from core.sound.playing.schedule import SYSTEM, channel_of, kind_of
from core.sound.synth.soundfont import VARIABLE, find_soundfont
from core.words import Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 44_100
BLOCK = 64
"""FluidSynth heeds what it is told between two blocks of so many samples."""

_CHANNELS, _DRUMS = 16, 9
_RESET_CONTROLLERS = 121
_REVERB_SEND = 16  # reverbEffectsSend, in tenths of a percent: SoundFont 2.04, section 8.1.3
_AS_THE_SOUNDFONT_SAYS = 0.4
_LOUDEST_GAIN = 1.2
_SETTINGS = {
    "synth.dynamic-sample-loading": 1,  # only the instrument in use, not all of 150 MB
    "synth.reverb.room-size": 0.6,
    "synth.reverb.damp": 0.3,
    "synth.reverb.width": 0.8,
    "synth.reverb.level": 0.7,
    "audio.jack.autoconnect": 1,
    "audio.jack.id": "Cantilena synth",
}

NO_LIBRARY = Words(
    "The built-in synth needs FluidSynth; install it (Debian and Ubuntu: apt install "
    "libfluidsynth3, macOS: brew install fluid-synth, Windows: choco install fluidsynth)."
)
NO_SOUNDFONT = Words(
    "The built-in synth needs a SoundFont; install one (Debian and Ubuntu: apt install "
    "timgm6mb-soundfont), or name a .sf2 file in the environment variable {variable}.",
    variable=VARIABLE,
)


class Raw(Protocol):
    """The part of fluidsynth.Synth that is used here."""

    settings: object
    synth: object
    audio_driver: object

    def noteon(self, channel: int, pitch: int, velocity: int) -> int: ...
    def noteoff(self, channel: int, pitch: int) -> int: ...
    def cc(self, channel: int, control: int, value: int) -> int: ...
    def program_change(self, channel: int, program: int) -> int: ...
    def sfload(self, name: str, resets: int) -> int: ...
    def sfunload(self, number: int, resets: int) -> int: ...
    def setting(self, name: str, value: float | str) -> None: ...
    def get_setting(self, name: str) -> float: ...
    def get_active_voice_count(self) -> int: ...
    def system_reset(self) -> int: ...
    def delete(self) -> None: ...


class Fluid:
    """The synth as it is toned; `close` gives back what it holds.

    A change of volume or reverb is heard in what sounds already, and FluidSynth leads there in
    steps too small to click. That is why reverb is what the notes send to it: a change of the
    reverb's own level does click.
    """

    def __init__(self, library: ModuleType, raw: Raw) -> None:
        self.raw = raw
        self._library = library
        self._font: int | None = None
        self._tone: Tone | None = None
        self._set_generator = library.cfunc(
            "fluid_synth_set_gen",
            c_int,
            *(("synth", c_void_p, 1), ("channel", c_int, 1)),
            *(("generator", c_int, 1), ("offset", c_float, 1)),
        )
        self._write_float = library.cfunc(
            "fluid_synth_write_float",
            c_int,
            *(("synth", c_void_p, 1), ("count", c_int, 1)),
            *(("left", c_void_p, 1), ("left_from", c_int, 1), ("left_step", c_int, 1)),
            *(("right", c_void_p, 1), ("right_from", c_int, 1), ("right_step", c_int, 1)),
        )

    def send(self, message: bytes) -> None:
        """Heeds a MIDI message of a channel; clock and the like are for other machines."""
        if message[0] >= SYSTEM:
            return
        channel, data = channel_of(message), message[1]
        match kind_of(message):
            case schedule.NOTE_ON:
                self.raw.noteon(channel, data, message[2])
            case schedule.NOTE_OFF:
                self.raw.noteoff(channel, data)
            case schedule.CONTROL_CHANGE:
                self.raw.cc(channel, data, message[2])
                if data == _RESET_CONTROLLERS:
                    self._send_to_reverb()  # which FluidSynth counts among them
            case schedule.PROGRAM_CHANGE:
                self.raw.program_change(channel, data)

    def set_tone(self, tone: Tone) -> None:
        """Sounds as `tone` has it. UserError, with all as it was, where its SoundFont is no use."""
        if self._tone is None or tone.soundfont != self._tone.soundfont:
            self._load(tone.soundfont)
        self._tone = tone
        self.raw.setting("synth.gain", _LOUDEST_GAIN * tone.volume**2)
        self._send_to_reverb()

    def reset(self) -> None:
        """Falls silent at once; no channel knows any more what it was told."""
        self.raw.system_reset()
        self._send_to_reverb()

    def render(self, count: int) -> "NDArray[np.float32]":
        """The next `count` samples of (left, right), full scale at 1."""
        import numpy as np

        frames = np.zeros((count, 2), np.float32)
        place = frames.ctypes.data
        self._write_float(self.raw.synth, count, place, 0, 2, place, 1, 2)
        return frames

    @property
    def is_sounding(self) -> bool:
        """Whether a voice is at work; the reverb may be heard after the last."""
        return self.raw.get_active_voice_count() > 0

    def start_audio(self, driver: str) -> bool:
        """Whether that driver now plays what is rendered."""
        self.raw.setting("audio.driver", driver)
        start = self._library.new_fluid_audio_driver
        self.raw.audio_driver = start(self.raw.settings, self.raw.synth)
        return self.raw.audio_driver is not None

    def close(self) -> None:
        self.raw.delete()

    def _load(self, name: str) -> None:
        path = Path(name) if name else find_soundfont()
        if path is None:
            raise UserError(NO_SOUNDFONT)
        try:
            number = self.raw.sfload(str(path), 1)
        except UnicodeEncodeError:
            raise UserError(
                "The name of '{path}' is not readable; rename the file.",
                path=str(path).encode(errors="backslashreplace").decode(),
            ) from None
        if number < 0:
            raise UserError("'{path}' is no SoundFont that can be read; choose another.", path=path)
        if self._font is not None:
            self.raw.sfunload(self._font, 1)
        self._font = number

    def _send_to_reverb(self) -> None:
        """Lets all channels but that of the drums send as much as was chosen."""
        if self._tone is None:
            return
        offset = 1000 * (self._tone.reverb - _AS_THE_SOUNDFONT_SAYS)
        for channel in range(_CHANNELS):
            if channel != _DRUMS:
                self._set_generator(self.raw.synth, channel, _REVERB_SEND, offset)


def is_installed() -> bool:
    """Whether the library is there; a SoundFont is another matter."""
    try:
        _library()
    except ImportError:
        return False
    return True


def load_fluid(tone: Tone) -> Fluid:
    """FluidSynth, silent as yet. UserError says what is missing or of no use."""
    try:
        library = _library()
    except ImportError:
        raise UserError(NO_LIBRARY) from None
    raw = library.Synth(samplerate=RATE, channels=_CHANNELS, **_SETTINGS)
    fluid = Fluid(library, raw)
    try:
        fluid.set_tone(tone)
    except UserError:
        fluid.close()
        raise
    return fluid


def _library() -> ModuleType:
    """pyfluidsynth, which where CI is set prints what it found; ImportError without FluidSynth."""
    with contextlib.redirect_stdout(io.StringIO()):
        import fluidsynth  # type: ignore[import-untyped]

    return fluidsynth  # type: ignore[no-any-return]
