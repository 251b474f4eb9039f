"""A knob is turned, or another model chosen, and the tune follows."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from core.document import Document
from core.words import Words
from gui.composing.generation import Generation
from gui.composing.live import Live
from gui.models.blending import Blending

if TYPE_CHECKING:
    from core.model.family import Model

ADJUST = Words("Adjust", "step to undo")
_TURN_MS = 800
"""A pause of so long ends the turn; what follows is a step of its own for undo."""


class Following(QObject):
    """Draws the tune again, with its random numbers, when the controls or the model have changed.

    Only a tune that was generated here follows: one that was opened or is being typed stays as it
    is. One is in the making at a time and the last value wins; a turn is one step of the document.
    """

    def __init__(
        self,
        document: Document,
        generation: Generation,
        blending: Blending,
        ready_model: "Callable[[], Model | None]",
        live: Live,
        parent: QObject | None = None,
    ) -> None:
        """`ready_model` gives the model where a tune can be made now; what is behind the line of
        `live` follows."""
        super().__init__(parent)
        self._document, self._generation = document, generation
        self._blending, self._ready_model, self._live = blending, ready_model, live
        self._controls = document.controls
        self._first: Model | None = None
        self._has_other_model = self._is_late = False
        self._soon, self._turn = QTimer(self), QTimer(self)
        for timer, milliseconds in ((self._soon, 0), (self._turn, _TURN_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
        self._soon.timeout.connect(self._draw)
        self._turn.timeout.connect(document.close_step)
        document.listen(self._look)
        generation.running_changed.connect(self._look_again)

    @Slot()
    def look_at_model(self) -> None:
        """To be called when another model may have been opened.

        The second one of a mixture is one of the controls: a tune that was made with it, as a take
        that is chosen, needs not be made again when it is open.
        """
        if self._ready_model() is not None:
            first = self._blending.first
            self._has_other_model |= self._first is not None and self._first is not first
            self._first = first
            self._soon.start()

    def _look(self) -> None:
        if self._document.controls != self._controls:
            self._controls = self._document.controls
            self._soon.start()

    @Slot()
    def _look_again(self) -> None:
        if self._is_late:
            self._soon.start()

    @Slot()
    def _draw(self) -> None:
        generation, document = self._generation, self._document
        if generation.is_running:
            self._is_late = True
            return
        self._is_late = False
        model, has_other_model = self._ready_model(), self._has_other_model
        self._has_other_model = False
        if not document.follows or model is None:
            return
        if has_other_model or document.asked != replace(document.controls, takes=1):
            self._turn.start()
            line = self._live.line()
            generation.start(model, ADJUST, line, lambda: not self._comes_late(line))

    def _comes_late(self, line: int | None) -> bool:
        """Whether the line was passed before the tune was there; then it is drawn once more."""
        self._is_late = self._is_late or (line is not None and self._live.is_passed(line))
        return line is not None and self._live.is_passed(line)
