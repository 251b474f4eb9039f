"""The model that composes, and those that could."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import UserError
from core.model.library import DEFAULT_MODEL, bundled_models
from gui.job import Job
from gui.language import tr
from gui.models.boxed import spoken_card

if TYPE_CHECKING:
    from core.model.card import Card
    from core.model.family import Model
    from core.model.mark import Mark


@dataclass(frozen=True, slots=True)
class _Opened:
    """A model, or none; what it is, where that can be told; and a sentence about it, or an empty
    one."""

    model: "Model | None"
    mark: "Mark | None"
    sentence: str


class Models(QObject):
    """Opens models on a thread; one that cannot be opened leaves the present one in its place.

    `changed` tells that the present model, the list or the waiting is another; `failed` brings a
    sentence, and so does `doubted` about a model that was opened. `mapping_wanted` brings a Path
    and a sentence: the model in it is whole, and another mapping may help.
    """

    changed = Signal()
    failed = Signal(str)
    doubted = Signal(str)
    mapping_wanted = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = list(bundled_models())
        self._cards: dict[Path, Card] = {}
        self._model: Model | None = None
        self._mark: Mark | None = None
        self._path: Path | None = None
        self._opening: Path | None = None
        self._mappings: dict[Path, Path] = {}  # as the user chose them
        self._job: Job | None = None

    @property
    def model(self) -> "Model | None":
        return self._model

    @property
    def mark(self) -> "Mark | None":
        """What the present model is, for recipes; None where that cannot be told."""
        return self._mark

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
    def cards(self) -> "Mapping[Path, Card]":
        """What those models say of themselves, as far as it has been read."""
        return self._cards

    @property
    def name(self) -> str:
        """How a project names the present model: by its name in the box, or by its path."""
        return "" if self.path is None else _name(self.path)

    @property
    def mapping(self) -> str:
        """The mapping that the user chose for the present model; empty for none."""
        chosen = None if self.path is None else self._mappings.get(self.path)
        return "" if chosen is None else str(chosen)

    def read_cards(self) -> None:
        """Reads the cards of the models in the box."""
        paths = self.paths

        def steps() -> Iterator[object]:
            from core.model.bundle import read_card  # numpy, which the start needs not

            for path in paths:
                with suppress(UserError):  # which whoever chooses that model will see
                    yield path, read_card(path)

        job = Job(steps, self)
        job.item.connect(self._keep_card)
        job.failed.connect(self.failed)
        job.start()

    def choose_named(self, name: str, mapping: str = "") -> None:
        """Opens the model that a project or the settings name so; an empty name is the default."""
        in_box = {path.stem: path for path in bundled_models()}
        path = in_box.get(name) or (Path(name) if name else DEFAULT_MODEL)
        self.choose(path, Path(mapping) if mapping else None)

    def choose(self, path: Path, mapping: Path | None = None) -> None:
        """Opens the model in `path`, unless it is the present one.

        A `mapping` is remembered for the next time; None is the one remembered, if any.
        """
        if path == self.path and mapping in (None, self._mappings.get(path)):
            return
        if mapping is not None:
            self._mappings[path] = mapping
        chosen = self._mappings.get(path)

        def steps() -> Iterator[object]:
            from core.model.archive.weights import MappingError
            from core.model.bundle import open_model  # numpy, which the start needs not
            from core.model.trial import doubt

            try:
                model = open_model(path, chosen)
            except MappingError as error:
                yield _Opened(None, None, error.words)
            else:
                yield _Opened(model, marked(model, _name(path)), doubt(model) or "")

        if self._job is not None:
            self._job.drop()
        self._opening = path
        self._job = Job(steps, self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.start()
        self.changed.emit()

    @Slot(object)
    def _keep_card(self, read: "tuple[Path, Card | None]") -> None:
        path, card = read
        if card is not None:
            self._cards[path] = spoken_card(card)
            self.changed.emit()

    @Slot(object)
    def _take(self, opened: _Opened) -> None:
        assert self._opening is not None
        path = self._opening
        if opened.model is None:
            self._mappings.pop(path, None)
            self._end()
            self.mapping_wanted.emit(path, tr(opened.sentence))
            self._fall_back(path)
            return
        self._model, self._mark, self._path = opened.model, opened.mark, path
        self._cards[path] = spoken_card(opened.model.card)
        if path not in self._paths:
            self._paths.append(path)
        self._end()
        if opened.sentence:
            self.doubted.emit(tr(opened.sentence))

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        refused = self._opening
        self._end()
        self.failed.emit(sentence)
        self._fall_back(refused)

    def _fall_back(self, refused: Path | None) -> None:
        """Takes the model in the box where there is none, as when the one of last time is gone."""
        if self._model is None and refused != DEFAULT_MODEL:
            self.choose(DEFAULT_MODEL)

    def _end(self) -> None:
        self._opening = self._job = None
        self.changed.emit()


def marked(model: "Model", name: str) -> "Mark | None":
    """The mark of a model of that name, for a thread; None where nobody can tell what it is."""
    from core.model.identity import mark_of  # numpy, which the start needs not

    try:
        return mark_of(model, name)
    except UserError:
        return None


def _name(path: Path) -> str:
    return path.stem if path in bundled_models() else str(path)
