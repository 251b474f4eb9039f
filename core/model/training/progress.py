"""How far a training is, for people and for whoever goes on with it."""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace
from typing import Literal

Phase = Literal["learning", "validating", "testing"]


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs on the first `songs` songs of the shelf, from the averaged weights so far.

    It ends after `epochs`, or after `patience` of them without a better validation figure.
    """

    name: Literal["pretraining", "training"]
    songs: int
    epochs: int
    patience: int
    leniency: float = 1.0


@dataclass(frozen=True, slots=True)
class Epoch:
    """Figures of an epoch in bits per note. `number` counts from 1 in each stage."""

    stage: str
    number: int
    training: float
    validation: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a training is, and its figures in bits per note.

    `share` (0 to 1) is that of `stage`; "pretraining" and "training" are one in this. `epoch`
    epochs of `epochs` in all are done; `seconds_left` is how long all others would take, None while
    nobody knows. `is_resumed` tells whether it goes on with one that was interrupted. `curve` are
    the epochs so far, `best` the lowest validation figure, that of the model that is already in the
    file, `test` the figure of the test songs at the very end.
    """

    stage: Literal["reading", "preparing", "pretraining", "training", "testing", "finished"]
    share: float
    epoch: int = 0
    epochs: int = 0
    seconds_left: float | None = None
    is_resumed: bool = False
    curve: tuple[Epoch, ...] = ()
    best: float | None = None
    test: float | None = None
    songs: int = 0
    left_out: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a training stands.

    `epoch` epochs of the stage at `stage` are done, and `step` batches (when testing: songs) of
    `phase` after them; these cost `cost` (nats; when testing: bits) for `count` events, and took
    `seconds`. `taken` counts the steps of learning in the stage. `training` is the epoch's figure
    once it is known. `best` is the lowest validation figure so far, `stage_best` that of the stage,
    `waited` the number of epochs since.
    """

    stage: int = 0
    epoch: int = 0
    phase: Phase = "learning"
    step: int = 0
    taken: int = 0
    cost: float = 0.0
    count: int = 0
    seconds: float = 0.0
    training: float = 0.0
    best: float | None = None
    stage_best: float | None = None
    waited: int = 0
    curve: tuple[Epoch, ...] = ()

    @property
    def is_fresh(self) -> bool:
        """Whether nothing of the stage is done yet."""
        return self.phase == "learning" and self.epoch == self.step == 0

    def stepped(self, cost: float, count: int, seconds: float) -> "Standing":
        """One batch or song later."""
        return replace(
            self,
            step=self.step + 1,
            taken=self.taken + (self.phase == "learning"),
            cost=self.cost + cost,
            count=self.count + count,
            seconds=self.seconds + seconds,
        )

    def learnt(self, figure: float) -> "Standing":
        """All batches of an epoch are learnt from."""
        return replace(self, phase="validating", step=0, cost=0.0, count=0, training=figure)

    def validated(self, figure: float, stage: str) -> "Standing":
        """The epoch is over."""
        is_best_of_stage = self.stage_best is None or figure < self.stage_best
        return replace(
            self,
            epoch=self.epoch + 1,
            phase="learning",
            step=0,
            cost=0.0,
            count=0,
            seconds=0.0,
            best=min(figure, figure if self.best is None else self.best),
            stage_best=figure if is_best_of_stage else self.stage_best,
            waited=0 if is_best_of_stage else self.waited + 1,
            curve=(*self.curve, Epoch(stage, self.epoch + 1, self.training, figure, self.seconds)),
        )

    def staged(self, stage: int, phase: Phase = "learning") -> "Standing":
        """At the beginning of another stage, or of the test."""
        return Standing(stage, phase=phase, best=self.best, curve=self.curve)


def csv_from_curve(curve: Iterable[Epoch]) -> str:
    """A table of the epochs, bits per note and seconds, for any program that draws curves."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(field.name for field in fields(Epoch))
    table.writerows(
        [f"{value:.6g}" if isinstance(value, float) else value for value in astuple(epoch)]
        for epoch in curve
    )
    return text.getvalue()
