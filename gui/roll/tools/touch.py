"""A place of the mouse, as the roll understands it."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from gui.roll.scene import Scene

_Held = Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class Touch:
    """Where the mouse is on the canvas that shows `scene`, and the keys that are held there."""

    scene: Scene
    place: QPointF
    held: Qt.KeyboardModifier

    @property
    def tick(self) -> float:
        return self.scene.time.tick_from_x(self.place.x())

    @property
    def height(self) -> float:
        """Like a pitch: its row reaches from there to one below it. Any number, off the canvas."""
        return self.scene.pitch.top - self.place.y() / self.scene.pitch.row_px

    @property
    def pitch(self) -> int:
        return min(max(math.ceil(self.height), LOWEST_PITCH), HIGHEST_PITCH)

    @property
    def asks(self) -> bool:
        """Whether the field is shown there, so that a click asks about a cell of it."""
        field = self.scene.field
        return field is not None and field.at(self.tick) is not None

    @property
    def adds(self) -> bool:
        """Shift or Ctrl: to what is chosen already."""
        return bool(self.held & (_Held.ShiftModifier | _Held.ControlModifier))

    @property
    def copies(self) -> bool:
        """Alt, which some desktops keep for themselves, or Ctrl."""
        return bool(self.held & (_Held.AltModifier | _Held.ControlModifier))

    @property
    def is_free(self) -> bool:
        """Shift: the grid draws nothing to its lines."""
        return bool(self.held & _Held.ShiftModifier)


def drawn_to_grid(scene: Scene, tick: float, home: int, is_free: bool) -> int:
    """The line of the grid nearest to `tick`; where one comes from, `home`, is a line too."""
    if is_free:
        return max(0, round(tick))
    line = scene.snap.nearest(scene.song.meters, tick)
    return home if abs(home - tick) < abs(line - tick) else line
