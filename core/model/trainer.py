"""The network in training. TensorFlow and Keras are loaded here and nowhere else, when it begins.

Whole songs from a zero state: the state that inference carries from symbol to symbol is then just
what was trained, and an epoch is far cheaper than with every window of 64 symbols.
"""

import os
import platform
import shlex
import sys
import tempfile
from collections.abc import Iterator, Sequence
from math import cos, log, pi
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.model.dataset import tune_of
from core.model.grid import events
from core.model.hyperparameters import Hyperparameters
from core.model.vocabulary import Vocabulary
from core.music.song import Song

Tokens = npt.NDArray[np.int32]

_PADDING = -1


def load_keras(random_seed: int) -> Any:
    """Keras, on two threads at most and seeded. UserError where TensorFlow is not installed."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # its notices are about processors
    try:
        import keras  # type: ignore[import-untyped]
        import tensorflow as tf  # type: ignore[import-untyped]
    except ImportError as error:
        raise UserError(f"Training needs TensorFlow; install it: {_install_command()}") from error
    try:
        tf.config.threading.set_intra_op_parallelism_threads(2)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    except RuntimeError:
        pass  # TensorFlow is at work already; its threads stay as they are
    tf.get_logger().setLevel("ERROR")  # it warns of functions traced anew for each small training
    keras.utils.set_random_seed(random_seed)
    return keras


def _install_command() -> str:
    """What to type for the TensorFlow of the extra 'train', at the version that was tested."""
    is_plain = sys.platform == "linux" and platform.machine() == "x86_64"
    words = [sys.executable, "-m", "pip", "install", "tensorflow-cpu" if is_plain else "tensorflow"]
    tested = Path(__file__).parents[2] / ".ci" / "constraints.txt"
    if tested.exists():
        words += ["--constraint", str(tested)]
    return shlex.join(words)


def recurrence(inputs: Any, recurrent: Any) -> Any:
    """The outputs of an LSTM, (steps, batch, units), as Keras' layer computes them, but faster.

    `inputs` are (steps, batch, 4 units), already multiplied by the input weights and biased;
    `recurrent` is (units, 4 units). The gradient of `recurrent` is one product over all steps in
    the end, where TensorFlow's own would add up one for each step.
    """
    import tensorflow as tf

    def outputs(inputs: Any, recurrent: Any) -> tuple[Any, Any]:
        steps, units = tf.shape(inputs)[0], recurrent.shape[0]
        zeros = tf.zeros((1, tf.shape(inputs)[1], units))

        def array(width: int) -> Any:
            return tf.TensorArray(tf.float32, steps, element_shape=(None, width))

        def forward(step: Any, h: Any, c: Any, hs: Any, cs: Any, gates: Any) -> tuple[Any, ...]:
            i, f, g, o = tf.split(inputs[step] + tf.matmul(h, recurrent), 4, axis=1)
            i, f, g, o = tf.sigmoid(i), tf.sigmoid(f), tf.tanh(g), tf.sigmoid(o)
            c = f * c + i * g
            h = o * tf.tanh(c)
            gates = gates.write(step, tf.concat([i, f, g, o], 1))
            return step + 1, h, c, hs.write(step, h), cs.write(step, c), gates

        start = (0, zeros[0], zeros[0], array(units), array(units), array(4 * units))
        *_, hs, cs, gates = tf.while_loop(lambda step, *_: step < steps, forward, start)
        hidden, memory, opened = hs.stack(), cs.stack(), gates.stack()

        def gradient(wanted: Any) -> tuple[Any, Any]:
            before, squashed = tf.concat([zeros, memory[:-1]], 0), tf.tanh(memory)
            transposed = tf.transpose(recurrent)

            def backward(step: Any, dh: Any, dc: Any, inward: Any) -> tuple[Any, ...]:
                i, f, g, o = tf.split(opened[step], 4, axis=1)
                dh, tanh_c = dh + wanted[step], squashed[step]
                dc = dc + dh * o * (1 - tanh_c * tanh_c)
                d = tf.concat(
                    [
                        dc * g * i * (1 - i),
                        dc * before[step] * f * (1 - f),
                        dc * i * (1 - g * g),
                        dh * tanh_c * o * (1 - o),
                    ],
                    1,
                )
                return step - 1, tf.matmul(d, transposed), dc * f, inward.write(step, d)

            end = (steps - 1, zeros[0], zeros[0], array(4 * units))
            *_, inward = tf.while_loop(lambda step, *_: step >= 0, backward, end)
            d = inward.stack()
            carried = tf.reshape(tf.concat([zeros, hidden[:-1]], 0), (-1, units))
            return d, tf.matmul(carried, tf.reshape(d, (-1, 4 * units)), transpose_a=True)

        return hidden, gradient

    return tf.custom_gradient(outputs)(inputs, recurrent)


class Trainer:
    """The network in training and beside it the running average of its weights."""

    def __init__(
        self,
        keras: Any,
        hyper: Hyperparameters,
        vocabulary: Vocabulary,
        learnt: Sequence[Song],
        tried: Sequence[Song],
    ) -> None:
        import tensorflow as tf

        self.training = 0.0
        self._hyper = hyper
        self._random = np.random.default_rng(hyper.random_seed)
        self._numbers = {symbol: n for n, symbol in enumerate(vocabulary.symbols)}
        self._learnt = [self._tokens(song) for song in learnt]
        self._tried = list(_batches([self._tokens(song) for song in tried], hyper.batch))
        self._events = [sum(events(tune_of(song)) for song in songs) for songs in (learnt, tried)]
        size = len(vocabulary)
        self._network = keras.Sequential(
            [
                keras.Input((None, size)),
                keras.layers.LSTM(hyper.units, return_sequences=True),
                keras.layers.Dropout(hyper.dropout),
                keras.layers.Dense(size, activation="softmax"),
            ]
        )
        self._average = keras.models.clone_model(self._network)
        self._average.set_weights(self._network.get_weights())
        self._optimizer = keras.optimizers.AdamW(
            hyper.rate, weight_decay=hyper.weight_decay, global_clipnorm=1.0
        )
        signature = [tf.TensorSpec((None, None), tf.int32)]
        self._learn = tf.function(self._learnt_from, input_signature=signature)
        self._try_out = tf.function(self._tried_on, input_signature=signature)

    def learn(self, epoch: int) -> Iterator[float]:
        """One epoch; yields the share of it that is done."""
        batches = list(_batches(self._learnt, self._hyper.batch, self._random))
        nats = 0.0
        for number, tokens in enumerate(batches):
            way = (epoch + number / len(batches)) / self._hyper.epochs
            self._optimizer.learning_rate.assign(self._hyper.rate * _height(way))
            nats += float(self._learn(tokens))
            yield (number + 1) / len(batches)
        self.training = nats / log(2) / self._events[0]

    def validate(self) -> float:
        """Bits per note of the averaged network on the validation songs."""
        nats = sum(float(self._try_out(tokens)) for tokens in self._tried)
        return nats / log(2) / self._events[1]

    def archive(self) -> bytes:
        """The averaged network as Keras saves it."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.keras"
            self._average.save(path)
            return path.read_bytes()

    def _learnt_from(self, tokens: Any) -> Any:
        """One step on a batch of tunes (tunes, symbols); the nats of all its symbols."""
        import tensorflow as tf

        lstm, dense = self._network.layers[0], self._network.layers[-1]
        told, wanted = tf.transpose(tokens[:, :-1]), tf.transpose(tokens[:, 1:])
        is_told = tf.cast(wanted != _PADDING, tf.float32)  # (symbols, tunes)
        with tf.GradientTape() as tape:
            kernel, recurrent, bias = map(tf.convert_to_tensor, lstm.trainable_variables)
            inputs = tf.gather(kernel, tf.maximum(told, 0)) + bias
            hidden = tf.nn.dropout(recurrence(inputs, recurrent), self._hyper.dropout)
            weights, offset = map(tf.convert_to_tensor, dense.trainable_variables)
            logits = tf.tensordot(hidden, weights, 1) + offset  # (symbols, tunes, sorts)
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.maximum(wanted, 0), logits)
            nats = tf.reduce_sum(losses * is_told)
            mean = nats / tf.reduce_sum(is_told)
        variables = self._network.trainable_variables
        gradients = tape.gradient(mean, variables)
        self._optimizer.apply_gradients(zip(gradients, variables, strict=True))
        share = self._hyper.average
        for kept, new in zip(self._average.trainable_variables, variables, strict=True):
            kept.assign(share * kept + (1 - share) * new)
        return nats

    def _tried_on(self, tokens: Any) -> Any:
        """Nats of a batch of tunes by the averaged network, as Keras itself computes it."""
        import keras
        import tensorflow as tf

        wanted = tokens[:, 1:]
        told = tf.one_hot(tokens[:, :-1], self._average.input_shape[-1])
        losses = keras.losses.sparse_categorical_crossentropy(
            tf.maximum(wanted, 0), self._average(told, training=False)
        )
        return tf.reduce_sum(tf.where(wanted == _PADDING, 0.0, losses))

    def _tokens(self, song: Song) -> Tokens:
        return np.array([self._numbers[symbol] for symbol in tune_of(song)], np.int32)


def _height(way: float) -> float:
    """The learning rate over its peak: a short rise, then half a cosine down to nothing."""
    return min(1.0, 0.1 + way / 0.03) * (1 + cos(pi * way)) / 2


def _batches(
    tunes: Sequence[Tokens], size: int, random: np.random.Generator | None = None
) -> Iterator[Tokens]:
    """Tunes of like length together, each batch (tunes, symbols) padded, about `size` symbols.

    With `random` the tunes and the batches are shuffled; tunes then meet others each time.
    """
    lengths = np.array([len(tune) for tune in tunes], float)
    if random is not None:
        lengths *= random.uniform(0.9, 1.1, len(tunes))
    batches: list[list[Tokens]] = [[]]
    for place in np.argsort(lengths, kind="stable"):
        tune = tunes[place]
        if batches[-1] and (len(batches[-1]) + 1) * len(tune) > size:
            batches.append([])
        batches[-1].append(tune)
    order = range(len(batches)) if random is None else random.permutation(len(batches))
    for number in order:
        batch = batches[number]
        padded = np.full((len(batch), max(map(len, batch))), _PADDING, np.int32)
        for row, tune in zip(padded, batch, strict=True):
            row[: len(tune)] = tune
        yield padded
