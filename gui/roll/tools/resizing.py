"""Notes are taken by an end, and get longer or shorter."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.edit.length import resized
from core.music.melody import Note
from core.words import Words
from gui.roll.scene import Scene, note_at
from gui.roll.tools.choosing import chosen_after_click, chosen_after_press
from gui.roll.tools.sketch import Sketch
from gui.roll.tools.touch import Touch, drawn_to_grid

if TYPE_CHECKING:
    from core.edit.length import Edge

RESIZE = Words("Change the length")


@dataclass(frozen=True, slots=True)
class Resizing:
    """The ends of all chosen notes go with the one that is held."""

    begin: Touch
    note: Note
    edge: "Edge"

    def pressed(self) -> Sketch:
        return Sketch(chosen_after_press(self.begin, self.note), pitch=self.note.pitch)

    def tapped(self) -> Sketch:
        return Sketch(chosen_after_click(self.begin, self.note))

    def dragged(self, to: Touch) -> Sketch:
        scene, note = self.begin.scene, self.note
        home = note.onset if self.edge == "begin" else note.end
        line = drawn_to_grid(scene, home + to.tick - self.begin.tick, home, to.is_free)
        if not to.is_free:
            line = kept_apart(scene, note, self.edge, line)
        chosen = chosen_after_press(self.begin, note)
        return resize(scene, chosen, note, self.edge, line - home)


def kept_apart(scene: Scene, note: Note, edge: "Edge", line: int) -> int:
    """`line`, but at least a step of the grid from the other end, unless the note is shorter."""
    meters, snap = scene.song.meters, scene.snap
    if edge == "end":
        return max(line, min(note.end, snap.behind(meters, note.onset)))
    return min(line, max(note.onset, snap.ahead(meters, note.end)))


def resize(scene: Scene, chosen: frozenset[int], note: Note, edge: "Edge", ticks: int) -> Sketch:
    """The `edge` of all chosen notes `ticks` later; the next note drawn is as long as `note` is."""
    edited = resized(scene.song.melody, chosen, edge, ticks)
    onset = dict(edited.ways).get(note.onset, note.onset)
    now = note_at(edited.melody, onset)
    return Sketch(edited.chosen, RESIZE, edited, brush=now.duration if now else None)
