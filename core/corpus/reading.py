"""Folders of kern files -> Songs, in order, in one process or in several."""

import gc
import multiprocessing
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from multiprocessing.connection import Connection
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
    workers = min(workers, len(batches))
    if workers <= 1:
        yield from (_result(path, _read(path)) for path in files)
        return
    with _readers(batches, workers) as pipes:
        for batch, pipe in zip(batches, cycle(pipes)):
            try:
                outcomes: list[_Outcome] = pipe.recv()
            except (EOFError, OSError):
                raise UserError(
                    "A process that reads the corpus was killed; try again with one worker."
                ) from None
            yield from map(_result, batch, outcomes)


@contextmanager
def _readers(batches: Sequence[Sequence[Path]], workers: int) -> Iterator[list[Connection]]:
    """Pipes from as many processes, which send the batches in turn and wait when a pipe is full."""
    context = multiprocessing.get_context("spawn")
    pipes: list[Connection] = []
    processes = []
    try:
        for worker in range(workers):
            ours, theirs = context.Pipe(duplex=False)
            pipes.append(ours)
            with theirs:
                share = batches[worker::workers]
                process = context.Process(target=_send, args=(theirs, share), daemon=True)
                process.start()
                processes.append(process)
        yield pipes
    finally:
        for process in processes:
            process.terminate()
            process.join()
        for pipe in pipes:
            pipe.close()


def _send(pipe: Connection, batches: Sequence[Sequence[Path]]) -> None:
    # Songs make no cycles, and the collector would take a fifth of the time.
    gc.disable()
    for batch in batches:
        pipe.send([_read(path) for path in batch])


@dataclass(frozen=True, slots=True)
class _Refusal:
    line: int | None
    reason: str


_Outcome = Song | _Refusal


def _read(path: Path) -> _Outcome:
    try:
        return song_from_kern_file(path)
    except KernError as error:
        return _Refusal(error.line, error.sentence)
    except UserError as error:
        return _Refusal(None, str(error))


def _result(path: Path, outcome: _Outcome) -> Result:
    if isinstance(outcome, _Refusal):
        return Skipped(path, outcome.line, outcome.reason)
    return SongFile(path, outcome)
