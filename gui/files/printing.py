"""Scores as pictures for the command line, which has no window."""

import sys
from functools import cache
from pathlib import Path

from core.errors import UserError
from core.files.heading import check_notes
from core.music.song import Song


def print_score(song: Song, path: Path) -> None:
    """Writes the score as the window does: pages where `path` ends in .pdf, else one picture.

    It needs no screen. UserError for a song that cannot be drawn, where the file cannot be written,
    and where Qt cannot be loaded.
    """
    check_notes(song)
    try:
        from gui.files.pictures import pages, score
    except ImportError as error:  # of a system library, such as a machine without a screen lacks
        raise UserError(
            "'{path}' cannot be drawn, Qt is not complete here ({reason}); write SVG instead.",
            path=path,
            reason=str(error),
        ) from error
    _be_able_to_draw()
    write = pages if path.suffix.lower() == ".pdf" else score
    for _ in write(song, path):
        pass


@cache
def _be_able_to_draw() -> object:
    """Qt's own part for letters; where screens are optional one that asks for none."""
    from PySide6.QtGui import QGuiApplication

    if (present := QGuiApplication.instance()) is not None:
        return present
    asks_for_none = sys.platform not in ("darwin", "win32")
    return QGuiApplication(["cantilena", *(["-platform", "offscreen"] if asks_for_none else [])])
