"""Any network in training, and beside it the running average of its weights.

One custom loop for one processor and for many devices: Keras' own `fit` fails under
tf.distribute. All weights lie in one row of numbers, and so do their average and the two moments of
AdamW (Loshchilov and Hutter 2019, "Decoupled weight decay regularization"); these four rows are all
that a training carries from step to step.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import cos, pi, sqrt
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.disk import writing_sentence
from core.errors import UserError
from core.model.training.devices import Devices
from core.model.training.feed import Feed, Songs
from core.model.training.hyperparameters import Hyperparameters
from core.model.training.pupil import Pupil
from core.model.training.recurrence import Dropout
from core.model.training.shelf import Shelf

Row = npt.NDArray[np.float32]
Rows = dict[str, Row]

_FIRST_DECAY, _SECOND_DECAY, _EPSILON = 0.9, 0.999, 1e-7  # Keras' own
_LONGEST_GRADIENT = 1.0


class Trainer:
    """A network that learns batch by batch; all that is random comes from keys."""

    def __init__(self, devices: Devices, hyper: Hyperparameters, make: Callable[[], Pupil]) -> None:
        tf = devices.tf
        self._devices, self._hyper = devices, hyper
        with devices.strategy.scope():
            self.pupil = make()
            aside = {id(variable) for variable in self.pupil.aside}
            self._learnable = sorted(
                self.pupil.network.trainable_variables, key=lambda v: id(v) in aside
            )
            self._variables = [v.value for v in self._learnable]
            self._shapes = [tuple(variable.shape) for variable in self._variables]
            fresh = np.concatenate([variable.numpy().ravel() for variable in self._variables])
            count = sum(int(np.prod(variable.shape)) for variable in self.pupil.aside)
            self._parts = [len(fresh) - count, count]  # numbers that are clipped together
            self._rows = {
                name: tf.Variable(fresh if name in ("weights", "average") else 0 * fresh, False)
                for name in ("weights", "average", "first", "second")
            }
        self._step: Any = None
        self._trial: Any = None
        self._leniency = 1.0

    @property
    def rows(self) -> Rows:
        """All that a training carries on, to be given to `restore`."""
        return {name: row.numpy() for name, row in self._rows.items()}

    @property
    def average(self) -> Row:
        """The averaged weights, one after the other, those of `Pupil.aside` last."""
        row: Row = self._rows["average"].numpy()
        return row

    def restore(self, rows: Mapping[str, Row]) -> None:
        """Takes over what another one carried. ValueError for rows of another network."""
        sizes = {name: row.shape for name, row in self.rows.items()}
        if {name: row.shape for name, row in rows.items()} != sizes:
            raise ValueError("these rows are of another network")
        for name, row in self._rows.items():
            row.assign(rows[name])
        self._show(self._rows["weights"])

    def begin(self) -> None:
        """A new start from the averaged weights, without any momentum."""
        average = self.average
        nothing = np.zeros_like(average)
        self.restore({"weights": average, "average": average, "first": nothing, "second": nothing})

    def set_leniency(self, leniency: float) -> None:
        """`leniency` is the share of the dropout that is applied from now on."""
        if leniency != self._leniency:
            self._leniency, self._step = leniency, None

    def learn(
        self,
        shelf: Shelf,
        parts: Sequence[Songs],
        key: tuple[int, ...],
        ways: Sequence[float],
        taken: int,
        start: int = 0,
    ) -> Iterator[float]:
        """Learns from the batches from the one at `start` on; yields the nats that each cost.

        `ways` tell how far the stage is (0 to 1) before each batch, `taken` is the number of steps
        since it began. `key` makes what is drawn its own.
        """
        signature, batches = Feed(self._devices, self.pupil, shelf).batches(parts, key, start)
        if self._step is None:
            self._step = self._graph(self._learnt, signature, self._devices.tf.TensorSpec((2,)))
        for number in range(start, len(parts)):
            step = taken + number - start + 1
            rate = self._hyper.rate * _height(ways[number], self._hyper.rise)
            push = rate * sqrt(1 - _SECOND_DECAY**step) / (1 - _FIRST_DECAY**step)
            rates = np.array([1 - rate * self._hyper.weight_decay, push], np.float32)
            with self._devices.together():
                nats = float(self._step(next(batches), rates))
            yield nats

    def validate(self, shelf: Shelf, parts: Sequence[Songs], start: int = 0) -> Iterator[float]:
        """The nats of each batch by the averaged network, all inputs told."""
        signature, batches = Feed(self._devices, self.pupil, shelf).batches(parts, None, start)
        if self._trial is None:
            self._trial = self._graph(self._tried, signature)
        with self._shown(self.average):
            for _ in range(start, len(parts)):
                with self._devices.together():
                    nats = float(self._trial(next(batches)))
                yield nats

    def archive(self, weights: Row) -> bytes:
        """The network with these weights as Keras saves it. UserError on a full disk."""
        with self._shown(weights), tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.keras"
            try:
                self.pupil.network.save(path)
                return path.read_bytes()
            except OSError as error:
                raise UserError(writing_sentence(path, error)) from error

    def _graph(self, function: Callable[..., Any], *signature: Any) -> Any:
        """The function as a graph of TensorFlow, of the calls that it makes as they stand.

        None of its branches and loops hangs on a tensor; to look for such would take longer than
        to draw the graph.
        """
        return self._devices.tf.function(function, input_signature=signature, autograph=False)

    @contextmanager
    def _shown(self, weights: Row) -> Iterator[None]:
        """The network has other weights for a while."""
        self._show(weights)
        try:
            yield
        finally:
            self._show(self._rows["weights"])

    def _show(self, row: Any) -> None:
        weights = row if isinstance(row, np.ndarray) else row.numpy()
        place = 0
        for variable, shape in zip(self._variables, self._shapes, strict=True):
            size = int(np.prod(shape))
            variable.assign(weights[place : place + size].reshape(shape))
            place += size

    def _learnt(self, batch: Any, rates: Any) -> Any:
        """One step on a batch; the nats of all its steps, on all devices."""
        strategy = self._devices.strategy
        nats = strategy.run(self._learnt_here, args=(batch, rates))
        return strategy.reduce("SUM", nats, axis=None)

    def _learnt_here(self, batch: Mapping[str, Any], rates: Any) -> Any:
        """What one device does of it."""
        tf = self._devices.tf
        dropout = Dropout(batch["seed"], batch["first"], batch["tunes"], self._leniency)
        with tf.GradientTape() as tape:
            nats, learnt = self.pupil.costs(batch, dropout)
            mean = tf.reduce_sum(learnt * batch["weights"]) / batch["total"]
        gradients = tape.gradient(mean, self._learnable)
        gradient = tf.concat([tf.reshape(g, (-1,)) for g in gradients], 0)
        context = tf.distribute.get_replica_context()
        gradient = context.all_reduce("SUM", gradient)
        gradient = tf.concat([_clipped(tf, part) for part in tf.split(gradient, self._parts)], 0)
        context.merge_call(self._moved, args=(gradient, rates))
        return tf.reduce_sum(nats * batch["weights"])

    def _moved(self, strategy: Any, gradient: Any, rates: Any) -> None:
        """Moves the weights on every device."""
        tf = self._devices.tf
        share = self._hyper.average

        def move(weights: Any, average: Any, first: Any, second: Any, gradient: Any) -> None:
            slope = first.assign_add((1 - _FIRST_DECAY) * (gradient - first))
            bend = second.assign_add((1 - _SECOND_DECAY) * (gradient * gradient - second))
            step = rates[1] * slope / (tf.sqrt(bend) + _EPSILON)
            new = weights.assign(weights * rates[0] - step)
            average.assign(share * average + (1 - share) * new)

        update = strategy.extended.update
        weights, *others = self._rows.values()
        update(weights, move, args=(*others, gradient))
        place = 0
        for variable, shape in zip(self._variables, self._shapes, strict=True):
            here = slice(place, place := place + int(np.prod(shape)))

            def show(variable: Any, row: Any, here: slice = here) -> None:
                variable.assign(tf.reshape(row[here], variable.shape))

            update(variable, show, args=(weights,))

    def _tried(self, batch: Any) -> Any:
        strategy = self._devices.strategy
        nats = strategy.run(self._tried_here, args=(batch,))
        return strategy.reduce("SUM", nats, axis=None)

    def _tried_here(self, batch: Mapping[str, Any]) -> Any:
        nats, _ = self.pupil.costs(batch, None)
        return self._devices.tf.reduce_sum(nats * batch["weights"])


def _clipped(tf: Any, gradient: Any) -> Any:
    length = tf.sqrt(tf.reduce_sum(gradient * gradient))
    return gradient * (_LONGEST_GRADIENT / tf.maximum(length, _LONGEST_GRADIENT))


def _height(way: float, rise: float) -> float:
    """The learning rate over its peak: a short rise, then half a cosine down to nothing."""
    return min(1.0, 0.05 + way / rise) * (1 + cos(pi * way)) / 2
