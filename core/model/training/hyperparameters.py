"""How a model is trained: sizes and rates. The defaults made the models in the box
(docs/research.md)."""

from dataclasses import dataclass, field

from core.model.note.graph import Sizes


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyperparameters:
    """What a training of any family is told.

    `batch` is the number of events or symbols learnt from at once; `rate` the highest learning
    rate, reached after the share `rise` of all epochs; `average` the share of the old weights in
    their running average, which is what is kept; `patience` the number of epochs without a better
    validation figure after which it stops.
    """

    batch: int
    rate: float
    rise: float
    weight_decay: float
    epochs: int
    average: float = 0.99
    patience: int = 4
    random_seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GridHyperparameters(Hyperparameters):
    """`dropout` is the share of the LSTM's outputs that is hidden."""

    batch: int = 3200
    rate: float = 7e-3
    rise: float = 0.03
    weight_decay: float = 3e-4
    epochs: int = 26
    units: int = 256
    dropout: float = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHyperparameters(Hyperparameters):
    """`more_epochs` go before, on further songs, with `leniency` as the share of the dropout, since
    many songs are hard to learn by heart. `hidden` is the share of songs from which each group of
    inputs is hidden, `ending_hidden` that from which the wished ending is."""

    batch: int = 1600
    rate: float = 2e-3
    rise: float = 0.12
    weight_decay: float = 1e-2
    epochs: int = 9
    more_epochs: int = 5
    leniency: float = 0.75
    hidden: float = 0.05
    ending_hidden: float = 0.3
    sizes: Sizes = field(default_factory=Sizes)
