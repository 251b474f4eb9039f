"""The course of a training, whatever the family: epoch after epoch, the best weights kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from core.model.bundle import open_model, save_bundle
from core.model.card import Card
from core.model.notevocabulary import NoteVocabulary
from core.model.vocabulary import Vocabulary
from core.music.song import Song


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a training is: `share` (0 to 1) of its `stage`, and its figures in bits per note.

    The figures are None until they are known: `training` and `validation` after the first epoch,
    `test` at the very end. `best` is the lowest validation figure so far, of the model that is
    already in the file.
    """

    stage: Literal["reading", "training", "testing", "finished"]
    share: float
    epoch: int = 0
    training: float | None = None
    validation: float | None = None
    best: float | None = None
    test: float | None = None
    songs: int = 0
    left_out: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """How long a training goes on, and what it writes: `epochs` at most, and `patience` of them
    without a better validation figure."""

    epochs: int
    patience: int
    card: Card
    vocabulary: Vocabulary | NoteVocabulary
    out: Path


class Learner(Protocol):
    """A network in training; `training` are the bits per note of the last epoch."""

    @property
    def training(self) -> float: ...

    def validate(self) -> float:
        """Bits per note on the validation songs."""

    def archive(self) -> bytes:
        """The network as Keras saves it."""


def kept_best(
    now: Progress,
    goal: Goal,
    learner: Learner,
    learn: Callable[[int], Iterator[float]],
    test: Sequence[Song],
) -> Iterator[Progress]:
    """Lets `learner` learn until the goal is reached; the best model so far is in the file.

    `learn` goes through one epoch and yields the share of it that is done. In the end the best
    model is tried on the songs of `test`, by numpy, and its card tells the figure.
    """
    card, begun, archive, waited = goal.card, now.share, b"", 0

    def share(epochs: float) -> float:
        return begun + (1 - begun) * epochs / goal.epochs

    while now.epoch < goal.epochs and waited < goal.patience:
        for part in learn(now.epoch):
            yield replace(now, share=share(now.epoch + part))
        validation = learner.validate()
        is_better = now.best is None or validation < now.best
        waited = 0 if is_better else waited + 1
        if is_better:
            card = replace(card, bits_per_note=round(validation, 3))
            archive = learner.archive()
            save_bundle(archive, goal.vocabulary, card, goal.out)
        now = replace(
            now,
            epoch=now.epoch + 1,
            share=share(now.epoch + 1),
            training=learner.training,
            validation=validation,
            best=min(validation, now.best or validation),
        )
        yield now
    yield from _tested(now, test, archive, goal.vocabulary, card, goal.out)


def _tested(
    now: Progress,
    songs: Sequence[Song],
    archive: bytes,
    vocabulary: Vocabulary | NoteVocabulary,
    card: Card,
    out: Path,
) -> Iterator[Progress]:
    """Tries the model in `out` on the test songs, by numpy, and writes the figure on its card."""
    if songs:
        model = open_model(out)
        bits, count = 0.0, 0
        for number, song in enumerate(songs, start=1):
            cost = model.cost(song)
            bits, count = bits + cost.bits, count + cost.events
            yield replace(now, stage="testing", share=number / len(songs))
        figure = bits / count
        written = replace(card, bits_per_note=round(figure, 3), held_out=f"{len(songs)} test songs")
        now = replace(now, test=figure)
        save_bundle(archive, vocabulary, written, out)
    yield replace(now, stage="finished", share=1.0)
