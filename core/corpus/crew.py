"""Processes that read files, side by side, and that may hang or die without harm to the rest.

Work goes out in batches. A process whose batch is not done in time, or that dies, is replaced, and
its files are read again one at a time; the one that fails then is skipped.
"""

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from core.child import attempt, become_child, interrupts_wait
from core.corpus.formats import files_at_once, readings_of
from core.corpus.packing import (
    Entry,
    Packed,
    bytes_from_entries,
    entries_from_bytes,
    pack,
    pack_refusal,
)
from core.errors import UserError
from core.files.decoding import TextError
from core.spawned import spawned
from core.words import Words

MOST_MEMORY_BYTES = 1_000_000_000
MOST_SECONDS = 10.0
"""What a process may take, for itself and for one file."""

_MESSAGE_SECONDS = 0.1
_LOOK_SECONDS = 0.5
_BATCHES_AHEAD = 3
_PLENTY = 50  # batches

Read = Callable[[Path], Iterable[Packed]]
_Batch = tuple[int, ...]


def read_files(
    files: Sequence[Path],
    workers: int,
    most_seconds: float = MOST_SECONDS,
    read: Read | None = None,
) -> Generator[tuple[int, list[Packed]], None, None]:
    """(place in `files`, its tunes and refusals) for each file, as they get done.

    `workers` processes read, each with `read` (default: packed_files); when the generator is
    closed or fails, none is left.
    """
    crew = _Crew(files, most_seconds, read or packed_files)
    try:
        crew.grow(workers)
        while crew.is_busy:
            yield from crew.harvest()
    finally:
        crew.end()


def packed_files(path: Path) -> Iterator[Packed]:
    """The tunes of a file, and why others in it could not be read."""
    try:
        readings = attempt(lambda: readings_of(path))
    except UserError as error:
        yield _refusal(error, 0)
        return
    for number, reading in enumerate(readings, start=1):
        place = number if len(readings) > 1 else 0
        try:
            yield pack(attempt(reading), place)
        except UserError as error:
            yield _refusal(error, place)


def _refusal(error: UserError, number: int) -> Packed:
    if isinstance(error, TextError):
        return pack_refusal(error.line, error.sentence, number)
    return pack_refusal(None, error.words, number)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    batches: deque[_Batch] = field(default_factory=deque)  # the first is being read
    deadline_seconds: float = 0.0


class _Crew:
    def __init__(self, files: Sequence[Path], most_seconds: float, read: Read) -> None:
        self._files = files
        self._read = read
        self._most_seconds = most_seconds
        self._waiting = deque(_batches(files))
        self._workers: list[_Worker] = []
        self._unfinished: dict[int, list[Packed]] = {}

    @property
    def is_busy(self) -> bool:
        return bool(self._waiting) or any(worker.batches for worker in self._workers)

    def grow(self, workers: int) -> None:
        context = multiprocessing.get_context("spawn")
        while len(self._workers) < workers and self._waiting:
            ours, theirs = context.Pipe()
            with theirs, interrupts_wait():
                files = list(map(str, self._files))
                process = spawned("worker", _work, (theirs, files, self._read))
                process.start()
                worker = _Worker(process, ours)
                self._workers.append(worker)
            self._employ(worker)

    def harvest(self) -> Iterator[tuple[int, list[Packed]]]:
        """What has been done, after waiting a moment for it."""
        busy = {worker.pipe: worker for worker in self._workers if worker.batches}
        ready = wait(list(busy), _LOOK_SECONDS)
        for pipe, worker in busy.items():
            try:
                if pipe in ready:
                    yield from self._take(worker)
                elif time.monotonic() > worker.deadline_seconds:
                    too_long = Words(
                        "Reading it took longer than {seconds:g} seconds.",
                        seconds=self._most_seconds,
                    )
                    yield from self._give_up(worker, too_long)
            except (EOFError, OSError):
                yield from self._give_up(worker, Words("The process that read it was killed."))

    def end(self) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def _employ(self, worker: _Worker) -> None:
        """Hands out a batch; and more while there are plenty, so that the process need not wait
        for us between them.
        """
        ahead = _BATCHES_AHEAD if len(self._waiting) > _PLENTY else 1
        while len(worker.batches) < ahead and self._waiting:
            worker.batches.append(self._waiting.popleft())
            with suppress(OSError):  # a dead process is found when we listen to it
                worker.pipe.send(worker.batches[-1])
        worker.deadline_seconds = time.monotonic() + self._most_seconds

    def _take(self, worker: _Worker) -> Iterator[tuple[int, list[Packed]]]:
        done = set()
        for entry in entries_from_bytes(worker.pipe.recv_bytes()):
            tunes = self._unfinished.setdefault(entry.file, [])
            if entry.packed is None:
                done.add(entry.file)
                yield entry.file, self._unfinished.pop(entry.file)
            else:
                tunes.append(entry.packed)
        # A message never reaches beyond the batch that is being read.
        left = tuple(file for file in worker.batches.popleft() if file not in done)
        if left:
            worker.batches.appendleft(left)
        self._employ(worker)

    def _give_up(self, worker: _Worker, reason: Words) -> Iterator[tuple[int, list[Packed]]]:
        """Replaces a worker; of several files in its hands any may be to blame."""
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        first, *others = worker.batches
        self._waiting.extendleft(reversed(others))
        for file in first:
            self._unfinished.pop(file, None)
        if len(first) == 1:
            yield first[0], [pack_refusal(None, reason)]
        else:
            self._waiting.extendleft((file,) for file in reversed(first))
        self.grow(len(self._workers) + 1)
        for other in self._workers:
            if not other.batches:
                self._employ(other)


def _batches(files: Sequence[Path]) -> Iterator[_Batch]:
    batch: list[int] = []
    for file, path in enumerate(files):
        batch.append(file)
        if len(batch) >= files_at_once(path):
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def _work(pipe: "Connection[bytes, _Batch]", files: list[str], read: Read) -> None:
    """The life of a process: batches in, entries out, until the parent is gone."""
    become_child(MOST_MEMORY_BYTES)
    with suppress(EOFError, OSError):
        while True:
            _read_batch(pipe, [(file, Path(files[file])) for file in pipe.recv()], read)


def _read_batch(
    pipe: "Connection[bytes, _Batch]", batch: Sequence[tuple[int, Path]], read: Read
) -> None:
    done: list[Entry] = []
    told_seconds = time.monotonic()
    for file, path in batch:
        for packed in read(path):
            done.append(Entry(file, packed))
            if time.monotonic() - told_seconds > _MESSAGE_SECONDS:
                pipe.send_bytes(bytes_from_entries(done))
                told_seconds = time.monotonic()
                done = []
        done.append(Entry(file, None))
    pipe.send_bytes(bytes_from_entries(done))
