"""The tool for everything: choosing, moving, copying, resizing; drawing with a double click."""

from PySide6.QtCore import Qt

from core.music.naming import pitch_words
from core.words import Words
from gui.roll.tools.choosing import Boxing
from gui.roll.tools.drawing import Drawing
from gui.roll.tools.gesture import Gesture, Hint
from gui.roll.tools.hit import Hit, hit_at
from gui.roll.tools.moving import Moving
from gui.roll.tools.opening import Opening
from gui.roll.tools.resizing import Resizing
from gui.roll.tools.touch import Touch

_MOVE = Words("Drag to move, with Alt or Ctrl held to copy; double-click for other notes here")
_COPY = Words("Drag a copy of it; click to choose it with the others")
_ENDS = {
    "begin": Words("Drag to change where it begins"),
    "end": Words("Drag to change where it ends"),
}
_EMPTY = Words("Drag a box around notes to choose them; double-click to draw a note")


class Pointer:
    def press(self, touch: Touch, is_double: bool) -> Gesture:
        hit = hit_at(touch)
        if hit is not None:
            return Opening(hit.note) if is_double and not touch.adds else taken(touch, hit)
        draws = is_double and not touch.asks
        return Drawing(touch) if draws else Boxing(touch)

    def hint(self, touch: Touch) -> Hint:
        hit = hit_at(touch)
        if hit is not None:
            return hint_of(touch, hit)
        if not touch.asks:
            return Hint(Qt.CursorShape.ArrowCursor, _EMPTY)
        name = pitch_words(touch.pitch, touch.scene.song.key)
        doing = Words("Click to go on from {name} here", name=name)
        return Hint(Qt.CursorShape.PointingHandCursor, doing)


def taken(touch: Touch, hit: Hit) -> Gesture:
    """What begins with a press on a note."""
    if hit.edge is None or touch.copies:
        return Moving(touch, hit.note)
    return Resizing(touch, hit.note, hit.edge)


def hint_of(touch: Touch, hit: Hit) -> Hint:
    if touch.copies:
        return Hint(Qt.CursorShape.DragCopyCursor, _COPY)
    if hit.edge is not None:
        return Hint(Qt.CursorShape.SizeHorCursor, _ENDS[hit.edge])
    return Hint(Qt.CursorShape.OpenHandCursor, _MOVE)
