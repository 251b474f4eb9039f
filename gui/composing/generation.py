"""Going on from the seed, on a thread, into the document."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.music.melody import Note
from core.music.song import Song
from core.words import Words
from gui.composing.making import Making
from gui.language import tr
from gui.models.blending import Blending

if TYPE_CHECKING:
    from core.compose.continuation import Continuation
    from core.compose.pins.pin import Pin
    from core.compose.trail import Trail
    from core.model.family import Model
    from core.model.mark import Maker

GENERATE = Words("Generate", "step to undo")
_PATIENCE_SECONDS = 0.3
_LONG_MS = 600_000


class Generation(Making):
    """One tune at a time in the making.

    `grew` brings the Song so far, and `reported` a line for the status bar and for how many
    milliseconds; the other signals are those of Making. A tune with pins grows out of sight, and
    leads into them.
    The finished tune, or what there is of it after `stop`, becomes one step of the document.
    """

    grew = Signal(object)
    reported = Signal(str, int)

    def __init__(
        self, document: Document, blending: Blending, parent: QObject | None = None
    ) -> None:
        super().__init__(document, blending, parent)
        self._begun = document.song
        self._has_played = False
        self._is_wanted: Callable[[], bool] = lambda: True
        self._continuation: Continuation | None = None
        self._trail: Trail | None = None  # a turned knob changes but some of the last tune
        self._notes: list[Note] = []
        self._label = GENERATE
        self._shows_from = 0.0
        self._asked = document.controls
        self._maker: Maker | None = None
        self._soon.timeout.connect(self._show)
        document.listen(self._check)

    def start(
        self,
        model: "Model",
        label: Words = GENERATE,
        from_tick: int | None = None,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        """Goes on from the document's seed under its controls; drops a tune in the making.

        What stands before `from_tick` in the tune stays; None goes on from the end of the seed.
        `is_wanted` is asked when the tune is whole, and nothing comes of it where it is not.
        Under another label than GENERATE a tune is shown when it is whole, unless that takes long;
        those one after the other are one step; and a seed that is too long leaves all as it is.
        """
        self._leave()
        self._label = label
        self._shows_from = time.monotonic() + _PATIENCE_SECONDS
        self._begun = song = self._document.song
        self._has_played, self._is_wanted = from_tick is not None, is_wanted
        controls, pins = self._document.controls, self._document.pins

        def steps() -> Iterator[object]:
            from core.compose.continuation import Making  # numpy, which the start needs not
            from core.compose.live.line import continue_from
            from core.compose.trail import Trail

            self._trail = self._trail or Trail()
            continuation = continue_from(model, song, controls, from_tick or 0)
            yield continuation
            if pins:
                yield from _led(continuation, pins)
            else:
                making = Making(continuation, self._trail)
                yield from making
                yield making.notices

        self._asked = controls
        self._continuation, self._notes = None, []
        is_alone = from_tick is None and not pins
        self._maker = self._blending.maker if is_alone else None
        self._begin(steps, self._take, self._finish)

    def stop(self) -> None:
        """Ends the tune with the notes that are there."""
        if self._job is not None:
            self._maker = None  # which would make the whole
            self._finish()

    @Slot(object)
    def _take(self, thing: object) -> None:
        if isinstance(thing, Note):
            self._notes.append(thing)
            if self._label == GENERATE or time.monotonic() > self._shows_from:
                self._soon.start()
        elif isinstance(thing, float):
            if time.monotonic() > self._shows_from:
                self.reported.emit(
                    tr("Leading to the pins: {percent:.0f} %", percent=100 * thing), _LONG_MS
                )
        elif isinstance(thing, tuple):
            self._note(thing)
        else:
            self._go_on(thing)

    def _go_on(self, continuation: object) -> None:
        from core.compose.continuation import Continuation

        assert isinstance(continuation, Continuation)
        self._continuation = continuation
        self._note(continuation.notices)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self._label == GENERATE or self._seed_too_long is None:
            super()._refuse(sentence)

    @Slot()
    def _show(self) -> None:
        self.grew.emit(self._song())

    @Slot()
    def _finish(self) -> None:
        self._leave()
        self.reported.emit("", 0)
        if self._notes and self._is_wanted():
            merge = self._label != GENERATE
            self._document.commit(self._label, self._song(), merge, self._asked, self._maker)
        self.running_changed.emit(False)

    def _check(self) -> None:
        """A tune whose beginning is no longer there is of no use."""
        song, begun = self._document.song, self._begun
        is_other = (song.seed, song.meters) != (begun.seed, begun.meters)
        if self._has_played:
            is_other |= song.melody is not begun.melody
        if self._job is not None and is_other:
            self.drop()

    def _song(self) -> Song:
        """The tune so far; what else the user changed meanwhile, such as the tempo, stays."""
        assert self._continuation is not None
        made = self._continuation.song(self._notes)
        song = self._document.song
        return replace(song, melody=made.melody, key=made.key, seed_end=made.seed_end)


def _led(
    continuation: "Continuation", pins: "Sequence[Pin]"
) -> Iterator[float | Note | tuple[str, ...]]:
    """The share that is done, then the notes, then what is to be said of them."""
    from core.compose.pins.pinned import lead_song

    said, played = continuation.notices, continuation.played
    heard = continuation.song(())
    begin = max(heard.melody.end, played.end)
    heard = heard.with_melody(heard.melody.extended((), begin))
    ahead = [pin for pin in pins if pin.onset >= begin] if played.end else pins
    for step in lead_song(continuation.model, heard, continuation.controls, ahead):
        if isinstance(step, float):
            yield step
        else:
            yield from (note for note in step.song.melody if note.onset >= begin)
            yield tuple(notice for notice in step.notices if notice not in said)
