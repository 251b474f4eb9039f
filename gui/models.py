"""The model that composes, and those that could."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.model.library import DEFAULT_MODEL, bundled_models
from gui.job import Job

if TYPE_CHECKING:
    from core.model.family import Model


class Models(QObject):
    """Opens models on a thread; one that cannot be opened leaves the present one in its place.

    `changed` tells that the present model, the list or the waiting is another; `failed` brings a
    sentence.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = list(bundled_models())
        self._model: Model | None = None
        self._path: Path | None = None
        self._opening: Path | None = None
        self._job: Job | None = None

    @property
    def model(self) -> "Model | None":
        return self._model

    @property
    def path(self) -> Path | None:
        """Where the present model, or the one that is being opened, lies."""
        return self._opening or self._path

    @property
    def is_opening(self) -> bool:
        return self._opening is not None

    @property
    def paths(self) -> tuple[Path, ...]:
        """All models to choose from: those in the box, then those that were opened."""
        return tuple(self._paths)

    @property
    def name(self) -> str:
        """How a project names the present model: by its name in the box, or by its path."""
        if self.path is None:
            return ""
        return self.path.stem if self.path in bundled_models() else str(self.path)

    def choose_named(self, name: str) -> None:
        """Opens the model that a project or the settings name so; an empty name is the default."""
        in_box = {path.stem: path for path in bundled_models()}
        self.choose(in_box.get(name) or (Path(name) if name else DEFAULT_MODEL))

    def choose(self, path: Path) -> None:
        """Opens the model in `path`, unless it is the present one."""
        if path == self.path:
            return

        def steps() -> Iterator[object]:
            from core.model.bundle import open_model  # numpy, which the start needs not

            yield open_model(path)

        if self._job is not None:
            self._job.drop()
        self._opening = path
        self._job = Job(steps, self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.start()
        self.changed.emit()

    @Slot(object)
    def _take(self, model: "Model") -> None:
        assert self._opening is not None
        self._model, self._path = model, self._opening
        if self._path not in self._paths:
            self._paths.append(self._path)
        self._end()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        refused = self._opening
        self._end()
        self.failed.emit(sentence)
        if self._model is None and refused != DEFAULT_MODEL:
            self.choose(DEFAULT_MODEL)  # such as when the file chosen last time is gone

    def _end(self) -> None:
        self._opening = self._job = None
        self.changed.emit()
