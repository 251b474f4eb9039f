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
from gui.models.models import Models, marked

if TYPE_CHECKING:
    from core.model.family import Model
    from core.model.mark import Maker, Mark


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
        self._second_mark: Mark | None = None
        self._maker: Maker | None = None
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
    def first(self) -> "Model | None":
        """The present model, whatever is mixed with it."""
        return self._models.model

    @property
    def maker(self) -> "Maker | None":
        """What `model` is, for recipes; the same object as long as it is the same. None where that
        cannot be told.
        """
        first, is_mixed = self._models.mark, self._second is not None and self._share > 0
        if first is None or (is_mixed and self._second_mark is None):
            return None
        from core.model.mark import Maker  # which the start needs not

        maker = Maker(first, self._second_mark if is_mixed else None)
        if maker != self._maker:
            self._maker = maker
        return self._maker

    @property
    def _share(self) -> float:
        return self._document.controls.blend_share

    @property
    def model(self) -> "Model | None":
        """What composes now: the present model, or its mixture with the second one."""
        first, second = self._models.model, self._second
        share = self._share
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
        self._name, self._second, self._second_mark = name, None, None
        if self._job is not None:
            self._job.drop()
            self._job = None
        if name:
            self._open(name)
        self.changed.emit()

    def _open(self, name: str) -> None:
        def steps() -> "Iterator[tuple[Model, Mark | None]]":
            from core.model.bundle import open_model  # numpy, which the start needs not

            model = open_model(path_named(name))
            yield model, marked(model, name)

        self._job = Job(steps, self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self._refuse)
        self._job.start()

    @Slot(object)
    def _take(self, opened: "tuple[Model, Mark | None]") -> None:
        self._job, (self._second, self._second_mark) = None, opened
        self.changed.emit()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self._job = None
        controls = self._document.controls
        self._document.set_controls(replace(controls, blend="", blend_share=0.0))
        self.failed.emit(sentence)
