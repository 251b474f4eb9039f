"""Which files were used last, written down on the thread of a job."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from core.errors import UserError
from core.music.song import Song


def noted(path: Path, song: Song) -> Iterator[object]:
    """Puts a file, which holds `song`, on the list; yields nothing."""
    from core.recent import note_recent  # which the start needs not

    with suppress(UserError):  # what was done is done, list or no list
        note_recent(path, song)
    yield from ()
