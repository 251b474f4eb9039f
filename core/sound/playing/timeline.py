"""Where ticks meet seconds: by the tempi of a song, on its course, and bent without a jump."""

from dataclasses import dataclass, replace

from core.music.melody import QUARTER
from core.music.tempo import TempoMap
from core.sound.playing.course import Course

STRAIGHT = Course(0, 0, None)
"""Played ticks are those of the song."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The played tick `tick` sounds at `seconds` of the clock, others by `tempos`.

    `tempos` are those of the song, of which `course` says what is played when: round and round in
    a loop, each round as fast as the one before. What comes before the course begins, as bars that
    are counted in, is as fast as its beginning. The clock is `time.perf_counter`, which all
    processes of a machine share.
    """

    tick: float
    seconds: float
    tempos: TempoMap
    course: Course = STRAIGHT

    def seconds_at(self, tick: float) -> float:
        return self.seconds + (self._course_seconds(tick) - self._course_seconds(self.tick))

    def tick_at(self, seconds: float) -> float:
        return self._tick_behind(self._course_seconds(self.tick) + (seconds - self.seconds))

    def with_tempos(self, tempos: TempoMap, seconds: float) -> "Timeline":
        """Going on by other tempi from the tick that sounds at `seconds`."""
        return Timeline(self.tick_at(seconds), seconds, tempos, self.course)

    def with_course(self, course: Course) -> "Timeline":
        """Going on along another course from where that begins."""
        return Timeline(course.played, self.seconds_at(course.played), self.tempos, course)

    def delayed(self, seconds: float) -> "Timeline":
        """Everything `seconds` later."""
        return replace(self, seconds=self.seconds + seconds)

    def _course_seconds(self, tick: float) -> float:
        """From the begin of the course to a played tick."""
        course, tempos = self.course, self.tempos
        place = course.tick + (tick - course.played)
        if place < course.tick:
            return (tick - course.played) / self._ticks_per_second
        begin = tempos.seconds_at(course.tick)
        loop = course.loop if course.is_looping else None
        if loop is None or place < loop.end:
            return tempos.seconds_at(place) - begin
        rounds, behind = divmod(place - loop.end, len(loop))
        entry, turn = tempos.seconds_at(loop.begin), tempos.seconds_at(loop.end)
        inside = tempos.seconds_at(loop.begin + behind) - entry
        return turn - begin + rounds * (turn - entry) + inside

    def _tick_behind(self, seconds: float) -> float:
        """The played tick so long after the begin of the course."""
        course, tempos = self.course, self.tempos
        if seconds < 0:
            return course.played + seconds * self._ticks_per_second
        begin = tempos.seconds_at(course.tick)
        loop = course.loop if course.is_looping else None
        behind = 0.0 if loop is None else begin + seconds - tempos.seconds_at(loop.end)
        if loop is None or behind < 0:
            return course.played + tempos.tick_at(begin + seconds) - course.tick
        entry = tempos.seconds_at(loop.begin)
        rounds, inside = divmod(behind, tempos.seconds_at(loop.end) - entry)
        place = tempos.tick_at(entry + inside) - loop.begin
        return course.played + loop.end - course.tick + rounds * len(loop) + place

    @property
    def _ticks_per_second(self) -> float:
        """Before the course begins."""
        return self.tempos.at(self.course.tick) * QUARTER / 60
