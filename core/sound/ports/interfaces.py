"""The MIDI interfaces of the system (JACK and ALSA, Core MIDI, Windows MM), asked for their ports.

One lasting client per interface and direction: a new one for each question would leak one each time
(python-rtmidi issue 102).
"""

import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Generic, Literal, Protocol, TypeVar

from core.errors import UserError
from core.sound.ports.jack import JackWatch
from core.sound.ports.naming import OWN_PORT, port_words
from core.words import Words

CLIENT = "Cantilena"
"""What other programs see before the colon in the names of our ports."""

CAN_HAVE_OWN_PORT = sys.platform != "win32"
"""Windows lets no program make MIDI ports; loopMIDI makes some for all."""

OUT, IN = ("Cantilena out", "Cantilena in") if sys.platform == "darwin" else ("out", "in")
"""What our ports are called; macOS shows no client before the name of a port."""

_PAUSES_SECONDS = 0.2, 0.5, 0.0
"""After a refusal a port is tried again so much later."""

_FIRST_RETRY_SECONDS, _LAST_RETRY_SECONDS = 3.0, 60.0


class Scanning(Protocol):
    """The part of rtmidi's clients that lists ports."""

    def get_ports(self) -> list[str]: ...


Kind = Literal["input", "output"]
Client = TypeVar("Client", bound=Scanning)
Port = TypeVar("Port")


class Interfaces(Generic[Client]):
    """The ports that clients made by `make(interface, name)` see."""

    def __init__(self, make: Callable[[int, str], Client]) -> None:
        import rtmidi  # type: ignore[import-untyped]

        self._make = make
        self._jack: int = rtmidi.API_UNIX_JACK
        self._wanted = [a for a in rtmidi.get_compiled_api() if a != rtmidi.API_RTMIDI_DUMMY]
        self._scanners: dict[int, Client] = {}
        self._retry_seconds = _FIRST_RETRY_SECONDS
        self._next_try = 0.0
        self.offers_own_port = False

    @property
    def is_spoilt(self) -> bool:
        """True when a JACK server has died under this process: its library stays broken."""
        return self._jack in self._scanners and _jack_watch().is_gone

    def offer_own_port(self, is_offered: bool) -> None:
        """Whether OWN_PORT is among the names, where the system allows one."""
        self.offers_own_port = is_offered

    @property
    def found(self) -> list[tuple[str, int, int]]:
        """(name, interface, index there) of each port, those of this program left out."""
        return [
            (name, interface, index)
            for interface, scanner in self._scanners.items()
            if not (interface == self._jack and self.is_spoilt)
            for index, name in enumerate(scanner.get_ports())
            if not name.startswith(CLIENT)
        ]

    def names(self) -> tuple[str, ...]:
        """The ports there are now, and behind them our own where that is wanted and possible."""
        names = tuple(dict.fromkeys(name for name, _, _ in self.found))
        has_own = self.offers_own_port and CAN_HAVE_OWN_PORT and self._scanners
        return (*names, OWN_PORT) if has_own else names

    def place_of(self, name: str) -> tuple[int, int | None] | None:
        """(interface, index there) of the port of a name; the index of our own is None."""
        if name == OWN_PORT and name in self.names():
            return next(iter(self._scanners)), None
        places = ((interface, index) for found, interface, index in self.found if found == name)
        return next(places, None)

    def opened(self, kind: Kind, name: str, open_at: Callable[[int, int | None], Port]) -> Port:
        """The port of a name, which `open_at(interface, index)` opens.

        UserError when there is no such port, or it refuses again and again. A busy JACK server
        refuses a client now and then, and takes it a moment later.
        """
        import rtmidi

        for pause_seconds in _PAUSES_SECONDS:
            try:
                place = self.place_of(name)
                if place is not None:
                    return open_at(*place)
                raise UserError(_missing(kind, port_words(name)))
            except rtmidi.RtMidiError as error:
                refusal = error
                time.sleep(pause_seconds)
        raise UserError(_refused(kind, port_words(name), str(refusal))) from refusal

    def watch_of(self, interface: int) -> JackWatch | None:
        """What tells whether the server of an interface lives; None where none is needed."""
        return _jack_watch() if interface == self._jack else None

    def renew(self) -> None:
        """Tries again, now and then, the interfaces that did not answer, such as a JACK server."""
        if time.monotonic() < self._next_try:
            return
        self._next_try = time.monotonic() + self._retry_seconds
        self._retry_seconds = min(2 * self._retry_seconds, _LAST_RETRY_SECONDS)
        for interface in self._wanted:
            if interface not in self._scanners:
                self._connect(interface)

    def _connect(self, interface: int) -> None:
        import rtmidi

        try:
            # ALSA shows all clients of a process under the name of the first, JACK each by its own.
            name = f"{CLIENT} scan" if interface == self._jack else CLIENT
            self._scanners[interface] = self._make(interface, name)
        except rtmidi.RtMidiError:
            return  # this interface is not there: no server, no driver
        if interface == self._jack:
            _jack_watch()


def _missing(kind: Kind, port: Words) -> Words:
    if kind == "input":
        return Words("There is no input '{port}' now; connect it, or choose another.", port=port)
    return Words("There is no output '{port}' now; connect it, or choose another.", port=port)


def _refused(kind: Kind, port: Words, refusal: str) -> Words:
    if kind == "input":
        return Words(
            "The input '{port}' cannot be opened ({refusal}); another program may use it.",
            port=port,
            refusal=refusal,
        )
    return Words(
        "The output '{port}' cannot be opened ({refusal}); another program may use it.",
        port=port,
        refusal=refusal,
    )


@cache
def _jack_watch() -> JackWatch:
    """One for the whole process: what it watches is the server, not a port."""
    return JackWatch(f"{CLIENT} watch")
