"""Files and folders of songs -> Songs, in order, in one process or in several."""

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path, PurePath

from core.corpus.crew import packed_files, read_files
from core.corpus.formats import KERN_SUFFIXES, SUFFIXES, is_guarded
from core.corpus.packing import Packed, unpack, unpack_refusal
from core.errors import UserError
from core.music.song import Song
from core.words import Words

COLLECTION = "music21:"
"""Begins the name of a collection that music21 has installed, as in music21:oneills1850."""


@dataclass(frozen=True)
class SongFile:
    """A tune of a file; `number` counts from 1, 0 where the file holds one tune only.

    `song` is built when it is first asked for.
    """

    path: Path
    packed: Packed

    @property
    def number(self) -> int:
        return self.packed.number

    @property
    def name(self) -> PurePath:
        """What tells this tune from all others: the path, with '#' and the number behind it."""
        return _name(self.path, self.number)

    @cached_property
    def song(self) -> Song:
        return unpack(self.packed)


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be read: the line where reading stopped, if it came so far, and why.

    `number` as in SongFile; with 0 it is the whole file.
    """

    path: Path
    line: int | None
    reason: Words
    number: int = 0

    @property
    def name(self) -> PurePath:
        """As in SongFile."""
        return _name(self.path, self.number)


def _name(path: Path, number: int) -> PurePath:
    return path.with_name(f"{path.name}#{number}") if number else path


Result = SongFile | Skipped


def song_files(folders: Sequence[Path | str]) -> list[Path]:
    """All files in `folders` and below that may hold songs, each once, ordered by their paths.

    A file, or a collection of music21 by its name, may stand in place of a folder. UserError for
    what does not exist.
    """
    return _files(folders, SUFFIXES)


def kern_files(folders: Sequence[Path | str]) -> list[Path]:
    """The same of kern files alone."""
    return _files(folders, KERN_SUFFIXES)


def read_songs(files: Sequence[Path], workers: int = 1) -> Generator[Result, None, None]:
    """The tunes of `files` in their order; what cannot be read is a Skipped.

    With `workers` above 1, and where a reader is not to be trusted, that many processes read
    ahead; closing the iterator ends them.
    """
    with closing(read_packed(files, workers)) as found:
        for file, tunes in found:
            yield from results_of(files[file], tunes)


def read_packed(
    files: Sequence[Path], workers: int = 1
) -> Generator[tuple[int, list[Packed]], None, None]:
    """The same still packed, file by file: (place in `files`, its tunes and refusals)."""
    if workers <= 1 and all(map(is_guarded, files)):
        yield from ((file, list(packed_files(path))) for file, path in enumerate(files))
        return
    ahead: dict[int, list[Packed]] = {}
    turn = 0
    with closing(read_files(files, workers)) as found:
        for file, tunes in found:
            ahead[file] = tunes
            while turn in ahead:
                yield turn, ahead.pop(turn)
                turn += 1


def results_of(path: Path, tunes: Sequence[Packed]) -> Iterator[Result]:
    for packed in tunes:
        if packed.is_song:
            yield SongFile(path, packed)
        else:
            line, reason = unpack_refusal(packed)
            yield Skipped(path, line, reason, packed.number)


def _files(folders: Sequence[Path | str], suffixes: tuple[str, ...]) -> list[Path]:
    found: set[str] = set()
    for folder in folders:
        name = str(folder)
        top = _collection(name) if name.startswith(COLLECTION) else name
        if os.path.isfile(top):  # noqa: PTH113  strings: a Path for each of many files is slow
            found.add(os.path.normpath(top))
        elif os.path.isdir(top):  # noqa: PTH112
            found.update(_files_below(top, suffixes))
        else:
            raise UserError("There is no folder '{folder}'; name one that is there.", folder=folder)
    return list(map(Path, sorted(found, key=lambda path: path.replace(os.sep, "\0"))))


def _files_below(top: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    folders = [os.path.normpath(top)]
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            raise UserError(
                "'{folder}' cannot be read ({reason}).",
                folder=folder,
                reason=error.strerror or str(error),
            ) from None
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif entry.name.lower().endswith(suffixes) and entry.is_file():
                yield entry.path


def _collection(name: str) -> str:
    """The folder of a collection of music21, which is not loaded for it."""
    package = find_spec("music21")
    if package is None or not package.submodule_search_locations:
        raise UserError("'{name}' needs music21; install it, or name a folder.", name=name)
    corpus = Path(package.submodule_search_locations[0]) / "corpus"
    folder = corpus / name.removeprefix(COLLECTION)
    if folder.parent != corpus or not folder.is_dir():
        known = ", ".join(sorted(entry.name for entry in corpus.iterdir() if _has_songs(entry)))
        raise UserError(
            "music21 has no collection '{name}'; it has {known}.", name=name, known=known
        )
    return str(folder)


def _has_songs(folder: Path) -> bool:
    return folder.is_dir() and next(_files_below(str(folder), SUFFIXES), None) is not None
