"""Offers at the start what programs that were killed, or crashed, had not saved."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal, Slot

from core.recovery.keeper import Keeper
from core.recovery.leftover import leftovers
from core.words import Words, counted
from gui.files.asking import Asking
from gui.files.files import Files
from gui.job import Job
from gui.language import tr
from gui.menu.actions import Actions
from gui.panels.message import MessageBar
from gui.recovery.found import Found

_NOTHING = Words("No unsaved work of an earlier start is waiting")


class Salvage(QObject):
    """Looks for it on a thread, and offers it in the message bar and in the menu.

    `finish_input` takes in what was typed or played a moment ago. `told` brings a sentence about
    what cannot be done. What is neither restored nor thrown away is offered by the next start.
    """

    told = Signal(str)

    def __init__(
        self,
        files: Files,
        keeper: Keeper,
        message: MessageBar,
        actions: Actions,
        asking: Asking,
        finish_input: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._files, self._keeper, self._asking = files, keeper, asking
        self._message, self._actions, self._finish_input = message, actions, finish_input
        self._found: tuple[Found, ...] = ()
        self._sentence = ""
        self._show()
        self._run(_look, self._offer)

    def open(self) -> None:
        """Shows a list of all there is, to restore or throw away one after the other."""
        while self._found:
            answer = self._asking.leftover(self._found)
            if answer is None:
                return
            found, deed = answer
            if deed == "restore":
                self._restore(found)
                return
            if self._asking.throws_away(tr(found.line)):
                self._throw_away(found)

    def close(self) -> None:
        """Leaves what there is to the next start."""
        for found in self._found:
            found.leftover.leave()
        self._found = ()

    @Slot(object)
    def _offer(self, found: tuple[Found, ...]) -> None:
        self._found = found
        self._show()
        if not found:
            return
        first = found[0]
        if len(found) == 1 and not first.leftover.is_damaged:
            self._offer_one(first)
            return
        several = counted(
            "Unsaved work of {n:,} earlier starts was found.",
            "Unsaved work of {n:,} earlier start was found.",
            len(found),
        )
        self._sentence = tr(several if len(found) > 1 else first.sentence)
        self._message.show_sentence(self._sentence, "notice", tr("Show it…"), self.open)

    def _offer_one(self, found: Found) -> None:
        def restore() -> None:
            if found in self._found:
                self._offer_one(found)  # until it is there, as the user may cancel
                self._restore(found)

        self._sentence = tr(found.sentence)
        self._message.show_sentence(self._sentence, "notice", tr("Restore"), restore)

    def _restore(self, found: Found) -> None:
        def finish() -> None:
            self._keeper.take_over(found.leftover)
            self._lose(found)

        leftover = found.leftover
        self._finish_input()
        self._files.restore(leftover.read, leftover.entry.file, finish)

    def _throw_away(self, found: Found) -> None:
        def steps() -> Iterator[None]:
            found.leftover.throw_away()
            yield

        self._lose(found)
        self._run(steps, lambda _: None)

    def _lose(self, found: Found) -> None:
        self._found = tuple(other for other in self._found if other is not found)
        self._message.withdraw(self._sentence)
        self._show()

    def _show(self) -> None:
        self._actions.allow("salvage", "" if self._found else _NOTHING)

    def _run(self, steps: Callable[[], Iterator[object]], finish: Callable[..., object]) -> None:
        job = Job(steps, self)
        job.item.connect(finish)
        job.failed.connect(self.told)
        job.start()


def _look() -> Iterator[tuple[Found, ...]]:
    yield tuple(Found(leftover, leftover.is_older) for leftover in leftovers())
