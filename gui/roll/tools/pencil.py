"""The tool that draws; a note that is there already is taken as with the pointer."""

from PySide6.QtCore import Qt

from core.words import Words
from gui.roll.tools.drawing import Drawing
from gui.roll.tools.gesture import Gesture, Hint
from gui.roll.tools.hit import hit_at
from gui.roll.tools.pointer import hint_of, taken
from gui.roll.tools.touch import Touch

_DRAW = Words("Click to draw a note; drag for its length")


class Pencil:
    def press(self, touch: Touch, _is_double: bool) -> Gesture:
        hit = hit_at(touch)
        return Drawing(touch) if hit is None else taken(touch, hit)

    def hint(self, touch: Touch) -> Hint:
        hit = hit_at(touch)
        return Hint(Qt.CursorShape.CrossCursor, _DRAW) if hit is None else hint_of(touch, hit)
