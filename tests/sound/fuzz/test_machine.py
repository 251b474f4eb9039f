"""Any commands, in any order, at any moment, to the engine: a model that says what must be heard.

Fake outputs and a fake clock lose nothing, so what is asked of every single message is strict.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.errors import UserError
from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.choices import MOST_SWING, Tone
from core.sound.engine import Engine
from core.sound.playing import clicks
from core.sound.playing.manner import PLAIN, Manner
from core.sound.playing.schedule import note_off, note_on, schedule_from_song
from core.sound.playing.swing import swung
from core.sound.playing.transport import Piece
from core.sound.protocol import (
    OpenOutput,
    Panic,
    Play,
    Reply,
    Revise,
    Running,
    Seek,
    Send,
    SetLoop,
    SetManner,
    SetTempos,
    Stop,
)
from core.sound.reports import OutputLost, OutputOpened
from tests.sound.fakes import FakeClock, is_note_on

IS_LONG = settings.get_current_profile_name() == "long"
NAMES = ("first", "second", "third")
KEYS = range(100, 103)  # higher than all songs
ABOUT = 1e-3


def song(step: int, length: int, count: int, first: int) -> Song:
    """Every pitch comes once, below those of the metronome: it tells where the music is."""
    notes = tuple(Note(step * i, length, first + i) for i in range(count))
    return Song(Melody(notes, step * count))


SONGS = (
    song(480, 480, 30, 40),
    song(480, 470, 30, 41),
    song(60, 60, 36, 40),
    song(240, 100, 30, 45),
    song(240, 240, 3, 50),
    song(9600, 9600, 2, 60),
    Song(),
)

TICKS = st.integers(0, 1000) | st.integers(0, 16_000)
TEMPI = st.floats(60, 120) | st.floats(20, 400)
TEMPOS = st.builds(
    lambda first, later: TempoMap(((0, first), *sorted(later.items()))),
    TEMPI,
    st.dictionaries(st.integers(1, 15_000), TEMPI, max_size=3),
)
LOOPS = st.none() | st.builds(
    lambda begin, length: Span(begin, begin + length),
    TICKS,
    st.sampled_from((1, 7, 30, 480)) | st.integers(60, 4000),
)
MANNERS = st.just(PLAIN) | st.builds(
    Manner,
    program=st.integers(0, 3),
    channel=st.sampled_from((0, 0, 5, clicks.CHANNEL)),
    swing=st.sampled_from((0.0, 0.0, 0.33, MOST_SWING)),
    metronome=st.booleans(),
    sends_clock=st.booleans(),
)


@dataclass
class Listener:
    """An open port. Each message must be right at the moment at which it comes."""

    name: str
    hear: Callable[[bytes], None]
    latency_seconds = 0.0
    is_alive: bool = True
    dropouts: int = 0
    is_broken: bool = False
    is_closed: bool = False
    sounding: set[tuple[int, int]] = field(default_factory=set)

    def send(self, message: bytes) -> None:
        assert not self.is_closed, "sent to a closed port"
        if self.is_broken:
            raise UserError(f"The output '{self.name}' takes no more notes.")
        note = (message[0] & 0x0F, message[1]) if len(message) == 3 else (0, 0)
        if is_note_on(message):
            assert note not in self.sounding, f"begun twice: {note}"
            self.sounding.add(note)
        elif message[0] & 0xF0 in (0x80, 0x90):
            self.sounding.discard(note)
        self.hear(message)

    def drain(self) -> None:
        assert not self.is_closed

    def close(self) -> None:
        self.is_closed = True


@dataclass
class Ports:
    """Those of `names` are there; every opening is kept."""

    hear: Callable[[bytes], None]
    there: set[str] = field(default_factory=lambda: set(NAMES))
    opened: list[Listener] = field(default_factory=list)
    is_spoilt = False

    def offer_own_port(self, is_offered: bool) -> None:
        pass

    def set_tone(self, tone: Tone) -> None:
        pass

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self.there))

    def renew(self) -> None:
        pass

    def open(self, name: str) -> Listener:
        if name not in self.there:
            raise UserError(f"There is no output '{name}' now.")
        self.opened.append(Listener(name, self.hear))
        return self.opened[-1]


def plays(machine: "Restless") -> bool:
    return machine.tick is not None


class Restless(RuleBasedStateMachine):
    """Whoever gives commands, and the world of ports and clocks around the player."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = FakeClock()
        self.ports = Ports(self._hear)
        self.engine = Engine(self.ports, self._take, self.clock)
        self.running = Running()
        self.open: str | None = None
        self.heard: list[int] = []
        self.song, self.manner = Song(), PLAIN
        self.loop: Span | None = None
        self.engine.look()
        self.choose(NAMES[0], False)

    def _take(self, reply: Reply) -> None:
        match reply:
            case Running():
                self.running = reply
            case OutputOpened(name):
                self.open = name
            case OutputLost():
                self.open = None

    def _hear(self, message: bytes) -> None:
        is_of_song = message[0] & 0x0F == self.manner.channel and message[1] < KEYS[0]
        if is_note_on(message) and is_of_song and message[1] not in (clicks.ACCENT, clicks.BEAT):
            self.heard.append(message[1])

    def _piece(self) -> Piece:
        return Piece(schedule_from_song(self.song, self.manner), self.song.meters)

    @property
    def tick(self) -> float | None:
        """Where the music is, as the window is told; None when nothing plays."""
        timeline = self.running.timeline
        if timeline is None:
            return None
        return timeline.course.tick_at(timeline.tick_at(self.clock.seconds))

    @rule(name=st.sampled_from((*NAMES, "none")), hush=st.booleans())
    def choose(self, name: str, hush: bool) -> None:
        self.engine.obey(OpenOutput(name, hush))

    @rule(
        song=st.sampled_from(SONGS),
        tick=TICKS,
        tempos=TEMPOS,
        manner=MANNERS,
        loop=LOOPS,
        count_in=st.sampled_from((0, 0, 960, 333)),
        runs_on=st.booleans(),
    )
    def play(
        self,
        song: Song,
        tick: int,
        tempos: TempoMap,
        manner: Manner,
        loop: Span | None,
        count_in: int,
        runs_on: bool,
    ) -> None:
        if self.open is not None:
            self.song, self.manner, self.loop = song, manner, loop
        self.engine.obey(Play(self._piece(), tick, tempos, manner, loop, count_in, runs_on))
        assert (self.tick is None) == (self.open is None)

    @precondition(plays)
    @rule(song=st.sampled_from(SONGS))
    def edit(self, song: Song) -> None:
        self.song = song
        self.engine.obey(Revise(self._piece()))

    @rule(manner=MANNERS)
    def change_manner(self, manner: Manner) -> None:
        self.manner = manner
        self.engine.obey(SetManner(manner, self._piece()))

    @precondition(plays)
    @rule(loop=LOOPS)
    def change_loop(self, loop: Span | None) -> None:
        self.loop = loop
        self.engine.obey(SetLoop(loop))

    @precondition(plays)
    @rule(tempos=TEMPOS)
    def change_tempos(self, tempos: TempoMap) -> None:
        before = self.tick
        self.engine.obey(SetTempos(tempos))
        if before is not None:
            assert self.tick is not None
            assert abs(self.tick - before) < 1e-3, "a jump"

    @precondition(plays)
    @rule(tick=TICKS)
    def seek(self, tick: int) -> None:
        self.engine.obey(Seek(tick))

    @rule(pitch=st.sampled_from(KEYS), is_down=st.booleans())
    def touch(self, pitch: int, is_down: bool) -> None:
        channel = self.manner.channel
        message = note_on(pitch, 80, channel) if is_down else note_off(pitch, channel)
        self.engine.obey(Send(message))

    @precondition(lambda self: plays(self) and len(self.heard) % 4 == 1)
    @rule(command=st.sampled_from((Stop(), Panic())))
    def end(self, command: Stop | Panic) -> None:
        self.engine.obey(command)
        assert self.tick is None
        assert self.engine.due_seconds() is None
        assert not any(port.sounding for port in self.ports.opened if not port.is_broken)

    @precondition(lambda self: self.open is not None and not plays(self))
    @rule(song=st.sampled_from(SONGS[:2]), tempos=TEMPOS, manner=MANNERS, loop=LOOPS)
    def play_on(self, song: Song, tempos: TempoMap, manner: Manner, loop: Span | None) -> None:
        """As a person would who wants to hear something."""
        self.play(song, 0, tempos, manner, loop, 0, True)
        self.wait(0.1)

    @precondition(plays)
    @rule(seconds=st.floats(0.02, 0.3))
    def wait_a_little(self, seconds: float) -> None:
        self.wait(seconds)

    @rule(seconds=st.floats(0.3, 1) | st.floats(1, 4))
    def wait(self, seconds: float) -> None:
        """Time passes as in the process; each note is heard at its tick, and none is left out."""
        running, end = self.running, self.clock.seconds + seconds
        required, allowed = self._due(end, -ABOUT), self._due(end, ABOUT)
        self.heard.clear()
        while (due := self.engine.due_seconds()) is not None and due <= end:
            self.clock.seconds = max(due, self.clock.seconds)
            tick, before = self.tick, len(self.heard)
            self.engine.perform()
            assert all(self._is_written(pitch, tick) for pitch in self.heard[before:])
        self.clock.seconds = end
        if self.open is not None and not self.ports.opened[-1].is_broken:
            assert self.running in (running, Running())
            assert self.heard in (required, allowed, allowed[:-1], allowed[1:])

    def _due(self, end: float, about: float) -> list[int]:
        """The pitches that begin from now to `end`, `about` ticks sooner or later."""
        timeline = self.running.timeline
        if timeline is None:
            return []
        course = timeline.course
        first = timeline.tick_at(self.clock.seconds) - about
        last = timeline.tick_at(end) + about
        schedule, loop = self._piece().schedule, course.loop if course.is_looping else None
        begin = course.played - course.tick
        due: list[tuple[float, int]] = []
        for tick, message in zip(schedule.ticks, schedule.messages, strict=True):
            if not is_note_on(message) or (course.end is not None and tick >= course.end):
                continue
            if tick >= course.tick and (loop is None or tick < loop.end):
                due.append((begin + tick, message[1]))
            if loop is not None and loop.begin <= tick < loop.end:
                assert loop == self.loop
                once = begin + len(loop) + tick
                skipped = max(0, int((first - once) // len(loop)))
                rounds = range(once + skipped * len(loop), int(last) + 1, len(loop))
                due += [(played, message[1]) for played in rounds]
        return [pitch for played, pitch in sorted(due) if first < played <= last]

    @precondition(plays)
    @rule(seconds=st.floats(0, 0.2) | st.floats(0, 60))
    def halt(self, seconds: float) -> None:
        """The process gets no time: what is due comes late, or is put off."""
        self.clock.seconds += seconds
        self.engine.perform()

    @precondition(plays)
    @rule()
    def look(self) -> None:
        """At the ports, which makes up for lost messages too."""
        for port in self.ports.opened:
            port.dropouts += 1
        self.engine.look()
        assert self.open is None or self.open in self.ports.there

    @precondition(lambda self: plays(self) or self.open is None)
    @rule(name=st.sampled_from(NAMES), is_pulled=st.sampled_from((True, False, False)))
    def plug(self, name: str, is_pulled: bool) -> None:
        if is_pulled:
            self.ports.there.discard(name)
        else:
            self.ports.there.add(name)
        if self.open is None:
            self.choose(name, False)

    @precondition(lambda self: plays(self) and len(self.ports.opened) % 3 == 0)
    @rule(is_alive=st.booleans())
    def break_port(self, is_alive: bool) -> None:
        """What is sent there from now on fails."""
        if self.open is not None:
            port = self.ports.opened[-1]
            port.is_broken, port.is_alive = True, is_alive

    @invariant()
    def nothing_hangs(self) -> None:
        *closed, last = self.ports.opened or [Listener("", print, is_closed=True)]
        if self.open is None:
            closed.append(last)
            assert self.engine.due_seconds() is None
            assert self.tick is None
        else:
            assert last.name == self.open
            assert not last.is_closed
        for port in closed:
            assert port.is_closed
            assert port.is_broken or not port.sounding

    def _is_written(self, pitch: int, tick: float | None) -> bool:
        """Whether a note of that pitch begins at `tick`, or there where the loop comes back to."""
        [onset] = [note.onset for note in self._melody if note.pitch == pitch]
        away = inf if tick is None else abs(onset - tick)
        return away < ABOUT or (self.loop is not None and abs(away - len(self.loop)) < ABOUT)

    def _places(self) -> set[float]:
        """Where the music is; where the loop comes round it is at both ends."""
        tick, loop = self.tick, self.loop
        if tick is None:
            return set()
        if loop is not None and min(abs(tick - loop.begin), abs(tick - loop.end)) < ABOUT:
            return {tick, float(loop.begin), float(loop.end)}
        return {tick}

    @property
    def _melody(self) -> tuple[Note, ...]:
        return swung(self.song.melody, self.song.meters, self.manner.swing)

    @invariant()
    def only_what_is_written_sounds(self) -> None:
        sounding = self.ports.opened[-1].sounding if self.open is not None else set()
        assert {channel for channel, _ in sounding} <= {self.manner.channel, clicks.CHANNEL}
        of_song = {pitch for channel, pitch in sounding if channel == self.manner.channel}
        of_song -= {*KEYS, clicks.ACCENT, clicks.BEAT}
        written = {
            note.pitch
            for tick in self._places()
            for note in self._melody
            if note.onset <= tick + ABOUT and tick < note.end + ABOUT
        }
        assert of_song <= written

    def teardown(self) -> None:
        self.engine.close()
        for port in self.ports.opened:
            assert port.is_closed
            assert port.is_broken or not port.sounding


TestRestless = Restless.TestCase
TestRestless.settings = settings(
    max_examples=3000 if IS_LONG else 60, stateful_step_count=80 if IS_LONG else 40
)
