"""Files in and out: projects, music to begin from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.project import SUFFIX, Project, project_from_file, save_project
from core.words import Words
from gui.asking import Asking
from gui.job import Job
from gui.language import tr
from gui.recipes import told_by_recipe

PROJECTS = Words("Cantilena projects ({pattern})", pattern=f"*{SUFFIX}")
MODELS = Words("Trained models (*.keras *.h5 *.hdf5)")
MAPPINGS = Words("Mappings of symbols (*.json)")
ALL = Words("All files (*)")

_MODEL_SUFFIXES = (".keras", ".h5", ".hdf5")
_LONG_MS = 300


@dataclass(frozen=True, slots=True)
class _Several:
    """The titles of the tunes in a file, of which one has to be chosen."""

    titles: Sequence[str]


class Files(QObject):
    """Reads and writes on a thread, and asks before unsaved work would go.

    `told` brings a sentence about what went wrong, `reported` one about what was done,
    `model_chosen` the Path of a model; `project_opened` tells that the document is another.
    `waiting` brings a sentence when reading takes long, and `waited` the same when it is over.
    """

    told = Signal(str)
    reported = Signal(str)
    model_chosen = Signal(object)
    project_opened = Signal()
    waiting = Signal(str)
    waited = Signal(str)

    def __init__(self, document: Document, asking: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._asking = asking
        self.project_folder = self.export_folder = self.model_folder = ""
        self._reading: Job | None = None
        self._sentence = ""
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(lambda: self.waiting.emit(self._sentence))

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

    def open_path(self, path: Path) -> None:
        """Opens what was chosen, dropped on the window or named at the start: music or a model."""
        if path.suffix.lower() in _MODEL_SUFFIXES:
            self.model_chosen.emit(path)
        else:
            self.leave(lambda: self._read(path))

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
        stem = tr("tune", "name of a file") if own is None else own.stem
        return folder / f"{stem}{suffix}"

    def leave(
        self, then: Callable[[], object], discard: Callable[[], object] = lambda: None
    ) -> None:
        """Does `then` once no work can be lost by it; asks if there is any, and may not do it.

        Before that it does `discard` if the user wants none of the work.
        """
        if not self._document.is_changed:
            then()
            return
        answer = self._asking.unsaved(self.name)
        if answer == "save":
            self._save(then)
        elif answer == "discard":
            discard()
            then()

    def _save(self, then: Callable[[], object], asks: bool = False) -> None:
        path = self._document.path
        if path is None or asks:
            folder = Path(self.project_folder or Path.home())
            name = tr("tune", "name of a file")
            suggestion = path or folder / f"{name}{SUFFIX}"
            path = self._asking.file_to_save(tr("Save", "a file"), suggestion, tr(PROJECTS))
            if path is None:
                return
            path = path if path.suffix else path.with_name(path.name + SUFFIX)
            self.project_folder = str(path.parent)
        target, project = path, self._document.project

        def steps() -> Iterator[object]:
            save_project(project, target)
            yield target

        def finish(_: object) -> None:
            self._document.mark_saved(project, target)
            self.reported.emit(tr("Saved to {path}.", path=target))
            then()

        self._run(steps, finish)

    def restore(
        self, read: Callable[[], Project], path: Path | None, then: Callable[[], object]
    ) -> None:
        """Goes on with unsaved work on `path`, or on no file yet, that `read` reads on a thread.

        Unsaved work that is here now is asked about; `then` is done when the other has come.
        """

        def take(project: Project) -> None:
            self._document.restore(_with_model(project, self._document.project), path)
            then()
            self.project_opened.emit()
            self.reported.emit(tr("Restored the unsaved work."))

        sentence = tr("Reading the unsaved work…")
        self.leave(lambda: self._begin_reading(sentence, lambda: (read() for _ in range(1)), take))

    def stop_reading(self) -> None:
        """Leaves the document as it is: the file that is being read is not wanted any more."""
        if self._reading is not None:
            self._reading.drop()
            self._end_reading()

    def _read(self, path: Path, number: int | None = None) -> None:
        """Opens a project, or a tune: of several in a file that of `number`, or asks which."""
        present = self._document.project

        def steps() -> Iterator[object]:
            if path.suffix.lower() == SUFFIX:
                yield project_from_file(path)
                return
            from core.opening import reading, tunes_in  # much, which the start needs not

            titles = tunes_in(path) if number is None else []
            if len(titles) > 1:
                yield _Several(titles)
                return
            for song in reading(path, number or 1):
                # None comes in between, so that the job can end.
                tune = song and replace(song, seed_end=song.melody.end)
                opened = tune and replace(present, song=tune, takes=(), pins=())
                yield opened and told_by_recipe(path, opened)

        def take(found: object) -> None:
            match found:
                case Project():
                    self._show(found, path, present)
                case _Several(titles):
                    # The question is asked when the job is over, and its thread gone.
                    QTimer.singleShot(0, lambda: self._choose(path, titles))

        self._begin_reading(tr("Reading {file}…", file=path.name), steps, take)

    def _choose(self, path: Path, titles: Sequence[str]) -> None:
        number = self._asking.tune(path.name, titles)
        if number is not None:
            self._read(path, number)

    def _show(self, project: Project, path: Path, before: Project) -> None:
        project = _with_model(project, before)
        own = path if path.suffix.lower() == SUFFIX else None
        self._document.show(project, own)
        self.project_opened.emit()
        self.reported.emit(tr("Opened {file}.", file=path.name))

    def _begin_reading(
        self,
        sentence: str,
        steps: Callable[[], Iterable[object]],
        take: Callable[..., object],
    ) -> None:
        self.stop_reading()
        self._sentence = sentence
        self._long.start()
        self._reading = self._run(steps, take)
        self._reading.done.connect(self._end_reading)

    @Slot()
    def _end_reading(self) -> None:
        self._reading = None
        self._long.stop()
        self.waited.emit(self._sentence)

    def _run(
        self, steps: Callable[[], Iterable[object]], finish: Callable[[object], object]
    ) -> Job:
        job = Job(steps, self)
        job.item.connect(finish)
        job.failed.connect(self.told)
        job.start()
        return job


def _with_model(project: Project, before: Project) -> Project:
    """With the model of `before` where it names none."""
    if project.model:
        return project
    return replace(project, model=before.model, mapping=before.mapping)


def music() -> Words:
    """The filter of all that can be opened."""
    from core.opening import SUFFIXES  # much, which the start needs not

    patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    return Words("Music and projects ({patterns})", patterns=patterns)
