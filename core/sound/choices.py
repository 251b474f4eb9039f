"""What a user has chosen for all that sounds, as one frozen value."""

from dataclasses import dataclass

from core.errors import UserError
from core.words import Words

HIGHEST_PROGRAM, HIGHEST_BANK, HIGHEST_CHANNEL = 127, 127, 15
LONGEST_LATENCY_SECONDS = 0.5
MOST_COUNT_IN = 4
MOST_SWING = 0.75


@dataclass(frozen=True, slots=True)
class Tone:
    """How the built-in synth sounds: see SoundChoices."""

    soundfont: str = ""
    volume: float = 0.7
    reverb: float = 0.4


@dataclass(frozen=True, slots=True)
class SoundChoices:
    """What outlives a session of outputs, inputs and timing.

    `soundfont`: the path of the built-in synth's SoundFont; empty for the one that is installed.
    `volume`, `reverb`: of the built-in synth, 0 to 1; reverb 0.4 is what the SoundFont asks for.
    `bank`, `program`: the instrument; the bank is one of the SoundFont's, General MIDI is bank 0.
    `channel`: 0 to 15, where the tune is sent.

    `input`: the MIDI input by name, empty for none; `thru`: what comes from it is heard at once.
    `latency_seconds`: recorded notes are moved so far ahead.
    `virtual_port`: other programs see a port of our own.

    `metronome`: it clicks; `count_in`: so many bars of clicks before the music.
    `swing`: 0 is straight.
    `sends_clock`, `follows_clock`: MIDI clock, start and stop to the output, from the input.

    UserError where one lies outside its range.
    """

    soundfont: str = ""
    volume: float = 0.7
    reverb: float = 0.4
    bank: int = 0
    program: int = 0
    channel: int = 0
    input: str = ""
    thru: bool = True
    latency_seconds: float = 0.0
    virtual_port: bool = False
    metronome: bool = False
    count_in: int = 0
    swing: float = 0.0
    sends_clock: bool = False
    follows_clock: bool = False

    def __post_init__(self) -> None:
        latest = LONGEST_LATENCY_SECONDS
        for name, value, lowest, highest in (
            (Words("Volume"), self.volume, 0, 1),
            (Words("Reverb"), self.reverb, 0, 1),
            (Words("Bank"), self.bank, 0, HIGHEST_BANK),
            (Words("Program"), self.program, 0, HIGHEST_PROGRAM),
            (Words("Channel"), self.channel, 0, HIGHEST_CHANNEL),
            (Words("Latency in seconds"), self.latency_seconds, -latest, latest),
            (Words("Count-in in bars"), self.count_in, 0, MOST_COUNT_IN),
            (Words("Swing"), self.swing, 0, MOST_SWING),
        ):
            if not lowest <= value <= highest:  # so written, it refuses NaN too
                raise UserError(
                    "{name} must be {lowest:g} to {highest:g}, not {value:g}.",
                    name=name,
                    lowest=lowest,
                    highest=highest,
                    value=value,
                )

    @property
    def tone(self) -> Tone:
        return Tone(self.soundfont, self.volume, self.reverb)
