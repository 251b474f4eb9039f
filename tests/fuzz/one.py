"""python -m tests.fuzz.one READER RUNS SECONDS SEED OUTPUT [FOLDER]: one reader in this process.

With atheris (https://github.com/google/atheris) the branches that an input takes guide what is
tried next; without it, or with a FOLDER of real files to vary, chance alone does. The figures are
written to OUTPUT, a JSON file, again and again: libFuzzer ends the process as it likes.
"""

import importlib
import importlib.util
import itertools
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fuzz.readers import Reader
    from tests.fuzz.watch import Watch

LARGEST_INPUT = 200_000
_TOLD_SECONDS = 2.0


def main() -> None:
    name, runs, seconds, seed, output, *folder = sys.argv[1:]
    told = Path(output)
    end_seconds = time.monotonic() + float(seconds)
    guide = None if folder else _atheris()
    if guide is None:
        reader, watch = _reader(name)
        reals = _files(Path(folder[0]), reader.suffix) if folder else ()
        vary_blindly(reader, watch, int(runs), int(seed), reals, end_seconds)
        _tell(watch, told, "chance")
        return
    _guided(guide, name, int(runs), int(seed), told, float(seconds))


def vary_blindly(
    reader: "Reader",
    watch: "Watch",
    runs: int,
    seed: int,
    reals: Sequence[Path] = (),
    end_seconds: float = float("inf"),
) -> None:
    """Each run varies a seed, or a real file, one to four times, as the number of the run says."""
    own = reader.seeds()
    for number in itertools.count():
        if number >= runs or time.monotonic() > end_seconds:
            return
        chance = Random(f"{seed} {number}")
        content = chance.choice(reals).read_bytes() if reals else chance.choice(own)
        for _ in range(chance.choice((1, 1, 2, 4))):
            content = reader.vary(content, chance)
        watch.run(content[:LARGEST_INPUT])


def _guided(
    atheris: ModuleType, name: str, runs: int, seed: int, told: Path, seconds: float
) -> None:
    with atheris.instrument_imports(include=["core", *_WATCHED.get(name, ())]):
        reader, watch = _reader(name)
    own = reader.seeds()
    corpus = told.with_suffix(".corpus")
    corpus.mkdir(exist_ok=True)
    for number, content in enumerate(own):
        (corpus / f"seed{number}").write_bytes(content)

    due_seconds = 0.0

    def run(content: bytes) -> None:
        nonlocal due_seconds
        watch.run(content)
        if time.monotonic() > due_seconds or watch.runs >= runs:
            _tell(watch, told, "guided")
            due_seconds = time.monotonic() + _TOLD_SECONDS

    def vary(content: bytes, largest: int, number: int) -> bytes:
        chance = Random(number)
        if not chance.randrange(8):
            content = chance.choice(own)
        if chance.randrange(3):
            return reader.vary(content, chance)[:largest]
        changed: bytes = atheris.Mutate(content, largest)
        return changed

    options = [
        *(f"-runs={runs}", f"-max_total_time={seconds:.0f}", f"-seed={1 + seed}"),
        *(f"-max_len={LARGEST_INPUT}", "-rss_limit_mb=4000", "-timeout=60", "-len_control=20"),
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus)], run, custom_mutator=vary)
    atheris.Fuzz()


_WATCHED = {
    "midi": ["mido"],
    "recipe in midi": ["mido"],
    "musicxml": ["music21.musicxml"],
    "mxl": ["zipfile", "music21.musicxml"],
    "keras": ["zipfile"],
}
"""Modules of others whose branches guide, too."""


def _reader(name: str) -> "tuple[Reader, Watch]":
    """Imported here: where branches are to be seen, their modules are loaded for it."""
    from tests.fuzz.readers import READERS
    from tests.fuzz.watch import Watch

    reader = READERS[name]
    for content in reader.seeds():  # loads what is loaded when it is needed
        reader.read(content)
    return reader, Watch(reader.read, reader.check)


def _atheris() -> ModuleType | None:
    if importlib.util.find_spec("atheris") is None:
        return None
    return importlib.import_module("atheris")


def _files(folder: Path, suffix: str) -> tuple[Path, ...]:
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() == suffix)
    if not found:
        raise SystemExit(f"there is no {suffix} in {folder}")
    return tuple(found)


def _tell(watch: "Watch", told: Path, how: str) -> None:
    from tests.fuzz.watch import name_of

    finds = told.with_suffix(".finds")
    finds.mkdir(exist_ok=True)
    (finds / "slowest").write_bytes(watch.slowest)
    for what, content in watch.finds.items():
        (finds / name_of(what.encode())).write_bytes(content)
    figures: dict[str, Any] = {
        "how": how,
        "runs": watch.runs,
        "refused": watch.refused,
        "slowest_seconds": round(watch.slowest_seconds, 4),
        "largest_bytes": watch.largest_bytes,
        "finds": {what: name_of(what.encode()) for what in watch.finds},
    }
    told.write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
