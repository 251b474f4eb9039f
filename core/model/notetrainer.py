"""The note network in training; Keras and TensorFlow are loaded when it begins."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, log, pi
from pathlib import Path
from typing import Any, get_args

import numpy as np

from core.model.features import WIDTH, Group, hide
from core.model.notedataset import Lesson, batches
from core.model.notegraph import NoteGraph, Sizes
from core.model.notevocabulary import NoteVocabulary
from core.model.trainer import recurrence


@dataclass(frozen=True, slots=True)
class NoteHyperparameters:
    """Sizes and rates of a training; the defaults made the model in the box (docs/research.md).

    `batch` is the number of events learnt from at once; `average` the share of the old weights in
    their running average, which is what is kept; `patience` the number of epochs without a better
    validation figure after which it stops; `more_epochs` those that go before, on further songs,
    with `leniency` as the share of the dropout, since many songs are hard to learn by heart.
    `hidden` is the share of songs from which each group of inputs is hidden, `ending_hidden` that
    from which the wished ending is.
    """

    sizes: Sizes = field(default_factory=Sizes)
    batch: int = 1600
    rate: float = 2e-3
    weight_decay: float = 1e-2
    average: float = 0.99
    epochs: int = 9
    more_epochs: int = 5
    leniency: float = 0.75
    patience: int = 4
    hidden: float = 0.05
    ending_hidden: float = 0.3
    random_seed: int = 1


class NoteTrainer:
    """The network in training and beside it the running average of its weights."""

    def __init__(
        self,
        keras: Any,
        hyper: NoteHyperparameters,
        vocabulary: NoteVocabulary,
        tried: Sequence[Lesson],
    ) -> None:
        import tensorflow as tf  # type: ignore[import-untyped]

        self.training = 0.0
        self._keras = keras
        self._hyper = hyper
        self._random = np.random.default_rng(hyper.random_seed)
        self._tried = list(batches(tried, hyper.batch))
        self._graph, self._kept = (NoteGraph(vocabulary, hyper.sizes) for _ in range(2))
        self._network, self._average = self._graph.model(), self._kept.model()
        self._average.set_weights(self._network.get_weights())
        self._signature = [
            tf.TensorSpec((None, None, WIDTH), tf.int32),
            tf.TensorSpec((None, None), tf.int32),
            tf.TensorSpec((None, None, len(vocabulary.durations)), tf.int32),
            tf.TensorSpec((None, None), tf.int32),
            tf.TensorSpec((None, None), tf.float32),
        ]
        self._try_out = tf.function(self._tried_on, input_signature=self._signature)
        self.begin()

    def begin(self, leniency: float = 1.0) -> None:
        """Starts the rates anew, from the averaged weights so far, with that share of dropout."""
        import tensorflow as tf

        self._graph.dropout.rate = leniency * self._hyper.sizes.dropout
        self._graph.head_dropout.rate = leniency * self._hyper.sizes.head_dropout
        self._network.set_weights(self._average.get_weights())
        self._optimizer = self._keras.optimizers.AdamW(
            self._hyper.rate, weight_decay=self._hyper.weight_decay, global_clipnorm=1.0
        )
        self._optimizer.build(self._network.trainable_variables)
        self._learn = tf.function(self._learnt_from, input_signature=self._signature)

    def learn(self, lessons: Sequence[Lesson], epoch: int, epochs: int) -> Iterator[float]:
        """One of `epochs` epochs; yields the share of it that is done."""
        grouped = list(batches(lessons, self._hyper.batch, self._random))
        nats = events = 0.0
        for number, batch in enumerate(grouped):
            way = (epoch + number / len(grouped)) / epochs
            self._optimizer.learning_rate.assign(self._hyper.rate * _height(way))
            self._hide(batch)
            nats += float(self._learn(*_arrays(batch)))
            events += float(batch.weights.sum())
            yield (number + 1) / len(grouped)
        self.training = nats / log(2) / events

    def validate(self) -> float:
        """Bits per event of the averaged network on the validation songs, all inputs told."""
        nats = sum(float(self._try_out(*_arrays(batch))) for batch in self._tried)
        return nats / log(2) / sum(float(batch.weights.sum()) for batch in self._tried)

    def archive(self) -> bytes:
        """The averaged network as Keras saves it."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.keras"
            self._average.save(path)
            return path.read_bytes()

    def weights(self) -> list[Any]:
        """The averaged weights, in Keras' order."""
        weights: list[Any] = self._average.get_weights()
        return weights

    def resume(self, weights: list[Any]) -> None:
        """Takes over averaged weights."""
        self._average.set_weights(weights)

    def _hide(self, batch: Lesson) -> None:
        """Hides some groups of inputs from some tunes."""
        groups = get_args(Group)
        for codes, landings in zip(batch.codes, batch.landings, strict=True):
            lots = self._random.random(len(groups) + 1)
            hidden = [g for g, lot in zip(groups, lots, strict=False) if lot < self._hyper.hidden]
            hide(codes, landings, hidden, bool(lots[-1] < self._hyper.ending_hidden))

    def _learnt_from(
        self, codes: Any, durations: Any, landings: Any, pitches: Any, weights: Any
    ) -> Any:
        """One step on a batch of tunes; the nats of all its events."""
        import tensorflow as tf

        with tf.GradientTape() as tape:
            logits = self._graph.logits(
                codes, durations, landings, recur=self._recur, training=True
            )
            nats = _nats(logits, durations, pitches, weights)
            mean = nats / tf.reduce_sum(weights)
        variables = self._network.trainable_variables
        self._optimizer.apply_gradients(zip(tape.gradient(mean, variables), variables, strict=True))
        share = self._hyper.average
        for kept, new in zip(self._average.trainable_variables, variables, strict=True):
            kept.assign(share * kept + (1 - share) * new)
        return nats

    def _recur(self, x: Any) -> Any:
        """What the LSTM computes, faster."""
        import tensorflow as tf

        kernel, recurrent, bias = map(
            tf.convert_to_tensor, self._graph.layers["lstm"].trainable_variables
        )
        inputs = tf.tensordot(tf.transpose(x, (1, 0, 2)), kernel, 1) + bias
        return tf.transpose(recurrence(inputs, recurrent), (1, 0, 2))

    def _tried_on(
        self, codes: Any, durations: Any, landings: Any, pitches: Any, weights: Any
    ) -> Any:
        logits = self._average([codes, durations, landings], training=False)
        return _nats(logits, durations, pitches, weights)


def _arrays(batch: Lesson) -> tuple[Any, ...]:
    return batch.codes, batch.durations, batch.landings, batch.pitches, batch.weights


def _nats(logits: Any, durations: Any, pitches: Any, weights: Any) -> Any:
    import tensorflow as tf

    losses = (
        tf.nn.sparse_softmax_cross_entropy_with_logits(symbols, of_them)
        for symbols, of_them in zip((durations, pitches), logits, strict=True)
    )
    return tf.reduce_sum(sum(losses) * weights)


def _height(way: float) -> float:
    """The learning rate over its peak: a short rise, then half a cosine down to nothing."""
    return min(1.0, 0.05 + way / 0.12) * (1 + cos(pi * way)) / 2
