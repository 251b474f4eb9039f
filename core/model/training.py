"""From folders of songs to a model in a file, step by step."""

import os
from collections.abc import Container, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from core.corpus.split import split_from_file
from core.errors import UserError
from core.model.bundle import open_model, save_bundle
from core.model.card import Card
from core.model.dataset import Dataset, read_dataset
from core.model.hyperparameters import Hyperparameters
from core.model.notevocabulary import NoteVocabulary
from core.model.trainer import Trainer, load_keras
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


def train(
    folders: Sequence[Path],
    out: Path,
    *,
    split: Path | None = None,
    durations: Container[int] | None = None,
    hyperparameters: Hyperparameters | None = None,
    card: Card | None = None,
) -> Generator[Progress, None, None]:
    """Trains a grid model on the kern songs in `folders` and keeps the best one so far in `out`.

    Closing the iterator stops it; what `out` holds by then stays. `durations` (ticks) leaves out
    songs with others; `split` is a split file, else songs are parted by their names. `card` says
    what cannot be counted: name, corpus, command and licence. Test songs are never learnt from;
    where there are some, the card's figure is theirs in the end, and until then the validation
    songs'. UserError when TensorFlow is missing, the corpus is too small, or `out` cannot be
    written.
    """
    hyperparameters = hyperparameters or Hyperparameters()
    if not os.access(out.parent, os.W_OK):  # better told now than after an epoch
        raise UserError(f"'{out.parent}' is no folder that can be written to; choose another.")
    keras = load_keras(hyperparameters.random_seed)
    parting = split_from_file(split) if split else None
    dataset = Dataset()
    for item in read_dataset(folders, parting, durations):
        if isinstance(item, Dataset):
            dataset = item
        else:
            yield Progress("reading", item[0] / item[1])
    learnt, tried = dataset.told("train"), dataset.told("validation")
    vocabulary = dataset.vocabulary
    now = Progress(
        "training", 0.0, songs=len(learnt), left_out=tuple(dataset.left_out.most_common())
    )
    yield now
    written = replace(
        card or Card(out.stem, "grid", command="python main.py train"),
        family="grid",
        songs=len(learnt),
        notes=sum(len(song.melody) for song in learnt),
        date=date.today().isoformat(),
        held_out=f"{len(tried)} validation songs",
    )
    trainer = Trainer(keras, hyperparameters, vocabulary, learnt, tried)
    archive, waited = b"", 0
    while now.epoch < hyperparameters.epochs and waited < hyperparameters.patience:
        for share in trainer.learn(now.epoch):
            yield replace(now, share=(now.epoch + share) / hyperparameters.epochs)
        validation = trainer.validate()
        is_better = now.best is None or validation < now.best
        waited = 0 if is_better else waited + 1
        if is_better:
            written = replace(written, bits_per_note=round(validation, 3))
            archive = trainer.archive()
            save_bundle(archive, vocabulary, written, out)
        now = replace(
            now,
            epoch=now.epoch + 1,
            share=(now.epoch + 1) / hyperparameters.epochs,
            training=trainer.training,
            validation=validation,
            best=min(validation, now.best or validation),
        )
        yield now
    yield from tested(now, dataset.told("test"), archive, vocabulary, written, out)


def tested(
    now: Progress,
    songs: list[Song],
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
