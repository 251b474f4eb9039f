"""The file of the settings, which all windows of the user share.

Each window writes what was changed in it only, on top of what is in the file by then.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from core.disk import read_text, write_text
from core.errors import UserError
from core.record import FormatError, sentence_of
from core.settings import (
    Settings,
    settings_from_text,
    text_from_settings,
    with_changes,
)
from core.words import Words, joined, shown

MOST_KEPT = 5
"""So many files that could not be understood are kept; then the oldest one goes."""

_LARGEST_FILE = 1_000_000
_MOST_NAMED = 5


def settings_file() -> Path:
    """Where the settings are kept: the platform's place for them."""
    from platformdirs import user_config_path

    return user_config_path("cantilena", appauthor=False) / "settings.json"


def load_settings() -> tuple[Settings, Words | None]:
    """The remembered settings, and a sentence for the user if not all could be understood.

    Then the file is kept beside as it was, and what was not understood is the default.
    """
    path = settings_file()
    with suppress(OSError):  # a folder that may not be looked into is told below
        if not path.exists():
            return Settings(), None
    settings, complaint = _read(path)
    return settings or Settings(), complaint


def save_settings(now: Settings, before: Settings | None = None) -> None:
    """Keeps for the next start what was changed from `before` to `now`; without `before`, all.

    UserError where that is impossible.
    """
    from core.lock import turn  # a library of its own, and nothing is written at the start

    path = settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "The settings cannot be kept in '{folder}': {reason}.",
            folder=path.parent,
            reason=str(error),
        ) from error
    held = turn(path.with_suffix(".lock"))
    try:
        _write(path, now, before)
    except UserError as error:
        raise UserError("The settings cannot be kept: {why}", why=error.words) from error
    finally:
        if held is not None:
            held.release()


def _write(path: Path, now: Settings, before: Settings | None) -> None:
    if before is not None and os.path.lexists(path):
        there, complaint = _read(path)
        if there is not None:
            now = with_changes(there, before, now)
        if now == there and complaint is None:
            return
    write_text(path, text_from_settings(now))


def _read(path: Path) -> tuple[Settings | None, Words | None]:
    """What can be understood of the file, if anything; where that is not all, it is kept beside."""
    try:
        text = read_text(path, _LARGEST_FILE)
        reading = settings_from_text(text)
    except (FormatError, UserError) as error:
        complaint = Words(
            "The settings are the defaults again, '{path}' was no use: {sentence}",
            path=path,
            sentence=sentence_of(error),
        )
        return None, _kept(complaint, path, path.rename)
    if reading.is_newer:
        complaint = Words(
            "A newer version of the program wrote the settings; what this one does not know is "
            "the default."
        )
    elif reading.strange:
        names = ", ".join(map(shown, reading.strange[:_MOST_NAMED]))
        complaint = Words(
            "Some settings are the defaults again, as '{path}' has what cannot be understood: "
            "{entries}.",
            path=path,
            entries=names + ", …" * (len(reading.strange) > _MOST_NAMED),
        )
    else:
        return reading.settings, None
    return reading.settings, _kept(complaint, path, lambda place: _copy(text, place))


def _kept(complaint: Words, path: Path, keep: Callable[[Path], object]) -> Words:
    """Keeps the file beside and says where, if that is possible."""
    try:
        numbers = sorted(_numbers(path))
        latest = _place(path, numbers[-1]) if numbers else None
        if latest is None or not _are_equal(latest, path):
            latest = _place(path, numbers[-1] + 1 if numbers else 1)
            keep(latest)
            for number in numbers[: 1 - MOST_KEPT]:
                _place(path, number).unlink(missing_ok=True)
    except OSError:
        return complaint
    words = Words("What was in it is kept in '{file}'.", file=latest.name)
    return joined(" ", (complaint, words))


def _numbers(path: Path) -> Iterator[int]:
    """Those of the files that are kept."""
    form = re.compile(re.escape(path.stem) + r"\.unread-([0-9]{1,9})" + re.escape(path.suffix))
    for other in path.parent.iterdir():
        if found := form.fullmatch(other.name):
            yield int(found[1])


def _place(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.unread-{number}{path.suffix}")


def _copy(text: str, place: Path) -> None:
    with place.open("x", encoding="utf-8", newline="") as file:
        file.write(text)


def _are_equal(one: Path, other: Path) -> bool:
    with suppress(UserError):
        return read_text(one, _LARGEST_FILE) == read_text(other, _LARGEST_FILE)
    return False
