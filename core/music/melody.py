"""Notes and melodies: frozen values in integer ticks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from core.errors import UserError

QUARTER = 480
"""Ticks in a quarter note; every duration of the Essen collection is a whole number of them."""

WHOLE = 4 * QUARTER
SIXTEENTH = QUARTER // 4

LOWEST_PITCH = 0
HIGHEST_PITCH = 127
DEFAULT_VELOCITY = 88


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One sounding note: onset and duration in ticks, pitch as a MIDI number (60 is middle C)."""

    onset: int
    duration: int
    pitch: int
    velocity: int = DEFAULT_VELOCITY

    def __post_init__(self) -> None:
        if self.onset < 0 or self.duration <= 0:
            raise ValueError(f"a note needs onset >= 0 and duration > 0, not {self}")
        if not LOWEST_PITCH <= self.pitch <= HIGHEST_PITCH or not 1 <= self.velocity <= 127:
            raise ValueError(f"pitch must be 0 to 127 and velocity 1 to 127, not {self}")

    @property
    def end(self) -> int:
        return self.onset + self.duration

    def moved(self, ticks: int) -> "Note":
        return replace(self, onset=self.onset + ticks)


@dataclass(frozen=True, slots=True)
class Melody:
    """A monophonic line: notes in order, none overlapping the next, and where the line ends.

    `end` is in ticks and may lie behind the last note: the difference is a final rest.
    A gap between two notes is a rest. Raises ValueError for notes out of order or overlapping.
    """

    notes: tuple[Note, ...] = ()
    end: int = 0

    def __post_init__(self) -> None:
        last_end = 0
        for note in self.notes:
            if note.onset < last_end:
                raise ValueError(f"{note} begins before {last_end}, where the one before it ends")
            last_end = note.end
        if self.end < last_end:
            raise ValueError(f"the melody ends at {self.end}, before its last note at {last_end}")

    def __reduce__(self) -> "tuple[Callable[[tuple[int, ...], int], Melody], tuple[object, ...]]":
        """Pickled as plain numbers: a corpus crosses from one process to another in no time."""
        fields = ((n.onset, n.duration, n.pitch, n.velocity) for n in self.notes)
        return _melody_from_fields, (tuple(chain.from_iterable(fields)), self.end)

    def __iter__(self) -> Iterator[Note]:
        return iter(self.notes)

    def __len__(self) -> int:
        return len(self.notes)

    def transposed(self, semitones: int) -> "Melody":
        """The same line `semitones` higher. UserError where a pitch would leave 0 to 127."""
        for note in self.notes:
            if not LOWEST_PITCH <= note.pitch + semitones <= HIGHEST_PITCH:
                raise UserError(
                    "Moving MIDI note {pitch} by {semitones} semitones leaves the range "
                    "{lowest} to {highest}; use notes nearer to the middle.",
                    pitch=note.pitch,
                    semitones=semitones,
                    lowest=LOWEST_PITCH,
                    highest=HIGHEST_PITCH,
                )
        moved = (replace(note, pitch=note.pitch + semitones) for note in self.notes)
        return Melody(tuple(moved), self.end)

    def extended(self, notes: Iterable[Note], end: int | None = None) -> "Melody":
        """This line with `notes` behind it, ending at `end` (default: with the last note)."""
        joined = (*self.notes, *notes)
        last_end = joined[-1].end if joined else 0
        return Melody(joined, max(self.end, last_end) if end is None else end)

    def until(self, tick: int) -> "Melody":
        """What stands before `tick`; a note that sounds across it is cut there."""
        if tick >= self.end:
            return self
        kept = (note for note in self.notes if note.onset < tick)
        cut = (n if n.end <= tick else replace(n, duration=tick - n.onset) for n in kept)
        return Melody(tuple(cut), tick)


def _melody_from_fields(fields: tuple[int, ...], end: int) -> Melody:
    columns = (fields[column::4] for column in range(4))
    return Melody(tuple(map(Note, *columns)), end)
