"""What the model thinks of the tune at hand, found out event by event on a thread."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.model.event import Event
from core.music.song import Song
from gui.job import Job

if TYPE_CHECKING:
    from core.compose.field import Field
    from core.compose.fork import Forks
    from core.compose.pins.pinned import Led
    from core.model.family import Model

    Known = tuple[Forks, Field]

_PART_SECONDS = 0.03
"""How often it is shown while it grows."""

_PAUSE_MS = 40
"""While a knob is turned or a take chosen, each tune is there for a moment: these need the time."""


class Survey(QObject):
    """Keeps the field of the document's tune, while it is on; what an edit leaves as it was is not
    asked for again.

    `grew` brings the Field as far as it is known, or None; `told` why nothing comes of it.
    """

    grew = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        document: Document,
        model_at_hand: "Callable[[], Model | None]",
        parent: QObject | None = None,
    ) -> None:
        """When `model_at_hand` gives another one, `look` has to be told."""
        super().__init__(parent)
        self._document, self._model_at_hand = document, model_at_hand
        self.is_on = False
        self._known: tuple[object, ...] = ()
        self._job: Job | None = None
        self._make: Callable[[], Forks] | None = None
        self._begin: Callable[[], Known] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._start)
        self._forks: Forks | None = None
        self._field: Field | None = None
        self._reach = inf
        document.listen(self.look)

    @property
    def field(self) -> "Field | None":
        """As far as it is known; None while it is off or no model can tell."""
        return self._field

    def switch(self, is_on: bool) -> None:
        self.is_on = is_on
        self.look()

    @Slot()
    def look(self) -> None:
        """Begins anew where the tune, the model or what is asked of it is another than it was."""
        document, model = self._document, self._model_at_hand() if self.is_on else None
        song = document.song
        controls = replace(document.asked or document.controls, takes=1)
        heard = song.melody, song.meters, song.key, song.seed_end
        known = (model, *heard, controls, document.pins) if model else ()
        if known == self._known:
            return
        self._known = known
        self._drop_job()
        self._pause.stop()
        if model is None:
            self._forks = self._field = None
            self.grew.emit(None)
            return
        pins, known_forks, known_field = document.pins, self._forks, self._field

        def make() -> "Forks":
            from core.compose.fork import Forks  # numpy, which the start needs not

            return Forks(model, song, controls, pins)

        def begin() -> "Known":
            from core.compose.field import Field

            forks, field = make(), Field(song)
            if known_forks is not None and known_field is not None:
                field = known_field.first(forks.follow(known_forks), song)
            return forks, field

        self._make, self._begin = make, begin
        self._pause.start()

    @Slot()
    def _start(self) -> None:
        assert self._begin is not None
        self._listen(self._begin)

    @Slot(float)
    def reach_to(self, tick: float) -> None:
        """Only what begins before `tick` is asked for from now on: nobody looks at the rest."""
        self._reach = tick
        self._go_on()

    def _go_on(self) -> None:
        forks, field = self._forks, self._field
        if self._pause.isActive() or self._job is not None or forks is None or field is None:
            return
        if not field.is_whole and field.end < self._reach:
            self._listen(lambda: (forks, field))

    def _listen(self, begin: "Callable[[], Known]") -> None:
        """Hears the tune behind what is known of it, as far as it is looked at."""

        def steps() -> "Iterator[Known | None]":
            from core.compose.field import listen

            forks, field = begin()
            yield forks, field
            found, shown_seconds = [], time.monotonic()
            for moment in listen(forks, len(field.moments)):
                found.append(moment)
                is_due = time.monotonic() > shown_seconds + _PART_SECONDS
                if is_due:
                    field, found, shown_seconds = field.grown(found), [], time.monotonic()
                yield (forks, field) if is_due else None  # so that the job can end
                if moment.event.end >= self._reach:
                    break
            yield forks, field.grown(found)

        self._job = Job(steps, self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.done.connect(self._forget_job)
        self._job.start()

    def instead(self, event: Event, pitch: int) -> "Callable[[Song], Iterator[float | Led]]":
        """What draws the tune on from `event`, one of it, where a note of `pitch` then stands."""
        make, known = self._make, self._forks
        assert make is not None  # whoever names an event has seen a field

        def steps(_: Song) -> "Iterator[float | Led]":
            forks = make()  # of its own, for the survey may go on meanwhile
            if known is not None:
                forks.follow(known)
            return forks.instead(forks.events.index(event), pitch, event.duration)

        return steps

    @Slot(object)
    def _take(self, found: "Known | None") -> None:
        if found is not None:
            self._forks, self._field = found
            self.grew.emit(self._field)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._forks = None  # nothing more is asked of these
        self.told.emit(sentence)

    @Slot()
    def _forget_job(self) -> None:
        self._job = None
        self._go_on()

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
