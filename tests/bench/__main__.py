"""Measure Cantilena: python -m tests.bench [NAME …], all of tests/bench when none is named.

Each module runs in a process of its own, so that what one imports cannot slow another; one that
fails is reported and the rest goes on. Prints a table and writes build/bench.json.
"""

import argparse
import dataclasses
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.bench.row import Row

RESULTS = Path("build/bench.json")
LONGEST_SECONDS = 1500


class BenchmarkError(Exception):
    """A benchmark that gave no rows, and the last thing that it said."""


def benchmarks(folder: Path) -> list[str]:
    """The names of the modules of a folder that give rows, sorted."""
    modules = (path for path in folder.glob("*.py") if not path.name.startswith("test_"))
    return sorted(path.stem for path in modules if "\ndef rows(" in path.read_text("utf-8"))


def measure(module: str, *arguments: str) -> list[Row]:
    """The rows of one module, from a process of its own; raises BenchmarkError."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.json"
        command = [sys.executable, "-m", "tests.bench.one", module, str(file), *arguments]
        try:
            subprocess.run(
                command, stderr=subprocess.PIPE, text=True, check=True, timeout=LONGEST_SECONDS
            )
        except subprocess.TimeoutExpired as error:
            raise BenchmarkError(f"gave nothing in {LONGEST_SECONDS} s") from error
        except subprocess.CalledProcessError as error:
            said = error.stderr.strip().splitlines() or [f"exit status {error.returncode}"]
            raise BenchmarkError(said[-1]) from error
        return [Row(**row) for row in json.loads(file.read_text(encoding="utf-8"))]


def figure(value: float) -> str:
    """The value with three digits that count, never as a power of ten."""
    digits = 2 - math.floor(math.log10(abs(value))) if value else 0
    return f"{value:,.{max(0, digits)}f}"


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a table: names to the left, figures to the right."""
    cells = [
        ("what", "value", "unit", "times better than", "ratio"),
        *((r.name, figure(r.value), r.unit, r.baseline, figure(r.ratio)) for r in rows),
    ]
    name, value, unit, baseline, ratio = (
        max(len(line[column]) for line in cells) for column in range(5)
    )
    for line in cells:
        yield (
            f"{line[0]:{name}}  {line[1]:>{value}} {line[2]:{unit}}  "
            f"{line[3]:{baseline}}  {line[4]:>{ratio}}"
        )


def main(arguments: Sequence[str]) -> int:
    known = benchmarks(Path(__file__).parent)
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(known)}")
    parser.add_argument("--minutes", metavar="N", help="how long those of the sound shall play")
    options = parser.parse_args(arguments)
    names = options.names or known
    length = [options.minutes] if options.minutes else []
    rows: list[Row] = []
    failed = False
    for name in names:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        try:
            rows += measure(f"tests.bench.{name}", *length)
        except BenchmarkError as error:
            print(f"{name} failed: {error}", file=sys.stderr)
            failed = True
    print(*table(rows), sep="\n")
    RESULTS.parent.mkdir(exist_ok=True)
    results = [dataclasses.asdict(row) for row in rows]
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
