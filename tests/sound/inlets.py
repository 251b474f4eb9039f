"""Inputs without hardware."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from core.errors import UserError
from core.sound.playing.manner import PLAIN, Manner
from core.sound.ports.input import Arrival, Input


@dataclass
class FakeInput:
    name: str = "keys"
    is_alive: bool = True
    is_closed: bool = False
    waiting: list[Arrival] = field(default_factory=list)
    ring: Callable[[], None] = lambda: None

    def play(self, *messages: bytes, seconds: float = 0.0) -> None:
        self.waiting += [Arrival(message, seconds) for message in messages]
        self.ring()

    def take(self) -> list[Arrival]:
        assert not self.is_closed
        taken, self.waiting = self.waiting, []
        return taken

    def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeInlets:
    inputs: dict[str, FakeInput] = field(default_factory=dict)
    is_spoilt: bool = False
    refuses: bool = False
    offers_own_port: bool = False
    opened: list[str] = field(default_factory=list)

    @staticmethod
    def of(*names: str) -> "FakeInlets":
        return FakeInlets({name: FakeInput(name) for name in names})

    def names(self) -> tuple[str, ...]:
        return tuple(self.inputs)

    def offer_own_port(self, is_offered: bool) -> None:
        self.offers_own_port = is_offered

    def renew(self) -> None:
        pass

    def open(self, name: str, ring: Callable[[], None]) -> Input:
        self.opened.append(name)
        if self.refuses:
            raise UserError(f"The input '{name}' cannot be opened.")
        opened = self.inputs[name]
        opened.ring = ring
        return opened


@dataclass
class FakeStage:
    """Keeps what sounds; the tick is ten times the seconds."""

    sent: list[bytes] = field(default_factory=list)
    manner: Manner = PLAIN

    def sound(self, messages: Iterable[bytes]) -> None:
        self.sent += messages

    def tick_at(self, seconds: float) -> float | None:
        return 10 * seconds
