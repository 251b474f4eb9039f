"""The entry that puts the program into the menu of the user's desktop, or takes it away again."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from core.launcher.menu import Change, add_to_menu, has_menu, is_in_menu, remove_from_menu
from core.words import Words
from gui.job import Job
from gui.language import tr
from gui.menu.actions import Actions, explain

_ADD = Words("Add to the &desktop's menu")
_TIP = Words("Start the program from the desktop's menu, and open projects by a double click")
_REMOVE = Words("Remove from the &desktop's menu")
_ELSEWHERE = Words("Only the desktops of Linux learn of a program in this way")


class DesktopMenu(QObject):
    """Reads and writes on a thread. `noted` brings a sentence about what was done, `told` one about
    what could not be done."""

    noted = Signal(str)
    told = Signal(str)

    def __init__(self, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.action = QAction(tr(_ADD), self)
        explain(self.action, tr(_TIP if has_menu() else _ELSEWHERE))
        self.action.setEnabled(has_menu())
        self.action.triggered.connect(self.toggle)
        self._is_there = False
        self._job: Job | None = None
        actions.add_action("&Help", self.action)
        if has_menu():
            actions.before("&Help", self.look)

    @Slot()
    def look(self) -> None:
        """Shows whether the program is there already."""
        if self._job is None:
            self._run(lambda: iter([is_in_menu()]), self._show)

    @Slot()
    def toggle(self) -> None:
        """Adds the program, or removes it where that is what the entry says."""
        if self._job is not None:
            self._job.drop()
        is_there = self._is_there
        change = remove_from_menu if is_there else add_to_menu

        def steps() -> Iterator[Change]:
            yield change()

        def finish(done: Change) -> None:
            self._show(not is_there)
            self.noted.emit(tr(_sentence(done, not is_there)))

        self._run(steps, finish)

    @Slot(object)
    def _show(self, is_there: bool) -> None:
        self._is_there = is_there
        self.action.setText(tr(_REMOVE if is_there else _ADD))

    def _run(self, steps: Callable[[], Iterator[object]], finish: Callable[..., object]) -> None:
        self._job = job = Job(steps, self)
        job.item.connect(finish)
        job.failed.connect(self.told)
        job.done.connect(self._end)
        job.start()

    @Slot()
    def _end(self) -> None:
        self._job = None


def _sentence(change: Change, is_there: bool) -> Words:
    files = {"folder": change.folder, "names": ", ".join(map(str, change.files))}
    if not is_there:
        return Words(
            "Cantilena is gone from the desktop's menu. Removed from {folder}: {names}.", **files
        )
    if change.failed:
        return Words(
            "The desktop has Cantilena in its menu after the next login, as {tools} could not be "
            "run. Written to {folder}: {names}.",
            tools=", ".join(change.failed),
            **files,
        )
    return Words(
        "The desktop has Cantilena in its menu, and opens projects with it. Written to {folder}: "
        "{names}.",
        **files,
    )
