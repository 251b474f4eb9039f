"""How a model is trained: sizes and rates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hyperparameters:
    """Sizes and rates of a training; the defaults made the model in the box (docs/research.md).

    `dropout` hides outputs of the LSTM, `recurrent_dropout` recurrent weights (Merity et al.,
    "Regularizing and optimizing LSTM language models", 2018). `batch` is the number of symbols
    learnt from at once; `average` the share of the old weights in their running average, which is
    what is kept; `patience` the number of epochs without a better validation figure after which
    it stops.
    """

    units: int = 256
    dropout: float = 0.3
    recurrent_dropout: float = 0.0
    batch: int = 3200
    rate: float = 3e-3
    weight_decay: float = 1e-3
    average: float = 0.99
    epochs: int = 12
    patience: int = 4
    random_seed: int = 1
