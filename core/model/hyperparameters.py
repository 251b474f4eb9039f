"""How a model is trained: sizes and rates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hyperparameters:
    """Sizes and rates of a training; the defaults made the model in the box (docs/research.md).

    `dropout` is the share of the LSTM's outputs that is hidden; `batch` the number of symbols
    learnt from at once; `average` the share of the old weights in their running average, which is
    what is kept; `patience` the number of epochs without a better validation figure after which it
    stops.
    """

    units: int = 256
    dropout: float = 0.2
    batch: int = 3200
    rate: float = 7e-3
    weight_decay: float = 3e-4
    average: float = 0.99
    epochs: int = 26
    patience: int = 4
    random_seed: int = 1
