import numpy as np
import pytest

from core.model.bundle import open_model
from core.model.card import Card
from core.model.grid.model import GridModel
from core.model.grid.vocabulary import Vocabulary
from core.model.library import CLASSIC_MODEL
from core.model.trial import bits_per_symbol, doubt


def stranger(symbols: list[str]) -> GridModel:
    """The model in the box under a mapping of another order, as if it came from elsewhere."""
    model = open_model(CLASSIC_MODEL)
    assert isinstance(model, GridModel)
    return GridModel(model.network, Vocabulary(tuple(symbols)), Card("stranger", "grid"))


@pytest.fixture(scope="module")
def symbols() -> list[str]:
    model = open_model(CLASSIC_MODEL)
    assert isinstance(model, GridModel)
    return list(model.vocabulary.symbols)


def test_a_model_with_its_own_mapping_is_not_doubted(symbols: list[str]) -> None:
    assert doubt(stranger(symbols)) is None
    assert bits_per_symbol(stranger(symbols)) < 3.5


@pytest.mark.parametrize("random_seed", range(4))
def test_a_mapping_in_another_order_is_doubted(random_seed: int, symbols: list[str]) -> None:
    random = np.random.default_rng(random_seed)
    for fixed in (0, 3):  # all symbols moved, and the pitches alone
        moved = [*symbols[:fixed], *map(str, random.permutation(symbols[fixed:]))]
        sentence = doubt(stranger(moved))
        assert sentence is not None
        assert "worse than guessing" in sentence
        assert sentence.endswith(".")


def test_signs_at_the_end_instead_of_the_beginning_are_doubted(symbols: list[str]) -> None:
    assert doubt(stranger([*symbols[3:], *symbols[:3]])) is not None
    assert doubt(stranger(sorted(symbols))) is not None


def test_a_model_with_a_card_of_ours_is_not_tried() -> None:
    assert doubt(open_model(CLASSIC_MODEL)) is None
