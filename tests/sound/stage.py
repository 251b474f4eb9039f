"""The engine with fake outputs and a fake clock: no process, no waiting."""

from dataclasses import dataclass, field

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from core.sound.engine import (
    Engine,
)
from core.sound.playing.schedule import schedule_from_song
from core.sound.playing.transport import Piece
from core.sound.protocol import (
    Alive,
    Command,
    OpenOutput,
    Play,
    Reply,
    Running,
)
from tests.sound.fakes import FakeClock, FakeOutlets, FakeOutput

SCALE = Melody(tuple(Note(480 * i, 480, 60 + i) for i in range(4)), 4 * 480)


def play(from_tick: int = 0, melody: Melody = SCALE) -> Play:
    """The melody with a quarter in a second."""
    return Play(Piece(schedule_from_song(Song(melody))), from_tick, TempoMap.constant(60))


@dataclass
class Stage:
    """An engine with two outputs, the first of them open."""

    clock: FakeClock = field(default_factory=FakeClock)
    replies: list[Reply] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.first, self.second = FakeOutput("first"), FakeOutput("second")
        self.outlets = FakeOutlets({"first": self.first, "second": self.second})
        self.engine = Engine(self.outlets, self.replies.append, self.clock)
        self.engine.look()
        self.obey(OpenOutput("first"))
        self.replies.clear()
        self.first.sent.clear()  # of which program its keys are

    def obey(self, *commands: Command) -> None:
        for command in commands:
            self.engine.obey(command)

    def wait(self, seconds: float) -> None:
        """Lets time pass as the process does: each moment that is due is performed."""
        end = self.clock.seconds + seconds
        while (due := self.engine.due_seconds()) is not None and due <= end:
            self.clock.seconds = max(due, self.clock.seconds)
            self.engine.perform()
        self.clock.seconds = end

    def reports(self) -> list[Reply]:
        return [r for r in self.replies if not isinstance(r, Alive | Running)]

    def running(self) -> Running:
        return [reply for reply in self.replies if isinstance(reply, Running)][-1]
