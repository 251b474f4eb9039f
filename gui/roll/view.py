"""The part of a song that is in sight: both axes and what they may not leave. No Qt."""

from dataclasses import dataclass, field, replace

from core.music.melody import QUARTER
from core.music.song import Song
from gui.roll.geometry import PitchAxis, TimeAxis

_FEWEST_BARS = 8
_ROW_PX = 16
_EMPTY_PITCHES = (60, 79)
_SPARE_ROWS = 2
_SPARE_BARS = 2
_TURNED_PAGE = 0.08


def roomy_end(song: Song) -> int:
    """The song's end rounded up to 8, 12, 16, 24, 32 … bars: a view of it all seldom jumps."""
    bars = _FEWEST_BARS
    while song.meters.bar_onset(bars + 1) < song.melody.end:
        is_power_of_two = bars & (bars - 1) == 0
        bars = bars * 3 // 2 if is_power_of_two else bars * 4 // 3
    return song.meters.bar_onset(bars + 1)


def reach(song: Song) -> int:
    """How far one can scroll: far enough to write on behind the last note."""
    meters = song.meters
    last = meters.position(max(0, song.melody.end - 1))[0]
    return max(roomy_end(song), meters.bar_onset(last + 1 + _SPARE_BARS))


def _compass(song: Song) -> tuple[int, int]:
    """The lowest and the highest pitch."""
    pitches = [note.pitch for note in song.melody] or _EMPTY_PITCHES
    return min(pitches), max(pitches)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a view stands, whatever its size: the tick at the left edge and the width of a quarter,
    the pitch at the upper edge and the height of a row."""

    left: float
    quarter_px: float
    top: float
    row_px: int


@dataclass(frozen=True, slots=True)
class View:
    """Both axes; `end` is the tick to which one can scroll at least."""

    time: TimeAxis = field(default_factory=TimeAxis)
    pitch: PitchAxis = field(default_factory=PitchAxis)
    end: int = 1

    @property
    def place(self) -> Place:
        time, pitch = self.time, self.pitch
        return Place(time.left, time.px_per_tick * QUARTER, pitch.top, pitch.row_px)

    def at(self, place: Place) -> "View":
        """The same that stands at `place`, or as near there as it can."""
        scale = place.quarter_px / QUARTER
        time = replace(self.time, left=place.left, px_per_tick=scale).zoomed(1, 0, self.end)
        pitch = replace(self.pitch, top=place.top, row_px=place.row_px).limited()
        return replace(self, time=time, pitch=pitch)

    def scrolled(self, across_px: float, down_px: float) -> "View":
        time = self.time.scrolled(across_px, self.end) if across_px else self.time
        return replace(self, time=time, pitch=self.pitch.scrolled(down_px))

    def zoomed_time(self, factor: float, about_x: float) -> "View":
        return replace(self, time=self.time.zoomed(factor, about_x, self.end))

    def zoomed_pitch(self, factor: float, about_y: float) -> "View":
        return replace(self, pitch=self.pitch.zoomed(factor, about_y))

    def resized(self, width_px: float, height_px: float) -> "View":
        time = replace(self.time, width_px=max(width_px, 1.0)).limited(self.end)
        pitch = replace(self.pitch, height_px=max(height_px, 1.0)).limited()
        return replace(self, time=time, pitch=pitch)

    def fitted(self, song: Song, end: int) -> "View":
        """All notes and all up to `end` in sight, the notes in the middle."""
        lowest, highest = _compass(song)
        pitch = self.pitch.fitted(lowest - _SPARE_ROWS, highest + _SPARE_ROWS, _ROW_PX)
        return replace(self, time=self.time.fitted(end), pitch=pitch)

    def following(self, song: Song) -> "View":
        """All of `song` in sight as it grows: nothing moves as long as there is room for it."""
        lowest, highest = _compass(song)
        end = roomy_end(song)
        if self.pitch.shows(lowest) and self.pitch.shows(highest):
            return replace(self, time=self.time.fitted(end), end=reach(song))
        return replace(self.fitted(song, end), end=reach(song))

    def turned_to(self, tick: float) -> "View":
        """The page on which `tick` stands near the left edge."""
        x = self.time.x_from_tick(tick) - _TURNED_PAGE * self.time.width_px
        return self.scrolled(x, 0)

    def showing(self, tick: int, pitch: int) -> "View":
        """The same where both are in sight; else the next place where they are."""
        time, axis = self.time, self.pitch
        shown = self if time.shows(tick) else self.turned_to(tick)
        if axis.shows(pitch):
            return shown
        return shown.scrolled(0, axis.y_from_pitch(pitch) - (axis.height_px - axis.row_px) / 2)
