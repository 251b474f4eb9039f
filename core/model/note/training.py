"""From folders of songs to a note model in a file, step by step."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path

from core.corpus.split import split_from_file
from core.errors import UserError
from core.model.card import Card
from core.model.note.dataset import is_told
from core.model.note.pupil import NotePupil, columns_from_song
from core.model.note.vocabulary import notevocabulary_of
from core.model.training.course import Saving
from core.model.training.dataset import Dataset, read_dataset
from core.model.training.hyperparameters import NoteHyperparameters
from core.model.training.progress import Progress, Stage
from core.model.training.teaching import Subject, prepare, teach


def train_notes(
    folders: Sequence[Path | str],
    saving: Saving,
    *,
    more: Sequence[Path | str] = (),
    split: Path | None = None,
    hyperparameters: NoteHyperparameters | None = None,
    card: Card | None = None,
) -> Generator[Progress, None, None]:
    """Trains a note model on the songs in `folders`; the best one so far is in `saving.out`.

    The songs in the folders `more` that are not in `folders` are learnt from too, in a training
    that goes before; variants of validation and test songs are left out of it, and so are songs
    with durations or pitches that the others have not. All else is as
    core.model.grid.training.train says.
    """
    hyper = hyperparameters or NoteHyperparameters()
    devices = prepare(saving, hyper.random_seed)
    parting = split_from_file(split) if split else None
    dataset = Dataset()
    for item in read_dataset(folders, parting, family="note", more=more):
        if isinstance(item, Dataset):
            dataset = item
        else:
            yield Progress("reading", item[0] / item[1])
    learnt = dataset.songs["train"]
    vocabulary = notevocabulary_of(learnt)
    tried, test, further = (
        songs.where(lambda song: is_told(song, vocabulary))
        for songs in (dataset.songs["validation"], dataset.songs["test"], dataset.further)
    )
    if not tried:
        raise UserError("No song to validate with has durations that the others have; add songs.")
    subject = Subject(
        learnt,
        further,
        tried,
        test,
        vocabulary,
        lambda song: columns_from_song(song, vocabulary),
        lambda: NotePupil(devices, hyper, vocabulary),
    )
    songs = len(learnt)
    now = Progress("preparing", 0.0, songs=songs, left_out=tuple(dataset.left_out.most_common()))
    yield now
    card = replace(
        card or Card(saving.out.stem, "note", command="python main.py train"), family="note"
    )
    stages = [Stage("training", songs, hyper.epochs, hyper.patience)]
    if further:
        epochs = hyper.more_epochs
        wider = Stage("pretraining", songs + len(further), epochs, epochs, hyper.leniency)
        stages.insert(0, wider)
    yield from teach(devices, subject, hyper, stages, card, saving, now)
