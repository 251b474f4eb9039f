"""Taking music from a file or from the clipboard, once it has been seen and heard."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.document import Document
from core.music.excerpt import opening_of
from core.project import Project
from core.words import Words
from gui.files.files import Files
from gui.files.offered import Offered, offers_again
from gui.job import Job
from gui.language import tr
from gui.notes.clipboard import PastedText, taken_music
from gui.playing.playback import Playback

if TYPE_CHECKING:
    from gui.files.importdialog import ImportDialog

SEED = Words("Import a seed")


class Importing(QObject):
    """Shows what was read, and takes what is chosen of it: as a tune of its own, which replaces the
    document, or its first bars as the seed, a step that can be taken back."""

    def __init__(
        self,
        window: QWidget,
        document: Document,
        files: Files,
        playback: Playback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._document = window, document
        self._files, self._audition = files, playback.audition
        self._dialog: ImportDialog | None = None
        self._offered: Offered | None = None
        self._job: Job | None = None
        files.offered.connect(self.show_offered)
        self._audition.playing_changed.connect(self._show_playing)
        self._audition.moved.connect(self._show_tick)
        self._audition.told.connect(self._show_silence)

    @property
    def dialog(self) -> "ImportDialog | None":
        """What is shown now; None: nothing."""
        return self._dialog

    @Slot(object)
    def show_offered(self, offered: Offered) -> None:
        """Shows it, in the place of what is shown; one melody that somebody named at the start is
        taken at once, where no work can be lost."""
        if offered.at_once and offered.is_single and not self._document.is_changed:
            self._offered = offered
            self._take_tune_of(offered.project(self._document.project, 0))
            return
        from gui.files.importdialog import ImportDialog  # much, which the start needs not

        self._leave()
        self._dialog = dialog = ImportDialog(self._window)
        self._show(offered)
        dialog.tune_chosen.connect(self._read)
        dialog.heard.connect(self._hear)
        dialog.changed.connect(self._audition.stop)
        dialog.seed_taken.connect(self._take_seed)
        dialog.tune_taken.connect(self._take_tune)
        dialog.finished.connect(self._leave)
        dialog.open()

    @Slot()
    def paste(self) -> bool:
        """Shows what the files, or the music, on the clipboard hold; False: there are none."""
        music = taken_music()
        if music is None:
            return False
        if isinstance(music, PastedText):
            self._files.open_text(music.text, music.suffix)
        else:
            self._files.open_paths(music)
        return True

    def _show(self, offered: Offered) -> None:
        self._offered = offered
        if self._dialog is not None:
            self._dialog.show_offered(offered)

    # Another tune of the file

    @Slot(int)
    def _read(self, number: int) -> None:
        """Reads the tune of that number; what is shown stays until it is there."""
        offered, present = self._offered, self._document.project
        assert offered is not None
        self._stop_reading()
        self._audition.stop()

        self._job = Job(lambda: offers_again(offered, present, number), self)
        self._job.item.connect(self._take_offered)
        self._job.failed.connect(self._show_failure)
        self._job.done.connect(self._end_reading)
        self._job.start()
        if self._dialog is not None:
            self._dialog.show_reading()

    @Slot(object)
    def _take_offered(self, offered: Offered | None) -> None:
        if offered is not None:
            self._show(offered)

    @Slot(str)
    def _show_failure(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_failure(sentence)

    @Slot()
    def _end_reading(self) -> None:
        self._job = None

    def _stop_reading(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    # To hear it

    @Slot()
    def _hear(self) -> None:
        part = self._dialog.part if self._dialog is not None else None
        if self._audition.is_playing:
            self._audition.stop()
        elif part is not None:
            self._audition.play(part.song)

    @Slot(bool)
    def _show_playing(self, is_playing: bool) -> None:
        if self._dialog is not None:
            self._dialog.show_playing(is_playing)

    @Slot(float)
    def _show_tick(self, tick: float) -> None:
        if self._dialog is not None:
            self._dialog.picture.show_tick(tick)

    @Slot(str)
    def _show_silence(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.remarks.setText(sentence)
            self._dialog.remarks.show()

    # To take it

    @Slot(int)
    def _take_seed(self, bars: int) -> None:
        """The first bars become the seed, in the key and at the tempo that the file names."""
        part = self._dialog.part if self._dialog is not None else None
        if part is None:
            return
        seed = opening_of(part.song, bars)
        self._close()
        self._document.close_step()
        self._document.commit(SEED, seed)
        self._document.close_step()
        self._files.note(self._path, part.song)
        self._files.reported.emit(tr("The seed is now from {file}.", file=self._name))

    @Slot()
    def _take_tune(self) -> None:
        dialog, offered = self._dialog, self._offered
        if dialog is None or offered is None or dialog.part is None:
            return
        project = offered.project(self._document.project, dialog.parts.currentRow())
        self._close()
        self._take_tune_of(project)

    def _take_tune_of(self, project: Project) -> None:
        self._files.take(project, self._name, self._path)

    @property
    def _path(self) -> Path | None:
        offered = self._offered
        return offered.path if offered is not None and offered.text is None else None

    @property
    def _name(self) -> str:
        offered = self._offered
        assert offered is not None
        return offered.path.name if offered.text is None else tr("the clipboard")

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    @Slot()
    def _leave(self) -> None:
        """Nothing is shown any more, and nothing sounds."""
        self._stop_reading()
        self._audition.stop()
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.hide()
            dialog.deleteLater()
