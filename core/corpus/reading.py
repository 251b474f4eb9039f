"""Folders of kern files -> Songs, in order, in one process or in several."""

import gc
import multiprocessing
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.files.kern import KernError, song_from_kern_file
from core.music.song import Song

KERN_SUFFIXES = frozenset((".krn", ".kern"))
_BATCH = 64


@dataclass(frozen=True, slots=True)
class SongFile:
    path: Path
    song: Song


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read: the line where reading stopped, if it came so far, and why."""

    path: Path
    line: int | None
    reason: str


Result = SongFile | Skipped


def kern_files(folders: Sequence[Path]) -> list[Path]:
    """All kern files in `folders` and below, each once, in the order of their paths.

    A kern file may be named in place of a folder. UserError for what does not exist.
    """
    found: set[Path] = set()
    for folder in folders:
        if folder.is_file():
            found.add(folder)
        elif folder.is_dir():
            found.update(p for p in folder.rglob("*") if p.suffix.lower() in KERN_SUFFIXES)
        else:
            raise UserError(f"There is no folder '{folder}'.")
    return sorted(path for path in found if path.is_file())


def read_songs(files: Sequence[Path], workers: int = 1) -> Generator[Result, None, None]:
    """The songs of `files` in their order; a file that cannot be read is a Skipped.

    With `workers` above 1 that many processes read ahead; closing the iterator ends them.
    UserError if such a process is killed from outside.
    """
    batches = [files[first : first + _BATCH] for first in range(0, len(files), _BATCH)]
    if workers <= 1 or len(batches) <= 1:
        for path in files:
            yield _result(path, _read(path))
        return
    context = multiprocessing.get_context("spawn")
    # Songs make no cycles, and the collector would take a fifth of the workers' time.
    with ProcessPoolExecutor(min(workers, len(batches)), context, gc.disable) as pool:
        ahead: deque[tuple[Sequence[Path], Future[list[_Outcome]]]] = deque()
        try:
            for batch in batches:
                ahead.append((batch, pool.submit(_read_batch, batch)))
                if len(ahead) > 2 * workers:
                    yield from _results(*ahead.popleft())
            while ahead:
                yield from _results(*ahead.popleft())
        except BrokenProcessPool:
            raise UserError(
                "A process that reads the corpus was killed; try again with one worker."
            ) from None
        finally:
            for _, future in ahead:
                future.cancel()


@dataclass(frozen=True, slots=True)
class _Refusal:
    line: int | None
    reason: str


_Outcome = Song | _Refusal


def _read_batch(files: Sequence[Path]) -> list[_Outcome]:
    return [_read(path) for path in files]


def _read(path: Path) -> _Outcome:
    try:
        return song_from_kern_file(path)
    except KernError as error:
        return _Refusal(error.line, error.sentence)
    except UserError as error:
        return _Refusal(None, str(error))


def _results(files: Sequence[Path], outcomes: Future[list[_Outcome]]) -> Iterator[Result]:
    return map(_result, files, outcomes.result())


def _result(path: Path, outcome: _Outcome) -> Result:
    if isinstance(outcome, _Refusal):
        return Skipped(path, outcome.line, outcome.reason)
    return SongFile(path, outcome)
