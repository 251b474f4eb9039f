"""What the blends of all families share: logits mixed symbol by symbol.

A weighted mean of logarithms, which is a product of experts (Hinton, "Training products of experts
by minimizing contrastive divergence", Neural Computation 14, 2002).
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from core.model.card import Card
from core.model.family import Logits
from core.model.mark import mixture_title

_UNKNOWN = -12.0
"""Log probability of a symbol that one of the two does not know, or does not allow."""

Places = npt.NDArray[np.intp]


def mixed_card(first: Card, second: Card, share: float) -> Card:
    return replace(
        first,
        name=mixture_title(first.name, second.name, share),
        bits_per_note=None,
        parameters=first.parameters + second.parameters,
        weights_hash="",
    )


def mixed(size: int, parts: Sequence[tuple[float, Places, Logits]]) -> Logits:
    """(size,) of weight, places and logits of each part; -inf counts as little known."""
    mixture: Logits = np.zeros(size)
    for weight, places, logits in parts:
        known = np.isfinite(logits)
        kept = logits[known]
        row = np.full(size, _UNKNOWN)
        row[places[known]] = kept - np.logaddexp.reduce(kept)
        mixture += weight * row
    return mixture
