"""The project at hand: its history, its file, and who wants to know when it changes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from core.compose.controls import Controls
from core.errors import UserError
from core.history import History
from core.music.song import Song
from core.project import SUFFIX, Project, project_from_file, save_project
from core.words import Words

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.compose.pins.pin import Pin
    from core.edit.edited import Edited

Listener = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Work:
    """A song, its pins, and the controls under which its tune was made; None where it was made
    otherwise."""

    song: Song
    asked: Controls | None = None
    pins: "tuple[Pin, ...]" = ()


def _work(song: Song, asked: Controls | None, pins: "Iterable[Pin]") -> _Work:
    """With those of `pins` that hold a note of `song`."""
    kept = sorted((pin for pin in pins if pin.is_in(song)), key=attrgetter("onset"))
    return _Work(song, asked, tuple(kept))


class Document:
    """Holds a project while it is worked on. An error leaves everything as it was.

    Undo covers the song and its pins, and brings back the controls under which its tune was made,
    but for the number of takes; the name of the model and the starred takes are kept without undo.
    """

    def __init__(self, project: Project | None = None) -> None:
        self._listeners: list[Listener] = []
        self._saved = project or Project()
        self._path: Path | None = None
        self._history = History(_Work(self._saved.song, None, self._saved.pins))
        self._controls = self._saved.controls
        self._model, self._mapping = self._saved.model, self._saved.mapping
        self._takes = self._saved.takes

    @property
    def song(self) -> Song:
        return self._history.value.song

    @property
    def asked(self) -> Controls | None:
        """The controls under which the tune was made, as one take of any number.

        None if it was typed, edited or opened.
        """
        return self._history.value.asked

    @property
    def pins(self) -> "tuple[Pin, ...]":
        """The pins of the tune by their onsets; each holds a note that stands there."""
        return self._history.value.pins

    @property
    def controls(self) -> Controls:
        return self._controls

    @property
    def model(self) -> str:
        """The model by its name or its path; empty where none was chosen yet."""
        return self._model

    @property
    def mapping(self) -> str:
        """The path of the mapping that was chosen for that model; empty for none."""
        return self._mapping

    @property
    def takes(self) -> "tuple[Take, ...]":
        """The takes that the user has starred."""
        return self._takes

    @property
    def project(self) -> Project:
        """Everything that a file of it holds."""
        takes, pins = self._takes, self.pins
        return Project(self.song, self._controls, self._model, self._mapping, takes, pins)

    @property
    def path(self) -> Path | None:
        """The file that the project was opened from or saved to last."""
        return self._path

    @property
    def is_changed(self) -> bool:
        """Whether there is work that the file does not hold.

        Before there is a file, a moved control alone is no work to lose.
        """
        if self._path is None:
            saved = self._saved
            return (self.song, self.takes, self.pins) != (saved.song, saved.takes, saved.pins)
        return self.project != self._saved

    @property
    def undo_label(self) -> Words | None:
        return self._history.undo_label

    @property
    def redo_label(self) -> Words | None:
        return self._history.redo_label

    def commit(
        self, label: Words, song: Song, merge: bool = False, asked: Controls | None = None
    ) -> None:
        """Takes `song` over as one step named `label`; see `History.commit` for `merge`.

        `asked` are the controls under which a model made it. Where only a tempo or the like has
        changed, those of the tune remain. Pins of notes that are not in `song` go.
        """
        if asked is None and song.melody is self.song.melody:
            asked = self.asked
        asked = None if asked is None else replace(asked, takes=1)
        self._take(self._history.commit(label, _work(song, asked, self.pins), merge))

    def edit(self, label: Words, edited: "Edited", merge: bool = False) -> None:
        """Takes over what an edit of the tune led to, as one step; pins go with their notes.

        Where no note and no end is another than before nothing happens.
        """
        before = self.song.melody
        if edited.melody == before:
            return
        from core.compose.pins.motion import pins_moved  # which the start needs not
        from core.edit.song import song_from_edited

        song = song_from_edited(self.song, edited)
        pins = pins_moved(self.pins, before, song.melody, edited.ways)
        self._take(self._history.commit(label, _work(song, None, pins), merge))

    def amend(self, song: Song) -> None:
        """Takes `song` over as what the last step led to, however long ago that was."""
        self._take(self._history.amended(_work(song, None, self.pins)))

    def pin(self, label: Words, pins: "Iterable[Pin]") -> None:
        """Takes `pins` over, which hold notes of the tune, as one step named `label`."""
        ordered = tuple(sorted(pins, key=attrgetter("onset")))
        work = replace(self._history.value, pins=ordered)
        self._take(self._history.commit(label, work))

    def close_step(self) -> None:
        """The next commit is a step of its own even with `merge`: the user has paused."""
        self._history = self._history.closed()

    def undo(self) -> None:
        self._take(self._history.undo(), with_controls=True)

    def redo(self) -> None:
        self._take(self._history.redo(), with_controls=True)

    def set_controls(self, controls: Controls) -> None:
        if controls != self._controls:
            self._controls = controls
            self._tell()

    def set_model(self, model: str, mapping: str = "") -> None:
        if (model, mapping) != (self._model, self._mapping):
            self._model, self._mapping = model, mapping
            self._tell()

    def set_takes(self, takes: "tuple[Take, ...]") -> None:
        if takes != self._takes:
            self._takes = takes
            self._tell()

    def listen(self, listener: Listener) -> None:
        """Calls `listener` after each change, in the order of registration."""
        self._listeners.append(listener)

    def new(self) -> None:
        """An empty song without a file; the controls and the model stay."""
        self.show(replace(self.project, song=Song(), takes=(), pins=()))

    def show(self, project: Project, path: Path | None = None) -> None:
        """Takes over a project that was read from `path`, with a history of its own."""
        self._show(project, path, replace(project, recipe=""))

    def restore(self, project: Project, path: Path | None = None) -> None:
        """The same for work on that file, or on none yet, that was never saved: it still counts as
        changed.
        """
        self._show(project, path, Project())

    def open(self, path: Path) -> None:
        """Shows the project in the file `path`. UserError where there is none."""
        self.show(project_from_file(path), path)

    def save(self, path: Path | None = None) -> None:
        """Saves to `path`, from then on the document's file, or to the file it has.

        A name without a suffix gets '.cantilena'. UserError where saving is impossible: the old
        file is whole, and the document still counts as changed.
        """
        target = path or self._path
        if target is None:
            raise UserError("This project has no file yet; choose a name for it.")
        target = target if target.suffix else target.with_name(target.name + SUFFIX)
        project = self.project
        save_project(project, target)
        self.mark_saved(project, target)

    def mark_saved(self, project: Project, path: Path) -> None:
        """Notes that `project` is in the file `path`: for those who save on another thread."""
        self._saved, self._path = project, path
        self._history = self._history.closed()
        self._tell()

    def _show(self, project: Project, path: Path | None, saved: Project) -> None:
        self._history = History(_Work(project.song, None, project.pins))
        self._controls = project.controls
        self._model, self._mapping = project.model, project.mapping
        self._takes = project.takes
        self._saved, self._path = saved, path
        self._tell()

    def _take(self, history: History[_Work], with_controls: bool = False) -> None:
        if history is not self._history:
            self._history = history
            if with_controls and self.asked is not None:
                self._controls = replace(self.asked, takes=self._controls.takes)
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
