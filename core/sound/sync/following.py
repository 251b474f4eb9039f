"""Playing what lies ready when another machine says so, and as it says."""

from collections.abc import Callable
from typing import Protocol

from core.sound.playing.manner import Manner
from core.sound.playing.timeline import Timeline
from core.sound.playing.transport import Transport
from core.sound.protocol import Command, Follow, Reply
from core.sound.reports import Failed
from core.sound.sync.conductor import Conductor
from core.words import Words

_CLOCKS_UNTOLD = 12


class Stage(Protocol):
    """What following needs of the player that plays."""

    @property
    def manner(self) -> Manner: ...

    @property
    def transport(self) -> Transport | None:
        """What plays."""

    def begin(self, transport: Transport) -> None:
        """Plays it in place of what plays, or tells why it cannot."""

    def stop(self) -> None: ...

    def tell_running(self) -> None:
        """Tells how musical time runs now."""


class Following:
    """Begins, leads and ends what plays, as the messages of another machine say.

    Only what it began itself: who plays, stops or moves the music in the window has it for himself
    until the machine starts again.
    """

    def __init__(self, stage: Stage, tell: Callable[[Reply], None]) -> None:
        self._stage, self._tell = stage, tell
        self._ready: Follow | None = None
        self._conductor: Conductor | None = None
        self._led: Transport | None = None
        self._untold = 0

    def obey(self, command: Command) -> None:
        """Does what a command asks of following; all others are no affair of it."""
        if isinstance(command, Follow):
            self._ready = command if command.piece is not None else None
            if self._ready is None:
                self._conductor = None
            elif self._conductor is None:
                self._conductor = Conductor(self, command.tempo)

    def hear(self, message: bytes, seconds: float) -> None:
        """A message of the system that came to the input then."""
        if self._conductor is not None:
            self._conductor.hear(message, seconds)

    def look(self, seconds: float) -> None:
        """To be called twice a second or so."""
        if self._conductor is not None:
            self._conductor.look(seconds)

    def begin_led(self, tick: int, timeline: Timeline) -> None:
        ready = self._ready
        if ready is None or ready.piece is None:
            return
        self._led = transport = Transport(
            ready.piece,
            tick,
            timeline.tempos,
            timeline.seconds,
            manner=self._stage.manner,
            loop=ready.loop,
        )
        self._stage.begin(transport)

    def lead(self, timeline: Timeline) -> None:
        playing = self._stage.transport
        if playing is None or playing is not self._led:
            return
        playing.lead(timeline)
        self._untold = (self._untold + 1) % _CLOCKS_UNTOLD
        if not self._untold:
            self._stage.tell_running()

    def end_led(self, sentence: Words | None) -> None:
        playing = self._stage.transport
        if playing is not None and playing is self._led:
            self._stage.stop()
            if sentence is not None:
                self._tell(Failed(sentence))
