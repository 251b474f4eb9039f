"""What is said of an unexpected error, and where its details are kept."""

import time
import traceback
from pathlib import Path

from core.disk import write_text
from core.errors import UserError
from core.version import VERSION
from core.words import Words


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
    """Writes the trace of `error` into the platform's folder for logs; None where it cannot."""
    from platformdirs import user_log_path

    path = user_log_path("cantilena", appauthor=False) / "crash.log"
    trace = "".join(traceback.format_exception(error))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, f"Cantilena {VERSION}, {time.strftime('%Y-%m-%d %H:%M:%S')}\n\n{trace}")
    except (OSError, UserError):
        return None
    return path
