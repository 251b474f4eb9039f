"""Time of an epoch: whole songs by the program's loop, against every window of 64 symbols by Keras.

The widely copied way takes a window of 64 symbols before each symbol of each song, from an empty
state, and calls `fit`. Sizes, songs, threads and process are the same; both are measured on a
sample and reckoned for an epoch on all the songs.
"""

import tempfile
from collections.abc import Callable
from math import ceil
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from core.errors import UserError
from core.files.kern import song_from_kern_file
from core.model.grid.pupil import GridPupil, columns_from_tune
from core.model.grid.vocabulary import Vocabulary, vocabulary_of
from core.model.training.dataset import tune_of
from core.model.training.devices import Devices, load_devices
from core.model.training.feed import groups
from core.model.training.hyperparameters import GridHyperparameters
from core.model.training.shelf import Shelf
from core.model.training.trainer import Trainer
from core.music.song import Song
from tests.bench.corpus import made_up
from tests.bench.row import Row

_WINDOW, _BATCH, _BATCHES = 64, 64, 10
_COPIES = 4
_HYPER = GridHyperparameters()


def rows() -> list[Row]:
    """Empty where TensorFlow is not installed."""
    try:
        devices = load_devices(1)
    except UserError:
        return []
    with tempfile.TemporaryDirectory() as folder:
        songs = [song_from_kern_file(path) for path in made_up(Path(folder))] * _COPIES
    words = vocabulary_of(range(50, 81))
    symbols = sum(len(tune_of(song)) - 1 for song in songs)
    windows = _BATCHES * _BATCH
    usual = symbols / windows * _median(_windows(devices, songs, words))
    ours = _median(_whole(devices, songs, words))
    name = f"an epoch on {len(songs)} songs of {ceil(symbols / len(songs))} symbols, LSTM 256"
    baseline = f"every window, Keras fit, from {windows} of {symbols}: {usual:.0f} s"
    return [Row(name, ours, "s", baseline, usual / ours)]


def _whole(devices: Devices, songs: list[Song], words: Vocabulary) -> Callable[[], object]:
    shelf = Shelf(Path(tempfile.gettempdir()))
    for song in songs:
        shelf.add(*columns_from_tune(song, words))
    trainer = Trainer(devices, _HYPER, lambda: GridPupil(devices, _HYPER, words))
    parts = groups(shelf.lengths, _HYPER.batch)
    return lambda: list(trainer.learn(shelf, parts, (1,), [0.5] * len(parts), 0))


def _windows(devices: Devices, songs: list[Song], words: Vocabulary) -> Callable[[], object]:
    """One pass over some of the windows."""
    keras: Any = devices.keras
    size = len(words)
    network = keras.Sequential(
        [
            keras.Input((_WINDOW, size)),
            keras.layers.LSTM(_HYPER.units),
            keras.layers.Dropout(_HYPER.dropout),
            keras.layers.Dense(size, activation="softmax"),
        ]
    )
    network.compile(keras.optimizers.Adam(), "sparse_categorical_crossentropy")
    numbers = {symbol: number for number, symbol in enumerate(words.symbols)}
    line = np.array([numbers[s] for song in songs[:10] for s in tune_of(song)])
    told = np.lib.stride_tricks.sliding_window_view(line, _WINDOW)[: _BATCHES * _BATCH]
    wanted = line[_WINDOW:][: len(told)]
    one_hot = np.eye(size, dtype=np.float32)[told]
    return lambda: network.fit(one_hot, wanted, batch_size=_BATCH, verbose=0)


def _median(act: Callable[[], object]) -> float:
    """Seconds, the middle of three, after one that warms up."""
    act()
    taken = []
    for _ in range(3):
        before = perf_counter()
        act()
        taken.append(perf_counter() - before)
    return sorted(taken)[1]
