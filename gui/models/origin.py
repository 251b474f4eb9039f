"""What is opened may have been made by a model that is not here any more."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.model.library import path_named
from core.words import Words
from gui.files.files import Files
from gui.job import Job
from gui.language import tr
from gui.models.models import Models

if TYPE_CHECKING:
    from core.model.mark import Mark


class Origin(QObject):
    """Says so once, when the model of what was opened is there. `noted` brings the sentence."""

    noted = Signal(str)

    def __init__(
        self, document: Document, models: Models, files: Files, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._models = document, models
        self._is_due = False
        files.project_opened.connect(self._expect)
        models.changed.connect(self._look)

    @Slot()
    def _expect(self) -> None:
        self._is_due = True
        self._look()

    @Slot()
    def _look(self) -> None:
        if not self._is_due or self._models.is_opening:
            return
        self._is_due = False
        document, chosen = self._document, self._models.mark
        takes = *document.takes, *document.batch.takes
        makers = {id(maker): maker for maker in (document.maker, *(t.maker for t in takes))}
        marks = [mark for maker in makers.values() if maker for mark in (maker.model, maker.blend)]
        for mark in filter(None, marks):
            if chosen and mark.name == chosen.name and mark.identity != chosen.identity:
                self.noted.emit(tr(_other(mark)))
                return
        if document.maker is not None and document.maker.model.name != document.model:
            self._look_for(document.maker.model)

    def _look_for(self, mark: "Mark") -> None:
        def steps() -> Iterator[Words]:
            if not path_named(mark.name).is_file():
                yield _gone(mark)

        job = Job(steps, self)
        job.item.connect(lambda words: self.noted.emit(tr(words)))
        job.start()


def _other(mark: "Mark") -> Words:
    return Words(
        "The model {model} made this tune or takes of it, and another one has its name by now: "
        "what is drawn from here on comes from that.",
        model=mark.described,
    )


def _gone(mark: "Mark") -> Words:
    return Words(
        "The model {model} that made this tune is not here: what is drawn from here on comes from "
        "the chosen one.",
        model=mark.described,
    )
