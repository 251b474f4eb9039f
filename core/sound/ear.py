"""What is played by people: heard, passed on to the output, and told."""

from collections.abc import Callable, Iterable
from typing import Protocol

from core.errors import UserError
from core.sound.playing.manner import Manner
from core.sound.playing.schedule import SYSTEM
from core.sound.ports.input import Inlets, Input
from core.sound.ports.naming import port_words
from core.sound.ports.recognition import recognized
from core.sound.protocol import (
    OPENING_PATIENCE_SECONDS,
    Alive,
    Command,
    OfferOwnPorts,
    OpenInput,
    OpenOutput,
    Reply,
    Send,
    SetThru,
)
from core.sound.reports import Failed, InputLost, InputOpened, Inputs, Received
from core.sound.thru import Thru
from core.words import Words

_LOOPS = "Midi Through"
"""ALSA's port that gives back what it is given: passed on, a note would go round for ever."""


class Stage(Protocol):
    """What the ear needs to know of the player that it belongs to."""

    def sound(self, messages: Iterable[bytes]) -> None:
        """Sends to the output that is open, if one is."""

    def tick_at(self, seconds: float) -> float | None:
        """Where the music stands or stood at a moment; None when nothing runs."""

    @property
    def manner(self) -> Manner:
        """How the tune sounds; what is played sounds on its channel."""


class Ear:
    """The open input, and what is told of keys pressed in the window.

    An input that was asked for and is not there, or goes, is opened when it comes (back), also
    under another number. `ring` is called, on any thread, when `hear` has something to do;
    messages that are no music go to `following`.
    """

    def __init__(
        self,
        inlets: Inlets,
        stage: Stage,
        tell: Callable[[Reply], None],
        ring: Callable[[], None],
        following: Callable[[bytes, float], None],
    ) -> None:
        self._following = following
        self._inlets, self._stage, self._tell, self._ring = inlets, stage, tell, ring
        self._names: tuple[str, ...] | None = None
        self._wish = ""
        self._is_sought = False
        self._input: Input | None = None
        self._is_thru = True
        self._thru = Thru()

    @property
    def is_spoilt(self) -> bool:
        """True when a library in this process is broken for good."""
        return self._inlets.is_spoilt

    def obey(self, command: Command) -> None:
        """Does what a command asks of inputs; all others are no affair of it."""
        match command:
            case OpenInput(name):
                self._choose(name)
            case SetThru(is_on):
                self._is_thru = is_on
                self._release()
            case OfferOwnPorts(is_offered):
                self._inlets.offer_own_port(is_offered)
                self.look()
            case OpenOutput():
                self._release()  # while the output that it sounds on is still there
            case Send(message, seconds):
                self._tell(Received(message, seconds, self._stage.tick_at(seconds)))

    def hear(self) -> None:
        """Passes on what has come to the input, and tells it."""
        if self._input is None:
            return
        passes = self._is_thru and _LOOPS not in self._input.name
        for arrival in self._input.take():
            message = arrival.message
            if message[0] >= SYSTEM:
                self._following(message, arrival.seconds)
                continue
            if passes:
                self._thru.channel = self._stage.manner.channel
                self._stage.sound(self._thru.passed(message))
            tick = self._stage.tick_at(arrival.seconds)
            self._tell(Received(message, arrival.seconds, tick))

    def look(self) -> None:
        """Looks which inputs there are; tells a change, and opens the one that was asked for."""
        names = self._inlets.names()
        if names != self._names:
            self._names, self._is_sought = names, True
            self._tell(Inputs(names))
        heard = self._input
        if heard is not None and not (heard.is_alive and heard.name in names):
            self.close()
            gone = Words(
                "The input '{port}' is gone; connect it again.", port=port_words(heard.name)
            )
            self._tell(InputLost(gone))
        if self._is_sought and self._input is None and self._wish:
            name = recognized(self._wish, names)
            if name is not None:
                self._open(name)
        self._is_sought = False

    def renew(self) -> None:
        """To be called when nothing plays: tries what was not there before."""
        self._inlets.renew()

    def close(self) -> None:
        """Ends what is held, and hears no more."""
        self._release()
        if self._input is not None:
            self._input.close()
            self._input = None

    def _release(self) -> None:
        self._stage.sound(self._thru.ending())

    def _choose(self, name: str) -> None:
        self.close()
        self._wish = name
        self._is_sought = True
        self.look()
        if self._input is None:
            self._tell(InputOpened(""))

    def _open(self, name: str) -> None:
        self._tell(Alive(OPENING_PATIENCE_SECONDS))
        try:
            self._input = self._inlets.open(name, self._ring)
        except UserError as error:
            self._tell(Failed(error.words))
        else:
            self._tell(InputOpened(name))
        finally:
            self._tell(Alive())
