"""Work to keep, in all sizes."""

from pathlib import Path

from core.compose.controls import Controls
from core.compose.measures import Measures, Take
from core.document import Document
from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project
from core.words import Words

TYPE = Words("Type")


def song(count: int, length: int = 64, title: str = "") -> Song:
    """`length` notes, the last of which is as long as makes `count` the end in ticks."""
    notes = tuple(Note(10 * i, 10, 36 + i * 7 % 60) for i in range(length))
    return Song(Melody(notes, max(count, 10 * length)), title=title)


def work(number: int, length: int = 64) -> Song:
    """The song of that number, see `number_of`."""
    return song(1_000_000 + number, length)


def number_of(project: Project) -> int:
    return project.song.melody.end - 1_000_000


def takes(count: int, length: int = 64) -> tuple[Take, ...]:
    measures = Measures(2.1, 6.0, 12, 0.2, 0.5, 7, "A song; another one")
    return tuple(
        Take(song(i, length, f"Take {i}"), Controls(random_seed=i), measures, (Words("Hm."),))
        for i in range(count)
    )


def changed_document(number: int, file: Path | None = None) -> Document:
    """A document with the unsaved song of that number."""
    document = Document()
    document.show(Project(), file)
    document.commit(TYPE, work(number))
    return document
