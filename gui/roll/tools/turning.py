"""The wheel over a note, while the field is shown."""

import time

from PySide6.QtCore import QPointF
from PySide6.QtGui import QWheelEvent

from core.music.melody import Note
from gui.roll.scene import Scene, note_at
from gui.roll.shape import note_at_point
from gui.roll.travel import Notches

_FLOW_SECONDS = 0.4
"""Who scrolls goes on to scroll, also when a note comes under the mouse."""


class Turning:
    """Which note is turned, and how far."""

    def __init__(self) -> None:
        self._notches = Notches()
        self._last: tuple[QPointF, int] | None = None
        self._scrolled_seconds = -_FLOW_SECONDS

    def note(self, scene: Scene, place: QPointF) -> Note | None:
        """That under the mouse, or that which went away from there when it was turned last; None
        where the wheel scrolls."""
        now_seconds = time.monotonic()
        if scene.field is not None and now_seconds >= self._scrolled_seconds + _FLOW_SECONDS:
            if self._last is not None and self._last[0] == place:
                return note_at(scene.song.melody, self._last[1])
            note = note_at_point(scene, place)
            if note is not None:
                self._last = place, note.onset
                return note
        self._last, self._scrolled_seconds = None, now_seconds
        return None

    def ways(self, event: QWheelEvent) -> list[int]:
        """A 1 (up) or a -1 (down) for each notch that is full now."""
        turns = self._notches.taken(event.angleDelta().y())
        return [1 if turns > 0 else -1] * abs(turns)
