"""Errors that end a process at once, such as a segfault: their traces, and who finds them.

Each program has a file for them, which it locks for as long as it lives, and each of its processes
has one whose name begins the same. A program that ends well takes all of them away; of one that did
not the next start finds what is in them.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from core.crash.defect import discreet
from core.crash.log import keep_trace, log_folder

_VARIABLE = "CANTILENA_FATAL"
"""Tells processes that this one starts where its file is."""

_LARGEST_BYTES = 100_000
_MOST_FILES = 100

_handles: list[int] = []


def watch() -> None:
    """From now on what ends this program at once leaves a trace. Nothing where that cannot be."""
    name = f"fatal-{os.getpid()}-{time.time_ns()}"
    with suppress(OSError):
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.txt"
        handle = _open(path)
        _lock(handle)
        os.environ[_VARIABLE] = str(path)


def watch_child(name: str) -> None:
    """The same for a process of such a program; `name` says what it does."""
    own = os.environ.get(_VARIABLE)
    if own is not None:
        path = Path(own)
        with suppress(OSError):
            _open(path.with_name(f"{path.stem}.{name}-{os.getpid()}.txt"))


def note(text: str) -> None:
    """Writes in the file why this program is about to end."""
    with suppress(OSError):
        for handle in _handles:
            os.write(handle, f"{text}\n".encode("utf-8", "backslashreplace"))


def release() -> None:
    """To be called when the program ends well. What ended a process of it comes into the log."""
    import faulthandler

    own = os.environ.pop(_VARIABLE, None)
    faulthandler.disable()
    while _handles:
        os.close(_handles.pop())
    if own is not None:
        path = Path(own)
        for file in (path, *path.parent.glob(f"{path.stem}.*.txt")):
            _take(file)


def traces() -> tuple[str, ...]:
    """What ended programs that are gone, each told once; the log has it too."""
    found = []
    with suppress(OSError):
        for path in sorted(log_folder().glob("fatal-*.txt"))[:_MOST_FILES]:
            program = path.with_name(path.name.partition(".")[0] + ".txt")
            if not _is_alive(program):
                trace = _take(path)
                if trace and path == program:
                    found.append(trace)
    return tuple(found)


def _open(path: Path) -> int:
    import faulthandler

    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    _handles.append(handle)
    faulthandler.enable(handle)
    return handle


def _take(path: Path) -> str:
    """What is in the file, which goes; it is kept in the log."""
    trace = ""
    with suppress(OSError):
        with path.open("rb") as file:
            trace = discreet(file.read(_LARGEST_BYTES).decode("utf-8", "replace")).strip()
        path.unlink()
        if trace:
            keep_trace(trace, path.stem)
    return trace


def _lock(handle: int) -> None:
    """OSError where another has it. On Windows nobody can remove a file that is open anyway."""
    if os.name == "posix":
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_alive(path: Path) -> bool:
    """Whether the program lives that has the file."""
    try:
        handle = os.open(path, os.O_WRONLY)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        _lock(handle)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
