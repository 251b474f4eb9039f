"""Sentences with a button that helps."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from core.compose.controls import MOST_BARS
from core.disk import backup_of
from core.document import Document
from core.project import project_from_file
from gui.composing.generation import Generation
from gui.files.files import Files
from gui.language import tr
from gui.models.models import Models
from gui.panels.message import MessageBar
from gui.takes.takes import Takes

_BARS_TO_GO_ON = 8


class Offers(QObject):
    """Shows in the message bar what stands in the way, and how one click takes it away."""

    def __init__(
        self,
        message: MessageBar,
        document: Document,
        makers: Sequence[Generation | Takes],
        models: Models,
        files: Files,
        generate: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._message, self._document = message, document
        self._models, self._files, self._generate = models, files, generate
        for maker in makers:
            maker.too_long.connect(self._offer_length)
        models.mapping_wanted.connect(self._offer_mapping)
        files.unread.connect(self._offer_backup)
        files.waiting.connect(self._offer_to_cancel)
        files.waited.connect(message.withdraw)

    @Slot(str, int)
    def _offer_length(self, sentence: str, bars_needed: int) -> None:
        bars = min(MOST_BARS, bars_needed + _BARS_TO_GO_ON - 1)

        def lengthen() -> None:
            self._document.set_controls(replace(self._document.controls, bars=bars))
            self._generate()

        offer = tr("Set length to {bars} bars", bars=bars)
        self._message.show_sentence(sentence, "notice", offer, lengthen)

    @Slot(str)
    def _offer_to_cancel(self, sentence: str) -> None:
        self._message.show_sentence(sentence, "notice", tr("Cancel"), self._files.stop_reading)

    @Slot(object, str)
    def _offer_backup(self, project: Path, sentence: str) -> None:
        backup = backup_of(project)
        if not backup.is_file():
            self._message.show_sentence(sentence)
            return

        def restore() -> None:
            self._files.restore(lambda: project_from_file(backup), project, self._message.clear)

        offer = tr("Open it as before the last save")
        self._message.show_sentence(sentence, "trouble", offer, restore)

    @Slot(object, str)
    def _offer_mapping(self, model: Path, sentence: str) -> None:
        def choose() -> None:
            mapping = self._files.mapping_for(model)
            if mapping is not None:
                self._models.choose(model, mapping)

        self._message.show_sentence(sentence, "trouble", tr("Choose its mapping…"), choose)
