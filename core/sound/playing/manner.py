"""How a song is played: what is heard of it besides its notes."""

from dataclasses import dataclass

from core.sound.choices import (
    HIGHEST_BANK,
    HIGHEST_CHANNEL,
    HIGHEST_PROGRAM,
    MOST_SWING,
    SoundChoices,
)


@dataclass(frozen=True, slots=True)
class Manner:
    """All of it may change while it plays, and is heard from the next tick on.

    `program` is an instrument of General MIDI (0 is the grand piano), or of another `bank` of the
    synthesizer; `channel` counts from 0. `swing` delays the second of two eighths by this share of
    an eighth (`core.sound.playing.swing`); `metronome` strikes the beats
    (`core.sound.playing.clicks`), and `sends_clock` tells other machines where the beat is
    (`core.sound.playing.pulses`). ValueError for what there is not.
    """

    program: int = 0
    channel: int = 0
    swing: float = 0.0
    metronome: bool = False
    sends_clock: bool = False
    bank: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.program <= HIGHEST_PROGRAM:
            raise ValueError(f"a program lies between 0 and 127, not at {self.program}")
        if not 0 <= self.bank <= HIGHEST_BANK:
            raise ValueError(f"a bank lies between 0 and 127, not at {self.bank}")
        if not 0 <= self.channel <= HIGHEST_CHANNEL:
            raise ValueError(f"a channel lies between 0 and 15, not at {self.channel}")
        if not 0 <= self.swing <= MOST_SWING:
            raise ValueError(f"swing lies between 0 and {MOST_SWING}, not at {self.swing}")


PLAIN = Manner()


def manner_from_choices(choices: SoundChoices) -> Manner:
    """What a user has chosen."""
    return Manner(
        choices.program,
        choices.channel,
        choices.swing,
        choices.metronome,
        choices.sends_clock,
        choices.bank,
    )
