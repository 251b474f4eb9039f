"""The files that were used last, in a menu with what is in them."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.music.song import Song
from core.recent import forget_all, forget_recent, looked_at, recent_files
from core.words import Words
from gui.files.files import Files
from gui.files.used import Used
from gui.job import Job
from gui.language import tr
from gui.menu.actions import Actions, explain
from gui.panels.message import MessageBar
from gui.panels.thumbnail import Silhouette, silhouette_of

if TYPE_CHECKING:
    from gui.files.recentdialog import RecentDialog

_NONE = Words("No file was opened or saved yet")
_LOOK_TIP = Words("Show all of these files with a picture of the tune")
_CLEAR_TIP = Words("Forget these files; they themselves stay where they are")
_NUMBERED = 9


class Recents(QObject):
    """Fills the menu on a thread, at the start and whenever it is about to be shown.

    `finish_input` takes in what was typed or played a moment ago. `told` brings a sentence about
    what cannot be done.
    """

    told = Signal(str)

    def __init__(
        self,
        files: Files,
        actions: Actions,
        message: MessageBar,
        finish_input: Callable[[], object],
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._files, self._message, self._finish_input = files, message, finish_input
        self._window = window
        self._dialog: RecentDialog | None = None
        self._reading: Job | None = None
        self.menu = QMenu(tr("Open &recent"), window)
        self.menu.setToolTipsVisible(True)
        actions.add_menu("&File", self.menu, behind="open")
        actions.before("&File", self.look)
        self._shown: tuple[Used, ...] | None = None
        self._show(())
        self.look()

    @Slot()
    def look(self) -> None:
        """Shows what there is now."""
        self._run(_look)

    @Slot(object)
    def _show(self, used: tuple[Used, ...]) -> None:
        if used == self._shown:  # it may be open, with the mouse on it
            return
        self._shown = used
        self.menu.clear()
        for number, one in enumerate(used, start=1):
            self.menu.addAction(self._entry(number, one))
        self.menu.addSeparator()
        for text, tip, call in (
            (tr("&Look at them…"), tr(_LOOK_TIP), self.open),
            (tr("&Clear list"), tr(_CLEAR_TIP), lambda: self._change(forget_all)),
        ):
            action = self.menu.addAction(text)
            explain(action, tip)
            action.triggered.connect(call)
        if self._dialog is not None and used:
            self._dialog.show_used(used)
        elif self._dialog is not None:
            self._dialog.reject()
        entry = self.menu.menuAction()
        entry.setEnabled(bool(used))
        explain(entry, tr(Words("Go on with a file that was used before") if used else _NONE))

    @property
    def dialog(self) -> "RecentDialog | None":
        """The list with pictures, while it is shown."""
        return self._dialog

    @Slot()
    def open(self) -> None:
        """Shows the list with pictures."""
        from gui.files.recentdialog import RecentDialog  # which the start needs not

        self._dialog = dialog = RecentDialog(self._window)
        dialog.chosen.connect(self._picture)
        dialog.taken.connect(self._take)
        dialog.dropped.connect(self._forget)
        dialog.finished.connect(self._leave)
        dialog.show_used(self._shown or ())
        dialog.open()
        self.look()

    @Slot(object)
    def _picture(self, used: Used) -> None:
        """Reads what is in the file, and shows that."""

        def steps() -> Iterator[tuple[Song, Silhouette | None] | None]:
            for song in _song_in(used.recent.path):
                yield None if song is None else (song, silhouette_of(song))

        def show(seen: tuple[Song, Silhouette | None] | None) -> None:
            if seen is not None and self._dialog is not None:
                self._dialog.show_song(*seen)

        self._stop_reading()
        self._reading = job = Job(steps, self)
        job.item.connect(show)
        if self._dialog is not None:
            job.failed.connect(self._dialog.show_refusal)
        job.done.connect(self._end_reading)
        job.start()

    @Slot()
    def _end_reading(self) -> None:
        self._reading = None

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.drop()
            self._reading = None

    @Slot(object)
    def _take(self, used: Used) -> None:
        if self._dialog is not None:
            self._dialog.accept()
        self._open(used)

    @Slot(object)
    def _forget(self, used: Used) -> None:
        self._change(partial(forget_recent, used.recent.path))

    @Slot()
    def _leave(self) -> None:
        self._stop_reading()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _entry(self, number: int, used: Used) -> QAction:
        """'1 tune.cantilena', and at the right what is in it."""
        name = used.name.replace("&", "&&").replace("\t", " ")
        digit = f"&{number}  " if number <= _NUMBERED else ""
        action = QAction(f"{digit}{name}\t{tr(used.size)}", self.menu)
        explain(action, tr(used.tip))
        action.triggered.connect(partial(self._open, used))
        return action

    def _open(self, used: Used) -> None:
        path = used.recent.path
        if used.is_there:
            self._finish_input()
            self._files.open_path(path)
            return
        sentence = tr(
            "There is no file '{file}' in '{folder}' any more.", file=path.name, folder=path.parent
        )
        offer = tr("Take it off the list")
        self._message.show_sentence(sentence, "notice", offer, partial(self._forget, used))

    def _change(self, change: Callable[[], object]) -> None:
        def steps() -> Iterator[tuple[Used, ...]]:
            change()
            yield from _look()

        self._run(steps)

    def _run(self, steps: Callable[[], Iterator[tuple[Used, ...]]]) -> None:
        job = Job(steps, self)
        job.item.connect(self._show)
        job.failed.connect(self.told)
        job.start()


def _look() -> Iterator[tuple[Used, ...]]:
    recents = recent_files()
    names = Counter(recent.path.name for recent in recents)
    found = ((recent, looked_at(recent)) for recent in recents)
    yield tuple(
        Used(now or recent, now is not None, names[recent.path.name] > 1) for recent, now in found
    )


def _song_in(path: Path) -> Iterator[Song | None]:
    """The tune of a file; a None says that it takes longer."""
    from core.opening import reading
    from core.project import is_project, project_from_file

    if is_project(path):
        yield project_from_file(path).song
    else:
        yield from reading(path)
