"""Where ticks meet seconds: a straight line that can be bent at any moment without a jump."""

from dataclasses import dataclass

from core.music.melody import QUARTER


@dataclass(frozen=True, slots=True)
class Timeline:
    """`tick` sounds at `seconds` of the clock, and others before and after it at `tempo`.

    `tempo` is quarters in a minute, above 0. The clock is `time.perf_counter`, which all processes
    of a machine share.
    """

    tick: float
    seconds: float
    tempo: float

    def __post_init__(self) -> None:
        if not self.tempo > 0:
            raise ValueError(f"a tempo is above 0, not {self.tempo}")

    @property
    def ticks_per_second(self) -> float:
        return self.tempo * QUARTER / 60

    def seconds_at(self, tick: float) -> float:
        return self.seconds + (tick - self.tick) / self.ticks_per_second

    def tick_at(self, seconds: float) -> float:
        return self.tick + (seconds - self.seconds) * self.ticks_per_second

    def with_tempo(self, tempo: float, seconds: float) -> "Timeline":
        """Going on at `tempo` from the tick that sounds at `seconds`."""
        return Timeline(self.tick_at(seconds), seconds, tempo)

    def delayed(self, seconds: float) -> "Timeline":
        """Everything `seconds` later."""
        return Timeline(self.tick, self.seconds + seconds, self.tempo)
