"""The player itself: obeys commands, plays what is due, and ends every note that it began."""

from collections.abc import Callable, Iterable

from core.errors import UserError
from core.sound.output import Outlets, Output
from core.sound.ports import INSTALL
from core.sound.protocol import (
    OPENING_PATIENCE_SECONDS,
    Alive,
    Command,
    OpenOutput,
    Ping,
    Play,
    Reply,
    Revise,
    Running,
    Seek,
    Send,
    SetTempo,
    Stop,
)
from core.sound.reports import Failed, OutputLost, OutputOpened, Outputs, Started, Stopped
from core.sound.schedule import CONTROL_CHANGE, Schedule, note_off
from core.sound.sounding import Sounding
from core.sound.transport import Transport

HEAD_START_SECONDS = 0.05
"""The first note comes so long after Play, so that it is as punctual as the others."""

TOO_LATE_SECONDS = 0.25
"""After a longer halt (a laptop asleep) the rest is moved back and not played in one burst."""

NOTHING_OPEN = "No output is open, so nothing can sound; choose an output first."
NOTHING_THERE = (
    "There is nothing to play through; connect a MIDI device or start a software synthesizer, "
    f"or {INSTALL}."
)

_ALL_NOTES_OFF = 123


class Engine:
    """One player. `tell` takes its replies, `clock` gives seconds; it never waits by itself."""

    def __init__(
        self, outlets: Outlets, tell: Callable[[Reply], None], clock: Callable[[], float]
    ) -> None:
        self._outlets = outlets
        self._tell = tell
        self._clock = clock
        self._names: tuple[str, ...] | None = None
        self._output: Output | None = None
        self._dropouts = 0
        self._sounding = Sounding()
        self._transport: Transport | None = None

    @property
    def is_spent(self) -> bool:
        """True when a fresh process should take over: nothing plays and a library is broken."""
        return self._outlets.is_spoilt and self._transport is None

    def due_seconds(self) -> float | None:
        """The moment at which `perform` has something to do; None when nothing plays."""
        return None if self._transport is None else self._transport.due_seconds()

    def obey(self, command: Command) -> None:
        """Does at once what the client asks; Quit is the caller's affair."""
        match command:
            case OpenOutput(name, hush):
                self._open(name, hush)
            case Play() | Send() if self._output is None:
                self._tell(Failed(NOTHING_OPEN if self._names else NOTHING_THERE))
            case Play(schedule, from_tick, tempo):
                self._start(schedule, from_tick, tempo)
            case Revise(schedule):
                self._revise(schedule)
            case Send(message):
                self._send(message)
            case Stop():
                self._stop()
            case Seek(tick):
                if self._transport is not None:
                    self._start(self._transport.schedule, tick, self._transport.timeline.tempo)
            case SetTempo(tempo):
                if self._transport is not None:
                    bent = self._transport.timeline.with_tempo(tempo, self._clock())
                    self._transport.timeline = bent
                    self._tell_running()
            case Ping():
                self._tell(Alive())

    def perform(self) -> None:
        """Sends every message that is due."""
        if self._transport is None:
            return
        now = self._clock()
        late = now - self._transport.due_seconds()
        if late > TOO_LATE_SECONDS:
            self._transport.timeline = self._transport.timeline.delayed(late)
            self._tell_running()
        for message in self._transport.take(now):
            self._send(message)
        due = self.due_seconds()
        if due is not None and due <= now:
            self._stop()

    def look(self) -> None:
        """Looks which outputs there are; tells a change, and the loss of the open one."""
        if self._transport is None:
            self._outlets.renew()
        names = self._outlets.names()
        if names != self._names:
            self._names = names
            self._tell(Outputs(names))
        output = self._output
        if output is not None and not (output.is_alive and output.name in names):
            if output.is_alive:
                self._end_notes()  # it may only have another name now
            self._lose(f"The output '{output.name}' is gone; choose another, or connect it again.")
        self._remind()
        self._sounding.forget()

    def close(self) -> None:
        """Ends what sounds and closes the output; nothing plays after that."""
        self._transport = None
        self._end_notes()
        self._close_output()

    def _close_output(self) -> None:
        if self._output is not None:
            self._output.drain()
            self._remind()
        if self._output is not None:
            self._output.close()
            self._output = None

    def _open(self, name: str, hush: bool) -> None:
        self._tell(Alive(OPENING_PATIENCE_SECONDS))
        self._end_notes()
        is_again = self._output is not None and self._output.name == name
        if is_again:  # some systems let a port be open only once
            self._close_output()
        try:
            opened = self._outlets.open(name)
        except UserError as error:
            self._tell(OutputLost(str(error)) if is_again else Failed(str(error)))
            if is_again:
                self._stop()
            return
        finally:
            self._tell(Alive())
        self._close_output()
        self._output, self._dropouts = opened, opened.dropouts
        self._tell(OutputOpened(name))
        if hush:
            self._deliver((bytes((CONTROL_CHANGE, _ALL_NOTES_OFF, 0)), *map(note_off, range(128))))
        if self._transport is not None:
            self._chase(self._transport.timeline.tick_at(self._clock()))
            self._tell_running()

    def _start(self, schedule: Schedule, from_tick: int, tempo: float) -> None:
        self._end_notes()
        begin_seconds = self._clock() + HEAD_START_SECONDS
        self._transport = Transport(schedule, from_tick, tempo, begin_seconds)
        self._chase(from_tick)
        self._tell(Started(from_tick))
        self._tell_running()

    def _revise(self, schedule: Schedule) -> None:
        self.perform()  # what is due already is still played as it was
        playing, now = self._transport, self._clock()
        if playing is None:
            return
        self._transport = revised = playing.revised(schedule, now)
        for channel, pitch in playing.sounding - revised.sounding:
            self._send(note_off(pitch, channel))
        self._tell_running()

    def _chase(self, tick: float) -> None:
        if self._transport is not None:
            for message in self._transport.schedule.state_before(tick):
                self._send(message)

    def _stop(self) -> None:
        self._end_notes()
        if self._transport is not None:
            tick = self._transport.tick_at(self._clock())
            self._transport = None
            self._tell_running()
            self._tell(Stopped(tick))

    def _send(self, message: bytes) -> None:
        self._deliver(self._sounding.admitted(message))

    def _end_notes(self) -> None:
        self._deliver(self._sounding.endings())

    def _remind(self) -> None:
        """Ends again what has just ended, where the output may have lost the first ending."""
        if self._output is not None and self._output.dropouts != self._dropouts:
            self._dropouts = self._output.dropouts
            self._deliver(self._sounding.reminders())

    def _deliver(self, messages: Iterable[bytes]) -> None:
        try:
            for message in messages:
                if self._output is not None:
                    self._output.send(message)
        except UserError as error:
            self._lose(str(error))

    def _lose(self, sentence: str) -> None:
        lost, self._output = self._output, None
        if lost is not None:
            self._tell(OutputLost(sentence))
            self._stop()
            lost.close()

    def _tell_running(self) -> None:
        if self._transport is None or self._output is None:
            self._tell(Running())
            return
        playing, latency_seconds = self._transport, self._output.latency_seconds
        start, end = playing.from_tick, playing.schedule.end
        self._tell(Running(playing.timeline, start, end, latency_seconds))
