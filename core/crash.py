"""What is said of an unexpected error, and where its details are kept."""

import contextlib
import time
import traceback
from pathlib import Path

from core.disk import read_text, write_text
from core.errors import UserError
from core.version import VERSION
from core.words import Words

_LONGEST = 200_000
"""Letters in the log."""

_LARGEST_FILE = 4 * _LONGEST  # in bytes


def sentence_from_defect(error: BaseException) -> Words:
    """Keeps the details of `error`, and tells the user of it in one sentence."""
    kept = keep_details(error)
    what = " ".join(f"{type(error).__name__}: {error}".split())
    if kept is None:
        return Words("Something unexpected went wrong ({what}).", what=what)
    return Words(
        "Something unexpected went wrong ({what}); the details are in '{file}'.",
        what=what,
        file=kept,
    )


def keep_details(error: BaseException) -> Path | None:
    """Writes the trace of `error` into the platform's folder for logs; None where it cannot.

    The latest trace comes first in the file, and the oldest ones go.
    """
    from platformdirs import user_log_path

    path = user_log_path("cantilena", appauthor=False) / "crash.log"
    head = f"Cantilena {VERSION}, {time.strftime('%Y-%m-%d %H:%M:%S')}"
    trace = "".join(traceback.format_exception(error))
    before = ""
    with contextlib.suppress(UserError):
        before = read_text(path, _LARGEST_FILE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, f"{head}\n\n{trace[:_LONGEST]}\n{before}"[:_LONGEST])
    except (OSError, UserError):
        return None
    return path
