"""Which pitches are heard now: of the tune, and of all that is played to it."""

from core.music.melody import Melody
from gui.roll.scene import note_at


class Heard:
    """`pressed` are down in the window, `played` at the input as far as was told."""

    def __init__(self) -> None:
        self.pressed: set[int] = set()
        self.played: set[int] = set()

    def take(self, message: bytes) -> None:
        """A MIDI message that came to the input."""
        from core.sound.playing.schedule import NOTE_OFF, NOTE_ON, kind_of

        if kind_of(message) == NOTE_ON:
            self.played.add(message[1])
        elif kind_of(message) == NOTE_OFF:
            self.played.discard(message[1])

    def pitches(self, melody: Melody, tick: int | None) -> frozenset[int]:
        """All of them, while the melody sounds at `tick`; None: while it does not."""
        note = None if tick is None else note_at(melody, tick)
        own = self.pressed | self.played
        return frozenset(own if note is None else own | {note.pitch})
