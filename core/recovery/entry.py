"""What is kept of a project that is being worked on: a line about it, and its file's text.

The line can be read alone, so a list of what is there costs nothing.
"""

import json
import time
from dataclasses import dataclass
from pathlib import Path

from core.disk import read_text
from core.errors import UserError
from core.preview import Preview, preview_from_song, preview_from_value, values_from_preview
from core.project import LARGEST_FILE, Project, project_from_text
from core.record import FormatError, is_moment, object_from_json, sentence_of
from core.songrecord import check_entries, text_at
from core.words import Words

FORMAT = "cantilena recovery"
VERSION = 1
LONGEST_LINE = 100_000
"""Bytes: a path and a title, each as long as they come."""

_ENTRIES = frozenset({"format", "version", "file", "kept_seconds", "preview"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What the first line says: the file that the project is in, None for none yet, when it was
    kept (seconds since 1970), and what it looks like.
    """

    file: Path | None
    kept_seconds: float
    preview: Preview


def line_from_work(project: Project, file: Path | None) -> str:
    """The line about `project`, kept now."""
    values = {
        "format": FORMAT,
        "version": VERSION,
        "file": "" if file is None else str(file),
        "kept_seconds": time.time(),
        "preview": values_from_preview(preview_from_song(project.song)),
    }
    return json.dumps(values) + "\n"  # in ASCII, as file names may hold what UTF-8 cannot


def entry_from_file(path: Path) -> Entry:
    """What the first line of a kept file says. FormatError or OSError where that is nothing."""
    with path.open("rb") as file:
        line = file.readline(LONGEST_LINE)
    return _entry_from_line(line.decode("ascii", errors="replace"))


def project_from_kept(path: Path) -> Project:
    """The project in a kept file. UserError where it cannot be read."""
    text = read_text(path, LARGEST_FILE + LONGEST_LINE)
    line, _, rest = text.partition("\n")
    try:
        _entry_from_line(line)
        return project_from_text(rest)
    except (FormatError, UserError) as error:
        raise UserError(
            "What was kept in '{path}' is damaged: {sentence}",
            path=path,
            sentence=sentence_of(error),
        ) from error


def _entry_from_line(line: str) -> Entry:
    values = object_from_json(line)
    if values.get("format") != FORMAT:
        raise FormatError(Words("it is some other JSON text"))
    if values.get("version") != VERSION:
        raise FormatError(Words("it was kept by another version of the program"))
    check_entries(values, _ENTRIES)
    kept_seconds = values["kept_seconds"]
    if not isinstance(kept_seconds, float) or not is_moment(kept_seconds):
        raise FormatError(Words("it has no time"))
    file = text_at(values, "file")
    return Entry(Path(file) if file else None, kept_seconds, preview_from_value(values["preview"]))
