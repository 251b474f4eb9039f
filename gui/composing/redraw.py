"""The selected bars are drawn again; what stands before and behind them stays."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.compose.controls import HIGHEST_RANDOM_SEED
from core.document import Document
from core.music.song import Song
from core.words import Words
from gui.composing.rework import NOT_READY, Rework
from gui.language import tr
from gui.menu.actions import Actions
from gui.roll.selection import bar_numbers
from gui.window import Window

if TYPE_CHECKING:
    from core.compose.pins.pinned import Led
    from core.model.family import Model

REDRAW = Words("Draw bars again")
_NONE_SELECTED = Words("Select bars first: drag over the bar numbers with Shift held")


class Redraw(QObject):
    """Does what the action 'redraw' says, and says of it why it cannot be done."""

    def __init__(
        self,
        window: Window,
        actions: Actions,
        document: Document,
        rework: Rework,
        ready_model: "Callable[[], Model | None]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._actions, self._document = window, actions, document
        self._rework, self._ready_model = rework, ready_model
        window.roll.selected.connect(self._allow)
        self._allow()

    def redraw(self) -> None:
        """Draws the selected bars with a new random seed, unless that is locked."""
        selection, model = self._window.roll.selection, self._ready_model()
        if selection is None:
            return
        if model is None:
            self._rework.told.emit(tr(NOT_READY))
            return
        controls = self._document.controls
        if not self._window.generate.lock.isChecked():
            controls = replace(controls, random_seed=random.randint(1, HIGHEST_RANDOM_SEED))

        begin, end = selection.begin, selection.end
        pins = [pin for pin in self._document.pins if begin <= pin.onset < end]

        def steps(song: Song) -> "Iterable[float | Led]":
            from core.compose.pins.pinned import redraw_song  # numpy, which the start needs not

            return redraw_song(model, song, controls, begin, end, pins)

        bars = bar_numbers(self._document.song, selection)
        self._rework.start(REDRAW, Words("Drawing {bars} again", bars=bars), steps)

    @Slot()
    def _allow(self) -> None:
        why_not = "" if self._window.roll.selection else tr(_NONE_SELECTED)
        self._actions.allow("redraw", why_not)
