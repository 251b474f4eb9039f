"""What programs that were killed, or crashed, had not saved."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from core.preview import Preview
from core.project import Project
from core.record import FormatError
from core.recovery.entry import Entry, entry_from_file, project_from_kept
from core.recovery.slot import Slot, abandoned_slots, recovery_folder


@dataclass(frozen=True, slots=True)
class Leftover:
    """Unsaved work of a program that is gone. Nobody else is offered it until it is left.

    `entry` says what it is; of one that is damaged it knows the time only, and `is_damaged` is
    true. Taking it over is one line in core/recovery/keeper.py.
    """

    entry: Entry
    slot: Slot
    is_damaged: bool = False

    @property
    def is_older(self) -> bool:
        """Whether its file was saved after it was kept: then the file may have more in it."""
        file = self.entry.file
        try:
            return file is not None and file.stat().st_mtime > self.entry.kept_seconds
        except (OSError, ValueError):
            return False

    def read(self) -> Project:
        """The project as it was kept. UserError where it cannot be read; it stays there."""
        return project_from_kept(self.slot.work)

    def leave(self) -> None:
        """Leaves it where it is, for the next start or another program."""
        self.slot.leave()

    def throw_away(self) -> None:
        """Removes it for good."""
        self.slot.remove()


def leftovers(folder: Path | None = None) -> tuple[Leftover, ...]:
    """What there is to take over, the latest first. Each has to be left, thrown or taken over."""
    found = _found(folder or recovery_folder())
    return tuple(sorted(found, key=attrgetter("entry.kept_seconds"), reverse=True))


def _found(folder: Path) -> Iterator[Leftover]:
    for slot in abandoned_slots(folder):
        try:
            yield Leftover(entry_from_file(slot.work), slot)
        except FormatError:
            kept = Entry(None, slot.work.stat().st_mtime, Preview())
            yield Leftover(kept, slot, is_damaged=True)
        except OSError:
            slot.leave()
