"""Choosing notes: by a click, or with a box around them."""

from dataclasses import dataclass, replace

from core.music.melody import Note
from gui.roll.scene import Box, notes_between
from gui.roll.tools.sketch import Sketch
from gui.roll.tools.touch import Touch


def chosen_after_press(touch: Touch, note: Note) -> frozenset[int]:
    """What is chosen while the mouse is down on `note`: all that was, if it is one of them."""
    chosen, onset = touch.scene.chosen, note.onset
    if onset in chosen:
        return chosen
    return chosen | {onset} if touch.adds else frozenset({onset})


def chosen_after_click(touch: Touch, note: Note) -> frozenset[int]:
    """That note alone; with Shift or Ctrl it joins the others, or leaves them."""
    return touch.scene.chosen ^ {note.onset} if touch.adds else frozenset({note.onset})


@dataclass(frozen=True, slots=True)
class Boxing:
    """Draws a box; each note that it touches is chosen, with Shift or Ctrl to those that are."""

    begin: Touch

    @property
    def _kept(self) -> frozenset[int]:
        return self.begin.scene.chosen if self.begin.adds else frozenset()

    def pressed(self) -> Sketch:
        return Sketch(self.begin.scene.chosen if self.begin.asks else self._kept)

    def tapped(self) -> Sketch:
        if not self.begin.asks:
            return self.pressed()
        cell = round(max(0.0, self.begin.tick)), self.begin.pitch
        return replace(self.pressed(), cell=cell)

    def dragged(self, to: Touch) -> Sketch:
        first, last = sorted((self.begin.tick, to.tick))
        low, high = sorted((self.begin.height, to.height))
        notes = notes_between(self.begin.scene.song.melody, first, last)
        inside = frozenset([note.onset for note in notes if low < note.pitch < high + 1])
        return Sketch(self._kept | inside, box=Box(first, last, low, high))
