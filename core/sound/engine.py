"""The player itself: obeys commands, plays what is due, and ends every note that it began."""

from collections.abc import Callable, Iterable

from core.errors import UserError
from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.choices import Tone
from core.sound.playing.manner import PLAIN, Manner
from core.sound.playing.schedule import instrument
from core.sound.playing.transport import Piece, Transport
from core.sound.ports.naming import port_words
from core.sound.ports.output import Outlets
from core.sound.protocol import (
    OPENING_PATIENCE_SECONDS,
    Alive,
    Command,
    OfferOwnPorts,
    OpenOutput,
    Panic,
    Ping,
    Play,
    Reply,
    Revise,
    Running,
    RunOn,
    Seek,
    Send,
    SetLoop,
    SetManner,
    SetTempos,
    SetTone,
    Stop,
)
from core.sound.reports import Failed, OutputLost, OutputOpened, Outputs, Started, Stopped
from core.sound.speaker import CHANNELS, Speaker
from core.sound.troubles import NOTHING_OPEN, NOTHING_THERE
from core.words import Words

HEAD_START_SECONDS = 0.05
"""The first note comes so long after Play, so that it is as punctual as the others."""

TOO_LATE_SECONDS = 0.25
"""After a longer halt (a laptop asleep) the rest is moved back and not played in one burst."""


