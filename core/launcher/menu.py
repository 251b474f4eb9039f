"""The program in the menu of this user's desktop: put there, or taken away again.

Four files in the user's own place for data say what the program and its files are; nothing needs an
administrator, and whoever has several installations has the one that was added last.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from core.disk import make_folder, read_text, write_text, writing_sentence
from core.errors import UserError
from core.launcher.command import own_command
from core.launcher.texts import NAME, TYPE_ICON, entry_text, mime_text

_ICONS = Path(__file__).parents[2] / "resources" / "icons"
_LARGEST_FILE = 1_000_000
_PATIENCE_SECONDS = 10.0
_HICOLOR = Path("icons", "hicolor")
_ENTRY = Path("applications", f"{NAME}.desktop")
_TYPE = Path("mime", "packages", f"{NAME}.xml")
_APP_ICON = _HICOLOR / "scalable" / "apps" / f"{NAME}.svg"
_TYPE_ICON = _HICOLOR / "scalable" / "mimetypes" / f"{TYPE_ICON}.svg"
_TOOLS = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))


@dataclass(frozen=True, slots=True)
class Change:
    """The files in `folder` that were written or removed, and the tools that were missing or
    failed: without them a desktop hears of it at the next login only."""

    folder: Path
    files: tuple[Path, ...]
    failed: tuple[str, ...]


def has_menu() -> bool:
    """Whether desktops here have a menu of this kind."""
    return sys.platform not in ("win32", "darwin")


def data_folder() -> Path:
    """The user's place for data; a relative XDG_DATA_HOME is to be ignored."""
    home = os.environ.get("XDG_DATA_HOME", "")
    return Path(home) if home.startswith("/") else Path.home() / ".local" / "share"


def is_in_menu() -> bool:
    """Whether the menu starts this very installation."""
    try:
        return read_text(data_folder() / _ENTRY, _LARGEST_FILE) == entry_text(own_command())
    except UserError:
        return False


def add_to_menu() -> Change:
    """Writes the files, and lets the desktop know. UserError where that is impossible."""
    texts = {
        _TYPE: mime_text(),
        _APP_ICON: _drawn("cantilena"),
        _TYPE_ICON: _drawn("document"),
        _ENTRY: entry_text(own_command()),  # last, so that what is in the menu is whole
    }
    for path, text in texts.items():
        whole = data_folder() / path
        make_folder(whole.parent)
        write_text(whole, text)
    return Change(data_folder(), tuple(texts), _told())


def remove_from_menu() -> Change:
    """Removes the files, and lets the desktop know. UserError where that is impossible."""
    paths = _ENTRY, _TYPE, _APP_ICON, _TYPE_ICON
    for path in paths:
        whole = data_folder() / path
        try:
            whole.unlink(missing_ok=True)
        except OSError as error:
            raise UserError(writing_sentence(whole, error)) from error
    return Change(data_folder(), paths, _told())


def _drawn(name: str) -> str:
    return read_text(_ICONS / f"{name}.svg", _LARGEST_FILE)


def _told() -> tuple[str, ...]:
    """Has the desktop read all of it again; which of the tools for that are missing or failed."""
    import contextlib
    import shutil
    import subprocess

    with contextlib.suppress(OSError):
        os.utime(data_folder() / _HICOLOR)  # or a cache of the icons would count as fresh
    failed = []
    for tool, folder in _TOOLS:
        program = shutil.which(tool)
        try:
            if program is None:
                raise FileNotFoundError(tool)
            subprocess.run(
                [program, str(data_folder() / folder)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE_SECONDS,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            failed.append(tool)
    return tuple(failed)
