"""The files that were opened or saved last, for all windows of the user, with what is in them.

They are in a file of their own: settings are what a window was told, this is what all windows did.
"""

import json
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from core.disk import make_folder, read_text, write_text
from core.errors import UserError
from core.lock import turn
from core.music.song import Song
from core.preview import Preview, preview_from_song, preview_from_value, values_from_preview
from core.project import SUFFIX, project_from_file
from core.record import FormatError, is_moment, object_from_json

MOST = 20
VERSION = 1

_LARGEST_FILE = 200_000


@dataclass(frozen=True, slots=True)
class Recent:
    """A file, when it was used last (seconds since 1970), and what was in it then.

    `stamp` is the file's own time, in microseconds; with another one it holds something else now.
    """

    path: Path
    used_seconds: float
    preview: Preview
    stamp: int


def recent_files() -> tuple[Recent, ...]:
    """What was used, the latest first. Nothing where the list cannot be read."""
    try:
        return recents_from_text(read_text(_place(), _LARGEST_FILE))
    except (UserError, FormatError):
        return ()


def note_recent(path: Path, song: Song) -> None:
    """Puts `path`, which holds `song`, in front. UserError where the list cannot be written."""
    absolute = path.absolute()
    recent = Recent(absolute, time.time(), preview_from_song(song), _stamp(absolute) or 0)
    _change(lambda recents: (recent, *_without(recents, absolute)))


def forget_recent(path: Path) -> None:
    """Takes `path` from the list. UserError where that cannot be written."""
    _change(lambda recents: _without(recents, path.absolute()))


def forget_all() -> None:
    """Empties the list. UserError where that cannot be written."""
    _change(lambda _: ())


def looked_at(recent: Recent) -> Recent | None:
    """The same with a preview of what the file holds now; None where there is no such file.

    It is read only if it has changed, and only a project, as any other file may take long: then,
    and where it is no proper project any more, the preview is an empty one.
    """
    stamp = _stamp(recent.path)
    if stamp is None:
        return None
    if stamp == recent.stamp:
        return recent
    preview = Preview()
    if recent.path.suffix.lower() == SUFFIX:
        with suppress(UserError):
            preview = preview_from_song(project_from_file(recent.path).song)
    return replace(recent, preview=preview, stamp=stamp)


def _place() -> Path:
    from platformdirs import user_state_path

    return user_state_path("cantilena", appauthor=False) / "recent.json"


def _stamp(path: Path) -> int | None:
    """None where there is no such file."""
    try:
        return path.stat().st_mtime_ns // 1_000  # 19 digits are too many for our JSON
    except (OSError, ValueError):
        return None


def _without(recents: Iterable[Recent], path: Path) -> tuple[Recent, ...]:
    return tuple(recent for recent in recents if recent.path != path)


def _change(change: Callable[[tuple[Recent, ...]], tuple[Recent, ...]]) -> None:
    """Changes the list as it is on disk now, while no other program does."""
    place = _place()
    make_folder(place.parent)
    held = turn(place.with_suffix(".lock"))  # without one another may lose its entry at most
    try:
        write_text(place, text_from_recents(change(recent_files())[:MOST]))
    finally:
        if held is not None:
            held.release()


def text_from_recents(recents: Iterable[Recent]) -> str:
    """The list as JSON."""
    files = [
        {
            "path": str(recent.path),
            "used_seconds": recent.used_seconds,
            "preview": values_from_preview(recent.preview),
            "stamp": recent.stamp,
        }
        for recent in recents
    ]
    # In ASCII, as file names may hold what UTF-8 cannot.
    return json.dumps({"version": VERSION, "files": files}, indent=2) + "\n"


def recents_from_text(text: str) -> tuple[Recent, ...]:
    """Those that can be understood. FormatError where nothing can."""
    values = object_from_json(text)
    files = values.get("files")
    if values.get("version") != VERSION or not isinstance(files, list):
        return ()
    recents = map(_recent_from_value, files[:MOST])
    return tuple(recent for recent in recents if recent is not None)


def _recent_from_value(value: object) -> Recent | None:
    match value:
        case {
            "path": str(path),
            "used_seconds": float(used_seconds),
            "preview": preview,
            "stamp": int(stamp),
        } if is_moment(used_seconds):
            with suppress(FormatError):
                return Recent(Path(path), used_seconds, preview_from_value(preview), stamp)
    return None
