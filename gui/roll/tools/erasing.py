"""Notes are wiped away."""

from PySide6.QtCore import QPointF

from core.edit.pen import erased
from core.words import Words
from gui.roll.shape import note_at_point
from gui.roll.tools.sketch import Sketch
from gui.roll.tools.touch import Touch

ERASE = Words("Erase notes")
_STEP_PX = 2.0


class Erasing:
    """Every note that the mouse goes over is gone."""

    def __init__(self, begin: Touch) -> None:
        self._begin = self._last = begin
        self._wiped: frozenset[int] = frozenset()
        self._wipe(begin)

    def pressed(self) -> Sketch:
        scene = self._begin.scene
        edited = erased(scene.song.melody, self._wiped)
        return Sketch(scene.chosen - self._wiped, ERASE, edited)

    tapped = pressed

    def dragged(self, to: Touch) -> Sketch:
        self._wipe(to)
        return self.pressed()

    def _wipe(self, to: Touch) -> None:
        """All between the last place and this one: a fast mouse leaves gaps."""
        last, scene = self._last, self._begin.scene
        begin = QPointF(scene.time.x_from_tick(last.tick), scene.pitch.y_from_pitch(last.height))
        way = QPointF(scene.time.x_from_tick(to.tick), scene.pitch.y_from_pitch(to.height)) - begin
        steps = max(1, round(way.manhattanLength() / _STEP_PX))
        places = (begin + way * (step / steps) for step in range(steps + 1))
        found = (note_at_point(scene, place) for place in places)
        self._wiped |= {note.onset for note in found if note is not None}
        self._last = to
