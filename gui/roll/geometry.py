"""Where a tick and a pitch lie on the screen: two frozen axes, without Qt.

Pixels count from the left and upper edge of the visible canvas, ticks from the song's beginning.
"""

import math
from dataclasses import dataclass, replace

from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, QUARTER

WIDEST_QUARTER_PX = 100.0 * QUARTER
NARROWEST_QUARTER_PX = 4.0
LOWEST_ROW_PX, HIGHEST_ROW_PX = 5, 96
INSET_PX = 10.0
"""Free space before the beginning and behind the end, so that both are seen to be there."""

_ROUNDING_PX = 1e-6
_PITCHES = HIGHEST_PITCH - LOWEST_PITCH + 1
_BLACK = frozenset({1, 3, 6, 8, 10})


def is_black(pitch: int) -> bool:
    """True for the black keys of a piano."""
    return pitch % 12 in _BLACK


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`left` is the tick at pixel 0, `px_per_tick` the zoom, `width_px` what is visible."""

    left: float = 0.0
    px_per_tick: float = 0.1
    width_px: float = 800.0

    def x_from_tick(self, tick: float) -> float:
        return (tick - self.left) * self.px_per_tick

    def tick_from_x(self, x: float) -> float:
        return self.left + x / self.px_per_tick

    @property
    def right(self) -> float:
        """The tick at the right edge."""
        return self.tick_from_x(self.width_px)

    def shows(self, tick: float) -> bool:
        return self.left <= tick < self.right

    def zoomed(self, factor: float, about_x: float, end: int) -> "TimeAxis":
        """Zoomed by `factor`; the tick at pixel `about_x` stays there unless a limit forbids."""
        narrowest = min(NARROWEST_QUARTER_PX / QUARTER, self._whole(end))
        scale = min(max(self.px_per_tick * factor, narrowest), WIDEST_QUARTER_PX / QUARTER)
        left = self.tick_from_x(about_x) - about_x / scale
        return replace(self, left=left, px_per_tick=scale).limited(end)

    def scrolled(self, px: float, end: int) -> "TimeAxis":
        """Showing what lies `px` further right, within the limits of a song of `end` ticks."""
        return replace(self, left=self.left + px / self.px_per_tick).limited(end)

    def limited(self, end: int) -> "TimeAxis":
        """The nearest place where the song begins at the left or its end is in sight."""
        lowest, highest = self.limits(end)
        return replace(self, left=min(max(self.left, lowest), highest))

    def limits(self, end: int) -> tuple[float, float]:
        """The lowest and the highest `left` to which one can scroll."""
        lowest = -INSET_PX / self.px_per_tick
        return lowest, max(lowest, end + (INSET_PX - self.width_px) / self.px_per_tick)

    def fitted(self, end: int) -> "TimeAxis":
        """From the beginning to `end`, as large as it can be."""
        scale = min(self._whole(end), WIDEST_QUARTER_PX / QUARTER)
        return replace(self, left=-INSET_PX / scale, px_per_tick=scale)

    def _whole(self, end: int) -> float:
        """The zoom at which everything up to `end` is seen."""
        return max(self.width_px - 2 * INSET_PX, 1.0) / max(end, 1)


@dataclass(frozen=True, slots=True)
class PitchAxis:
    """`top` is the pitch whose row begins at pixel 0 (a fraction: a row cut there)."""

    top: float = 84.0
    row_px: int = 16
    height_px: float = 400.0

    def y_from_pitch(self, pitch: float) -> float:
        """The upper edge of the row of `pitch`."""
        return (self.top - pitch) * self.row_px

    def row_top(self, pitch: int) -> int:
        """The same on a whole pixel: no row has a gap to the next, wherever the axis stands."""
        return math.floor(self.top * self.row_px + 0.5) - pitch * self.row_px

    def pitch_from_y(self, y: float) -> int:
        """The pitch whose row holds `y`, from 0 to 127 also outside the canvas."""
        pitch = math.ceil(self.top - y / self.row_px)
        return min(max(pitch, LOWEST_PITCH), HIGHEST_PITCH)

    @property
    def visible(self) -> range:
        """The pitches of which anything is seen, from low to high."""
        lowest = self.pitch_from_y(self.height_px - _ROUNDING_PX)
        return range(lowest, self.pitch_from_y(0) + 1)

    def shows(self, pitch: int) -> bool:
        """True where the whole row is in sight."""
        y = self.y_from_pitch(pitch)
        return y >= -_ROUNDING_PX and y + self.row_px <= self.height_px + _ROUNDING_PX

    def zoomed(self, factor: float, about_y: float) -> "PitchAxis":
        """Rows higher by `factor`, at least one pixel; what lies at `about_y` stays there."""
        wanted = round(self.row_px * factor)
        if wanted == self.row_px and factor != 1:
            wanted += 1 if factor > 1 else -1
        row = self._possible(wanted)
        top = self.top - about_y / self.row_px + about_y / row
        return replace(self, top=top, row_px=row).limited()

    def scrolled(self, px: float) -> "PitchAxis":
        """Showing what lies `px` further down."""
        return replace(self, top=self.top - px / self.row_px).limited()

    def limited(self) -> "PitchAxis":
        """The nearest place where no pixel lies above the highest or below the lowest pitch."""
        axis = replace(self, row_px=self._possible(self.row_px))
        highest, lowest = axis.limits
        return replace(axis, top=max(min(self.top, highest), lowest))

    @property
    def limits(self) -> tuple[float, float]:
        """The highest and the lowest `top` to which one can scroll."""
        return float(HIGHEST_PITCH), LOWEST_PITCH - 1 + self.height_px / self.row_px

    def fitted(self, lowest: int, highest: int, row_px: int) -> "PitchAxis":
        """Rows of at most `row_px` such that both pitches are seen, and lie in the middle."""
        rows = highest - lowest + 1
        row = self._possible(min(row_px, int(self.height_px / rows)))
        top = (highest + lowest) / 2 + (self.height_px / row - 1) / 2
        # Whole rows at the upper edge look calmer than cut ones.
        return replace(self, top=float(math.floor(top)), row_px=row).limited()

    def _possible(self, row_px: int) -> int:
        filling = math.ceil(self.height_px / _PITCHES)
        return max(min(row_px, HIGHEST_ROW_PX), LOWEST_ROW_PX, filling)
