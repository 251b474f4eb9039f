"""Several files that are opened together: which of them, and what is said of the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.project import SUFFIX
from core.words import Words, counted, joined, shown

_MODEL_SUFFIXES = (".keras", ".h5", ".hdf5")
_PROJECT_SUFFIXES = ("", SUFFIX)
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Several:
    """Of `music` all tunes are listed; `left` are the files of which nothing is opened."""

    model: Path | None
    project: Path | None
    music: tuple[Path, ...]
    left: tuple[Path, ...]


def sorted_out(paths: Sequence[Path]) -> Several:
    """The first model, and the first project unless there is music: it would be hidden by that."""
    models = [path for path in paths if path.suffix.lower() in _MODEL_SUFFIXES]
    projects = [path for path in paths if path.suffix.lower() in _PROJECT_SUFFIXES]
    music = tuple(path for path in paths if path not in models and path not in projects)
    project = None if music else next(iter(projects), None)
    left = (path for path in (*models[1:], *projects) if path is not project)
    return Several(next(iter(models), None), project, music, tuple(left))


def words_of_left(paths: Sequence[Path]) -> Words:
    """A sentence on files, at least one, that were not opened with others."""
    names = [shown(path.name) for path in paths]
    named = [Words("'{file}'", file=name) for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        named.append(Words("and {n:,} more", "files", n=len(names) - _MOST_NAMED))
    return counted(
        "{n:,} files were not opened with the others: {files}; open them one by one.",
        "{files} was not opened with the others; open it by itself.",
        len(paths),
        files=joined(", ", named),
    )
