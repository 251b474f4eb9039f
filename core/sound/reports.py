"""What the player tells those who use it; every sentence is for the person at the screen."""

from dataclasses import dataclass

from core.words import Words


@dataclass(frozen=True, slots=True)
class Outputs:
    """The outputs there are now, MIDI ports first; told at the start and at every change."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutputOpened:
    """Sound goes to this output from now on."""

    name: str


@dataclass(frozen=True, slots=True)
class OutputLost:
    """The open output is gone; nothing sounds, nothing is open."""

    sentence: Words


@dataclass(frozen=True, slots=True)
class Failed:
    """What was asked for could not be done; nothing else has changed."""

    sentence: Words


@dataclass(frozen=True, slots=True)
class Started:
    """Playing begins at `tick`; also after a seek while playing."""

    tick: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """Playing ended at `tick`: by itself, by stop, with the output or with the process."""

    tick: int


@dataclass(frozen=True, slots=True)
class Restarted:
    """The player process had died or fallen silent; a new one is there, and nothing plays."""

    sentence: Words


@dataclass(frozen=True, slots=True)
class Inputs:
    """The MIDI inputs there are now; told at the start and at every change."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InputOpened:
    """What is played on this input is heard from now on; empty: on none."""

    name: str


@dataclass(frozen=True, slots=True)
class InputLost:
    """The open input is gone; it is opened again when it comes back."""

    sentence: Words


@dataclass(frozen=True, slots=True)
class Received:
    """Somebody played: a MIDI message of a channel, from the input or from keys of the window.

    It came at `seconds` of `time.perf_counter`, when the transport stood at `tick` (not rounded,
    before the first tick of the song during a count-in); None where nothing runs.
    """

    message: bytes
    seconds: float
    tick: float | None


Report = (
    Outputs
    | OutputOpened
    | OutputLost
    | Inputs
    | InputOpened
    | InputLost
    | Received
    | Failed
    | Started
    | Stopped
    | Restarted
)
