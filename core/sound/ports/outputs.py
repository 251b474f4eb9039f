"""MIDI output ports of the system, by name."""

import time
from collections.abc import Sequence
from typing import Protocol

from core.errors import UserError
from core.sound.ports.interfaces import CLIENT, OUT, Interfaces
from core.sound.ports.jack import JackWatch
from core.sound.ports.naming import SYNTH, port_words
from core.words import Words, joined

PACKAGES = "libfluidsynth3 timgm6mb-soundfont"
"""What Debian and Ubuntu call FluidSynth and a SoundFont."""

_DRAIN_SECONDS = 0.03


class _MidiOut(Protocol):
    """The part of rtmidi.MidiOut that is used here."""

    def get_ports(self) -> list[str]: ...
    def open_port(self, port: int, name: str) -> object: ...
    def open_virtual_port(self, name: str) -> object: ...
    def send_message(self, message: bytes) -> None: ...
    def close_port(self) -> None: ...
    def delete(self) -> None: ...


def find_port(text: str, names: Sequence[str]) -> str:
    """The one of `names` that contains `text`, case ignored; 'synth' is the built-in synth.

    A name that is exactly `text` wins. UserError listing the names when none or several fit.
    """
    wanted = text.strip().casefold()
    if wanted == "synth":
        if SYNTH in names:
            return SYNTH
        raise UserError(
            "The built-in synth is not installed: install FluidSynth and a SoundFont (on Debian "
            "and Ubuntu: apt install {packages}); outputs now: {outputs}.",
            packages=PACKAGES,
            outputs=_listed(names) if names else Words("none", "outputs"),
        )
    exact = [name for name in names if name.casefold() == wanted]
    found = exact or [name for name in names if wanted in name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(
            "Several outputs match '{text}'; name one of them in full: {outputs}.",
            text=text,
            outputs=_listed(found),
        )
    if names:
        raise UserError(
            "No output matches '{text}'; there are: {outputs}.", text=text, outputs=_listed(names)
        )
    raise UserError(
        "No output matches '{text}', for there is none: connect a MIDI device, or install "
        "FluidSynth and a SoundFont (on Debian and Ubuntu: apt install {packages}).",
        text=text,
        packages=PACKAGES,
    )


def _listed(names: Sequence[str]) -> Words:
    return joined(", ", (Words("'{port}'", port=port_words(name)) for name in names))


class MidiPort:
    """An open MIDI output port."""

    latency_seconds = 0.0

    def __init__(self, name: str, out: _MidiOut, watch: JackWatch | None) -> None:
        self.name = name
        self._out = out
        self._watch = watch

    @property
    def is_alive(self) -> bool:
        return self._watch is None or not self._watch.is_gone

    @property
    def dropouts(self) -> int:
        return 0 if self._watch is None else self._watch.xruns

    def send(self, message: bytes) -> None:
        import rtmidi  # type: ignore[import-untyped]

        if not self.is_alive:
            raise UserError(
                "The output '{port}' is gone: the JACK server has stopped.",
                port=port_words(self.name),
            )
        try:
            self._out.send_message(message)
        except rtmidi.RtMidiError as error:
            raise UserError(
                "The output '{port}' takes no more notes ({error}).",
                port=port_words(self.name),
                error=str(error),
            ) from error

    def drain(self) -> None:
        if self._watch is not None:  # JACK carries messages by the period; others take them at once
            time.sleep(_DRAIN_SECONDS)

    def close(self) -> None:
        if self.is_alive:  # closing a client of a dead server may crash or block
            self._out.close_port()
            self._out.delete()


class MidiPorts(Interfaces[_MidiOut]):
    """All MIDI output ports of the system."""

    def __init__(self) -> None:
        super().__init__(_client)

    def open(self, name: str) -> MidiPort:
        """UserError when there is no such port, or it refuses again and again."""

        def open_at(interface: int, index: int | None) -> MidiPort:
            out = _client(interface, CLIENT)
            if index is None:
                out.open_virtual_port(OUT)
            else:
                out.open_port(index, OUT)
            return MidiPort(name, out, self.watch_of(interface))

        return self.opened("output", name, open_at)


def _client(interface: int, name: str) -> _MidiOut:
    import rtmidi

    out: _MidiOut = rtmidi.MidiOut(interface, name=name)
    return out
