"""Another machine that starts, stops and leads the music with MIDI clock.

MIDI 1.0 Detailed Specification, System Real Time and Song Position Pointer.
"""

from typing import Protocol

from core.music.melody import QUARTER
from core.sound.playing.pulses import CLOCK, CONTINUE, SONG_POSITION, START, STEP, STOP
from core.sound.playing.timeline import Timeline
from core.sound.sync.beat import Beat
from core.words import Words

LOST_SECONDS = 0.5
"""Without a clock for so long the machine is taken for gone; at 20 quarters a minute, four miss."""

NO_CLOCK = Words(
    "The clock of the other machine stopped coming, so the music stopped; start it there again, "
    "or turn off following it in the sound settings."
)

_SIXTEENTH = QUARTER // 4


class Led(Protocol):
    """The player that follows."""

    def begin_led(self, tick: int, timeline: Timeline) -> None:
        """Plays from `tick` on, as `timeline` has it."""

    def lead(self, timeline: Timeline) -> None:
        """Musical time runs so from now on, if it is still led."""

    def end_led(self, sentence: Words | None) -> None:
        """Stops, if it is still led; `sentence`, if there is one, says why to the user."""


class Conductor:
    """Leads `led` as its messages say; `tempo` is what is expected before the second clock."""

    def __init__(self, led: Led, tempo: float) -> None:
        self._led = led
        self._beat = Beat(tempo)
        self._tick = 0
        self._is_ready = self._is_running = False

    def hear(self, message: bytes, seconds: float) -> None:
        """A message of the other machine; those that do not concern it are ignored."""
        if message == CLOCK:
            self._strike(seconds)
        elif message == START:
            self._get_ready(0)
        elif message == CONTINUE:
            self._get_ready(self._tick)
        elif message == STOP:
            self._halt(None)
        elif message[0] == SONG_POSITION and len(message) == 3:
            self._tick = (message[1] + 128 * message[2]) * _SIXTEENTH
            if self._is_running:
                self._get_ready(self._tick)

    def look(self, seconds: float) -> None:
        """To be called now and then: notices that no clock comes any more."""
        heard = self._beat.heard_seconds
        if heard is not None and seconds - heard > LOST_SECONDS:
            self._beat.forget()
            self._halt(NO_CLOCK)

    def _strike(self, seconds: float) -> None:
        if self._is_ready:
            self._beat.place(self._tick)
        timeline = self._beat.strike(seconds)
        if self._is_ready:
            self._is_ready, self._is_running = False, True
            self._led.begin_led(self._tick, timeline)
        elif self._is_running:
            self._led.lead(timeline)
            self._tick = int(timeline.tick) + STEP  # where Continue goes on

    def _get_ready(self, tick: int) -> None:
        """The next clock is the moment at which `tick` sounds."""
        self._tick, self._is_ready = tick, True

    def _halt(self, sentence: Words | None) -> None:
        was_running = self._is_running
        self._is_ready = self._is_running = False
        if was_running:
            self._led.end_led(sentence)
