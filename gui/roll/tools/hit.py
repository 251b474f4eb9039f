"""Which note the mouse is on, and whether at one of its ends."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.music.melody import Note
from gui.roll.shape import note_at_point, note_rect
from gui.roll.tools.touch import Touch

if TYPE_CHECKING:
    from core.edit.length import Edge

_EDGE_PX = 6.0
_SMALLEST_PX = 12.0
"""A note that is shorter on the screen cannot be taken by its ends."""


@dataclass(frozen=True, slots=True)
class Hit:
    note: Note
    edge: "Edge | None"


def hit_at(touch: Touch) -> Hit | None:
    note = note_at_point(touch.scene, touch.place)
    if note is None:
        return None
    rect = note_rect(touch.scene, note)
    if rect.width() < _SMALLEST_PX:
        return Hit(note, None)
    reach = min(_EDGE_PX, rect.width() / 4)
    if touch.place.x() - rect.left() < reach:
        return Hit(note, "begin")
    return Hit(note, "end" if rect.right() - touch.place.x() < reach else None)
