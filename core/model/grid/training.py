"""From folders of songs to a grid model in a file, step by step."""

from collections.abc import Container, Generator, Sequence
from dataclasses import replace
from pathlib import Path

from core.corpus.split import split_from_file
from core.model.card import Card
from core.model.grid.pupil import GridPupil, columns_from_tune
from core.model.training.course import Saving
from core.model.training.dataset import Dataset, read_dataset
from core.model.training.hyperparameters import GridHyperparameters
from core.model.training.progress import Progress, Stage
from core.model.training.teaching import Subject, prepare, teach


def train(
    folders: Sequence[Path | str],
    saving: Saving,
    *,
    split: Path | None = None,
    durations: Container[int] | None = None,
    hyperparameters: GridHyperparameters | None = None,
    card: Card | None = None,
) -> Generator[Progress, None, None]:
    """Trains a grid model on the songs in `folders`; the best one so far is in `saving.out`.

    Closing the iterator stops it; what was written by then stays, and the training can be resumed.
    `durations` (ticks) leaves out songs with others; `split` is a split file, else near-duplicates
    are kept together. `card` says what cannot be counted: name, corpus, command and licence. Test
    songs are never learnt from; where there are some, the card's figure is theirs in the end, and
    until then the validation songs'. UserError when TensorFlow is missing, the corpus is too small,
    a file cannot be written, or a checkpoint is there that is not, or cannot be, resumed.
    """
    hyper = hyperparameters or GridHyperparameters()
    devices = prepare(saving, hyper.random_seed)
    parting = split_from_file(split) if split else None
    dataset = Dataset()
    for item in read_dataset(folders, parting, durations):
        if isinstance(item, Dataset):
            dataset = item
        else:
            yield Progress("reading", item[0] / item[1])
    vocabulary = dataset.vocabulary
    subject = Subject(
        dataset.told("train"),
        (),
        dataset.told("validation"),
        dataset.told("test"),
        vocabulary,
        lambda song: columns_from_tune(song, vocabulary),
        lambda: GridPupil(devices, hyper, vocabulary),
    )
    songs = len(subject.learnt)
    now = Progress("preparing", 0.0, songs=songs, left_out=tuple(dataset.left_out.most_common()))
    yield now
    card = replace(
        card or Card(saving.out.stem, "grid", command="python main.py train"), family="grid"
    )
    stages = [Stage("training", songs, hyper.epochs, hyper.patience)]
    yield from teach(devices, subject, hyper, stages, card, saving, now)
