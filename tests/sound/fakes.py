"""Outputs without hardware: one that keeps a list, and one that other processes can read."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import UserError
from core.sound.choices import Tone
from core.sound.ports.output import Output


@dataclass
class FakeOutput:
    name: str = "fake"
    latency_seconds: float = 0.0
    is_alive: bool = True
    dropouts: int = 0
    sent: list[bytes] = field(default_factory=list)
    is_closed: bool = False
    is_broken: bool = False

    def send(self, message: bytes) -> None:
        assert not self.is_closed
        if self.is_broken:
            raise UserError(f"The output '{self.name}' takes no more notes.")
        self.sent.append(message)

    def drain(self) -> None:
        assert not self.is_closed

    def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeOutlets:
    outputs: dict[str, FakeOutput] = field(default_factory=dict)
    tones: list[Tone] = field(default_factory=list)
    is_spoilt: bool = False
    renewals: int = 0
    offers_own_port: bool = False
    opened: list[FakeOutput] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        return tuple(self.outputs)

    def offer_own_port(self, is_offered: bool) -> None:
        self.offers_own_port = is_offered

    def renew(self) -> None:
        self.renewals += 1

    def set_tone(self, tone: Tone) -> None:
        if tone.soundfont == "broken.sf2":
            raise UserError("'broken.sf2' is no SoundFont.")
        self.tones.append(tone)

    def open(self, name: str) -> Output:
        if name not in self.outputs:
            raise UserError(f"There is no output '{name}' now.")
        output = self.outputs[name]
        if output.is_closed:
            output = self.outputs[name] = FakeOutput(name)
        self.opened.append(output)
        return output


@dataclass
class FakeClock:
    seconds: float = 1000.0

    def __call__(self) -> float:
        return self.seconds


class FilePort:
    """Writes each message as a line of hex to a file, at once."""

    latency_seconds = 0.0
    is_alive = True
    dropouts = 0

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._path = path
        self._file = os.open(path.with_suffix(".log"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def send(self, message: bytes) -> None:
        os.write(self._file, f"{message.hex()}\n".encode())

    def drain(self) -> None:
        pass

    def close(self) -> None:
        os.close(self._file)


@dataclass(frozen=True)
class FileOutlets:
    """Each `NAME.port` in `folder` is an output; remove the file to unplug it.

    What arrived there is in `NAME.log`.
    """

    folder: Path
    is_spoilt = False

    def __call__(self) -> "FileOutlets":
        return self

    def add(self, name: str) -> Path:
        path = self.folder / f"{name}.port"
        path.touch()
        return path

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in self.folder.glob("*.port")))

    def offer_own_port(self, is_offered: bool) -> None:
        pass

    def renew(self) -> None:
        pass

    def set_tone(self, tone: Tone) -> None:
        pass

    def open(self, name: str) -> FilePort:
        if name not in self.names():
            raise UserError(f"There is no output '{name}' now.")
        return FilePort(self.folder / f"{name}.port")

    def received(self, name: str) -> list[bytes]:
        log = self.folder / f"{name}.log"
        return [bytes.fromhex(line) for line in log.read_text().split()] if log.exists() else []


def sounding_after(messages: list[bytes]) -> dict[tuple[int, int], int]:
    """How often each (channel, pitch) was begun more often than ended: empty when none hangs."""
    open_notes: dict[tuple[int, int], int] = {}
    for message in messages:
        if len(message) != 3:
            continue
        kind, note = message[0] & 0xF0, (message[0] & 0x0F, message[1])
        if kind == 0x90 and message[2]:
            open_notes[note] = open_notes.get(note, 0) + 1
        elif kind in (0x80, 0x90) and open_notes.get(note, 0):
            open_notes[note] -= 1
    return {note: count for note, count in open_notes.items() if count}


def is_note_on(message: bytes) -> bool:
    return message[0] & 0xF0 == 0x90 and message[2] > 0
