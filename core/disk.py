"""Reading and writing whole files: bounded, atomic, and with a sentence for every failure."""

import contextlib
import errno
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.errors import UserError
from core.words import Words

_LEFTOVER_AGE_SECONDS = 60.0
_PIECE_BYTES = 1_000_000


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. UserError for anything else.

    Devices and pipes are refused before they are opened, so that reading never hangs.
    """
    try:
        if path.is_dir():
            raise UserError("'{path}' is a folder; choose a file in it.", path=path)
        if path.exists() and not path.is_file():
            raise UserError("'{path}' is no ordinary file; choose another one.", path=path)
        with path.open("rb") as file:
            is_larger = os.fstat(file.fileno()).st_size > limit
            data = b"" if is_larger else file.read(limit + 1)  # it may grow, and /proc has no sizes
    except (OSError, ValueError) as error:
        raise UserError(_reading_sentence(path, error)) from error
    if is_larger or len(data) > limit:
        raise UserError(
            "'{path}' is larger than {megabytes} MB, too large for a file of its kind.",
            path=path,
            megabytes=limit // 1_000_000,
        )
    return data


def read_text(path: Path, limit: int) -> str:
    """The same as text in UTF-8."""
    try:
        return read_file(path, limit).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("'{path}' is no text file; choose another one.", path=path) from error


def write_file(path: Path, data: bytes, keeps_backup: bool = False) -> None:
    """Puts `data` into the file `path`: wholly, or, with a UserError, not at all.

    Whatever happens, a power cut too, the file holds its old content or the new one. Where
    `keeps_backup`, what it held before stays in `backup_of(path)`, if it was anything else.
    """
    with open_whole(path, keeps_backup) as file:
        file.write(data)


def backup_of(path: Path) -> Path:
    """Where the file before the last change of `path` is kept: a.txt in a.backup.txt."""
    return path.with_name(f"{path.stem}.backup{path.suffix}")


@contextlib.contextmanager
def open_whole(path: Path, keeps_backup: bool = False) -> Iterator[BinaryIO]:
    """The same for what is written bit by bit: at the end of the block `path` is that file.

    Nothing becomes of it where the block raises; an OSError becomes a UserError.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.is_dir():
            raise UserError("'{path}' is a folder; add a file name.", path=path)
        if target.exists() and not target.is_file():
            raise UserError("'{path}' is no ordinary file; choose another name.", path=path)
    except (OSError, ValueError) as error:
        raise UserError(writing_sentence(path, error)) from error
    try:
        with _replacing(target, keeps_backup) as file:
            yield file
    except OSError as error:
        raise UserError(writing_sentence(path, error)) from error


def write_text(path: Path, text: str) -> None:
    """The same for text, in UTF-8."""
    write_file(path, text.encode("utf-8"))


@contextlib.contextmanager
def _replacing(target: Path, keeps_backup: bool) -> Iterator[BinaryIO]:
    import hashlib  # a library of its own, and nothing is written at the start

    # The name is short whatever the target's is, and shows whose leftover it is after a kill.
    mark = f".cantilena-{hashlib.sha256(target.name.encode()).hexdigest()[:12]}-"
    partial = target.with_name(f"{mark}{os.getpid()}-{time.monotonic_ns()}")
    try:
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(target, partial)
        if keeps_backup:
            with contextlib.suppress(OSError):  # a save is worth more than a backup
                _keep(target, partial)
        partial.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise
    # What follows makes the new name itself safe and tidies up; the file is already whole.
    with contextlib.suppress(OSError):
        _sync_folder(target.parent)
        _remove_leftovers(target.parent, mark)


def _keep(target: Path, partial: Path) -> None:
    """Makes the backup what `target` is, unless `partial`, which will replace it, is the same.

    A second name for the old file costs neither time nor room, and is there at once or not at all.
    """
    if _are_equal(target, partial):
        return
    copy = partial.with_name(f"{partial.name}-old")
    try:
        try:
            os.link(target, copy)
        except OSError:  # the file system gives a file one name only
            shutil.copy2(target, copy)
            _sync(copy, os.O_RDWR)
        copy.replace(backup_of(target))
    finally:
        copy.unlink(missing_ok=True)  # it stays where it is the backup already


def _are_equal(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        while piece := first.read(_PIECE_BYTES):
            if piece != second.read(_PIECE_BYTES):
                return False
    return True


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_leftovers(folder: Path, mark: str) -> None:
    """Removes what an earlier program left when it was killed while writing the same file."""
    now_seconds = time.time()
    for leftover in folder.glob(f"{mark}*"):
        if now_seconds - leftover.stat().st_mtime > _LEFTOVER_AGE_SECONDS:
            leftover.unlink()


def _reading_sentence(path: Path, error: OSError | ValueError) -> Words:
    code = error.errno if isinstance(error, OSError) else None
    match code:
        case errno.ENOENT | errno.ENOTDIR:
            return Words("There is no file '{path}'; check its name.", path=path)
        case errno.EACCES | errno.EPERM:
            return Words("'{path}' may not be read; ask its owner for permission.", path=path)
    return Words(
        "'{path}' cannot be read ({reason}); choose another file.", path=path, reason=_reason(error)
    )


def make_folder(path: Path) -> None:
    """Makes a folder, and those that it lies in, if they are not there. UserError where that is
    impossible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(writing_sentence(path, error)) from error


def writing_sentence(path: Path, error: OSError | ValueError) -> Words:
    """What to tell the user who asked for `path` when writing it ended with `error`."""
    code = error.errno if isinstance(error, OSError) else None
    match code:
        case errno.ENOSPC | errno.EDQUOT:
            return Words(
                "There is no room left on the disk for '{path}'; free some, or save elsewhere.",
                path=path,
            )
        case errno.EFBIG:
            return Words(
                "'{path}' would be larger than this disk or account allows; save elsewhere.",
                path=path,
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Words(
                "'{path}' cannot be written, its folder is read-only; choose another folder.",
                path=path,
            )
        case errno.ENOENT if not path.parent.exists():
            return Words(
                "There is no folder '{folder}'; create it or choose another one.",
                folder=path.parent,
            )
        case errno.ENOTDIR:
            return Words("'{folder}' is no folder; choose another place.", folder=path.parent)
        case errno.ENAMETOOLONG:
            return Words(
                "The file name '{name}…' is too long; choose a shorter one.", name=path.name[:40]
            )
    return Words(
        "'{path}' cannot be written ({reason}); choose another place.",
        path=path,
        reason=_reason(error),
    )


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
