"""The project at hand: its history, its file, and who wants to know when it changes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from core.batch import Batch
from core.compose.controls import Controls
from core.errors import UserError
from core.history import History
from core.music.song import Song
from core.project import SUFFIX, Project, project_for, project_from_file, save_project
from core.sight import Sight
from core.words import Words
from core.work import Work, is_made_alike, opened_work, work_of, worth

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.compose.pins.pin import Pin
    from core.edit.edited import Edited
    from core.model.mark import Maker
    from core.takerecord import TakeLines

Listener = Callable[[], None]


class Document:
    """Holds a project while it is worked on. An error leaves everything as it was.

    Undo covers the song and its pins, and brings back the controls under which its tune was made,
    but for the number of takes; the name of the model and the takes are kept without undo. How the
    tune is looked at is kept too, and is no work that could be lost.
    """

    def __init__(self, project: Project | None = None) -> None:
        self._listeners: list[Listener] = []
        self._saved = project or Project()
        self._path: Path | None = None
        self._history = History(opened_work(self._saved))
        self._controls = self._saved.controls
        self._model, self._mapping = self._saved.model, self._saved.mapping
        self._takes, self._batch = self._saved.takes, self._saved.batch
        self._sight = self._saved.sight

    @property
    def song(self) -> Song:
        return self._history.value.song

    @property
    def asked(self) -> Controls | None:
        """The controls under which the tune was made, as one take of any number.

        None if it was typed, edited or brought from elsewhere.
        """
        return self._history.value.asked

    @property
    def maker(self) -> "Maker | None":
        """What makes the tune again from its seed under those alone; None where nothing does."""
        return self._history.value.maker

    @property
    def follows(self) -> bool:
        """Whether the tune was made here, so that it can follow the knobs; an opened one stays."""
        work = self._history.value
        return work.asked is not None and not work.is_opened

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
    def batch(self) -> Batch:
        """The takes at hand without a star."""
        return self._batch

    @property
    def sight(self) -> Sight | None:
        """How the tune was looked at last; None where nobody has said."""
        return self._sight

    @property
    def project(self) -> Project:
        """Everything that a file of it holds."""
        return Project(
            self.song,
            self._controls,
            self._model,
            self._mapping,
            self._takes,
            self.pins,
            batch=self._batch,
            sight=self._sight,
            asked=self.asked,
            maker=self.maker,
        )

    @cached_property
    def take_lines(self) -> "TakeLines":
        """The lines of its takes, for all who write them to files."""
        from core.takerecord import TakeLines  # which the start needs not

        return TakeLines()

    @property
    def path(self) -> Path | None:
        """The file that the project was opened from or saved to last."""
        return self._path

    @property
    def is_changed(self) -> bool:
        """Whether there is work that the file does not hold.

        Before there is a file, a moved control alone is no work to lose.
        """
        present, saved = self.project, self._saved
        if self._path is None:
            present = replace(
                present,
                controls=saved.controls,
                model=saved.model,
                mapping=saved.mapping,
                asked=saved.asked,
                maker=saved.maker,
            )
        return worth(present) != worth(saved)

    @property
    def undo_label(self) -> Words | None:
        return self._history.undo_label

    @property
    def redo_label(self) -> Words | None:
        return self._history.redo_label

    def commit(
        self,
        label: Words,
        song: Song,
        merge: bool = False,
        asked: Controls | None = None,
        maker: "Maker | None" = None,
    ) -> None:
        """Takes `song` over as one step named `label`; see `History.commit` for `merge`.

        `asked` are the controls under which a model made it, and `maker` is what makes it again
        under these alone. Where only a tempo or the like has changed, those of the tune remain.
        Pins of notes that are not in `song` go.
        """
        before = self._history.value
        is_opened = asked is None and before.is_opened
        if asked is None and song.melody is before.song.melody:
            asked = before.asked
            maker = before.maker if is_made_alike(song, before.song) else None
        asked = None if asked is None else replace(asked, takes=1)
        work = work_of(song, self.pins)
        work = replace(work, asked=asked, maker=maker, is_opened=is_opened)
        self._take(self._history.commit(label, work, merge))

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
        self._take(self._history.commit(label, work_of(song, pins), merge))

    def amend(self, song: Song) -> None:
        """Takes `song` over as what the last step led to, however long ago that was."""
        self._take(self._history.amended(work_of(song, self.pins)))

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

    def set_takes(self, takes: "tuple[Take, ...]", batch: Batch | None = None) -> None:
        """Takes over the starred takes, and those without a star unless they stay."""
        batch = self._batch if batch is None else batch
        if (takes, batch) != (self._takes, self._batch):
            self._takes, self._batch = takes, batch
            self._tell()

    def set_sight(self, sight: Sight) -> None:
        if sight != self._sight:
            self._sight = sight
            self._tell()

    def listen(self, listener: Listener) -> None:
        """Calls `listener` after each change, in the order of registration."""
        self._listeners.append(listener)

    def new(self) -> None:
        """An empty song without a file; the controls and the model stay."""
        self.show(project_for(Song(), self.project))

    def show(self, project: Project, path: Path | None = None) -> None:
        """Takes over a project that was read from `path`, with a history of its own."""
        self._show(project, path, project)

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
        save_project(project, target, self.take_lines)
        self.mark_saved(project, target)

    def mark_saved(self, project: Project, path: Path) -> None:
        """Notes that `project` is in the file `path`: for those who save on another thread."""
        self._saved, self._path = project, path
        self._history = self._history.closed()
        self._tell()

    def _show(self, project: Project, path: Path | None, saved: Project) -> None:
        self._history = History(opened_work(project))
        self._controls = project.controls
        self._model, self._mapping = project.model, project.mapping
        self._takes, self._batch, self._sight = project.takes, project.batch, project.sight
        self._saved, self._path = saved, path
        self._tell()

    def _take(self, history: History[Work], with_controls: bool = False) -> None:
        if history is not self._history:
            self._history = history
            if with_controls and self.asked is not None:
                self._controls = replace(self.asked, takes=self._controls.takes)
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
