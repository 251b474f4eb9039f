"""The tune, or every take, as files for other programs and for paper."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.music.song import Song
from core.words import Words, counted
from gui.files.asking import Asking
from gui.files.files import Files
from gui.files.kinds import KINDS, Kind, kind_named, kind_of
from gui.files.pictures import Looks, picturing
from gui.files.recipes import Recipes, RecipeWriting
from gui.files.writing import Writing
from gui.language import tr
from gui.roll.roll import Roll
from gui.takes.board import Board
from gui.takes.takes import Takes


class Export(QObject):
    """Writes the tune as any of KINDS. `kind` is the name of the last one, for the next start."""

    def __init__(
        self,
        document: Document,
        takes: Takes,
        board: Board,
        roll: Roll,
        files: Files,
        recipes: Recipes,
        writing: Writing,
        asking: Asking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._takes = document, takes
        self._board, self._roll = board, roll
        self._files, self._recipes = files, recipes
        self._writing, self._asking = writing, asking
        self.kind = ""

    @Slot()
    def export(self) -> None:
        """Asks for a name and a kind, and begins to write the tune."""
        chosen = self._choice(tr("Export", "a file"), replaces=True)
        if chosen is None:
            return
        path, kind = chosen
        steps = self._steps(self._document.song, self._recipes.present(), path, kind)

        def all_steps() -> Iterator[object]:
            yield from steps()
            yield Words("Exported to {path}.", path=path)

        self._writing.begin(path.name, all_steps)

    @Slot()
    def export_takes(self) -> None:
        """Asks for a name and a kind, and begins to write every take under that name with its
        number on the board. No file is replaced."""
        chosen = self._choice(tr("Export all takes"), replaces=False)
        if chosen is None:
            return
        path, kind = chosen
        takes = self._board.in_order
        places = [numbered(path, number) for number in range(1, len(takes) + 1)]
        there = next((place for place in places if place.exists()), None)
        if there is not None:
            self._writing.told.emit(
                tr("'{path}' is there already; choose another name.", path=there)
            )
            return
        songs = [self._takes.song_of(take) for take in takes]
        recipes = [
            self._recipes.of(song, take.controls, take.maker)
            for song, take in zip(songs, takes, strict=True)
        ]
        tasks = [
            self._steps(song, recipe, place, kind)
            for song, recipe, place in zip(songs, recipes, places, strict=True)
        ]

        def all_steps() -> Iterator[object]:
            for number, steps in enumerate(tasks):
                yield number / len(tasks)
                yield from (None for _ in steps())
            takes = counted("{n:,} takes", "{n:,} take", len(tasks))
            yield Words("Exported {takes} to {folder}.", takes=takes, folder=path.parent)

        self._writing.begin(places[0].name, all_steps)

    def _choice(self, title: str, replaces: bool) -> tuple[Path, Kind] | None:
        """What the user wants; the same is offered the next time."""
        if not self._writing.is_free():
            return None
        before = kind_named(self.kind)
        patterns = [kind.pattern for kind in KINDS]
        suggestion = self._files.suggestion(before.suffixes[0])
        answer = self._asking.file_to_export(
            title, suggestion, patterns, KINDS.index(before), replaces
        )
        if answer is None:
            return None
        path, number = answer
        if not path.suffix:
            path = path.with_name(f"{path.name}{KINDS[number].suffixes[0]}")
        kind = kind_of(path.suffix, KINDS[number])
        if kind is None:
            self._writing.told.emit(
                tr(
                    "'{path}' must end in one of {suffixes}; choose another name.",
                    path=path,
                    suffixes=", ".join(dict.fromkeys(s for kind in KINDS for s in kind.suffixes)),
                )
            )
            return None
        self._files.export_folder, self.kind = str(path.parent), kind.name
        return path, kind

    def _steps(
        self, song: Song, recipe: RecipeWriting, path: Path, kind: Kind
    ) -> Callable[[], Iterator[object]]:
        """What writes one file, on another thread."""
        scene = self._roll.scene
        looks = Looks(scene.theme, scene.labels, self._roll.canvas.font())

        def steps() -> Iterator[object]:
            picture = picturing(kind, song, path, looks)
            if picture is not None:
                yield from picture
                return
            from core.writing import writing  # much, which the start needs not

            remark = yield from recipe()
            yield from writing(song, path, remark)

        return steps


def numbered(path: Path, number: int) -> Path:
    """'tune-3.mid' for 'tune.mid'."""
    return path.with_stem(f"{path.stem}-{number}")
