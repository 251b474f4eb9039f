"""Two grid models as one, on the symbols that one of them knows."""

import numpy as np
import numpy.typing as npt

from core.model.grid.model import GridModel
from core.model.grid.vocabulary import Vocabulary, vocabulary_of
from core.model.mixing import mixed, mixed_card
from core.model.network import State, Symbols


def gridblend(first: GridModel, second: GridModel, share: float) -> GridModel:
    """`share` is that of the second one; who does not know a pitch hears the nearest one."""
    vocabulary = vocabulary_of({*first.vocabulary.pitches, *second.vocabulary.pitches})
    network = BlendedNetwork((first, second), (1 - share, share), vocabulary)
    model = GridModel(network, vocabulary, mixed_card(first.card, second.card, share), opening=0)
    model.indexes = first.indexes + second.indexes
    return model


class BlendedNetwork:
    """Their networks side by side."""

    def __init__(
        self,
        members: tuple[GridModel, GridModel],
        weights: tuple[float, float],
        vocabulary: Vocabulary,
    ) -> None:
        self._members, self._weights, self._size = members, weights, len(vocabulary)
        joint = {symbol: number for number, symbol in enumerate(vocabulary.symbols)}
        # By joint number what each member hears, and by the member's number where it belongs.
        self._heard = tuple(
            np.array([member.numbers[_heard(member, symbol)] for symbol in vocabulary.symbols])
            for member in members
        )
        self._places = tuple(
            np.array([joint[symbol] for symbol in member.vocabulary.symbols]) for member in members
        )
        self._layers = len(members[0].opened)

    def start(self, batch: int = 1) -> State:
        """The state in which both have heard the beginning of a tune."""
        assert batch == 1
        return self._members[0].opened + self._members[1].opened

    def hear(self, symbols: Symbols, state: State) -> State:
        parts = state[: self._layers], state[self._layers :]
        first, second = (
            member.network.hear(heard[symbols], part)
            for member, heard, part in zip(self._members, self._heard, parts, strict=True)
        )
        return first + second

    def logits(self, state: State) -> npt.NDArray[np.float64]:
        parts = state[: self._layers], state[self._layers :]
        rows = [
            member.network.logits(part).astype(np.float64)
            for member, part in zip(self._members, parts, strict=True)
        ]
        return np.array(
            [
                mixed(self._size, list(zip(self._weights, self._places, pair, strict=True)))
                for pair in zip(*rows, strict=True)
            ]
        )


def _heard(member: GridModel, symbol: str) -> str:
    return member.name(int(symbol)) if symbol.isdecimal() else symbol
