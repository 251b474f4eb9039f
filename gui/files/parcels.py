"""Tunes as files that hang at the mouse, to be let go over another program."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Signal, Slot

from core.disk import writing_sentence
from core.errors import UserError
from core.music.song import Song
from gui.files.recipes import RecipeWriting
from gui.job import Job


class Parcels(QObject):
    """Writes MIDI files to a folder of its own, which goes with the program.

    `told` brings a sentence where one cannot be written.
    """

    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: QTemporaryDir | None = None
        self._numbers = count()

    def pack(self, song: Song, name: str, recipe: RecipeWriting) -> list[QUrl]:
        """Where the song will be under `name` in a moment, with its recipe: a hand takes longer to
        let it go.

        A file of before stays as it was, since another program may still read it. None where the
        system has no place for files.
        """
        if self._folder is None:
            self._folder = QTemporaryDir()
        if not self._folder.isValid():
            return []
        folder = Path(self._folder.path()) / str(next(self._numbers))

        def steps() -> Iterator[None]:
            from core.files.midi import write_midi  # mido, which the start needs not

            try:
                folder.mkdir()
            except OSError as error:
                raise UserError(writing_sentence(folder, error)) from error
            remark = yield from recipe()
            write_midi(song, folder / name, remark)

        job = Job(steps, self)
        job.failed.connect(self.told)
        job.start()
        return [QUrl.fromLocalFile(str(folder / name))]

    @Slot()
    def close(self) -> None:
        """Takes all of the files away."""
        if self._folder is not None:
            self._folder.remove()
