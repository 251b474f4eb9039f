"""A note is drawn where there is none."""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from core.edit.pen import drawn
from core.music.melody import Note
from core.words import Words
from gui.roll.scene import Scene
from gui.roll.tools.sketch import Sketch
from gui.roll.tools.touch import Touch, drawn_to_grid

DRAW = Words("Draw a note")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A click draws a note as long as the last one, or as there is room; a drag says how long."""

    begin: Touch

    @property
    def _onset(self) -> int:
        scene = self.begin.scene
        if self.begin.is_free:
            return max(0, round(self.begin.tick))
        return scene.snap.before(scene.song.meters, self.begin.tick)

    def pressed(self) -> Sketch:
        scene, onset, pitch = self.begin.scene, self._onset, self.begin.pitch
        return draw(scene, Note(onset, room(scene, onset), pitch))

    tapped = pressed

    def dragged(self, to: Touch) -> Sketch:
        scene, onset = self.begin.scene, self._onset
        if to.is_free:
            end = max(onset + 1, round(to.tick))
        else:
            shortest = scene.snap.behind(scene.song.meters, onset)
            end = max(shortest, drawn_to_grid(scene, to.tick, shortest, is_free=False))
        return draw(scene, Note(onset, end - onset, self.begin.pitch))


def draw(scene: Scene, note: Note) -> Sketch:
    edited = drawn(scene.song.melody, note)
    return Sketch(edited.chosen, DRAW, edited, pitch=note.pitch, brush=note.duration)


def room(scene: Scene, onset: int) -> int:
    """How long a note is that one begins at `onset` without saying so: up to the next at most."""
    notes = scene.song.melody.notes
    place = bisect_right(notes, onset, key=attrgetter("onset"))
    return min(scene.brush, notes[place].onset - onset) if place < len(notes) else scene.brush
