"""Batches of songs from the shelf, made ready by tf.data while the network learns from others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from core.model.training.devices import Devices
from core.model.training.pupil import Arrays, Pupil
from core.model.training.shelf import Shelf

Songs = npt.NDArray[np.int64]
"""Numbers of songs on the shelf."""

_AHEAD = 3  # batches


def groups(
    lengths: npt.NDArray[np.int64], size: int, random: np.random.Generator | None = None
) -> list[Songs]:
    """The places of songs of like length together, padded about `size` steps in each group.

    With `random` songs and groups are shuffled; songs then meet others each time.
    """
    likeness = lengths.astype(float)
    if random is not None:
        likeness *= random.uniform(0.9, 1.1, len(lengths))
    order = np.argsort(likeness, kind="stable")
    found: list[Songs] = []
    start = longest = 0
    for place, length in enumerate(lengths[order].tolist()):
        longest = max(longest, length)
        if place > start and (place + 1 - start) * longest > size:
            found.append(order[start:place])
            start, longest = place, length
    found.append(order[start:])
    shuffled = range(len(found)) if random is None else random.permutation(len(found))
    return [found[number] for number in shuffled]


@dataclass(frozen=True, slots=True)
class Feed:
    """Batches of the songs on a shelf, parted among all devices."""

    devices: Devices
    pupil: Pupil
    shelf: Shelf

    @property
    def signature(self) -> Any:
        """What one device gets of a batch, for TensorFlow: the columns by name, and `weights`
        (tunes, steps), 0 for padding.

        Of the batch on all devices together: `total`, the sum of its weights; `first`, the place of
        the first tune that is here; `tunes`, how many there are; two numbers as the `seed` for what
        is drawn.
        """
        tf = self.devices.tf
        spec = tf.TensorSpec
        return {
            **{n: spec((None, None, *s), tf.int32) for n, s in self.pupil.columns.items()},
            "weights": spec((None, None), tf.float32),
            "total": spec((), tf.float32),
            "first": spec((), tf.int32),
            "tunes": spec((), tf.int32),
            "seed": spec((2,), tf.int32),
        }

    def batches(
        self, parts: Sequence[Songs], key: tuple[int, ...] | None, start: int = 0
    ) -> tuple[Any, Iterator[Any]]:
        """The distributed signature and the batches of songs from the one at `start` on.

        With a `key`, which makes what is drawn their own, some of their inputs are hidden.
        """
        tf, strategy = self.devices.tf, self.devices.strategy

        def dataset(context: Any) -> Any:
            count = context.num_replicas_in_sync
            here = count // context.num_input_pipelines
            first = here * context.input_pipeline_id
            latest: dict[int, dict[str, Any]] = {}  # the batch that devices are taking from
            names = sorted(self.signature)
            kinds = [self.signature[name] for name in names]

            def share(number: int) -> list[Any]:
                place = number // here
                if place not in latest:
                    latest.clear()
                    latest[place] = self._batch(parts[place], key, place)
                share = _share(latest[place], first + number % here, count)
                return [share[name] for name in names]

            def tensors(number: Any) -> dict[str, Any]:
                made = tf.numpy_function(share, [number], [kind.dtype for kind in kinds])
                return {
                    name: tf.ensure_shape(array, kind.shape)
                    for name, kind, array in zip(names, kinds, made, strict=True)
                }

            # Not from_generator: it makes the allocator slow (TensorFlow 2.21).
            numbers = tf.data.Dataset.range(start * here, len(parts) * here)
            return numbers.map(tensors).prefetch(_AHEAD * here)

        distributed = strategy.distribute_datasets_from_function(dataset)
        return distributed.element_spec, iter(distributed)

    def _batch(self, songs: Songs, key: tuple[int, ...] | None, number: int) -> dict[str, Any]:
        arrays, weights = padded(self.shelf, songs, self.pupil)
        random = np.random.default_rng([*(key or (0,)), number])
        if key is not None:
            self.pupil.hide(arrays, random)
        return {
            **arrays,
            "weights": weights,
            "total": weights.sum(),
            "tunes": np.int32(len(songs)),
            "seed": random.integers(0, 1 << 31, 2, np.int32),
        }


def padded(shelf: Shelf, songs: Songs, pupil: Pupil) -> tuple[Arrays, npt.NDArray[np.float32]]:
    """The columns of several songs, (tunes, steps, …), and their weights: 1, 0 for padding."""
    rows = [shelf.song(int(number)) for number in songs]
    shape = (len(rows), max(len(columns[name]) for columns in rows for name in columns))
    arrays = {name: np.zeros((*shape, *s), np.int32) for name, s in pupil.columns.items()}
    weights = np.zeros(shape, np.float32)
    for row, columns in enumerate(rows):
        for name, column in columns.items():
            arrays[name][row, : len(column)] = column
            weights[row, : len(column)] = 1
    return arrays, weights


def _share(batch: dict[str, Any], replica: int, count: int) -> dict[str, Any]:
    """What one of `count` devices gets of a batch: some tunes of it, or none."""
    tunes = int(batch["tunes"])
    first, end = (tunes * number // count for number in (replica, replica + 1))
    return {
        "first": np.int32(first),
        **{name: a[first:end] if a.ndim > 1 else a for name, a in batch.items()},
    }
