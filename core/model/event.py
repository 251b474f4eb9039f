"""A melody as the note family tells it: one event for each note and each rest."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.music.melody import Melody


@dataclass(frozen=True, slots=True)
class Event:
    """A note, or a rest where `pitch` is None, of `duration` ticks."""

    onset: int
    duration: int
    pitch: int | None

    @property
    def end(self) -> int:
        return self.onset + self.duration


def events_from_melody(melody: Melody, start: int = 0) -> Iterator[Event]:
    """The notes and the rests between and after them, without gaps, from `start` to the end.

    No note begins before `start`, a tick.
    """
    tick = start
    for note in melody:
        if note.onset > tick:
            yield Event(tick, note.onset - tick, None)
        yield Event(note.onset, note.duration, note.pitch)
        tick = note.end
    if melody.end > tick:
        yield Event(tick, melody.end - tick, None)
