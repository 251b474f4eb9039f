"""A song on its way through time; the clock stays with the caller."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from core.music.meter import MeterMap
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.playing.clicks import Clicks
from core.sound.playing.course import Course
from core.sound.playing.manner import Manner
from core.sound.playing.pulses import Pulses
from core.sound.playing.schedule import Schedule, schedule_from_song
from core.sound.playing.timeline import Timeline
from core.sound.playing.walk import NEVER, Notes, Walk


@dataclass(frozen=True, slots=True)
class Piece:
    """What is to be played: the messages, and the meters that the metronome strikes."""

    schedule: Schedule
    meters: MeterMap = field(default_factory=MeterMap)


def piece_from_song(song: Song, manner: Manner) -> Piece:
    return Piece(schedule_from_song(song, manner), song.meters)


class Transport:
    """Walks through `piece`; the count-in, or without one `from_tick`, comes at `seconds`.

    The ticks of its `timeline` are played ticks, which only ever rise; the course in it says which
    ticks of the song they are. `from_tick` is the same in both.
    """

    def __init__(
        self,
        piece: Piece,
        from_tick: int,
        tempos: TempoMap,
        seconds: float,
        *,
        manner: Manner,
        loop: Span | None = None,
        count_in: int = 0,
        runs_on: bool = False,
    ) -> None:
        self.from_tick = from_tick
        self.is_over = False
        self._manner, self._runs_on = manner, runs_on
        self._piece = piece
        course = Course(from_tick, from_tick, self._end, loop)
        self.timeline = Timeline(from_tick - count_in, seconds, tempos, course)
        self._offset = 0  # played ticks less ticks of the song, in this round
        self._played = from_tick - count_in  # the first played tick of which nothing was taken
        self._entry = from_tick  # what comes before it in this round counts in
        self._notes = Notes(piece.schedule, from_tick)
        self._clicks = Clicks(piece.meters, self._played, from_tick, manner.metronome)
        self._pulses = Pulses()

    @property
    def course(self) -> Course:
        """Which ticks of the song are played."""
        return self.timeline.course

    @property
    def next_tick(self) -> int:
        """The first tick of the song of which nothing was taken in this round."""
        return max(self._played - self._offset, self._entry)

    def due_seconds(self) -> float | None:
        """The moment of the next message, or of the end; None when there is neither."""
        tick = self._next
        return None if tick == NEVER else self.timeline.seconds_at(tick + self._offset)

    def played_tick_at(self, seconds: float) -> float:
        """The tick of the song that sounds then; while it counts in, one before `from_tick`."""
        return self.course.tick_at(self.timeline.tick_at(seconds))

    def tick_at(self, seconds: float) -> int:
        """The tick of the song that sounds then; while it counts in, `from_tick`."""
        return round(self.course.tick_at(max(self.timeline.tick_at(seconds), self.from_tick)))

    def moved(self, tick: int, seconds: float) -> "Transport":
        """The same from another tick on, which comes at `seconds`."""
        return Transport(
            self._piece,
            tick,
            self.timeline.tempos,
            seconds,
            manner=self._manner,
            loop=self.course.loop,
            runs_on=self._runs_on,
        )

    def opening(self) -> tuple[bytes, ...]:
        """What an output must be told that begins to sound now."""
        tick = self.next_tick
        pulses = self._pulses.switch(self._manner.sends_clock, tick)
        return (*self._piece.schedule.state_before(tick), *pulses)

    def closing(self) -> tuple[bytes, ...]:
        """What an output must be told that sounds no more, besides the endings of its notes."""
        return self._pulses.switch(False, self.next_tick)

    def take(self, seconds: float) -> tuple[bytes, ...]:
        """The messages due at or before `seconds`, each given once; `is_over` behind the last."""
        messages: list[bytes] = []
        while not self.is_over and (due := self.due_seconds()) is not None and due <= seconds:
            tick = self._next
            if tick == self._border:
                messages += self._turn()
                continue
            for walk in self._walks:
                while walk.next == tick:
                    messages += walk.take()
            self._played = int(tick) + 1 + self._offset
        reached = math.floor(self.timeline.tick_at(seconds)) + 1
        self._played = int(max(self._played, min(reached, self._next + self._offset)))
        return tuple(messages)

    def revise(self, piece: Piece) -> tuple[bytes, ...]:
        """Goes on in another piece from the next tick on; gives what must be sent for it now."""
        self._piece = piece
        self._end_course()
        self._strike()
        return self._notes.revise(piece.schedule, self.next_tick)

    def set_manner(self, manner: Manner) -> tuple[bytes, ...]:
        """The metronome and the clock are so from the next tick on; gives what that needs now."""
        self._manner = manner
        self._strike()
        return self._pulses.switch(manner.sends_clock, self.next_tick)

    def set_loop(self, loop: Span | None) -> None:
        """Goes on without a jump, round and round once it comes to the end of `loop`."""
        tick = self.next_tick
        course = Course(tick + self._offset, tick, self._end, loop)
        self.timeline = self.timeline.with_course(course)

    def run_on(self, is_on: bool) -> None:
        """Goes on behind the end of the song, or ends there."""
        self._runs_on = is_on
        self._end_course()

    def lead(self, timeline: Timeline) -> None:
        """Time runs as in `timeline` from now on, whatever the tempi of the song."""
        self.timeline = replace(timeline, course=self.course)

    @property
    def _end(self) -> int | None:
        return None if self._runs_on else self._piece.schedule.end

    @property
    def _walks(self) -> tuple[Walk, ...]:
        """In the order in which they speak: the clock is the most pressing."""
        return self._pulses, self._notes, self._clicks

    @property
    def _next(self) -> float:
        """The tick of the song at which something is to be done."""
        return min(self._border, *(walk.next for walk in self._walks))

    @property
    def _border(self) -> float:
        """Where the song jumps or ends."""
        if self.course.loop is not None and self.course.is_looping:
            return self.course.loop.end
        return NEVER if self.course.end is None else max(self.course.end, self.next_tick)

    def _turn(self) -> Iterator[bytes]:
        """To the begin of the loop, or to the end."""
        loop = self.course.loop
        if loop is None or not self.course.is_looping:
            self.is_over = True
            return
        self._offset += len(loop)
        self._played = loop.begin + self._offset
        self._entry = min(self._entry, loop.begin)
        for walk in self._walks:
            yield from walk.turn(loop.begin)

    def _end_course(self) -> None:
        self.timeline = replace(self.timeline, course=replace(self.course, end=self._end))

    def _strike(self) -> None:
        tick = self._played - self._offset
        self._clicks.revise(self._piece.meters, self._manner.metronome, tick)
