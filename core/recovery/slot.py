"""The place on disk where one running program keeps what is not saved.

A folder of its own in the platform's place for state, with a file that holds the work and one that
says, by its lock, that the program lives. No two programs ever write the same file.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from core.lock import Hold, hold

_WORK, _LOCK = "work", "lock"
_TRIES = 20


def recovery_folder() -> Path:
    """Where all programs of this user have their places."""
    from platformdirs import user_state_path

    return user_state_path("cantilena", appauthor=False) / "recovery"


class Slot:
    """A place that nobody else has now, to be left or removed."""

    def __init__(self, folder: Path, held: Hold) -> None:
        self._folder, self._hold = folder, held

    @property
    def work(self) -> Path:
        """The file of the work; it need not be there."""
        return self._folder / _WORK

    def refresh(self) -> None:
        """Says once more that the program lives; see Hold.refresh."""
        self._hold.refresh()

    def clear(self) -> None:
        """Removes the work. OSError where that is impossible."""
        self.work.unlink(missing_ok=True)

    def leave(self) -> None:
        """Lets go of the place; the work, if there is any, is for whoever looks next."""
        self._hold.release()

    def remove(self) -> None:
        """Removes the place and all that is in it, and lets go of it."""
        for path in self._folder.glob("*"):  # parts of files too, which a killed program left
            if path.name != _LOCK:
                with contextlib.suppress(OSError):
                    path.unlink()
        self._hold.release()
        with contextlib.suppress(OSError):  # another program may be looking at it
            self._folder.rmdir()


def new_slot(folder: Path) -> Slot:
    """A place of this program's own in `folder`, which is made. OSError if that is impossible."""
    import tempfile
    import time

    folder.mkdir(parents=True, exist_ok=True)
    for _ in range(_TRIES):
        own = Path(tempfile.mkdtemp(prefix=time.strftime("%Y-%m-%d-%H%M%S-"), dir=folder))
        # Between these two lines another program may find the folder empty, and remove it.
        with contextlib.suppress(FileNotFoundError):
            held = hold(own / _LOCK)
            if isinstance(held, Hold):
                return Slot(own, held)
    raise OSError(f"no folder in '{folder}' stays")


def abandoned_slots(folder: Path) -> Iterator[Slot]:
    """Takes each place whose program is gone; those without work are removed at once."""
    for own in sorted(folder.glob("*")):
        try:
            held = hold(own / _LOCK)
        except OSError:  # no folder, or gone, or no longer ours to write in
            continue
        if isinstance(held, Hold):
            slot = Slot(own, held)
            if slot.work.exists():
                yield slot
            else:
                slot.remove()
