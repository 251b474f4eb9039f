"""Keeps unsaved work safe while it is being done, on a thread of its own.

    keeper = Keeper(document, tell)    # when the window is on the screen
    keeper.forget()                    # when the user has discarded the work and leaves
    keeper.close()                     # last of all, however the program ends

After each change of the document its project is written to a place that only this program has,
within a second, the latest state only; once there is nothing to save, it goes. A program that is
killed leaves it there, and so does one that closes without having asked its user. The next start
finds it:

    for leftover in leftovers():       # on a thread: name, time and size are in its entry
        project = leftover.read()      # on a thread; UserError where it is damaged
        document.restore(project, leftover.entry.file)
        keeper.take_over(leftover)     # it goes when the keeper has written it itself
        # or leftover.throw_away(), or leftover.leave() for the next start

`tell` is called on the keeper's thread, with Words, when work cannot be kept any more: with Qt, by
a signal. Undo is not kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Condition, Event, Thread

from core.document import Document
from core.errors import UserError
from core.lock import BEAT_SECONDS
from core.project import Project
from core.recovery.journal import Journal
from core.recovery.leftover import Leftover
from core.recovery.slot import Slot, recovery_folder
from core.words import Words

PAUSE_SECONDS = 0.4
"""After each write: what changes meanwhile is written together."""

RETRY_SECONDS = 5.0
"""Until the next try where work could not be kept."""

_CLOSING_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class _State:
    """What is to be kept, None for nothing, and the file that it is in, None for none yet."""

    project: Project | None
    file: Path | None


class Keeper:
    """Keeps what `document` has not saved. All methods are for the document's thread."""

    def __init__(
        self, document: Document, tell: Callable[[Words], object], folder: Path | None = None
    ) -> None:
        """`folder` is where all programs have their places; by default recovery_folder()."""
        self._document, self._tell = document, tell
        self._journal = Journal(folder or recovery_folder(), document.take_lines)
        self._changed = Condition()
        self._state: _State | None = None
        self._taken: list[Slot] = []
        self._is_closing = Event()
        self._has_failed = self._is_urgent = False
        document.listen(self._look)
        self._look()
        # A program that crashes need not wait for it.
        self._thread = Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()

    def take_over(self, leftover: Leftover) -> None:
        """Removes `leftover`, whose project the document has by now, once it is kept anew."""
        with self._changed:
            self._taken.append(leftover.slot)
            self._changed.notify()

    def forget(self) -> None:
        """Keeps nothing until the next change: the user wants none of what there is."""
        self._hand(_State(None, None))

    def flush(self, seconds: float) -> bool:
        """Writes at once, and waits up to `seconds` for it. Whether all is kept by then."""
        with self._changed:
            self._is_urgent = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._state is None, seconds)
            return self._state is None

    def close(self) -> None:
        """Writes what is still to be written, and ends; unsaved work stays for the next start."""
        self._is_closing.set()
        with self._changed:
            self._changed.notify()
        self._thread.join(_CLOSING_SECONDS)  # a disk that hangs shall not keep the window open

    def _look(self) -> None:
        document = self._document
        project = document.project if document.is_changed else None
        self._hand(_State(project, document.path))

    def _hand(self, state: _State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify()

    def _run(self) -> None:
        while not self._is_closing.is_set():
            self._wait()
            self._keep()
            self._pause()
        self._keep()
        self._journal.close()
        for slot in self._taken:
            slot.leave()

    def _wait(self) -> None:
        """Until there is something to do, or for so long that the place is to be refreshed."""
        with self._changed:
            if self._has_failed:
                self._changed.wait(RETRY_SECONDS)
            else:
                self._changed.wait_for(self._is_due, BEAT_SECONDS)

    def _pause(self) -> None:
        with self._changed:
            self._changed.notify_all()  # who waits for what has been written
            is_over = self._changed.wait_for(self._is_pressed, PAUSE_SECONDS)
            self._is_urgent = self._is_urgent and not is_over

    def _is_pressed(self) -> bool:
        return self._is_urgent or self._is_closing.is_set()

    def _is_due(self) -> bool:
        return self._state is not None or bool(self._taken) or self._is_closing.is_set()

    def _keep(self) -> None:
        with self._changed:
            state, taken = self._state, tuple(self._taken)
        try:
            if state is not None:
                self._write(state)
        except UserError as error:
            if not self._has_failed:
                why = error.words
                self._tell(Words("Unsaved work cannot be kept safe from a crash: {why}", why=why))
            self._has_failed = True
            return
        self._has_failed = False
        self._journal.refresh()
        for slot in taken:
            slot.remove()
        with self._changed:
            if self._state is state:
                self._state = None
            del self._taken[: len(taken)]

    def _write(self, state: _State) -> None:
        if state.project is None:
            self._journal.clear()
        else:
            self._journal.keep(state.project, state.file)
