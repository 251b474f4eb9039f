"""Making a part of the tune anew, on a thread, as one step of the document."""

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.music.song import Song
from core.words import Words
from gui.composing.making import shortened
from gui.job import Job
from gui.language import tr

if TYPE_CHECKING:
    from core.compose.pins.pinned import Led

    Steps = Callable[[Song], Iterable[float | Led]]

NOT_READY = Words(
    "Nothing can be drawn now: wait for the model, and mend the seed if it is underlined."
)
_PATIENCE_SECONDS = 0.3
_LONG_MS, _SHOWN_MS = 600_000, 6000


class Rework(QObject):
    """One part at a time; until it is whole the tune stays as it is, and so it does after `stop`.

    `noted` brings what relaxed a wish, `told` why nothing came of it, `reported` a line for the
    status bar and for how many milliseconds, `running_changed` whether a part is being made.
    """

    noted = Signal(str)
    told = Signal(str)
    reported = Signal(str, int)
    running_changed = Signal(bool)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._job: Job | None = None
        self._is_late: Callable[[Song], bool] = lambda _: False
        self._merges = False
        self._begun = document.song
        self._began_seconds = 0.0
        self._led: Led | None = None
        document.listen(self._check)

    @property
    def is_running(self) -> bool:
        return self._job is not None

    def start(
        self,
        label: Words,
        name: Words,
        steps: "Callable[[Song], Iterable[float | Led]]",
        is_late: Callable[[Song], bool] = lambda _: False,
        *,
        merge: bool = False,
    ) -> None:
        """Makes what `steps` yields of the tune; `label` is for undo, `name` for the status bar.

        `is_late` is asked of what was made, which is dropped if it comes too late. With `merge` it
        may join the step before it, see `Document.commit`.
        """
        self._leave()
        self._is_late, self._merges = is_late, merge
        self._label, self._name, self._led = label, name, None
        self._begun = song = self._document.song
        self._began_seconds = time.monotonic()
        self._job = Job(lambda: steps(song), self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self.told)
        self._job.done.connect(self._finish)
        self._job.start()
        self.running_changed.emit(True)

    def stop(self) -> None:
        if self._job is not None:
            self._leave()
            self.reported.emit("", 0)
            self.running_changed.emit(False)

    def _leave(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _check(self) -> None:
        """A part of a tune that is no longer there is of no use."""
        song, begun = self._document.song, self._begun
        if (song.melody, song.meters) != (begun.melody, begun.meters):
            self.stop()

    @Slot(object)
    def _take(self, thing: object) -> None:
        if not isinstance(thing, float):
            self._keep(thing)
        elif time.monotonic() > self._began_seconds + _PATIENCE_SECONDS:
            done = tr("{doing}: {percent:.0f} %", doing=self._name, percent=100 * thing)
            self.reported.emit(done, _LONG_MS)

    def _keep(self, led: object) -> None:
        from core.compose.pins.pinned import Led

        assert isinstance(led, Led)
        self._led = led

    @Slot()
    def _finish(self) -> None:
        led = self._led
        self._leave()
        self.reported.emit("", 0)
        if led is not None and not self._is_late(led.song):
            song = self._document.song
            made = replace(led.song, tempos=song.tempos, title=song.title)
            self._document.commit(self._label, made, self._merges)
            if led.notices:
                self.noted.emit(tr(shortened(led.notices)))
            if led.particles > 1:
                tries = tr(
                    "{doing}: {led:.0f} of {tries} tries led into what follows",
                    doing=self._name,
                    led=led.effective,
                    tries=led.particles,
                )
                self.reported.emit(tries, _SHOWN_MS)
        self.running_changed.emit(False)
