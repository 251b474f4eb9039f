"""What every tool and every gesture can be asked."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt

from core.words import Words
from gui.roll.tools.sketch import Sketch
from gui.roll.tools.touch import Touch


class Gesture(Protocol):
    """From a press of the mouse to its release. It changes nothing: it says what would be."""

    def pressed(self) -> Sketch:
        """What is shown as long as the mouse rests."""

    def dragged(self, to: Touch, /) -> Sketch:
        """What is shown when the mouse is at `to`, and what becomes of a release there."""

    def tapped(self) -> Sketch:
        """What becomes of a release where it was pressed."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a press would do: a shape of the mouse, and a sentence."""

    shape: Qt.CursorShape
    text: Words


class Tool(Protocol):
    """What the left button of the mouse does."""

    def press(self, touch: Touch, is_double: bool, /) -> Gesture:
        """The gesture that begins there; `is_double`: with the second press of a double click."""

    def hint(self, touch: Touch) -> Hint:
        """What a press would do there."""
