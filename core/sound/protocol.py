"""What goes through the pipe between the player's client and its process."""

from dataclasses import dataclass

from core.sound.reports import Report
from core.sound.schedule import Schedule
from core.sound.timeline import Timeline

PATIENCE_SECONDS = 2.0
"""A process that leaves a Ping unanswered for so long is taken for dead."""

OPENING_PATIENCE_SECONDS = 20.0
"""The same while it starts or opens an output, where drivers may be slow."""


@dataclass(frozen=True, slots=True)
class OpenOutput:
    """`hush`: first end whatever a process that died may have left sounding there."""

    name: str
    hush: bool = False


@dataclass(frozen=True, slots=True)
class Play:
    schedule: Schedule
    from_tick: int
    tempo: float


@dataclass(frozen=True, slots=True)
class Revise:
    """What plays goes on as `schedule` has it, without a break."""

    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Stop:
    pass


@dataclass(frozen=True, slots=True)
class Seek:
    tick: int


@dataclass(frozen=True, slots=True)
class SetTempo:
    tempo: float


@dataclass(frozen=True, slots=True)
class OpenInput:
    """Empty: none. One that is not there now is opened as soon as it comes."""

    name: str


@dataclass(frozen=True, slots=True)
class SetThru:
    """Whether what comes to the input sounds at once."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class OfferOwnPorts:
    """Whether ports that other programs can connect to are among the outputs and inputs."""

    is_offered: bool


@dataclass(frozen=True, slots=True)
class Send:
    """A message at once: the note of a key that a user of the window pressed at `seconds`."""

    message: bytes
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Ping:
    pass


@dataclass(frozen=True, slots=True)
class Quit:
    pass


Command = (
    OpenOutput
    | OpenInput
    | SetThru
    | OfferOwnPorts
    | Send
    | Play
    | Revise
    | Stop
    | Seek
    | SetTempo
    | Ping
    | Quit
)


@dataclass(frozen=True, slots=True)
class Alive:
    """The answer to a Ping; also sent unasked before work that may take `patience_seconds`."""

    patience_seconds: float = PATIENCE_SECONDS


@dataclass(frozen=True, slots=True)
class Running:
    """How musical time runs from now on: `timeline` from `start` to `end`, heard `latency` later.

    `timeline` is None when nothing plays.
    """

    timeline: Timeline | None = None
    start: int = 0
    end: int = 0
    latency_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Leaving:
    """The process ends itself to get rid of a broken library; a fresh one shall follow."""


Reply = Report | Alive | Running | Leaving
