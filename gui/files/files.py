"""Files in and out: projects, music to begin from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.music.song import Song
from core.project import SUFFIX, Project, is_project, project_from_file, save_project
from core.words import Words
from gui.files.asking import Asking
from gui.files.filters import ALL, MAPPINGS, MODELS, PROJECTS, music
from gui.files.noting import noted
from gui.files.recipes import with_model
from gui.files.several import sorted_out, words_of_left
from gui.files.wait import Wait
from gui.job import Job
from gui.language import tr

if TYPE_CHECKING:
    from gui.files.offered import Offered

_UNNAMED = Words("tune", "name of a file")


class Files(QObject):
    """Reads and writes on a thread, and asks before unsaved work would go.

    `told` brings a sentence about what went wrong, `reported` one about what was done,
    `model_chosen` the Path of a model, `offered` what a file of music holds (an Offered);
    `project_opened` tells that the document is another, `unread` brings the Path of a project that
    cannot be read, and the sentence that says why. `waiting` and `waited` bring what Wait says
    while a file is read.
    """

    told = Signal(str)
    reported = Signal(str)
    model_chosen = Signal(object)
    offered = Signal(object)
    project_opened = Signal()
    unread = Signal(object, str)
    waiting = Signal(str)
    waited = Signal(str)

    def __init__(self, document: Document, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._asking = asking
        self.project_folder = self.export_folder = self.model_folder = ""
        self._reading: Job | None = None
        self._saving: Job | None = None
        self._wait = Wait(self)
        self._wait.began.connect(self.waiting)
        self._wait.ended.connect(self.waited)

    @property
    def name(self) -> str:
        """What the project is called in the title bar."""
        path = self._document.path
        return tr("Untitled") if path is None else path.name

    def new(self) -> None:
        self.leave(self._document.new)

    def open(self) -> None:
        kinds = f"{tr(music())};;{tr(ALL)}"
        path = self._asking.file_to_open(tr("Open", "a file"), self.project_folder, kinds)
        if path is not None:
            self.project_folder = str(path.parent)
            self.open_path(path)

    def open_path(self, path: Path, at_once: bool = False) -> None:
        """Opens a model or a project; of music it is shown what the file holds, unless that can be
        taken `at_once`."""
        self.open_paths([path], at_once)

    @Slot(tuple)
    def open_paths(self, paths: Sequence[Path], at_once: bool = False) -> None:
        """The same with files that were dropped on the window, pasted or named at the start
        together: it is told which of them are not opened."""
        several = sorted_out(paths)
        if several.model is not None:
            self.model_chosen.emit(several.model)
        if several.project is not None:
            self.leave(partial(self._read, several.project))
        elif several.music:
            self._look_into(several.music, at_once=at_once)
        self._tell_left(several.left)

    def _tell_left(self, paths: Sequence[Path]) -> None:
        if paths:
            self.told.emit(tr(words_of_left(paths)))

    def open_text(self, text: str, suffix: str) -> None:
        """The same of a text of music, such as a file with that end of its name holds."""
        name = tr("Clipboard", "name of a tune")
        self._look_into([Path(f"{name}{suffix}")], text)

    def take(self, project: Project, name: str, path: Path | None) -> None:
        """Shows a tune that was read, once no work can be lost by it; None: from no file."""

        def show() -> None:
            self._show(project, name, None)
            self.note(path, project.song)

        self.leave(show)

    def note(self, path: Path | None, song: Song) -> None:
        """Puts a file on the list of those used last, which holds `song`."""
        if path is not None:
            self._run(lambda: noted(path, song), lambda _: None)

    def open_model(self) -> None:
        kinds = f"{tr(MODELS)};;{tr(ALL)}"
        path = self._asking.file_to_open(tr("Open model"), self.model_folder, kinds)
        if path is not None:
            self.model_folder = str(path.parent)
            self.model_chosen.emit(path)

    def mapping_for(self, model: Path) -> Path | None:
        """Asks for the mapping of a model made elsewhere; None for Cancel."""
        title = tr("Mapping of {model}", model=model.name)
        kinds = f"{tr(MAPPINGS)};;{tr(ALL)}"
        return self._asking.file_to_open(title, str(model.parent), kinds)

    def save(self) -> None:
        self._save(lambda: None)

    def save_as(self) -> None:
        self._save(lambda: None, asks=True)

    def ask_to_export(self, title: str, suffix: str, kinds: str) -> Path | None:
        """The name for a file to take away; with `suffix` where the user gives it none."""
        path = self._asking.file_to_save(title, self.suggestion(suffix), kinds)
        if path is None:
            return None
        self.export_folder = str(path.parent)
        return path if path.suffix else path.with_name(f"{path.name}{suffix}")

    def suggestion(self, suffix: str) -> Path:
        """A name for such a file, in the folder of the one before."""
        folder = Path(self.export_folder or self.project_folder or Path.home())
        own = self._document.path
        stem = tr(_UNNAMED) if own is None else own.stem
        return folder / f"{stem}{suffix}"

    def leave(
        self, then: Callable[[], object], discard: Callable[[], object] = lambda: None
    ) -> None:
        """Does `then` once no work can be lost by it; asks if there is any, and may not do it.

        Before that it does `discard` if the user wants none of the work. While something is being
        saved it waits for that, and then need not ask.
        """
        if self._saving is not None:
            self._saving.done.connect(lambda: self.leave(then, discard))
            return
        if not self._document.is_changed:
            then()
            return
        answer = self._asking.unsaved(self.name)
        if answer == "save":
            self._save(lambda: self.leave(then, discard))  # something may be typed meanwhile
        elif answer == "discard":
            discard()
            then()

    def _save(self, then: Callable[[], object], asks: bool = False) -> None:
        path = self._document.path
        if path is None or asks:
            folder = Path(self.project_folder or Path.home())
            suggestion = path or folder / f"{tr(_UNNAMED)}{SUFFIX}"
            path = self._asking.file_to_save(tr("Save", "a file"), suggestion, tr(PROJECTS))
            if path is None:
                return
            path = path if path.suffix else path.with_name(path.name + SUFFIX)
            self.project_folder = str(path.parent)
        target, project, lines = path, self._document.project, self._document.take_lines

        def steps() -> Iterator[object]:
            save_project(project, target, lines)
            yield from noted(target, project.song)
            yield target

        def finish(_: object) -> None:
            self._document.mark_saved(project, target)
            self.reported.emit(tr("Saved to {path}.", path=target))
            then()

        self._saving = self._run(steps, finish)
        self._saving.done.connect(self._end_saving)

    @Slot()
    def _end_saving(self) -> None:
        self._saving = None

    def restore(
        self, read: Callable[[], Project], path: Path | None, then: Callable[[], object]
    ) -> None:
        """Goes on with work on `path`, or on no file yet, that is not saved in it and that `read`
        reads on a thread.

        Unsaved work that is here now is asked about; `then` is done when the other has come.
        """

        def take(project: Project) -> None:
            self._document.restore(with_model(project, self._document.project), path)
            then()
            self.project_opened.emit()
            self.reported.emit(tr("Restored, and not saved yet."))

        self.leave(lambda: self._begin_reading(tr("Restoring…"), lambda: [read()], take))

    def stop_reading(self) -> None:
        """Leaves the document as it is: the file that is being read is not wanted any more."""
        if self._reading is not None:
            self._reading.drop()
            self._end_reading()

    def _read(self, path: Path) -> None:
        """Opens a project."""
        present = self._document.project

        def steps() -> Iterator[object]:
            if not is_project(path):
                from core.opening import tunes_in  # much, which the start needs not

                tunes_in(path)  # which says what can be read
            project = project_from_file(path)
            yield project
            yield from noted(path, project.song)

        def take(project: Project) -> None:
            show = partial(self._show, with_model(project, present), path.name, path)
            if self._document.song is present.song:
                show()
            else:  # something was typed or drawn meanwhile
                QTimer.singleShot(0, self, lambda: self.leave(show))

        sentence = tr("Reading {file}…", file=path.name)
        self._begin_reading(sentence, steps, take, partial(self.unread.emit, path))

    def _look_into(
        self, paths: Sequence[Path], text: str | None = None, at_once: bool = False
    ) -> None:
        """Offers what is in the files, or in the `text` of a file that there is not."""
        present = self._document.project

        def steps() -> Iterator[object]:
            from gui.files.offered import offers  # much, which the start needs not

            return offers(paths, text, present, at_once)

        def take(found: "Offered | None") -> None:
            if found is not None:
                self._tell_left(found.tunes.left)
                # The question is asked when the job is over, and its thread gone.
                QTimer.singleShot(0, self, lambda: self.offered.emit(found))

        name = paths[0].name if text is None else paths[0].stem
        self._begin_reading(tr("Reading {file}…", file=name), steps, take)

    def _show(self, project: Project, name: str, own: Path | None) -> None:
        self._document.show(project, own)
        self.project_opened.emit()
        self.reported.emit(tr("Opened {file}.", file=name))

    def _begin_reading(
        self,
        sentence: str,
        steps: Callable[[], Iterable[object]],
        take: Callable[..., object],
        fail: Callable[[str], object] | None = None,
    ) -> None:
        self.stop_reading()
        self._wait.begin(sentence)
        self._reading = self._run(steps, take, fail)
        self._reading.done.connect(self._end_reading)

    @Slot()
    def _end_reading(self) -> None:
        self._reading = None
        self._wait.end()

    def _run(
        self,
        steps: Callable[[], Iterable[object]],
        finish: Callable[[object], object],
        fail: Callable[[str], object] | None = None,
    ) -> Job:
        job = Job(steps, self)
        job.item.connect(finish)
        job.failed.connect(fail or self.told)
        job.start()
        return job
