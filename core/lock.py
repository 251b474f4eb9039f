"""Files that say who has something, for just as long as that program lives.

The operating system keeps the lock and lets go of it however the program ends, so nobody need ask
whether a process of some number is alive, which by now may be another one. Where a file system has
no locks, or none between machines, the time of the file decides: its holder refreshes it.
"""

import contextlib
import errno
import json
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from core.record import (
    FormatError,
    is_moment,
    object_from_json,
    object_from_record,
    record_from_object,
)

BEAT_SECONDS = 30.0
"""A holder refreshes its file at least so often."""

_FRESH_SECONDS = 6 * BEAT_SECONDS
"""Clocks of two machines differ, and a busy one is late."""

_LARGEST_FILE = 2_000
_LOCKED_BYTE = 1_000_000  # behind the text, which Windows would not let others read
_TRIES = 20
_TURNS = 50
_TURN_SECONDS = 0.01
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Holder:
    """The program that has something, and since when; the texts are empty where none can know."""

    user: str = ""
    host: str = ""
    process: int = 0
    since_seconds: float = 0.0


class Hold:
    """What `hold` gives to the one who has the file now."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path, self._handle = path, handle

    def refresh(self) -> None:
        """To be called every BEAT_SECONDS."""
        with contextlib.suppress(OSError):
            os.utime(self._path)

    def release(self) -> None:
        """Lets others have it, as the system does when the program dies, and removes the file."""
        if os.name == "posix":  # first, while no other one can have it
            self._remove()
            os.close(self._handle)
        else:  # where nobody can remove an open file
            os.close(self._handle)
            self._remove()

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()


def hold(path: Path) -> Hold | Holder:
    """Takes the file `path`, which is made for it, for this program; or tells who has it.

    OSError where there can be no such file, as in a folder that is read-only.
    """
    for _ in range(_TRIES):
        handle = os.open(path, _FLAGS, 0o644)
        held = None
        try:
            held = _held(path, handle)
        finally:
            if not isinstance(held, Hold):
                os.close(handle)
        if held is not None:
            return held
    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))


def turn(path: Path) -> Hold | None:
    """The same for a moment's work on a file that many programs change: waits a little for it.

    None if the turn does not come, as where there can be no such file.
    """
    with contextlib.suppress(OSError):
        for _ in range(_TURNS):
            held = hold(path)
            if isinstance(held, Hold):
                return held
            time.sleep(_TURN_SECONDS)
    return None


def this_host() -> str:
    import socket

    return socket.gethostname()


def _held(path: Path, handle: int) -> Hold | Holder | None:
    """None where the file was removed by its holder in the meantime: then there is another try."""
    has_locks = True
    try:
        _lock(handle)
    except (BlockingIOError, PermissionError):
        return _holder(handle)
    except OSError:
        has_locks = False
    if not _is_at(path, handle):
        return None
    found = os.fstat(handle)
    if found.st_size > _LARGEST_FILE:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))  # it is no file of ours
    if found.st_size and abs(time.time() - found.st_mtime) < _FRESH_SECONDS:
        holder = _holder(handle)
        if not has_locks or holder.host not in ("", this_host()):
            return holder
    _write(handle)
    return Hold(path, handle)


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _lock(handle: int) -> None:
    """BlockingIOError or PermissionError where another has it, else OSError for no locks."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(handle: int) -> Holder:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        text = os.read(handle, _LARGEST_FILE).decode("utf-8")
        holder = record_from_object(Holder, object_from_json(text), "entries")
    except (OSError, UnicodeDecodeError, FormatError):
        return Holder()
    return holder if is_moment(holder.since_seconds) else Holder()


def _write(handle: int) -> None:
    holder = Holder(_user(), this_host(), os.getpid(), time.time())
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(object_from_record(holder)).encode())


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):  # a user of whom the system knows no name
        return ""
