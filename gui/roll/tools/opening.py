"""What else could stand where a note stands is asked for."""

from dataclasses import dataclass

from core.music.melody import Note
from gui.roll.tools.sketch import Sketch
from gui.roll.tools.touch import Touch


@dataclass(frozen=True, slots=True)
class Opening:
    note: Note

    def pressed(self) -> Sketch:
        return Sketch(frozenset({self.note.onset}))

    def tapped(self) -> Sketch:
        return Sketch(frozenset({self.note.onset}), opened=self.note)

    def dragged(self, _to: Touch) -> Sketch:
        return self.pressed()
