"""What some steps of training cost: python -m tests.model.training.losses FAMILY DEVICES.

The processor is taken for so many devices; with TF_CONFIG set, this is one of several workers.
Prints a JSON list: the number of devices, bits per note of each step, and those of a validation by
the averaged weights.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from core.model.grid.pupil import GridPupil, columns_from_tune
from core.model.grid.vocabulary import vocabulary_of
from core.model.note.graph import Sizes
from core.model.note.pupil import NotePupil, columns_from_song
from core.model.training.devices import Devices, load_devices
from core.model.training.feed import groups
from core.model.training.hyperparameters import (
    GridHyperparameters,
    Hyperparameters,
    NoteHyperparameters,
)
from core.model.training.pupil import Pupil
from core.model.training.shelf import Shelf
from core.model.training.trainer import Trainer
from core.music.key import C_MAJOR
from core.music.song import Song
from tests.model.tunes import NOTE_WORDS, TUNES

EPOCHS = 3

NOTE = NoteHyperparameters(sizes=Sizes(units=32), batch=200, rate=0.01, epochs=2, hidden=0.3)
GRID = GridHyperparameters(units=32, batch=900, rate=0.02, epochs=2, dropout=0.3)


def taught(family: str, devices: Devices, shelf: Shelf) -> tuple[Hyperparameters, Trainer]:
    """A trainer, with sixty songs on the shelf for it."""
    songs = [
        Song(TUNES[number % 3].transposed(number % 4 - 2), key=C_MAJOR) for number in range(60)
    ]
    grid_words = vocabulary_of(range(50, 81))

    def make() -> Pupil:
        if family == "note":
            return NotePupil(devices, NOTE, NOTE_WORDS)
        return GridPupil(devices, GRID, grid_words)

    for song in songs:
        if family == "note":
            shelf.add(*columns_from_song(song, NOTE_WORDS))
        else:
            shelf.add(*columns_from_tune(song, grid_words))
    hyper: Hyperparameters = NOTE if family == "note" else GRID
    return hyper, Trainer(devices, hyper, make)


def costs(family: str, devices: Devices) -> list[float]:
    shelf = Shelf(Path(tempfile.gettempdir()))
    hyper, trainer = taught(family, devices, shelf)
    found: list[float] = []
    for epoch in range(EPOCHS):
        key = (1, 0, epoch)
        parts = groups(shelf.lengths, hyper.batch, np.random.default_rng(key))
        ways = [(epoch + n / len(parts)) / EPOCHS for n in range(len(parts))]
        nats = trainer.learn(shelf, parts, key, ways, len(found))
        for part, cost in zip(parts, nats, strict=True):
            found.append(cost / np.log(2) / int(shelf.events[part].sum()))
    parts = groups(shelf.lengths, hyper.batch)
    tried = sum(trainer.validate(shelf, parts))
    return [*found, tried / np.log(2) / float(shelf.events.sum())]


def main() -> None:
    family, count = sys.argv[1], int(sys.argv[2])
    tf: Any = __import__("tensorflow")
    if count > 1:
        (processor,) = tf.config.list_physical_devices("CPU")
        parts = [tf.config.LogicalDeviceConfiguration()] * count
        tf.config.set_logical_device_configuration(processor, parts)
    devices = load_devices(1)
    print(json.dumps([devices.strategy.num_replicas_in_sync, *costs(family, devices)]))


if __name__ == "__main__":
    main()
