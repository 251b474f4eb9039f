"""What Keras writes opens here, and gives the same numbers; what is written here opens in Keras."""

import logging
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from core.errors import UserError
from core.model.bundle import open_model, save_bundle
from core.model.card import Card
from core.model.grid.model import GridModel
from core.model.grid.symbols import EDGE, symbols_from_melody
from core.model.grid.vocabulary import Vocabulary, json_from_vocabulary, vocabulary_of
from core.model.library import CLASSIC_MODEL
from tests.model.tunes import TUNES

pytestmark = [
    pytest.mark.slow,
    # Keras 3.15 itself, under numpy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]
keras = pytest.importorskip("keras")

WORDS = vocabulary_of(range(55, 80))
SIZE = len(WORDS)
SEEDS = [[EDGE, *symbols_from_melody(tune)] for tune in TUNES]
Probabilities = npt.NDArray[np.float64]


def by_numpy(model: GridModel, symbols: Sequence[str]) -> Probabilities:
    """What could come after each of `symbols`: (symbols, sorts)."""
    state, rows = model.network.start(), []
    for symbol in symbols:
        state = model.hear(symbol, state)
        logits = model.network.logits(state)[0].astype(np.float64)
        shares = np.exp(logits - logits.max())
        rows.append(shares / shares.sum())
    return np.array(rows)


def by_keras(model: Any, vocabulary: Vocabulary, symbols: Sequence[str]) -> Probabilities:
    """The same as Keras computes it; the last row alone if the network gives no more."""
    numbers = np.array([vocabulary.symbols.index(symbol) for symbol in symbols])
    is_embedded = len(model.input_shape) == 2
    inputs = numbers if is_embedded else np.eye(len(vocabulary), dtype=np.float32)[numbers]
    return np.array(model(inputs[None])).reshape(-1, len(vocabulary))


def softmax() -> Any:
    return keras.layers.Dense(SIZE, activation="softmax")


def one_hot(*layers: Any) -> Any:
    return keras.Sequential([keras.Input((None, SIZE)), *layers])


def functional() -> Any:
    inputs = keras.Input((None, SIZE))
    hidden = keras.layers.Dropout(0.2)(keras.layers.LSTM(16)(inputs))
    return keras.Model(inputs, softmax()(hidden))


L = keras.layers
NETWORKS: dict[str, Callable[[], Any]] = {
    "lstm": lambda: one_hot(L.LSTM(16, return_sequences=True), L.Dropout(0.3), softmax()),
    "two lstm": lambda: one_hot(L.LSTM(16, return_sequences=True), L.LSTM(8), softmax()),
    "gru": lambda: one_hot(L.GRU(16), softmax()),
    "gru, reset before": lambda: one_hot(L.GRU(16, reset_after=False), softmax()),
    "simple": lambda: one_hot(L.SimpleRNN(16), L.Dense(9, activation="relu"), softmax()),
    "embedded": lambda: keras.Sequential(
        [keras.Input((None,)), L.Embedding(SIZE, 5), L.GRU(16), softmax()]
    ),
    "activation apart": lambda: one_hot(L.LSTM(16), L.Dense(SIZE), L.Activation("softmax")),
    "functional": functional,
    "three lstm, dropout within": lambda: one_hot(
        L.LSTM(8, return_sequences=True, dropout=0.2, name="zeta"),
        L.LSTM(8, return_sequences=True, recurrent_dropout=0.2, name="alpha"),
        L.LSTM(8, name="middle"),
        softmax(),
    ),
    "hard lstm": lambda: one_hot(L.LSTM(16, recurrent_activation="hard_sigmoid"), softmax()),
    "hard gru": lambda: one_hot(
        L.GRU(8, recurrent_activation="hard_sigmoid", return_sequences=True),
        L.GRU(8, recurrent_activation="hard_sigmoid", reset_after=False),
        softmax(),
    ),
    "normalized": lambda: one_hot(
        L.LSTM(8, return_sequences=True),
        L.BatchNormalization(),
        L.SpatialDropout1D(0.2),
        L.SimpleRNN(8),
        L.Dense(9),
        L.BatchNormalization(),
        L.Activation("relu"),
        softmax(),
    ),
    "at each step": lambda: one_hot(
        L.GRU(8, return_sequences=True),
        L.GaussianNoise(0.1),
        L.TimeDistributed(L.Dense(9, activation="tanh")),
        L.TimeDistributed(softmax()),
    ),
    "stateful": lambda: keras.Sequential(
        [keras.Input((None, SIZE), batch_size=1), L.LSTM(16, stateful=True), softmax()]
    ),
}


@pytest.mark.parametrize("suffix", [".keras", ".h5"])
@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_made_by_keras_gives_the_same_probabilities(
    name: str, suffix: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR, "absl")  # Keras warns that .h5 is an old format
    keras.utils.set_random_seed(3)
    network = NETWORKS[name]()
    for array in network.trainable_variables:  # livelier than fresh weights, biases too
        array.assign(array + np.random.default_rng(0).normal(0, 0.3, array.shape))
    for layer in network.layers:
        if isinstance(layer, L.BatchNormalization):
            layer.moving_mean.assign(np.linspace(-0.5, 0.5, layer.moving_mean.shape[0]))
            layer.moving_variance.assign(np.linspace(0.2, 2, layer.moving_variance.shape[0]))
    path = tmp_path / f"model{suffix}"
    network.save(path)
    (tmp_path / "mapping.json").write_text(json_from_vocabulary(WORDS))
    model = open_model(path)
    assert isinstance(model, GridModel)
    for seed in SEEDS:
        for layer in network.layers:
            if getattr(layer, "stateful", False):
                layer.reset_states()
        foretold = by_keras(network, WORDS, seed)
        assert np.abs(by_numpy(model, seed)[-len(foretold) :] - foretold).max() < 1e-5


@pytest.mark.parametrize(
    ("layers", "sentence"),
    [
        (lambda: [L.Bidirectional(L.LSTM(8)), softmax()], "Bidirectional"),
        (lambda: [L.LSTM(8), L.LayerNormalization(), softmax()], "'LayerNormalization'"),
        (lambda: [L.LSTM(8, return_sequences=True), L.Flatten(), softmax()], "'Flatten'"),
        (lambda: [L.Conv1D(8, 3, padding="causal"), L.LSTM(8), softmax()], "'Conv1D'"),
        (lambda: [L.LSTM(8, activation="relu"), softmax()], "activation=relu"),
        (lambda: [L.LSTM(8, go_backwards=True), softmax()], "go_backwards=True"),
        (lambda: [L.Masking(), L.LSTM(8), softmax()], "'Masking'"),
        (lambda: [L.LSTM(8), L.Dense(SIZE)], "does not end with a softmax"),
    ],
)
@pytest.mark.parametrize("suffix", [".keras", ".h5"])
def test_a_network_that_cannot_go_on_is_refused_by_name(
    layers: Callable[[], list[Any]],
    sentence: str,
    suffix: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.ERROR, "absl")
    path = tmp_path / f"model{suffix}"
    keras.Sequential([keras.Input((8, SIZE)), *layers()]).save(path)
    (tmp_path / "mapping.json").write_text(json_from_vocabulary(WORDS))
    with pytest.raises(UserError, match=sentence):
        open_model(path)


def test_a_bundle_opens_in_keras_itself(tmp_path: Path) -> None:
    network = NETWORKS["lstm"]()
    network.save(tmp_path / "plain.keras")
    out = tmp_path / "bundle.keras"
    save_bundle((tmp_path / "plain.keras").read_bytes(), WORDS, Card("Mine", "grid"), out)
    again = keras.saving.load_model(out)
    for mine, theirs in zip(network.get_weights(), again.get_weights(), strict=True):
        np.testing.assert_array_equal(mine, theirs)


def test_the_model_in_the_box_is_what_keras_says_it_is(tmp_path: Path) -> None:
    model = open_model(CLASSIC_MODEL)
    assert isinstance(model, GridModel)
    network = keras.saving.load_model(shutil.copy(CLASSIC_MODEL, tmp_path))
    for seed in SEEDS:
        foretold = by_keras(network, model.vocabulary, seed)
        assert np.abs(by_numpy(model, seed) - foretold).max() < 1e-5
