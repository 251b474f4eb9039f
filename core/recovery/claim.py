"""Who has a project's file open: a hidden file beside it says so to every other program.

    claimant = Claimant(document, tell)    # tells in Words, on a thread of its own
    claimant.close()

It stands beside the project because another user, or another machine, may open that too. Where it
cannot be made, as in a folder that is read-only, nobody can save there either.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread

from core.document import Document
from core.lock import BEAT_SECONDS, Hold, Holder, hold, this_host
from core.words import Words, shown

_CLOSING_SECONDS = 1.0


class Claimant:
    """Claims the file that `document` is in, as long as it is, and tells who else has it.

    On a thread, and not the keeper's: a network that hangs keeps nobody from anything.
    """

    def __init__(self, document: Document, tell: Callable[[Words], object]) -> None:
        self._document, self._tell = document, tell
        self._changed = Condition()
        self._wanted: Path | None = None
        self._is_closing = False
        document.listen(self._look)
        self._look()
        self._thread = Thread(target=self._run, name="claimant", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Lets go of the file, and ends."""
        with self._changed:
            self._is_closing = True
            self._changed.notify()
        self._thread.join(_CLOSING_SECONDS)

    def _look(self) -> None:
        with self._changed:
            self._wanted = self._document.path
            self._changed.notify()

    def _run(self) -> None:
        path: Path | None = None
        held: Hold | None = None
        while True:
            with self._changed:
                if self._wanted == path and not self._is_closing:
                    self._changed.wait(BEAT_SECONDS)
                is_new, path = self._wanted != path, self._wanted
                is_closing = self._is_closing
            if held is not None and (is_new or is_closing):
                held.release()
                held = None
            if is_closing:
                return
            if held is not None:
                held.refresh()
            elif path is not None:
                held = self._claimed(path, is_new)

    def _claimed(self, path: Path, is_new: bool) -> Hold | None:
        found = claim(path)
        if isinstance(found, Hold):
            return found
        if is_new and found is not None:
            self._tell(words_from_holder(path, found))
        return None


def claim(path: Path) -> Hold | Holder | None:
    """Claims the project's file `path` for this program, or tells who has it.

    None where nothing can be claimed.
    """
    try:
        real = Path(os.path.realpath(path))
        return hold(real.with_name(f".{real.name}.lock"))
    except (OSError, ValueError):
        return None


def words_from_holder(path: Path, holder: Holder) -> Words:
    """What to tell the user whose file `path` another program has open."""
    if not (holder.user and holder.since_seconds):
        return Words(
            "'{file}' is open in another Cantilena too; close one of the two, or save this one "
            "under another name.",
            file=path.name,
        )
    since = time.strftime("%Y-%m-%d %H:%M", time.localtime(holder.since_seconds))
    if holder.host == this_host():
        return Words(
            "'{file}' has been open in another Cantilena of {user} on this computer since {since}; "
            "close one of the two, or save this one under another name.",
            file=path.name,
            since=since,
            user=shown(holder.user),
        )
    return Words(
        "'{file}' has been open on {user}'s computer '{host}' since {since}; close one of the two, "
        "or save this one under another name.",
        file=path.name,
        host=shown(holder.host),
        since=since,
        user=shown(holder.user),
    )
