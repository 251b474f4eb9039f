"""Files being written while the work goes on: how far they are, and a way out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.words import Words
from gui.job import Job
from gui.language import tr
from gui.panels.message import MessageBar

_LONG_MS = 300


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is to be known about what was written."""

    sentence: str


class Writing(QObject):
    """Runs one task that writes files at a time; what takes long can be cancelled in the message
    bar.

    `told` brings a sentence about what went wrong, `reported` one about what was done, `progressed`
    one about how far it is.
    """

    told = Signal(str)
    reported = Signal(str)
    progressed = Signal(str)

    def __init__(self, message: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._message = message
        self._job: Job | None = None
        self._name = self._sentence = ""
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(self._offer_to_cancel)

    def is_free(self) -> bool:
        """Whether nothing is being written; else that is told."""
        if self._job is not None:
            self.told.emit(
                tr("Writing {file}… Wait until it is done, or cancel it.", file=self._name)
            )
        return self._job is None

    def begin(self, name: str, steps: Callable[[], Iterator[object]]) -> None:
        """Does `steps` on a thread, under the name of a file.

        They yield the share that is done as floats, Words of what was done, a Doubt, or None to be
        asked whether they shall go on.
        """
        self._name = name
        self._sentence = tr("Writing {file}…", file=name)
        self._job = Job(steps, self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self.told)
        self._job.done.connect(self._end)
        self._job.start()
        self._long.start()

    @Slot()
    def cancel(self) -> None:
        """Leaves whatever file of that name there was."""
        if self._job is not None:
            self._job.drop()
            self._end()

    @Slot(object)
    def _take(self, found: object) -> None:
        match found:
            case float():
                self.progressed.emit(
                    tr("Writing {file}… {percent:.0f} %", file=self._name, percent=100 * found)
                )
            case Doubt():
                self.told.emit(tr(found.sentence))
            case Words():
                self.reported.emit(tr(found))

    @Slot()
    def _offer_to_cancel(self) -> None:
        self._message.show_sentence(self._sentence, "notice", tr("Cancel"), self.cancel)

    @Slot()
    def _end(self) -> None:
        self._job = None
        self._long.stop()
        self._message.withdraw(self._sentence)
