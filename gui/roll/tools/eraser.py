"""The tool that wipes notes away."""

from PySide6.QtCore import Qt

from core.words import Words
from gui.roll.tools.erasing import Erasing
from gui.roll.tools.gesture import Gesture, Hint
from gui.roll.tools.hit import hit_at
from gui.roll.tools.touch import Touch

_ERASE = Words("Click to erase the note; drag over others to erase them too")
_NOTHING = Words("Drag over notes to erase them")


class Eraser:
    def press(self, touch: Touch, _is_double: bool) -> Gesture:
        return Erasing(touch)

    def hint(self, touch: Touch) -> Hint:
        text = _NOTHING if hit_at(touch) is None else _ERASE
        return Hint(Qt.CursorShape.PointingHandCursor, text)
