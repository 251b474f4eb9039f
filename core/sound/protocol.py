"""What goes through the pipe between the player's client and its process."""

from dataclasses import dataclass

from core.link import Link
from core.music.span import Span
from core.music.tempo import DEFAULT_TEMPO, TempoMap
from core.sound.choices import Tone
from core.sound.playing.manner import PLAIN, Manner
from core.sound.playing.timeline import Timeline
from core.sound.playing.transport import Piece
from core.sound.reports import Report

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
    """`count_in` ticks are counted before `from_tick`; `runs_on`: past the end, until Stop."""

    piece: Piece
    from_tick: int
    tempos: TempoMap
    manner: Manner = PLAIN
    loop: Span | None = None
    count_in: int = 0
    runs_on: bool = False


@dataclass(frozen=True, slots=True)
class Revise:
    """What plays goes on as `piece` has it, without a break."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class SetManner:
    """What plays, and every key that is pressed, sounds so; `piece` is what plays, made for it."""

    manner: Manner
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class SetTone:
    """The built-in synth, open now or later, sounds so."""

    tone: Tone


@dataclass(frozen=True, slots=True)
class SetLoop:
    """What plays goes round in `loop`, or straight on."""

    loop: Span | None


@dataclass(frozen=True, slots=True)
class RunOn:
    """What plays goes on behind the end of the song, or ends there, or at once if that is past."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class Stop:
    pass


@dataclass(frozen=True, slots=True)
class Seek:
    tick: int


@dataclass(frozen=True, slots=True)
class SetTempos:
    """What plays goes on by these tempi, without a jump."""

    tempos: TempoMap


@dataclass(frozen=True, slots=True)
class OpenInput:
    """Empty: none. One that is not there now is opened as soon as it comes."""

    name: str


@dataclass(frozen=True, slots=True)
class SetThru:
    """Whether what comes to the input sounds at once."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class Follow:
    """The start, stop and clock of another machine at the input play `piece`; None: they do not.

    `tempo` is expected until its clocks tell better.
    """

    piece: Piece | None = None
    tempo: float = DEFAULT_TEMPO
    loop: Span | None = None


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
class Panic:
    """Everything is silent, on all channels, whoever began it."""


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
    | Follow
    | Send
    | Play
    | Revise
    | SetManner
    | SetTone
    | SetLoop
    | RunOn
    | Stop
    | Seek
    | SetTempos
    | Panic
    | Ping
    | Quit
)


@dataclass(frozen=True, slots=True)
class Alive:
    """The answer to a Ping; also sent unasked before work that may take `patience_seconds`."""

    patience_seconds: float = PATIENCE_SECONDS


@dataclass(frozen=True, slots=True)
class Running:
    """How musical time runs from now on, heard `latency` later.

    `timeline` tells played ticks, from `start` on, and its course which ticks of the song they
    are; it is None when nothing plays.
    """

    timeline: Timeline | None = None
    start: int = 0
    latency_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Leaving:
    """The process ends itself to get rid of a broken library; a fresh one shall follow."""


Reply = Report | Alive | Running | Leaving

Line = Link[Command, Reply]
