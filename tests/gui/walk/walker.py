"""Somebody at a window: what he has at hand, and where his next step leads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from gui.studio import Studio
from gui.window import Window
from tests.gui.walk.hands import Hands
from tests.gui.walk.watch import Watch
from tests.gui.walk.world import World

Modifier = Qt.KeyboardModifier
NONE, SHIFT, CONTROL, ALT = (
    Modifier.NoModifier,
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
)
HELD = (*(NONE,) * 8, *(SHIFT, CONTROL, ALT) * 2, SHIFT | CONTROL, SHIFT | ALT, CONTROL | ALT)
"""What may be held down with a key or the mouse; mostly nothing."""

T = TypeVar("T")


@dataclass
class Walker:
    """`random` is new at each step, so that what happened before shifts no later choice."""

    world: World
    watch: Watch
    hands: Hands = field(init=False)
    random: Random = field(default_factory=Random)

    def __post_init__(self) -> None:
        self.hands = Hands(self.watch)

    @property
    def studio(self) -> Studio:
        return self.world.studio

    @property
    def window(self) -> Window:
        return self.world.studio.window

    def choose(self, things: Sequence[T]) -> T:
        return self.random.choice(things)

    def happens(self, share: float) -> bool:
        """With this probability."""
        return self.random.random() < share

    def place_in(self, rect: QRect) -> QPoint:
        """Anywhere in it, often on its rim."""
        across, down = (
            self.random.choice((0.0, 0.5, 1.0, *(self.random.random() for _ in range(5))))
            for _ in range(2)
        )
        width, height = max(rect.width() - 1, 0), max(rect.height() - 1, 0)
        return rect.topLeft() + QPoint(round(across * width), round(down * height))

    def parts(self, kinds: tuple[type[QWidget], ...]) -> list[QWidget]:
        """All that is shown in the window and its dialogs."""
        widgets = self.window.findChildren(QWidget)
        return [w for w in widgets if isinstance(w, kinds) and w.isVisible()]
