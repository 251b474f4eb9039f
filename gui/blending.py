"""A second model beside the one that composes, for a mixture of both."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.errors import UserError
from core.model.library import path_named
from gui.job import Job
from gui.language import tr
from gui.models import Models

if TYPE_CHECKING:
    from core.model.family import Model


class Blending(QObject):
    """Opens the second model that the controls name, on a thread, and mixes it with the first one.

    `changed` tells that there may be another mixture, or that one is waited for; `failed` brings a
    sentence about a second model that cannot be opened or mixed, and is wished for no longer.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, document: Document, models: Models, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._models = document, models
        self._name = ""
        self._second: Model | None = None
        self._job: Job | None = None
        self._mixed: tuple[Model, Model, float, Model] | None = None
        document.listen(self.look)
        models.changed.connect(self.changed)

    @property
    def is_opening(self) -> bool:
        return self._job is not None

    @property
    def second(self) -> "Model | None":
        """The second model, as far as it is open."""
        return self._second

    @property
    def model(self) -> "Model | None":
        """What composes now: the present model, or its mixture with the second one."""
        first, second = self._models.model, self._second
        share = self._document.controls.blend_share
        if first is None or second is None or not share:
            return first
        if self._mixed is None or self._mixed[:3] != (first, second, share):
            from core.model.blend import blend  # numpy, which the start needs not

            try:
                mixed = blend(first, second, share)
            except UserError as error:
                self._refuse(tr(error.words))
                return first
            self._mixed = first, second, share, mixed
        return self._mixed[3]

    @Slot()
    def look(self) -> None:
        """Opens the second model that is wished for, if it is another one by now."""
        name = self._document.controls.blend
        if name == self._name:
            return
        self._name, self._second = name, None
        if self._job is not None:
            self._job.drop()
            self._job = None
        if name:
            self._open(name)
        self.changed.emit()

    def _open(self, name: str) -> None:
        def steps() -> "Iterator[Model]":
            from core.model.bundle import open_model  # numpy, which the start needs not

            yield open_model(path_named(name))

        self._job = Job(steps, self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self._refuse)
        self._job.start()

    @Slot(object)
    def _take(self, model: "Model") -> None:
        self._job, self._second = None, model
        self.changed.emit()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self._job = None
        controls = self._document.controls
        self._document.set_controls(replace(controls, blend="", blend_share=0.0))
        self.failed.emit(sentence)