class Engine:
    """One player. `tell` takes its replies, `clock` gives seconds; it never waits by itself."""

    def __init__(
        self, outlets: Outlets, tell: Callable[[Reply], None], clock: Callable[[], float]
    ) -> None:
        self._outlets = outlets
        self._tell = tell
        self._clock = clock
        self._names: tuple[str, ...] | None = None
        self._speaker = Speaker(self._lost)
        self._manner = PLAIN
        self._transport: Transport | None = None

    @property
    def is_spent(self) -> bool:
        """True when a fresh process should take over: nothing plays and a library is broken."""
        return self._outlets.is_spoilt and self._transport is None

    def due_seconds(self) -> float | None:
        """The moment at which `perform` has something to do; None when it has nothing."""
        return None if self._transport is None else self._transport.due_seconds()

    def obey(self, command: Command) -> None:
        """Does at once what the client asks; Quit is the caller's affair."""
        match command:
            case OpenOutput(name, hush):
                self._open(name, hush)
            case Send() if self._speaker.output is None:
                self._tell(Failed(NOTHING_OPEN if self._names else NOTHING_THERE))
            case Play():
                self._play(command)
            case Revise(piece):
                self._revise(piece)
            case SetManner(manner, piece):
                self._set_manner(manner, piece)
            case SetTone(tone):
                self._set_tone(tone)
            case SetLoop(loop):
                self._set_loop(loop)
            case RunOn(is_on):
                self._run_on(is_on)
            case Send(message):
                self._speaker.send((message,))
            case Stop():
                self.stop()
            case Seek(tick):
                self._seek(tick)
            case SetTempos(tempos):
                self._set_tempos(tempos)
            case Panic():
                self.stop()
                self._speaker.hush(CHANNELS)
            case OfferOwnPorts(is_offered):
                self._outlets.offer_own_port(is_offered)
                self.look()
            case Ping():
                self._tell(Alive())

    @property
    def manner(self) -> Manner:
        """How the tune sounds."""
        return self._manner

    @property
    def transport(self) -> Transport | None:
        """What plays."""
        return self._transport

    def sound(self, messages: Iterable[bytes]) -> None:
        """Sends messages at once, if an output is open."""
        self._speaker.send(messages)

    def tick_at(self, seconds: float) -> float | None:
        """Where the music stands or stood at a moment, before the start while it counts in."""
        return None if self._transport is None else self._transport.played_tick_at(seconds)

    def perform(self) -> None:
        """Sends every message that is due."""
        playing, due, now = self._transport, self.due_seconds(), self._clock()
        if playing is None:
            return
        late = 0.0 if due is None else now - due
        if late > TOO_LATE_SECONDS:
            playing.timeline = playing.timeline.delayed(late)
            self.tell_running()
        self._speaker.send(playing.take(now))
        if playing.is_over:
            self.stop()

    def look(self) -> None:
        """Looks which outputs there are; tells a change, and the loss of the open one."""
        if self._transport is None:
            self._outlets.renew()
        names = self._outlets.names()
        if names != self._names:
            self._names = names
            self._tell(Outputs(names))
        output = self._speaker.output
        if output is not None and not (output.is_alive and output.name in names):
            if output.is_alive:
                self._speaker.end()  # it may only have another name now
            self._speaker.lose(
                Words(
                    "The output '{port}' is gone; choose another, or connect it again.",
                    port=port_words(output.name),
                )
            )
        self._speaker.look()

    def close(self) -> None:
        """Ends what sounds and closes the output; nothing plays after that."""
        if self._transport is not None:
            self._speaker.send(self._transport.closing())
        self._transport = None
        self._speaker.close()

    def _open(self, name: str, hush: bool) -> None:
        self._tell(Alive(OPENING_PATIENCE_SECONDS))
        self._speaker.end()
        playing, output = self._transport, self._speaker.output
        is_again = output is not None and output.name == name
        if playing is not None:
            self._speaker.send(playing.closing())
        if is_again:  # some systems let a port be open only once
            self._speaker.close()
        try:
            self._speaker.take(self._outlets.open(name))
        except UserError as error:
            self._refuse(error.words, is_again)
            return
        finally:
            self._tell(Alive())
        self._tell(OutputOpened(name))
        if hush:
            self._speaker.hush(CHANNELS)  # on which it was is not known any more
        self._speaker.send(instrument(self._manner))
        if self._transport is not None:
            self._speaker.send(self._transport.opening())
            self.tell_running()

    def _refuse(self, sentence: Words, was_open: bool) -> None:
        self._tell(OutputLost(sentence) if was_open else Failed(sentence))
        if was_open:
            self.stop()
        elif self._transport is not None:
            self._speaker.send(self._transport.opening())

    def _play(self, asked: Play) -> None:
        self._set_manner(asked.manner, None)
        self.begin(
            Transport(
                asked.piece,
                asked.from_tick,
                asked.tempos,
                self._clock() + HEAD_START_SECONDS,
                manner=asked.manner,
                loop=asked.loop,
                count_in=asked.count_in,
                runs_on=asked.runs_on,
            )
        )

    def _seek(self, tick: int) -> None:
        if self._transport is not None:
            self.begin(self._transport.moved(tick, self._clock() + HEAD_START_SECONDS))

    def begin(self, transport: Transport) -> None:
        """Plays it in place of what plays; tells why not where no output is open."""
        output = self._speaker.output
        if output is None:
            self._tell(Failed(NOTHING_OPEN if self._names else NOTHING_THERE))
            return
        self._speaker.end()
        if self._transport is not None:
            self._speaker.send(self._transport.closing())
        if self._speaker.output is not output:
            return  # it was lost over the endings
        self._transport = transport
        self._tell(Started(transport.from_tick))
        self.tell_running()
        self._speaker.send(transport.opening())

    def _revise(self, piece: Piece) -> None:
        self.perform()  # what is due already is still played as it was
        if self._transport is not None:
            self._speaker.send(self._transport.revise(piece))
            self.tell_running()

    def _set_manner(self, manner: Manner, piece: Piece | None) -> None:
        self.perform()
        before, self._manner = self._manner, manner
        if before.channel != manner.channel:
            self._speaker.end_channel(before.channel)
        if instrument(before) != instrument(manner):
            self._speaker.send(instrument(manner))
        if self._transport is not None:
            self._speaker.send(self._transport.set_manner(manner))
            if piece is not None:
                self._revise(piece)

    def _set_tone(self, tone: Tone) -> None:
        self._tell(Alive(OPENING_PATIENCE_SECONDS))  # a large SoundFont takes its time
        try:
            self._outlets.set_tone(tone)
        except UserError as error:
            self._tell(Failed(error.words))
        self._tell(Alive())

    def _set_loop(self, loop: Span | None) -> None:
        self.perform()
        if self._transport is not None:
            self._transport.set_loop(loop)
            self.tell_running()

    def _run_on(self, is_on: bool) -> None:
        self.perform()
        if self._transport is not None:
            self._transport.run_on(is_on)
            self.tell_running()

    def _set_tempos(self, tempos: TempoMap) -> None:
        if self._transport is not None:
            bent = self._transport.timeline.with_tempos(tempos, self._clock())
            self._transport.timeline = bent
            self.tell_running()

    def stop(self) -> None:
        """Ends what plays and what sounds."""
        self._speaker.end()
        if self._transport is not None:
            self._speaker.send(self._transport.closing())
        if self._transport is not None:
            tick = self._transport.tick_at(self._clock())
            self._transport = None
            self.tell_running()
            self._tell(Stopped(tick))

    def _lost(self, sentence: Words) -> None:
        self._tell(OutputLost(sentence))
        self.stop()

    def tell_running(self) -> None:
        """Tells how musical time runs now."""
        playing, output = self._transport, self._speaker.output
        if playing is None or output is None:
            self._tell(Running())
            return
        latency_seconds = output.latency_seconds
        self._tell(Running(playing.timeline, playing.from_tick, latency_seconds))
