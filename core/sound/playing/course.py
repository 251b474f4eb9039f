"""The way through a song: straight on, or round and round."""

from dataclasses import dataclass

from core.music.span import Span


@dataclass(frozen=True, slots=True)
class Course:
    """Which tick of the song is heard after how many ticks of playing.

    Played ticks only ever rise; `tick` of the song comes at the played tick `played`. From there
    it goes on to the end of `loop`, and again and again from its begin; a loop whose end is passed
    already is none. `end` is where the music stops, None: never, until it is told.
    """

    played: int
    tick: int
    end: int | None
    loop: Span | None = None

    @property
    def is_looping(self) -> bool:
        return self.loop is not None and self.tick < self.loop.end

    def tick_at(self, played: float) -> float:
        """The tick of the song that is heard at the played tick, never behind `end`."""
        tick = self.tick + (played - self.played)
        if self.loop is not None and self.is_looping:
            if tick >= self.loop.end:
                tick = self.loop.begin + (tick - self.loop.end) % len(self.loop)
            return tick
        return tick if self.end is None else min(tick, max(self.end, self.tick))
