"""From folders of songs to a model in a file, step by step."""

import os
from collections.abc import Container, Generator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from core.corpus.split import split_from_file
from core.errors import UserError
from core.model.card import Card
from core.model.course import Goal, Progress, kept_best
from core.model.dataset import Dataset, read_dataset
from core.model.hyperparameters import Hyperparameters
from core.model.trainer import Trainer, load_keras


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
    goal = Goal(hyperparameters.epochs, hyperparameters.patience, written, vocabulary, out)
    yield from kept_best(now, goal, trainer, trainer.learn, dataset.told("test"))
