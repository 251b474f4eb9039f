"""Notes are dragged to another place, or copies of them."""

import math
from dataclasses import dataclass

from core.edit.clip import duplicated
from core.edit.motion import moved
from core.music.melody import Note
from core.words import Words
from gui.roll.scene import note_at
from gui.roll.tools.choosing import chosen_after_click, chosen_after_press
from gui.roll.tools.sketch import Sketch
from gui.roll.tools.touch import Touch, drawn_to_grid

MOVE, COPY = Words("Move notes"), Words("Copy notes")


@dataclass(frozen=True, slots=True)
class Moving:
    """All chosen notes go with the one that is held, which the grid draws to its lines."""

    begin: Touch
    note: Note

    def pressed(self) -> Sketch:
        return Sketch(chosen_after_press(self.begin, self.note), pitch=self.note.pitch)

    def tapped(self) -> Sketch:
        return Sketch(chosen_after_click(self.begin, self.note))

    @property
    def _dragged(self) -> frozenset[int]:
        """All that are chosen; but of a note that was not, a copy of it alone."""
        onset = self.note.onset
        is_new = onset not in self.begin.scene.chosen
        if self.begin.copies and is_new:
            return frozenset({onset})
        return chosen_after_press(self.begin, self.note)

    def dragged(self, to: Touch) -> Sketch:
        scene, note = self.begin.scene, self.note
        wanted = note.onset + to.tick - self.begin.tick
        ticks = drawn_to_grid(scene, wanted, note.onset, to.is_free) - note.onset
        semitones = math.ceil(to.height) - math.ceil(self.begin.height)
        chosen = self._dragged
        edit, label = (duplicated, COPY) if self.begin.copies else (moved, MOVE)
        edited = edit(scene.song.melody, chosen, ticks, semitones)
        # None goes further than all can: the held one is where its neighbours let it be.
        onset = note.onset + min(edited.chosen) - min(chosen)
        held = note_at(edited.melody, onset)
        return Sketch(edited.chosen, label, edited, pitch=held.pitch if held else None)
