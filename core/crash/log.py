"""The log of unexpected errors: a few files of a bounded size, which all processes write to."""

import os
import time
from collections import Counter
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from threading import RLock

from core.crash.defect import Defect
from core.version import VERSION

LARGEST_BYTES = 200_000
FILES = 3
"""crash.log, and before it crash-1.log and crash-2.log, each as large."""

_MOST_PLACES = 100
"""A process that fails in more places than these writes no more."""

_times: Counter[str] = Counter()
_lock = RLock()  # clearing up can fail, and be told, at any moment


def log_folder() -> Path:
    """The platform's place for logs."""
    from platformdirs import user_log_path

    return user_log_path("cantilena", appauthor=False)


def log_file() -> Path:
    return log_folder() / "crash.log"


def keep(defect: Defect) -> Path | None:
    """Writes `defect` at the end of the log; None where that is impossible.

    What fails again and again is written once, and then in a line at its 10th, 100th … time.
    """
    with _lock:
        _times[defect.mark] += 1
        times = _times[defect.mark]
        if times == 1 and len(_times) <= _MOST_PLACES:
            return _write(_entry(defect.where, defect.trace))
        if times > 1 and str(times).strip("0") == "1":
            return _write(_entry(defect.where, f"{times} times by now: {defect.what}\n"))
        return log_file()


def keep_trace(trace: str, where: str) -> Path | None:
    """The same for what another process left."""
    with _lock:
        return _write(_entry(where, trace))


def _entry(where: str, trace: str) -> str:
    head = f"{time.strftime('%Y-%m-%d %H:%M:%S')}, Cantilena {VERSION}, {where} ({os.getpid()})"
    return f"{head}\n{trace.rstrip()}\n\n"


def _write(text: str) -> Path | None:
    path = log_file()
    data = text.encode("utf-8", "backslashreplace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            if path.stat().st_size + len(data) > LARGEST_BYTES:
                _rotate(path)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        handle = os.open(path, flags, 0o600)
        try:
            os.write(handle, data)
        finally:
            os.close(handle)
    except OSError:
        return None
    return path


def _rotate(path: Path) -> None:
    names = [path, *(path.with_name(f"crash-{number}.log") for number in range(1, FILES))]
    for newer, older in reversed(list(pairwise(names))):
        with suppress(FileNotFoundError):
            newer.replace(older)
