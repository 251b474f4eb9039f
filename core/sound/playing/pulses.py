"""MIDI clock: tells other machines where the beat is, and when the music starts and stops.

MIDI 1.0 Detailed Specification, System Real Time and Song Position Pointer: 24 clocks a quarter;
the place in a song is counted in sixteenths (six clocks), and the first clock after Start or
Continue is that place.
"""

from core.music.melody import QUARTER
from core.sound.playing.walk import NEVER

CLOCK, START, CONTINUE, STOP = (bytes((status,)) for status in (0xF8, 0xFA, 0xFB, 0xFC))
SONG_POSITION = 0xF2
_LAST_POSITION = (1 << 14) - 1

STEP = QUARTER // 24
_SIXTEENTH = QUARTER // 4


def song_position(tick: int) -> bytes:
    """The message that `tick`, a multiple of a sixteenth, is where Continue goes on."""
    place = min(tick // _SIXTEENTH, _LAST_POSITION)
    return bytes((SONG_POSITION, place & 0x7F, place >> 7))


class Pulses:
    """The clocks of a song, each on its tick, while it `is_on`."""

    def __init__(self) -> None:
        self._is_on = False
        self._next: float = NEVER

    @property
    def next(self) -> float:
        return self._next

    def take(self) -> tuple[bytes, ...]:
        self._next += STEP
        return (CLOCK,)

    def turn(self, tick: int) -> tuple[bytes, ...]:
        """Others are stopped, and told to go on from here."""
        return (STOP, *self._began(tick)) if self._is_on else ()

    def switch(self, is_on: bool, tick: int) -> tuple[bytes, ...]:
        """Begins at `tick`, or stops there; nothing where it does so already."""
        if is_on == self._is_on:
            return ()
        self._is_on, self._next = is_on, NEVER
        return self._began(tick) if is_on else (STOP,)

    def _began(self, tick: int) -> tuple[bytes, ...]:
        """Between two sixteenths the clocks begin with the next, for no other place has a name."""
        first = tick + -tick % _SIXTEENTH
        self._next = first
        return (START,) if first == 0 else (song_position(first), CONTINUE)
