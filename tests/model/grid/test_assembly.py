from collections.abc import Mapping

import numpy as np
import pytest

from core.errors import UserError
from core.model.archive.weights import Layer
from core.model.grid.assembly import network_from_layers

SYMBOLS, WIDTH, UNITS = 7, 3, 4
GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}


def layer(kind: str, *shapes: tuple[int, ...], **settings: object) -> Layer:
    random = np.random.default_rng(len(shapes))
    arrays = tuple(random.standard_normal(shape).astype(np.float32) for shape in shapes)
    known: Mapping[str, object] = {"name": kind.lower(), "units": UNITS, **settings}
    return Layer(kind, known, arrays)


def recurrent(kind: str, inputs: int, **settings: object) -> Layer:
    gates = GATES[kind] * UNITS
    bias = (2, gates) if kind == "GRU" and settings.get("reset_after", True) else (gates,)
    return layer(kind, (inputs, gates), (UNITS, gates), bias, **settings)


EMBEDDING = layer("Embedding", (SYMBOLS, WIDTH))
DENSE = layer("Dense", (UNITS, SYMBOLS), (SYMBOLS,), units=SYMBOLS, activation="softmax")
LINEAR = layer("Dense", (UNITS, SYMBOLS), (SYMBOLS,), units=SYMBOLS, activation="linear")
SOFTMAX = layer("Activation", activation="softmax")
RELU = layer("Activation", activation="relu")
INPUT, DROPOUT = layer("InputLayer"), layer("Dropout")
LSTM = recurrent("LSTM", SYMBOLS)


@pytest.mark.parametrize(
    "chain",
    [
        (INPUT, LSTM, DROPOUT, DENSE),
        (LSTM, LINEAR, SOFTMAX),
        (EMBEDDING, recurrent("GRU", WIDTH), DENSE),
        (EMBEDDING, recurrent("GRU", WIDTH, reset_after=False), recurrent("LSTM", UNITS), DENSE),
        (INPUT, recurrent("SimpleRNN", SYMBOLS), recurrent("GRU", UNITS), LINEAR, SOFTMAX, DROPOUT),
    ],
)
def test_a_chain_becomes_a_network(chain: tuple[Layer, ...]) -> None:
    network = network_from_layers(chain)
    assert (network.inputs, network.outputs) == (SYMBOLS, SYMBOLS)
    assert network.parameters == sum(array.size for one in chain for array in one.arrays)
    state = network.hear(np.array([2, 3]), network.start(2))
    assert network.logits(state).shape == (2, SYMBOLS)


def test_an_embedding_and_its_table_are_the_same_network() -> None:
    chain = (EMBEDDING, recurrent("LSTM", WIDTH), DENSE)
    embedded = network_from_layers(chain)
    kernel, *others = chain[1].arrays
    joined = Layer("LSTM", chain[1].settings, (EMBEDDING.arrays[0] @ kernel, *others))
    np.testing.assert_allclose(
        network_from_layers((joined, DENSE)).table, embedded.table, rtol=1e-5, atol=1e-6
    )


@pytest.mark.parametrize(
    ("chain", "sentence"),
    [
        ((DENSE,), "'dense' comes before a recurrent layer"),
        ((LSTM, DENSE, recurrent("LSTM", SYMBOLS)), "'lstm' comes after the softmax"),
        ((LSTM, LINEAR, recurrent("LSTM", SYMBOLS)), "'lstm' comes after a Dense layer"),
        ((LSTM, DENSE, SOFTMAX), "'activation' comes after the softmax"),
        ((LSTM, LINEAR, RELU, RELU), "'activation' is a second activation"),
        ((LSTM, SOFTMAX), "'activation' has the activation 'softmax'"),
        ((LSTM, LINEAR), "does not end with a softmax"),
        ((LSTM, EMBEDDING, DENSE), "'embedding' is not first"),
        ((layer("Embedding", (SYMBOLS, WIDTH), mask_zero=True), LSTM, DENSE), "hides a symbol"),
        ((EMBEDDING, LSTM, DENSE), "weights of its LSTM layer 'lstm' do not fit"),
        ((LSTM, LSTM, DENSE), "weights of its LSTM layer 'lstm' do not fit"),
        ((), "no recurrent layer"),
    ],
)
def test_another_order_is_refused_and_the_layer_named(
    chain: tuple[Layer, ...], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        network_from_layers(chain)
