"""The files that were opened or saved last, for all windows of the user, with what is in them.

They are in a file of their own and not in the settings, which each window writes when it closes.
"""

import json
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from core.disk import read_text, write_text, writing_sentence
from core.errors import UserError
from core.lock import Hold, hold
from core.music.song import Song
from core.preview import Preview, preview_from_song, preview_from_value, values_from_preview
from core.project import SUFFIX, project_from_file
from core.record import FormatError, object_from_json

MOST = 20
VERSION = 1

_LARGEST_FILE = 200_000
_LONGEST_TITLE = 200
_TRIES = 50
_TRY_SECONDS = 0.01


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
        return _recents_from_text(read_text(_place(), _LARGEST_FILE))
    except (UserError, FormatError):
        return ()


def note_recent(path: Path, song: Song) -> None:
    """Puts `path`, which holds `song`, in front. UserError where the list cannot be written."""
    preview = preview_from_song(song)
    preview = replace(preview, title=preview.title[:_LONGEST_TITLE])
    absolute = path.absolute()
    recent = Recent(absolute, time.time(), preview, _stamp(absolute) or 0)
    _change(lambda recents: (recent, *_without(recents, absolute)))


def forget_recent(path: Path) -> None:
    """Takes `path` from the list. UserError where that cannot be written."""
    _change(lambda recents: _without(recents, path.absolute()))


def looked_at(recent: Recent) -> Recent | None:
    """The same with a preview of what the file holds now; None where there is no such file.

    It is read only if it has changed, and only a project, as any other file may take long: then,
    and where it is no proper project any more, the preview is an empty one.
    """
    stamp = _stamp(recent.path)
    if stamp is None or stamp == recent.stamp:
        return None if stamp is None else recent
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
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(writing_sentence(place.parent, error)) from error
    held = _turn(place.with_suffix(".lock"))
    try:
        write_text(place, _text_from_recents(change(recent_files())[:MOST]))
    finally:
        if held is not None:
            held.release()


def _turn(lock: Path) -> Hold | None:
    """This program's turn; None if it does not come, which may cost another its entry at most."""
    with suppress(OSError):
        for _ in range(_TRIES):
            held = hold(lock)
            if isinstance(held, Hold):
                return held
            time.sleep(_TRY_SECONDS)
    return None


def _text_from_recents(recents: Iterable[Recent]) -> str:
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


def _recents_from_text(text: str) -> tuple[Recent, ...]:
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
        }:
            with suppress(FormatError):
                return Recent(Path(path), used_seconds, preview_from_value(preview), stamp)
    return None
