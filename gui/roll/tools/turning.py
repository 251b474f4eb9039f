"""The wheel over a note, while the field is shown."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QWheelEvent

from core.music.melody import Note
from gui.roll.scene import Scene, note_at
from gui.roll.shape import note_at_point
from gui.roll.travel import Notches


class Turning:
    """Which note is turned, and how far."""

    def __init__(self) -> None:
        self._notches = Notches()
        self._last: tuple[QPointF, int] | None = None

    def note(self, scene: Scene, place: QPointF) -> Note | None:
        """That under the mouse, or that which went away from there when it was turned last."""
        if scene.field is None:
            return None
        if self._last is not None and self._last[0] == place:
            return note_at(scene.song.melody, self._last[1])
        note = note_at_point(scene, place)
        self._last = None if note is None else (place, note.onset)
        return note

    def ways(self, event: QWheelEvent) -> list[int]:
        """A 1 (up) or a -1 (down) for each notch that is full now."""
        turns = self._notches.taken(event.angleDelta().y())
        return [1 if turns > 0 else -1] * abs(turns)
