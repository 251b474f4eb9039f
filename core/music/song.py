"""A song: a melody with all that is needed to write it down, play it and go on from it."""

from dataclasses import dataclass, field, replace

from core.music.key import Key
from core.music.melody import Melody
from core.music.meter import MeterMap
from core.music.tempo import TempoMap


@dataclass(frozen=True, slots=True)
class Song:
    """A melody in its meters, key and tempi.

    `key` is None where nobody has named one yet.
    Notes that begin before `seed_end` (ticks) are the user's own; the others were composed.
    `phrase_ends` are the ticks at which a source marks that a phrase ends, rising. `catalogue` is
    the number under which a collection of songs has this one, '' for most; projects do not keep it.
    """

    melody: Melody = field(default_factory=Melody)
    meters: MeterMap = field(default_factory=MeterMap)
    key: Key | None = None
    tempos: TempoMap = field(default_factory=TempoMap)
    title: str = ""
    seed_end: int = 0
    phrase_ends: tuple[int, ...] = ()
    catalogue: str = ""

    @property
    def seed(self) -> Melody:
        """The user's own part; it ends at `seed_end`."""
        return self.melody.until(self.seed_end)

    @property
    def tempo(self) -> float:
        """Quarters a minute at the beginning."""
        return self.tempos.first

    @property
    def bars(self) -> int:
        """Number of full bars begun, the upbeat not counted."""
        end = self.melody.end
        return self.meters.position(max(0, end - 1))[0] if end > self.meters.pickup else 0

    def with_melody(self, melody: Melody) -> "Song":
        return replace(self, melody=melody)
