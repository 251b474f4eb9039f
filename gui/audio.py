"""The tune as a sound file, written while the work goes on."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.files.audio import SUFFIXES
from gui.files import Files
from gui.job import Job
from gui.language import tr
from gui.panels.message import MessageBar
from gui.sounding import Sound
from gui.toning import Toning

_LONG_MS = 300


class AudioExport(QObject):
    """Writes the tune with the SoundFont, instrument, volume and reverb that play it.

    `told` brings a sentence about what went wrong, `reported` one about what was done, `progressed`
    one about how far it is. What takes long can be cancelled in the message bar.
    """

    told = Signal(str)
    reported = Signal(str)
    progressed = Signal(str)

    def __init__(
        self,
        document: Document,
        files: Files,
        sound: Sound,
        toning: Toning,
        message: MessageBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._files = document, files
        self._sound, self._toning, self._message = sound, toning, message
        self._job: Job | None = None
        self._name = self._sentence = ""
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(self._offer_to_cancel)

    @Slot()
    def export(self) -> None:
        """Asks for a name and begins to write. One file at a time."""
        if self._job is not None:
            self.told.emit(
                tr("Writing {file}… Wait until it is done, or cancel it.", file=self._name)
            )
            return
        path = self._files.ask_to_export(
            tr("Export audio"), ".wav", tr("Sound files (*.wav *.flac)")
        )
        if path is None:
            return
        if path.suffix.lower() not in SUFFIXES:
            self.told.emit(
                tr("'{path}' must end in .wav or .flac; choose another name.", path=path)
            )
            return
        self._write(path)

    @Slot()
    def cancel(self) -> None:
        """Leaves whatever file of that name there was."""
        if self._job is not None:
            self._job.drop()
            self._end()

    def _write(self, path: Path) -> None:
        song, recipe = self._document.song, self._files.recipe()
        choices, tone = self._sound.choices, self._toning.tone

        def steps() -> Iterator[object]:
            from core.audio import write_audio  # numpy and more, which the start needs not
            from core.sound.playing.manner import manner_from_choices

            remark = ""
            for text in recipe():
                remark = text or ""
                yield 0.0  # so that the job can end
            doubt = yield from write_audio(song, path, tone, manner_from_choices(choices), remark)
            yield doubt or path

        self._name = path.name
        self._sentence = tr("Writing {file}…", file=path.name)
        self._job = Job(steps, self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self.told)
        self._job.done.connect(self._end)
        self._job.start()
        self._long.start()

    @Slot(object)
    def _take(self, found: object) -> None:
        match found:
            case float():
                self.progressed.emit(
                    tr("Writing {file}… {percent:.0f} %", file=self._name, percent=100 * found)
                )
            case str():
                self.told.emit(tr(found))
            case Path():
                self.reported.emit(tr("Exported to {path}.", path=found))

    @Slot()
    def _offer_to_cancel(self) -> None:
        self._message.show_sentence(self._sentence, "notice", tr("Cancel"), self.cancel)

    @Slot()
    def _end(self) -> None:
        self._job = None
        self._long.stop()
        self._message.withdraw(self._sentence)
