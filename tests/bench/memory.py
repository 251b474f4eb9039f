"""How much memory the window takes: with long tunes, the probability field, and the score."""

import subprocess
import sys

from tests.bench.row import Row

NOTES = (200, 2_000, 20_000)
SHOWN = {"field": 2_000, "score": 800}
_MEGABYTE = 1_000_000


def rows() -> list[Row]:
    bare, empty = _megabytes(), _megabytes("0")
    found = [
        Row(
            "memory: window with its model",
            empty,
            "MB",
            f"bare window: {bare:.0f} MB",
            bare / empty,
        )
    ]
    for notes in NOTES:
        full = _megabytes(str(notes))
        what = f"empty: {empty:.0f} MB"
        found.append(Row(f"memory: with {notes:,} notes", full, "MB", what, empty / full))
    for part, notes in SHOWN.items():
        without, full = _megabytes(str(notes)), _megabytes(str(notes), part)
        what = f"without it: {without:.0f} MB"
        name = f"memory: with {notes:,} notes and their {part}"
        found.append(Row(name, full, "MB", what, without / full))
    return found


def _megabytes(*words: str) -> float:
    """What a process of its own takes."""
    command = [sys.executable, "-m", "tests.bench.weighed", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout) / _MEGABYTE
