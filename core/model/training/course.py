"""The course of a training, whatever the family: epoch after epoch, the best weights kept, and so
much written down that it can go on after any interruption."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import log
from pathlib import Path

import numpy as np

from core.disk import read_file, write_file, write_text
from core.errors import UserError
from core.model.bundle import open_model, save_bundle
from core.model.card import Card
from core.model.grid.vocabulary import Vocabulary
from core.model.note.vocabulary import NoteVocabulary
from core.model.training.checkpoint import (
    LARGEST_CHECKPOINT,
    Checkpoint,
    Settings,
    bytes_from_checkpoint,
    check_settings,
    checkpoint_from_bytes,
    checkpoint_path,
)
from core.model.training.devices import Devices
from core.model.training.feed import groups
from core.model.training.pace import Pace
from core.model.training.progress import Progress, Stage, Standing, csv_from_curve
from core.model.training.shelf import Shelf
from core.model.training.trainer import Trainer
from core.music.song import Song

_VALIDATING = 1 / 3
"""What a step costs in validation, as a share of what it costs to learn from it."""


@dataclass(frozen=True, slots=True)
class Saving:
    """What a training writes, and whether it goes on with one that was interrupted.

    The best model so far is in `out`; a checkpoint beside it is at most about
    `checkpoint_seconds` old; `log`, where it is given, is a table of all epochs (CSV).
    """

    out: Path
    resume: bool = False
    log: Path | None = None
    checkpoint_seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class Material:
    """What is learnt from in `stages`, what it is tried on meanwhile, and in the end.

    `card` and `vocabulary` go into the model's file; `settings` are all that decides what becomes
    of it.
    """

    learnt: Shelf
    tried: Shelf
    test: Sequence[Song]
    stages: Sequence[Stage]
    batch: int
    random_seed: int
    card: Card
    vocabulary: Vocabulary | NoteVocabulary
    settings: Settings


class Course:
    """One training, from its beginning or from a checkpoint."""

    def __init__(
        self, devices: Devices, trainer: Trainer, material: Material, saving: Saving
    ) -> None:
        """UserError where the checkpoint to go on with is of another training, or damaged."""
        self._devices, self._trainer = devices, trainer
        self._material, self._saving = material, saving
        self._standing, self._best = Standing(), trainer.average
        self._lengths, self._events = material.learnt.lengths, material.learnt.events
        self._trials = groups(material.tried.lengths, material.batch)
        trial = _VALIDATING * float(material.tried.lengths.sum())
        self._work = [float(self._lengths[: s.songs].sum()) + trial for s in material.stages]
        self._done, self._pace, self._is_resumed = 0.0, Pace(), False
        self._clock = self._saved = time.monotonic()
        if saving.resume:
            self._resume()

    def follow(self, now: Progress) -> Iterator[Progress]:
        """All that is left of it. UserError where a file cannot be written.

        In the end the best model is tried on the test songs, by numpy, and its card tells the
        figure.
        """
        stages = self._material.stages
        epochs = sum(stage.epochs for stage in stages)
        now = replace(now, epochs=epochs, is_resumed=self._is_resumed)
        while self._standing.phase != "testing":
            number = self._standing.stage
            yield self._seen(now)
            for _ in self._stage(stages[number]):
                yield self._seen(now)
            if number + 1 < len(stages):
                self._standing = self._standing.staged(number + 1)
            else:
                self._standing = self._standing.staged(number, "testing")
                self._save()
        yield from self._tested(self._seen(now))

    # What follows moves the standing on by small steps, and may be left off after any of them.

    def _stage(self, stage: Stage) -> Iterator[None]:
        self._trainer.set_leniency(stage.leniency)
        if self._standing.is_fresh:
            self._trainer.begin()
            self._save()
        while self._standing.epoch < stage.epochs and self._standing.waited < stage.patience:
            if self._standing.phase == "learning":
                yield from self._learn(stage)
            yield from self._validate(stage)
            yield

    def _learn(self, stage: Stage) -> Iterator[None]:
        standing, material = self._standing, self._material
        key = (material.random_seed, standing.stage, standing.epoch)
        random = np.random.default_rng(key)
        parts = groups(self._lengths[: stage.songs], material.batch, random)
        work = np.cumsum([self._lengths[part].sum() for part in parts])
        batches = range(standing.step, len(parts))
        costs = self._trainer.learn(
            material.learnt,
            parts,
            key,
            [(standing.epoch + step / len(parts)) / stage.epochs for step in range(len(parts))],
            standing.taken,
            standing.step,
        )
        for number, nats in zip(batches, costs, strict=True):
            self._step(nats, self._events[parts[number]].sum(), float(work[number]))
            yield
        bits = self._standing.cost / log(2)
        self._standing = self._standing.learnt(bits / self._standing.count)

    def _validate(self, stage: Stage) -> Iterator[None]:
        tried, start = self._material.tried, self._standing.step
        events, lengths = tried.events, tried.lengths
        work = _VALIDATING * np.cumsum([lengths[part].sum() for part in self._trials])
        before = self._work[self._standing.stage] - float(work[-1])
        costs = self._trainer.validate(tried, self._trials, start)
        for number, nats in zip(range(start, len(self._trials)), costs, strict=True):
            self._step(nats, events[self._trials[number]].sum(), before + float(work[number]))
            yield
        bits, best = self._standing.cost / log(2), self._standing.best
        self._standing = self._standing.validated(bits / self._standing.count, stage.name)
        if self._standing.best != best:
            self._best = self._trainer.average
            self._write_model(self._card)
        if self._saving.log is not None and self._devices.is_chief:
            write_text(self._saving.log, csv_from_curve(self._standing.curve))
        self._save()

    def _tested(self, now: Progress) -> Iterator[Progress]:
        """Only the chief has the file; the others wait for it."""
        songs, card = self._material.test, self._card
        if songs and self._devices.is_chief:
            model = open_model(self._saving.out)
            for song in islice(songs, self._standing.step, None):
                cost = model.cost(song)
                self._step(cost.bits, cost.events, 0.0)
                yield replace(now, stage="testing", share=self._standing.step / len(songs))
            test = self._standing.cost / self._standing.count
            card = replace(card, bits_per_note=round(test, 3), held_out=f"{len(songs)} test songs")
            now = replace(now, test=test)
            self._write_model(card)
        if self._devices.is_chief:
            checkpoint_path(self._saving.out).unlink(missing_ok=True)
        self._devices.told_by_chief(b"")
        yield replace(now, stage="finished", share=1.0, seconds_left=0.0)

    def _step(self, cost: float, count: int, work: float) -> None:
        """One batch or song more; `work` is what is done of the epoch by now."""
        now = time.monotonic()
        self._standing = self._standing.stepped(cost, int(count), now - self._clock)
        self._clock = now
        stage = self._standing.stage
        epochs = [*(s.epochs for s in self._material.stages[:stage]), self._standing.epoch]
        self._done = sum(n * w for n, w in zip(epochs, self._work, strict=False)) + work
        self._pace.mark(self._done)
        if now - self._saved >= self._saving.checkpoint_seconds:
            self._save()

    def _seen(self, now: Progress) -> Progress:
        stages, standing = self._material.stages, self._standing
        total = sum(s.epochs * work for s, work in zip(stages, self._work, strict=True))
        return replace(
            now,
            stage=stages[standing.stage].name,
            share=self._done / total,
            epoch=len(standing.curve),
            seconds_left=self._pace.seconds_left(total),
            curve=standing.curve,
            best=standing.best,
        )

    @property
    def _card(self) -> Card:
        """The card while there is no figure of the test songs."""
        best = self._standing.best
        return replace(self._material.card, bits_per_note=None if best is None else round(best, 3))

    def _write_model(self, card: Card) -> None:
        if self._devices.is_chief:
            archive = self._trainer.archive(self._best)
            save_bundle(archive, self._material.vocabulary, card, self._saving.out)

    def _save(self) -> None:
        if self._devices.is_chief:
            rows, settings = self._trainer.rows, self._material.settings
            checkpoint = Checkpoint(settings, self._standing, rows, self._best)
            write_file(checkpoint_path(self._saving.out), bytes_from_checkpoint(checkpoint))
        self._saved = time.monotonic()

    def _resume(self) -> None:
        path = checkpoint_path(self._saving.out)
        is_read = self._devices.is_chief and path.exists()
        data = read_file(path, LARGEST_CHECKPOINT) if is_read else b""
        data = self._devices.told_by_chief(data)
        if not data:
            return
        checkpoint = checkpoint_from_bytes(data, path)
        check_settings(checkpoint, self._material.settings, path)
        try:
            self._trainer.restore(checkpoint.rows)
        except ValueError as error:
            raise UserError("'{path}' is damaged; remove it to begin anew.", path=path) from error
        self._standing, self._best = checkpoint.standing, checkpoint.best
        self._is_resumed = True
        if self._standing.best is not None:
            self._write_model(self._card)  # it may be gone by now
