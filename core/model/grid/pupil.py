"""The network of the grid family in training: whole tunes of symbols, from a zero state.

The state that inference carries from symbol to symbol is then just what was trained, and an epoch
is far cheaper than with every window of 64 symbols.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from core.model.grid.symbols import events
from core.model.grid.vocabulary import Vocabulary
from core.model.training.dataset import tune_of
from core.model.training.devices import Devices
from core.model.training.hyperparameters import GridHyperparameters
from core.model.training.pupil import Arrays
from core.model.training.recurrence import Dropout, recurrence
from core.model.training.shelf import Columns
from core.music.song import Song


class GridPupil:
    """One-hot symbols, an LSTM, a softmax."""

    columns: Mapping[str, tuple[int, ...]] = {"told": (), "wanted": ()}
    aside: Sequence[Any] = ()

    def __init__(
        self, devices: Devices, hyper: GridHyperparameters, vocabulary: Vocabulary
    ) -> None:
        layers = devices.keras.layers
        size = len(vocabulary)
        self._tf, self._dropout = devices.tf, hyper.dropout
        self.network = devices.keras.Sequential(
            [
                devices.keras.Input((None, size)),
                layers.LSTM(hyper.units, return_sequences=True),
                layers.Dropout(hyper.dropout),
                layers.Dense(size, activation="softmax"),
            ]
        )

    def hide(self, batch: Arrays, random: np.random.Generator) -> None:
        """Nothing: this family is told nothing but the tune."""

    def costs(self, batch: Mapping[str, Any], dropout: Dropout | None) -> tuple[Any, Any]:
        tf = self._tf
        lstm, dense = self.network.layers[0], self.network.layers[-1]
        kernel, recurrent, bias = map(tf.convert_to_tensor, lstm.trainable_variables)
        weights, offset = map(tf.convert_to_tensor, dense.trainable_variables)
        # A one-hot symbol times the kernel is a row of it. Steps come first from here on.
        inputs = tf.gather(kernel, tf.transpose(batch["told"])) + bias
        hidden = recurrence(inputs, recurrent)  # (steps, tunes, units)
        if dropout is not None:
            hidden = dropout(hidden, self._dropout, axis=1)
        logits = tf.tensordot(hidden, weights, 1) + offset
        wanted = tf.transpose(batch["wanted"])
        nats = tf.transpose(tf.nn.sparse_softmax_cross_entropy_with_logits(wanted, logits))
        return nats, nats


def columns_from_tune(song: Song, vocabulary: Vocabulary) -> tuple[Columns, int]:
    """Each symbol of a song and the one that follows it; the number of its events."""
    tune = tune_of(song)
    numbers = {symbol: number for number, symbol in enumerate(vocabulary.symbols)}
    codes = np.array([numbers[symbol] for symbol in tune], np.int16)
    return {"told": codes[:-1], "wanted": codes[1:]}, events(tune)
