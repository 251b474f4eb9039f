"""Writes the work of one program to its place, each time as a whole."""

from pathlib import Path
from typing import TYPE_CHECKING

from core.disk import write_file, writing_sentence
from core.errors import UserError
from core.project import Project, bytes_from_project
from core.recovery.entry import line_from_work
from core.recovery.slot import Slot, new_slot

if TYPE_CHECKING:
    from core.takerecord import TakeLines


class Journal:
    """The unsaved work of this program in `folder`: the last state, or nothing.

    A place there is made with the first work: most who only listen leave no trace.
    """

    def __init__(self, folder: Path, lines: "TakeLines") -> None:
        """`lines` are for all who write the same takes."""
        self._folder, self._lines = folder, lines
        self._slot: Slot | None = None
        self._kept: tuple[Project, Path | None] | None = None

    def keep(self, project: Project, file: Path | None) -> None:
        """Writes `project`, which is in `file` or in none yet. UserError where that is impossible;
        then what was kept before is still there.
        """
        try:
            work = self._own_slot().work
            if (project, file) == self._kept and work.exists():
                return
        except OSError as error:
            raise UserError(writing_sentence(self._folder, error)) from error
        data = line_from_work(project, file).encode() + bytes_from_project(project, self._lines)
        self._lines.forget_others((*project.takes, *project.batch.takes))
        write_file(work, data)
        self._kept = project, file

    def clear(self) -> None:
        """Keeps nothing. UserError where it cannot be removed."""
        if self._slot is None:
            return
        try:
            self._slot.clear()
        except OSError as error:
            raise UserError(writing_sentence(self._slot.work, error)) from error
        self._kept = None

    def refresh(self) -> None:
        """Says that this program lives; see core/lock.py."""
        if self._slot is not None:
            self._slot.refresh()

    def close(self) -> None:
        """Leaves the work for the next start; the place goes if there is none."""
        if self._slot is None:
            return
        try:
            has_work = self._slot.work.exists()
        except OSError:  # nobody may look there any more
            has_work = True
        if has_work:
            self._slot.leave()
        else:
            self._slot.remove()
        self._slot = None

    def _own_slot(self) -> Slot:
        if self._slot is not None and not self._slot.work.parent.exists():
            self._slot.leave()  # somebody has cleaned up
            self._slot = None
        if self._slot is None:
            self._slot = new_slot(self._folder)
        return self._slot
