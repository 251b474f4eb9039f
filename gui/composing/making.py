"""Music in the making, on a thread."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.words import Words, counted, joined
from gui.job import Job
from gui.language import tr
from gui.models.blending import Blending

if TYPE_CHECKING:
    from core.compose.continuation import SeedTooLong

_MOST_NOTICES = 2


class Making(QObject):
    """One thing at a time; a new one takes the place of the one before.

    `noted` brings a sentence about wishes that were relaxed, `told` one that says why nothing came
    of it, `too_long` the same with the bars that the seed needs, and `running_changed` whether
    something is being made.
    """

    noted = Signal(str)
    told = Signal(str)
    too_long = Signal(str, int)
    running_changed = Signal(bool)

    def __init__(
        self, document: Document, blending: Blending, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._blending = document, blending
        self._job: Job | None = None
        self._soon = QTimer(self)  # behind the last one of a handful
        self._soon.setSingleShot(True)

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def drop(self) -> None:
        """Ends what is in the making and forgets it."""
        if self._job is not None:
            self._leave()
            self.running_changed.emit(False)

    def _begin(
        self,
        steps: Callable[[], Iterable[object]],
        take: Callable[[object], None],
        finish: Callable[[], None],
    ) -> None:
        """Runs `steps`, of which `take` gets each thing; `finish` comes last."""
        self._job = Job(steps, self)
        self._job.item.connect(take)
        self._job.failed.connect(self._refuse)
        self._job.done.connect(finish)
        self._job.start()
        self.running_changed.emit(True)

    def _leave(self) -> None:
        self._soon.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _note(self, notices: Sequence[str]) -> None:
        if notices:
            self.noted.emit(tr(shortened(notices)))

    @property
    def _seed_too_long(self) -> "SeedTooLong | None":
        """What ended it, if it was this."""
        from core.compose.continuation import SeedTooLong  # numpy, which the start needs not

        error = None if self._job is None else self._job.error
        return error if isinstance(error, SeedTooLong) else None

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        error = self._seed_too_long
        if error is not None and error.bars_needed is not None:
            self.too_long.emit(sentence, error.bars_needed)
        else:
            self.told.emit(sentence)


def shortened(notices: Sequence[str]) -> Words:
    """The first few of many notices as one."""
    shown, more = joined(" ", notices[:_MOST_NOTICES]), len(notices) - _MOST_NOTICES
    if more <= 0:
        return shown
    return counted(
        "{notices} And {n:,} more of this kind.",
        "{notices} And 1 more of this kind.",
        more,
        notices=shown,
    )
