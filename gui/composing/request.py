"""What Generate asks for: begun at once, or as soon as what it needs is there."""

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from gui.composing.generation import Generation
from gui.language import tr
from gui.models.blending import Blending
from gui.models.models import Models
from gui.takes.takes import Takes
from gui.window import Window

if TYPE_CHECKING:
    from core.model.family import Model

_HIGHEST_DRAWN_SEED = 999_999
_SHOWN_MS = 600_000


class Request(QObject):
    """Has new tunes made, with a new random seed unless that is locked.

    Who presses Generate before the model is open or a long seed is read need not press it again:
    the request `is_running` until then. `running_changed` tells of that, `changed` that other
    things may be waited for, `noted` brings a sentence that is good to know, `told` one that says
    why there is no tune, and `reported` a line for the status bar and for how many milliseconds.
    """

    changed = Signal()
    running_changed = Signal(bool)
    noted = Signal(str)
    told = Signal(str)
    reported = Signal(str, int)

    def __init__(
        self,
        window: Window,
        document: Document,
        models: Models,
        blending: Blending,
        generation: Generation,
        takes: Takes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._document = window, document
        self._models, self._blending = models, blending
        self._generation, self._takes = generation, takes
        self._is_waiting = False
        blending.changed.connect(self._try_again)
        window.seed.settled.connect(self._try_again)

    @property
    def is_running(self) -> bool:
        return self._is_waiting

    @property
    def why_not(self) -> str:
        """What the user must do before there can be a new tune; empty for nothing."""
        if self._models.model is None and not self._models.is_opening:
            return tr("Open a model first")
        if self._window.seed.has_mistakes:
            return tr("Mend the seed first: what is underlined in red cannot be read")
        return ""

    @property
    def why_later(self) -> str:
        """What is not there yet, but comes by itself; empty when all is there."""
        if self._models.model is None and self._models.is_opening:
            return tr("Wait until the model is open")
        if self._blending.is_opening:
            return tr("Wait until the second model is open")
        return tr("Wait until the seed is read") if self._window.seed.is_reading else ""

    @property
    def ready_model(self) -> "Model | None":
        """The model, where a tune can be made now."""
        return None if self.why_not or self.why_later else self._blending.model

    def make(self) -> None:
        """Asks for what the controls say, now or soon."""
        if self.why_not:
            self.stop()
            self.told.emit(tr("{advice}.", advice=self.why_not))
        elif self.why_later:
            self._wait(True)
            waiting = tr("{advice}: the tune is made then", advice=self.why_later)
            self.reported.emit(waiting, _SHOWN_MS)
        else:
            self.stop()
            self._make()

    def stop(self) -> None:
        """Takes back a request that still waits."""
        if self._is_waiting:
            self._wait(False)
            self.reported.emit("", 0)

    def _make(self) -> None:
        model = self._blending.model
        assert model is not None
        if not self._window.generate.lock.isChecked():
            drawn = random.randint(1, _HIGHEST_DRAWN_SEED)
            self._document.set_controls(replace(self._document.controls, random_seed=drawn))
        is_several = self._document.controls.takes > 1
        if is_several and self._document.pins:
            self.noted.emit(
                tr("With pins one tune is drawn at a time; without them there are takes.")
            )
        if is_several and not self._document.pins:
            self._generation.drop()
            self._takes.start(model)
        else:
            self._takes.drop()
            self._generation.start(model)

    def _wait(self, is_waiting: bool) -> None:
        self._is_waiting = is_waiting
        self.running_changed.emit(is_waiting)

    @Slot()
    def _try_again(self) -> None:
        self.changed.emit()
        if self._is_waiting and (self.why_not or not self.why_later):
            self.make()
