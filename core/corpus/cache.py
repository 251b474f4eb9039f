"""What took long to find out, kept on disk in the platform's place for caches.

An entry is a file: a line that names the version of the program's readers, the content, and a
checksum. Nothing in it is ever unpickled, so it can do nothing but be wrong, and then it is left
alone. It is replaced whole or not at all; all entries together are bounded.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from core.corpus.formats import VERSION
from core.disk import read_file, write_file
from core.errors import UserError
from core.words import Words

LARGEST_CACHE_BYTES = 256_000_000
"""One entry, and all of them together."""

_FIRST_LINE = f"cantilena corpus {VERSION}\n".encode()
_SUFFIX = ".corpus"
_DIGEST_BYTES = 16

T = TypeVar("T")

Notice = Callable[[Words], None]
"""Is told in a sentence when the cache was of no use; that costs nothing but time."""


def silent(sentence: Words) -> None:
    """A Notice for whoever need not know."""


def cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("cantilena", appauthor=False) / "corpus"


def load(name: bytes, notice: Notice, read: Callable[[bytes], T]) -> T | None:
    """What `read` makes of the entry of that name, None where there is none that can be used.

    `read` raises a ValueError for what it cannot use.
    """
    place = _place(name)
    if not place.exists():
        return None
    try:
        data = memoryview(read_file(place, LARGEST_CACHE_BYTES))
    except UserError:
        data = memoryview(b"")
    if (
        data[: len(_FIRST_LINE)] == _FIRST_LINE
        and _digest(data[:-_DIGEST_BYTES]) == data[-_DIGEST_BYTES:]
    ):
        with suppress(ValueError):
            return read(bytes(data[len(_FIRST_LINE) : -_DIGEST_BYTES]))
    is_old = bytes(data[:16]) == _FIRST_LINE[:16] and data[: len(_FIRST_LINE)] != _FIRST_LINE
    if not is_old:
        notice(Words("The cache '{path}' is damaged; all files are read anew.", path=place))
    return None


def save(name: bytes, content: bytes, notice: Notice) -> None:
    """Keeps `content` for the next time, and removes what has not been written for longest."""
    data = _FIRST_LINE + content
    data += _digest(data)
    if len(data) > LARGEST_CACHE_BYTES:
        notice(Words("The songs are too many to keep; the next time all files are read anew."))
        return
    place = _place(name)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        write_file(place, data)
    except (UserError, OSError) as error:
        reason = error.words if isinstance(error, UserError) else str(error)
        notice(Words("The songs cannot be kept for the next time: {reason}", reason=reason))
        return
    with suppress(OSError):  # another process may be tidying up, too
        _make_room(place)


def _place(name: bytes) -> Path:
    return cache_folder() / (hashlib.sha256(name).hexdigest()[:32] + _SUFFIX)


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES).digest()


def _make_room(newest: Path) -> None:
    others = [(path.stat(), path) for path in newest.parent.glob(f"*{_SUFFIX}") if path != newest]
    room = LARGEST_CACHE_BYTES - newest.stat().st_size
    for found, path in sorted(others, key=lambda other: -other[0].st_mtime):
        room -= found.st_size
        if room < 0:
            path.unlink()
