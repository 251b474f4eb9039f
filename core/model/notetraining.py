"""From folders of songs to a note model in a file, step by step."""

import os
from collections.abc import Generator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from core.corpus.split import split_from_file
from core.errors import UserError
from core.model.card import Card
from core.model.course import Goal, Progress, kept_best
from core.model.dataset import Dataset, read_dataset, read_further
from core.model.notedataset import is_told, lesson_from_song, unrelated
from core.model.notetrainer import NoteHyperparameters, NoteTrainer
from core.model.notevocabulary import notevocabulary_of
from core.model.trainer import load_keras


def train_notes(
    folders: Sequence[Path],
    out: Path,
    *,
    more: Sequence[Path] = (),
    split: Path | None = None,
    hyperparameters: NoteHyperparameters | None = None,
    card: Card | None = None,
) -> Generator[Progress, None, None]:
    """Trains a note model on the kern songs in `folders` and keeps the best one so far in `out`.

    The songs in the folders `more` that are not in `folders` are learnt from too, in a training
    that goes before; variants of validation and test songs are left out of it, and so are songs
    with durations or pitches that the others have not. All else is as
    core.model.training.train says.
    """
    hyper = hyperparameters or NoteHyperparameters()
    if not os.access(out.parent, os.W_OK):  # better told now than after an epoch
        raise UserError(f"'{out.parent}' is no folder that can be written to; choose another.")
    keras = load_keras(hyper.random_seed)
    parting = split_from_file(split) if split else None
    dataset = Dataset()
    for item in read_dataset(folders, parting, on_grid=False):
        if isinstance(item, Dataset):
            dataset = item
        else:
            yield Progress("reading", item[0] / item[1])
    learnt = dataset.songs["train"]
    vocabulary = notevocabulary_of(learnt)
    tried, test = (
        [song for song in dataset.songs[part] if is_told(song, vocabulary)]
        for part in ("validation", "test")
    )
    if not tried:
        raise UserError("No song to validate with has durations that the others have; add songs.")
    held_out = [*dataset.songs["validation"], *dataset.songs["test"], *dataset.others]
    further = [s for s in read_further(more, folders) if is_told(s, vocabulary)]
    further = list(unrelated(further, held_out))
    now = Progress(
        "training", 0.0, songs=len(learnt), left_out=tuple(dataset.left_out.most_common())
    )
    yield now
    written = replace(
        card or Card(out.stem, "note", command="python main.py train"),
        family="note",
        songs=len(learnt) + len(further),
        notes=sum(len(song.melody) for song in (*learnt, *further)),
        date=date.today().isoformat(),
        held_out=f"{len(tried)} validation songs",
    )
    lessons = [lesson_from_song(song, vocabulary) for song in learnt if song.melody.notes]
    trainer = NoteTrainer(
        keras, hyper, vocabulary, [lesson_from_song(song, vocabulary) for song in tried]
    )
    if further:
        epochs = hyper.more_epochs + hyper.epochs
        wider = lessons + [lesson_from_song(song, vocabulary) for song in further]
        trainer.begin(hyper.leniency)
        for epoch in range(hyper.more_epochs):
            for share in trainer.learn(wider, epoch, hyper.more_epochs):
                now = replace(now, share=(epoch + share) / epochs)
                yield now
        trainer.begin()
    goal = Goal(hyper.epochs, hyper.patience, written, vocabulary, out)
    yield from kept_best(
        now, goal, trainer, lambda epoch: trainer.learn(lessons, epoch, hyper.epochs), test
    )
