"""Several tunes from one seed: drawn together, chosen from, exchanged, starred."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.batch import Batch
from core.compose.controls import Controls
from core.document import Document
from core.music.melody import Melody
from core.music.meter import MeterMap
from core.music.song import Song
from core.words import Words
from gui.composing.generation import GENERATE
from gui.composing.making import Making
from gui.models.blending import Blending
from gui.takes.drawing import Drawn, drawing

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.model.family import Model

CHOOSE = Words("Choose a take")
_FRAME_SECONDS = 0.033
_SOON_MS, _PAUSE_MS = 20, 250


class Takes(Making):
    """The takes at hand, which the document keeps: those drawn last, and those that are starred.

    The tune in the document is the take that is shown; to choose another one is a step of the
    document, in which those chosen one after the other join until `keep`. The takes follow the
    knobs as the tune does: all of them for each turn if that takes no longer than a frame, else
    when the knobs rest. Starred ones stay as they are, and so do those of a project that was
    opened, until one of them is chosen.

    `changed` tells that the takes, their stars, the one shown, or what makes the next ones are
    others; `progressed` brings the share that is drawn, 0 to 1; the other signals are those of
    Making. What is dropped in the drawing leaves the takes of before.
    """

    changed = Signal()
    progressed = Signal(float)

    def __init__(
        self,
        document: Document,
        blending: Blending,
        ready_model: "Callable[[], Model | None]",
        parent: QObject | None = None,
    ) -> None:
        """`ready_model` gives the model where tunes can be made now."""
        super().__init__(document, blending, parent)
        self._ready_model = ready_model
        self._batch = document.batch
        self._outcome: list[Drawn] = []
        self._first: Model | None = None
        self._asked, self._begun = document.controls, _place(document.song)
        self._is_new = False
        self._began_seconds = self._needed_seconds = 0.0
        self._state: tuple[object, ...] = ()
        self._soon.timeout.connect(self._draw_again)
        document.listen(self.follow)

    @property
    def is_new(self) -> bool:
        """Whether those drawn last were asked for, and did not follow a knob."""
        return self._is_new

    @property
    def all(self) -> "tuple[Take, ...]":
        """Every take at hand, the starred ones first."""
        return (*self._document.takes, *self._document.batch.takes)

    @property
    def shown(self) -> "Take | None":
        """The take that is the tune in the document; None if none is."""
        melody = self._document.song.melody
        return next((take for take in self.all if take.song.melody == melody), None)

    @property
    def pair(self) -> "tuple[Take | None, Take | None]":
        """A and B: the two takes chosen last, in the order in which they came to be so."""
        return self._document.batch.pair

    @property
    def other(self) -> "Take | None":
        """That of A and B which was not chosen last."""
        batch = self._document.batch
        return batch.pair[1 - batch.latest]

    def song_of(self, take: "Take") -> Song:
        """The take as a tune of the document, at its tempi and under its title."""
        song = self._document.song
        return replace(take.song, tempos=song.tempos, title=song.title)

    def start(self, model: "Model") -> None:
        """Draws as many takes as the controls ask for; the first becomes the tune."""
        self._start(model, self._document.controls, is_new=True)

    def stop(self) -> None:
        """Ends the drawing soon, with what is there of each take."""
        if self._job is not None:
            self._job.stop()

    def choose(self, take: "Take") -> None:
        """Makes `take` the tune; its knobs come with it, so that what is shown made what sounds."""
        self._show(take, CHOOSE, merge=True)

    def _show(self, take: "Take", label: Words, merge: bool) -> None:
        document = self._document
        self._keep(document.batch.chosen(take))
        self._first = self._first or self._blending.first
        song = self.song_of(take)
        controls = replace(take.controls, takes=document.controls.takes)
        self._asked = replace(controls, random_seed=self._asked.random_seed)
        document.set_controls(controls)
        document.commit(label, song, merge, controls, take.maker)
        self._tell()

    def keep(self) -> None:
        """Ends the choosing: the next choice is a step of its own."""
        self._document.close_step()

    def exchange(self) -> None:
        """Chooses the other one of A and B; again, and this one is back."""
        if self.other is not None:
            self.choose(self.other)

    def star(self, take: "Take") -> None:
        """Stars a take, or takes its star away."""
        starred, batch = self._document.takes, self._document.batch
        if take in starred:
            self._keep(batch.again(take), tuple(one for one in starred if one != take))
        else:
            self._keep(batch.without(take), (*starred, take))

    # Drawing

    def _start(self, model: "Model", controls: Controls, is_new: bool) -> None:
        self._leave()
        self._is_new = is_new
        song = self._document.song
        seed = replace(song, melody=song.seed, seed_end=song.seed.end)
        self._first = self._blending.first
        self._asked, self._begun = controls, _place(song)
        outcome: list[Drawn] = []  # of this drawing, and of none that was dropped before
        self._outcome = outcome
        self._began_seconds = time.monotonic()
        maker = self._blending.maker
        self._begin(
            lambda: drawing(model, seed, controls, maker, outcome), self._take, self._finish
        )

    @Slot(object)
    def _take(self, thing: object) -> None:
        if isinstance(thing, float):
            self.progressed.emit(thing)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self._is_new:  # else a knob was turned, and turns on
            super()._refuse(sentence)

    @Slot()
    def _finish(self) -> None:
        done = self._outcome[0] if self._outcome else None
        self._leave()
        self._needed_seconds = time.monotonic() - self._began_seconds
        if done is not None and done.takes:
            batch, starred = self._document.batch, self._document.takes
            drawn = tuple(take for take in done.takes if take not in starred)
            if self._is_new:
                self._keep(Batch(drawn))
                of_takes = (notice for take in done.takes for notice in take.notices)
                self._note(tuple(dict.fromkeys((*done.notices, *of_takes))))
                first = next(take for take in self.all if take == done.takes[0])
                self._show(first, GENERATE, merge=False)
            else:
                a, b = (self._again(take, drawn) for take in batch.pair)
                self._keep(replace(batch, takes=drawn, pair=(a, b)))
        self.running_changed.emit(False)
        self._tell()

    def _again(self, before: "Take | None", drawn: "tuple[Take, ...]") -> "Take | None":
        """The take drawn with the random seed of `before`; a starred one is still there itself."""
        if before is None or before in self._document.takes:
            return before
        number = before.controls.random_seed
        return next((take for take in drawn if take.controls.random_seed == number), None)

    def _keep(self, batch: Batch, starred: "tuple[Take, ...] | None" = None) -> None:
        """Gives the takes to the document."""
        document = self._document
        self._batch = document.batch if batch == document.batch else batch
        document.set_takes(document.takes if starred is None else starred, self._batch)

    # Following

    def follow(self) -> None:
        """Draws the takes again soon if the knobs, or the model, are others than theirs."""
        batch = self._document.batch
        if batch is not self._batch:
            self._take_over(batch)
        song, controls = self._document.song, self._document.controls
        places = [self._begun, *(_place(take.song) for take in self._document.takes)]
        if controls.takes == 1 or _place(song) not in places:
            self.drop()
            a, b = (take if take in self._document.takes else None for take in batch.pair)
            self._keep(replace(batch, takes=(), pair=(a, b)))
        elif batch.takes and self._is_turned():
            is_slow = self._needed_seconds > _FRAME_SECONDS
            self._soon.start(_PAUSE_MS if is_slow else _SOON_MS)
        self._tell()

    def _take_over(self, batch: Batch) -> None:
        """The document is another one, whose takes `batch` holds; nobody here has drawn them."""
        self.drop()
        document = self._document
        song, asked = document.song, document.controls
        if batch.takes:
            song, asked = batch.takes[0].song, batch.takes[0].controls
        self._batch, self._first = batch, None
        self._begun, self._asked = _place(song), replace(asked, takes=document.controls.takes)

    def _is_turned(self) -> bool:
        """Whether the takes would come out otherwise now; those of a starred one's seed would not.

        The number of a take that is shown asks for no others. Those of another model than the
        present one are asked for anew with the next knob, and then are of the present one.
        """
        return (
            self._ready_model() is not None
            and self._first is not None
            and _place(self._document.song) == self._begun
            and (self._blending.first is not self._first or self._wished() != self._asked)
        )

    def _wished(self) -> Controls:
        controls = self._document.controls
        if any(take.controls.random_seed == controls.random_seed for take in self.all):
            return replace(controls, random_seed=self._asked.random_seed)
        return controls

    @Slot()
    def _draw_again(self) -> None:
        if self.is_running:
            self._soon.start()
        elif self._is_turned():
            model = self._ready_model()
            assert model is not None
            self._start(model, self._wished(), is_new=False)

    def _tell(self) -> None:
        state = (self.all, self._document.takes, self.shown, self.pair, self._blending.maker)
        if state != self._state:
            self._state = state
            self.changed.emit()


def _place(song: Song) -> tuple[Melody, MeterMap]:
    """What takes go on from."""
    return song.seed, song.meters
