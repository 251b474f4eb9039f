"""Try readers with files that are wrong: python -m tests.fuzz [READER …] [--runs N] [--seconds S].

All of tests/fuzz/readers.py when none is named, each in a process of its own. With `--folder` it
varies the files of that kind in a folder. What is found is kept in build/fuzz; the exit status is 1
where a reader broke its promise.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.fuzz.readers import READERS

RESULTS = Path("build/fuzz")
_GRACE_SECONDS = 180  # to load what is watched, and to end


def main() -> None:
    parser = argparse.ArgumentParser(description="Try readers with files that are wrong.")
    parser.add_argument("readers", nargs="*", metavar="READER", choices=[[], *READERS])
    parser.add_argument("--runs", type=int, default=1_000_000_000, help="at most; default: no end")
    parser.add_argument("--seconds", type=float, default=60.0, help="for each reader; default: 60")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="of real files to vary")
    options = parser.parse_args()
    RESULTS.mkdir(parents=True, exist_ok=True)
    print(f"{'reader':18} {'how':8} {'runs':>9} {'refused':>9} {'slowest':>9} {'grew':>8}  finds")
    broken = [name for name in options.readers or READERS if not tried(name, options)]
    sys.exit(1 if broken else 0)


def tried(name: str, options: argparse.Namespace) -> bool:
    """Runs one and prints its figures; whether it kept its promise."""
    told = RESULTS / f"{name.replace(' ', '-')}.json"
    told.unlink(missing_ok=True)
    folder = [str(options.folder)] if options.folder else []
    arguments = [options.runs, options.seconds, options.seed, told]
    with told.with_suffix(".log").open("wb") as log:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "tests.fuzz.one", name, *map(str, arguments), *folder],
                stdout=log,
                stderr=log,
                check=False,
                timeout=options.seconds + _GRACE_SECONDS,
            )
            ended = done.returncode
        except subprocess.TimeoutExpired:
            ended = 1
    if ended or not told.exists():
        print(f"{name:18} ended with {ended}; see {told.with_suffix('.log')}")
        return False
    figures: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    print(
        f"{name:18} {figures['how']:8} {figures['runs']:9,} {figures['refused']:9,} "
        f"{figures['slowest_seconds']:7.2f} s {figures['largest_bytes'] / 1e6:5.0f} MB  "
        f"{len(figures['finds'])}",
        flush=True,
    )
    for what, file in figures["finds"].items():
        print(f"    {what}: {told.with_suffix('.finds') / file}")
    return not figures["finds"]


if __name__ == "__main__":
    main()
