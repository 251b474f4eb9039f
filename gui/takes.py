"""Several tunes from one seed: drawn together, chosen from, exchanged, starred."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.compose.controls import Controls
from core.document import Document
from core.music.melody import Melody
from core.music.meter import MeterMap
from core.music.song import Song
from core.words import Words
from gui.generation import GENERATE, shortened
from gui.job import Job
from gui.language import tr

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.model.family import Model

CHOOSE = Words("Choose a take")
_FRAME_SECONDS = 0.033
_SOON_MS, _PAUSE_MS = 20, 250


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a drawing has brought, whole or as far as it came, and what is to be said of it all."""

    takes: "tuple[Take, ...]"
    notices: tuple[str, ...]


class Takes(QObject):
    """The takes at hand: those drawn last, and those that are starred, which the document keeps.

    The tune in the document is the take that is shown; to choose another one is a step of the
    document, in which those chosen one after the other join until `keep`. The takes follow the
    knobs as the tune does: all of them for each turn if that takes no longer than a frame, else
    when the knobs rest. Starred ones stay as they are.

    `changed` tells that the takes, their stars, or the one shown are others; `progressed` brings
    the share that is drawn, 0 to 1; the other signals are those of Generation.
    """

    changed = Signal()
    progressed = Signal(float)
    noted = Signal(str)
    told = Signal(str)
    too_long = Signal(str, int)
    running_changed = Signal(bool)

    def __init__(
        self,
        document: Document,
        ready_model: "Callable[[], Model | None]",
        parent: QObject | None = None,
    ) -> None:
        """`ready_model` gives the model where tunes can be made now."""
        super().__init__(parent)
        self._document, self._ready_model = document, ready_model
        self._drawn: tuple[Take, ...] = ()
        self._outcome: list[_Drawn] = []
        self._model: Model | None = None
        self._asked = document.controls
        self._begun = _place(document.song)
        self._pair: list[Take | None] = [None, None]
        self._at = 0
        self._job: Job | None = None
        self._is_new = False
        self._began_seconds = self._needed_seconds = 0.0
        self._state: tuple[object, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw_again)
        document.listen(self.follow)

    @property
    def is_running(self) -> bool:
        return self._job is not None

    @property
    def is_new(self) -> bool:
        """Whether those drawn last were asked for, and did not follow a knob."""
        return self._is_new

    @property
    def all(self) -> "tuple[Take, ...]":
        """Every take at hand, the starred ones first."""
        starred = self._document.takes
        return (*starred, *(take for take in self._drawn if take not in starred))

    @property
    def shown(self) -> "Take | None":
        """The take that is the tune in the document; None if none is."""
        melody = self._document.song.melody
        return next((take for take in self.all if take.song.melody == melody), None)

    @property
    def pair(self) -> "tuple[Take | None, Take | None]":
        """A and B: the two takes chosen last, in the order in which they came to be so."""
        return self._pair[0], self._pair[1]

    @property
    def other(self) -> "Take | None":
        """That of A and B which was not chosen last."""
        return self._pair[1 - self._at]

    def song_of(self, take: "Take") -> Song:
        """The take as a tune of the document, at its tempo and under its title."""
        song = self._document.song
        return replace(take.song, tempo=song.tempo, title=song.title)

    def start(self, model: "Model") -> None:
        """Draws as many takes as the controls ask for; the first becomes the tune."""
        self._start(model, self._document.controls, is_new=True)

    def stop(self) -> None:
        """Ends the drawing soon, with what is there of each take."""
        if self._job is not None:
            self._job.stop()

    def drop(self) -> None:
        """Ends the drawing and forgets it; the takes of before stay."""
        if self._job is not None:
            self._leave()
            self.running_changed.emit(False)

    def choose(self, take: "Take") -> None:
        """Makes `take` the tune; its knobs come with it, so that what is shown made what sounds."""
        self._show(take, CHOOSE, merge=True)

    def _show(self, take: "Take", label: Words, merge: bool) -> None:
        places = [place for place, one in enumerate(self._pair) if one is take]
        free = self._at if self._pair[self._at] is None else 1 - self._at
        self._at = places[0] if places else free
        self._pair[self._at] = take
        document, song = self._document, self.song_of(take)
        controls = replace(take.controls, takes=document.controls.takes)
        self._asked = replace(controls, random_seed=self._asked.random_seed)
        document.set_controls(controls)
        document.commit(label, song, merge, controls)
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
        starred = self._document.takes
        others = tuple(one for one in starred if one != take)
        self._document.set_takes(others if take in starred else (*starred, take))

    # Drawing

    def _start(self, model: "Model", controls: Controls, is_new: bool) -> None:
        self._leave()
        self._is_new = is_new
        song = self._document.song
        seed = replace(song, melody=song.seed, seed_end=song.seed.end)
        self._model, self._asked, self._begun = model, controls, _place(song)
        outcome: list[_Drawn] = []  # of this drawing, and of none that was dropped before

        def steps() -> Iterator[object]:
            from core.compose.continuation import continue_song
            from core.compose.take import Takes  # numpy, which the start needs not

            batch = Takes(continue_song(model, seed, controls), distinct=True)
            try:
                yield from batch
            finally:  # when it is stopped, too
                outcome.append(_Drawn(batch.so_far(), batch.notices))

        self._outcome = outcome
        self._began_seconds = time.monotonic()
        self._job = Job(steps, self)
        self._job.item.connect(self._take)
        self._job.failed.connect(self._refuse)
        self._job.done.connect(self._finish)
        self._job.start()
        self.running_changed.emit(True)

    def _leave(self) -> None:
        self._soon.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None

    @Slot(object)
    def _take(self, thing: object) -> None:
        if isinstance(thing, float):
            self.progressed.emit(thing)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        from core.compose.continuation import SeedTooLong

        if not self._is_new:
            return  # a knob was turned, and turns on
        error = self._job.error if self._job is not None else None
        if isinstance(error, SeedTooLong) and error.bars_needed is not None:
            self.too_long.emit(sentence, error.bars_needed)
        else:
            self.told.emit(sentence)

    @Slot()
    def _finish(self) -> None:
        done = self._outcome[0] if self._outcome else None
        self._leave()
        self._needed_seconds = time.monotonic() - self._began_seconds
        if done is not None and done.takes:
            self._drawn = done.takes
            if self._is_new:
                self._pair = [None, None]
                self._note(done)
                self._show(done.takes[0], GENERATE, merge=False)
            else:
                self._pair = [self._again(take) for take in self._pair]
        self.running_changed.emit(False)
        self._tell()

    def _note(self, done: "_Drawn") -> None:
        of_takes = (notice for take in done.takes for notice in take.notices)
        notices = tuple(dict.fromkeys((*done.notices, *of_takes)))
        if notices:
            self.noted.emit(tr(shortened(notices)))

    def _again(self, before: "Take | None") -> "Take | None":
        """The take drawn with the random seed of `before`; a starred one is still there itself."""
        if before is None or before in self._document.takes:
            return before
        number = before.controls.random_seed
        return next((take for take in self._drawn if take.controls.random_seed == number), None)

    # Following

    def follow(self) -> None:
        """Draws the takes again soon if the knobs, or the model, are others than theirs."""
        song, controls = self._document.song, self._document.controls
        places = [self._begun, *(_place(take.song) for take in self._document.takes)]
        if controls.takes == 1 or _place(song) not in places:
            self.drop()
            self._drawn = ()
            self._pair = [take if take in self._document.takes else None for take in self._pair]
        elif self._drawn and self._is_turned():
            is_slow = self._needed_seconds > _FRAME_SECONDS
            self._soon.start(_PAUSE_MS if is_slow else _SOON_MS)
        self._tell()

    def _is_turned(self) -> bool:
        """Whether the takes would come out otherwise now; those of a starred one's seed would not.

        The number of a take that is shown asks for no others.
        """
        model = self._ready_model()
        return (
            model is not None
            and _place(self._document.song) == self._begun
            and (model is not self._model or self._wished() != self._asked)
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
        state = (self.all, self._document.takes, self.shown, self.pair)
        if state != self._state:
            self._state = state
            self.changed.emit()


def _place(song: Song) -> tuple[Melody, MeterMap]:
    """What takes go on from."""
    return song.seed, song.meters
