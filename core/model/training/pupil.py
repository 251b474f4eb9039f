"""What each family brings to the training that all share."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from core.model.training.recurrence import Dropout

Arrays = dict[str, npt.NDArray[np.int32]]


class Pupil(Protocol):
    """A network that learns from columns of numbers (core/model/training/shelf.py)."""

    @property
    def network(self) -> Any:
        """The Keras model; its trainable variables are what is learnt."""

    @property
    def aside(self) -> Sequence[Any]:
        """Those of them on which no other depends. Gradients of theirs are clipped apart, so that
        the others learn as they would without."""

    @property
    def columns(self) -> Mapping[str, tuple[int, ...]]:
        """The columns by name, and the shape of each row."""

    def hide(self, batch: Arrays, random: np.random.Generator) -> None:
        """Hides from some tunes what the network shall learn to do without; writes to `batch`.

        The arrays are (tunes, steps, …).
        """

    def costs(self, batch: Mapping[str, Any], dropout: Dropout | None) -> tuple[Any, Any]:
        """What each step costs, (tunes, steps), in nats: as it counts, and as it is learnt from.

        `batch` are tensors (tunes, steps, …). Without `dropout` the network is tried, not trained.
        """
