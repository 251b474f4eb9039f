"""What a training of any family does before and after its songs are read."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import date

from core.errors import UserError
from core.model.card import Card
from core.model.grid.vocabulary import Vocabulary
from core.model.note.vocabulary import NoteVocabulary
from core.model.originality import Indexing, index_path, write_index
from core.model.training.checkpoint import Settings, checkpoint_path
from core.model.training.course import Course, Material, Saving
from core.model.training.devices import Devices, load_devices
from core.model.training.hyperparameters import Hyperparameters
from core.model.training.progress import Progress, Stage
from core.model.training.pupil import Pupil
from core.model.training.shelf import Columns, Shelf
from core.model.training.trainer import Trainer
from core.music.song import Song

_SONGS_A_STEP = 20


@dataclass(frozen=True, slots=True)
class Subject:
    """What there is to learn: songs by part, and the family's way with them.

    `further` are learnt from in those stages alone that take more songs than `learnt` has. `encode`
    gives the columns of a song and the number of its events.
    """

    learnt: Sequence[Song]
    further: Sequence[Song]
    tried: Sequence[Song]
    test: Sequence[Song]
    vocabulary: Vocabulary | NoteVocabulary
    encode: Callable[[Song], tuple[Columns, int]]
    make: Callable[[], Pupil]


def prepare(saving: Saving, random_seed: int) -> Devices:
    """The devices to train on, if all is as it must be before songs are read.

    UserError where TensorFlow is missing, a folder cannot be written to, or an earlier training was
    interrupted and shall not be resumed.
    """
    for path in (saving.out, saving.log or saving.out):
        if not os.access(path.parent, os.W_OK):  # better told now than after an epoch
            raise UserError(
                "'{folder}' is no folder that can be written to; choose another.",
                folder=path.parent,
            )
    checkpoint = checkpoint_path(saving.out)
    if checkpoint.exists() and not saving.resume:
        raise UserError(
            "'{checkpoint}' holds a training that was interrupted; go on with it by --resume, "
            "or remove the file to begin anew.",
            checkpoint=checkpoint,
        )
    return load_devices(random_seed)


def teach(
    devices: Devices,
    subject: Subject,
    hyper: Hyperparameters,
    stages: Sequence[Stage],
    card: Card,
    saving: Saving,
    now: Progress,
) -> Iterator[Progress]:
    """Encodes the songs, then follows the course; their index comes with the first model. `card` is
    that of the family, still without what can be counted."""
    folder = saving.out.parent
    with closing(Shelf(folder)) as learnt, closing(Shelf(folder)) as tried:
        parts = ((learnt, subject.learnt), (learnt, subject.further), (tried, subject.tried))
        count, notes, indexing = sum(len(songs) for _, songs in parts), 0, Indexing()
        for shelf, songs in parts:
            for song in songs:
                shelf.add(*subject.encode(song))
                if shelf is learnt:
                    notes += len(song.melody)
                    indexing.add(song)
                done = len(learnt) + len(tried)
                if done % _SONGS_A_STEP == 0:
                    yield replace(now, stage="preparing", share=done / count)
        material = Material(
            learnt,
            tried,
            subject.test,
            stages,
            hyper.batch,
            hyper.random_seed,
            replace(
                card,
                songs=len(learnt),
                notes=notes,
                date=date.today().isoformat(),
                held_out=f"{len(tried)} validation songs",
            ),
            subject.vocabulary,
            _settings(card.family, hyper, learnt, tried),
        )
        trainer = Trainer(devices, hyper, subject.make)
        is_indexed = not devices.is_chief
        for progress in Course(devices, trainer, material, saving).follow(now):
            if progress.best is not None and not is_indexed:
                write_index(indexing.index, index_path(saving.out))
                is_indexed = True
            yield progress


def _settings(family: str, hyper: Hyperparameters, learnt: Shelf, tried: Shelf) -> Settings:
    """All that decides what the weights become; the vocabulary shows in the encoded songs."""
    return {
        "family": family,
        **{name.replace("_", " "): json.dumps(value) for name, value in asdict(hyper).items()},
        "songs": learnt.fingerprint,
        "validation songs": tried.fingerprint,
    }
