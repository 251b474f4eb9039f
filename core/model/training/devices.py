"""TensorFlow and the devices that it trains on; both are loaded here, when a training begins.

One processor or GPU needs nothing said. Several GPUs of a machine share every step; so do several
machines, one process on each, that the environment variable TF_CONFIG names (TensorFlow's guide
"Distributed training with TensorFlow").
"""

import json
import os
import platform
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import UserError

_CLUSTER = "TF_CONFIG"


@dataclass(frozen=True, slots=True)
class Devices:
    """The libraries, and how TensorFlow shares the work (`strategy`).

    `is_chief` is True for the one process that writes files; a single process always is.
    """

    tf: Any
    keras: Any
    strategy: Any
    is_chief: bool
    is_cluster: bool

    def told_by_chief(self, message: bytes) -> bytes:
        """What the chief calls this with, in every process; all must call it at the same time."""
        if not self.is_cluster:
            return message
        size = int(self._sum(np.array([len(message)], np.float32))[0])
        if not size:  # TensorFlow 2.21 dies of an empty sum
            return b""
        padded = np.frombuffer(message.ljust(size, b"\0")[:size], np.uint8)
        return self._sum(padded.astype(np.float32)).astype(np.uint8).tobytes()

    def _sum(self, of_chief: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The chief's array everywhere: all others add nothing to it."""
        nothing = np.zeros_like(of_chief)

        def value(context: Any) -> npt.NDArray[np.float32]:
            is_first = self.is_chief and context.replica_id_in_sync_group == 0
            return of_chief if is_first else nothing

        with self.together():
            values = self.strategy.experimental_distribute_values_from_function(value)
            total: npt.NDArray[np.float32] = self.strategy.reduce("SUM", values, axis=None).numpy()
        return total

    @contextmanager
    def together(self) -> Iterator[None]:
        """For what all workers do at the same time. UserError where one of them is gone."""
        try:
            yield
        except self.tf.errors.OpError as error:
            if not self.is_cluster:
                raise
            raise UserError(
                "Another worker has ended or cannot be reached; start all of them again, "
                "with --resume."
            ) from error


def load_devices(random_seed: int) -> Devices:
    """TensorFlow, on two threads at most, seeded, with all devices that it can use.

    UserError where TensorFlow is not installed, or TF_CONFIG names no cluster.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # its notices are about processors
    # Of these it tells at any level, where the processor has them on; they are no faster here, and
    # without them two processors differ less.
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    is_cluster, is_chief = _place_in_cluster(os.environ.get(_CLUSTER, ""))
    try:
        import keras  # type: ignore[import-untyped]
        import tensorflow as tf  # type: ignore[import-untyped]
    except ImportError as error:
        raise UserError(
            "Training needs TensorFlow; install it: {command}", command=_install_command()
        ) from error
    try:
        tf.config.threading.set_intra_op_parallelism_threads(2)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    except RuntimeError:
        pass  # TensorFlow is at work already; its threads stay as they are
    tf.get_logger().setLevel("ERROR")  # it warns of functions traced anew for each small training
    if is_cluster:
        strategy = tf.distribute.MultiWorkerMirroredStrategy()
    else:
        devices = [
            device.name
            for device in tf.config.list_logical_devices("GPU")
            or tf.config.list_logical_devices("CPU")
        ]
        several = len(devices) > 1
        strategy = (
            tf.distribute.MirroredStrategy(devices) if several else tf.distribute.get_strategy()
        )
    keras.utils.set_random_seed(random_seed)
    tf.config.experimental.enable_op_determinism()
    return Devices(tf, keras, strategy, is_chief, is_cluster)


def _place_in_cluster(config: str) -> tuple[bool, bool]:
    """(whether there is a cluster of several processes, whether this one is its chief)."""
    if not config:
        return False, True
    try:
        members = json.loads(config)
        cluster, task = members["cluster"], members["task"]
        names = [
            (kind, n) for kind in ("chief", "worker") for n in range(len(cluster.get(kind, [])))
        ]
        own = (task["type"], int(task["index"]))
        place = names.index(own)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            "{variable} names no cluster with this process in it; docs/training.md shows how.",
            variable=_CLUSTER,
        ) from error
    return len(names) > 1, place == 0


def _install_command() -> str:
    """What to type for the TensorFlow of the extra 'train', at the version that was tested."""
    is_plain = sys.platform == "linux" and platform.machine() == "x86_64"
    words = [sys.executable, "-m", "pip", "install", "tensorflow-cpu" if is_plain else "tensorflow"]
    tested = Path(__file__).parents[3] / ".ci" / "constraints.txt"
    if tested.exists():
        words += ["--constraint", str(tested)]
    return shlex.join(words)
