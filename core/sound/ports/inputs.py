"""MIDI input ports of the system, by name."""

import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from core.sound.ports.input import Arrival
from core.sound.ports.interfaces import CLIENT, IN, Interfaces
from core.sound.ports.jack import JackWatch

_LATEST_SECONDS, _DRIFT = 0.5, 1e-4
_MOST_WAITING = 10_000

_Heard = tuple[list[int], float]


class _MidiIn(Protocol):
    """The part of rtmidi.MidiIn that is used here."""

    def get_ports(self) -> list[str]: ...
    def open_port(self, port: int, name: str) -> object: ...
    def open_virtual_port(self, name: str) -> object: ...
    def ignore_types(self, sysex: bool, timing: bool, active_sense: bool) -> None: ...
    def set_callback(self, callback: Callable[[_Heard, object], None]) -> None: ...
    def cancel_callback(self) -> None: ...
    def close_port(self) -> None: ...
    def delete(self) -> None: ...


class Stamps:
    """Moments of arrival from the time between messages, which the MIDI library measures itself.

    What it calls comes some tenths of a millisecond after the message, and milliseconds after it
    when Python is busy, but never before it: so the earliest of these calls says where the times
    between the messages begin; that may move a little, as two clocks drift apart. A message whose
    place would be far from its call begins anew: a time is missing, or the computer slept.
    """

    def __init__(self) -> None:
        self._start = float("inf")
        self._sum = 0.0

    def stamp(self, called_seconds: float, delta_seconds: float) -> float:
        """When the message came of which a call told at `called_seconds`."""
        self._sum += delta_seconds
        start = called_seconds - self._sum
        if abs(start - self._start) > _LATEST_SECONDS:
            self._start = start
        self._start = min(self._start + _DRIFT * delta_seconds, start)
        return self._start + self._sum


class MidiInput:
    """An open MIDI input port."""

    def __init__(self, name: str, midi_in: _MidiIn, watch: JackWatch | None) -> None:
        self.name = name
        self._in = midi_in
        self._watch = watch
        self._heard: deque[tuple[list[int], float, float]] = deque(maxlen=_MOST_WAITING)
        self._stamps = Stamps()

    @property
    def is_alive(self) -> bool:
        return self._watch is None or not self._watch.is_gone

    def listen(self, ring: Callable[[], None]) -> None:
        heard = self._heard

        def hear(event: _Heard, _: object) -> None:  # on a thread of the system: no more than this
            heard.append((*event, time.perf_counter()))
            ring()

        # Nothing is ignored: of ignored messages the time between is lost as well.
        self._in.ignore_types(sysex=False, timing=False, active_sense=False)
        self._in.set_callback(hear)

    def take(self) -> list[Arrival]:
        arrivals = []
        while self._heard:
            message, delta_seconds, called_seconds = self._heard.popleft()
            moment = self._stamps.stamp(called_seconds, delta_seconds)
            arrivals.append(Arrival(bytes(message), moment))
        return arrivals

    def close(self) -> None:
        if self.is_alive:  # closing a client of a dead server may crash or block
            self._in.cancel_callback()  # first: closing with it can crash (mido issue 368)
            self._in.close_port()
            self._in.delete()


class MidiInputs(Interfaces[_MidiIn]):
    """All MIDI input ports of the system."""

    def __init__(self) -> None:
        super().__init__(_client)

    def open(self, name: str, ring: Callable[[], None]) -> MidiInput:
        """UserError as for outputs."""

        def open_at(interface: int, index: int | None) -> MidiInput:
            client = _client(interface, CLIENT)
            midi_in = MidiInput(name, client, self.watch_of(interface))
            midi_in.listen(ring)
            if index is None:
                client.open_virtual_port(IN)
            else:
                client.open_port(index, IN)
            return midi_in

        return self.opened("input", name, open_at)


def _client(interface: int, name: str) -> _MidiIn:
    import rtmidi  # type: ignore[import-untyped]

    midi_in: _MidiIn = rtmidi.MidiIn(interface, name=name)
    return midi_in
