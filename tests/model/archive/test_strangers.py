"""Models made elsewhere: what Keras 2 wrote itself, and what is laid out by hand as it does."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from core.errors import UserError
from core.model.bundle import open_model
from core.model.grid.model import GridModel
from core.model.grid.vocabulary import json_from_vocabulary
from tests.model.archive.strangers import (
    SIZE,
    UNITS,
    WORDS,
    Arrays,
    Config,
    archive,
    config_of,
    hdf5,
    other,
    recurrent,
    softmax,
    weights_member,
)

DATA = Path(__file__).parent / "data"
HEARD = [0, 3, 2, 2, 5, 2, 1, 7, 2]

Numbers = npt.NDArray[np.float64]
Gate = Callable[[Numbers], Numbers]


def opened(path: Path) -> GridModel:
    path.with_name("mapping.json").write_text(json_from_vocabulary(WORDS))
    model = open_model(path)
    assert isinstance(model, GridModel)
    return model


def foretold(model: GridModel) -> Numbers:
    """What could come after each of HEARD: (symbols, sorts)."""
    state, rows = model.network.start(), []
    for number in HEARD:
        state = model.network.hear(np.array([number]), state)
        rows.append(softened(model.network.logits(state)[0].astype(np.float64)))
    return np.array(rows)


def softened(logits: Numbers) -> Numbers:
    shares: Numbers = np.exp(logits - logits.max())
    shares /= shares.sum()
    return shares


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
@pytest.mark.parametrize("name", ["keras-2.15-hard-lstm", "keras-2.15-hard-gru"])
def test_what_keras_2_wrote_gives_the_numbers_that_keras_2_gave(
    name: str, suffix: str, tmp_path: Path
) -> None:
    """hard_sigmoid, BatchNormalization, TimeDistributed, dropout of all kinds, both resets."""
    path = Path(shutil.copy(DATA / f"{name}{suffix}", tmp_path))
    wanted = np.loadtxt(DATA / f"{name}.txt")
    assert np.abs(foretold(opened(path)) - wanted).max() < 1e-6
    assert wanted.max() > 0.3


def logistic(x: Numbers) -> Numbers:
    return 1 / (1 + np.exp(-x))


def hard_of_keras_2(x: Numbers) -> Numbers:
    return np.clip(0.2 * x + 0.5, 0, 1)


def hard_of_keras_3(x: Numbers) -> Numbers:
    return np.clip(x + 3, 0, 6) / 6


def by_definition(kind: str, gate: Gate, after: bool, arrays: Sequence[Any]) -> Numbers:
    """The network of one recurrent layer and a softmax, written out from Keras' definitions."""
    kernel, inner, bias, head, head_bias = (np.asarray(a, np.float64) for a in arrays)
    hidden, memory, rows = np.zeros(UNITS), np.zeros(UNITS), []

    def part(array: Numbers, number: int) -> Numbers:
        return array[..., number * UNITS : (number + 1) * UNITS]

    for number in HEARD:
        x = kernel[number]
        if kind == "LSTM":
            sums = x + hidden @ inner + bias
            opening, forgetting, showing = (gate(part(sums, n)) for n in (0, 1, 3))
            memory = forgetting * memory + opening * np.tanh(part(sums, 2))
            hidden = showing * np.tanh(memory)
        elif kind == "GRU":
            outer_bias, inner_bias = bias if after else (bias, np.zeros(3 * UNITS))
            x = x + outer_bias
            carried = hidden @ inner + inner_bias
            update, reset = (gate(part(x, n) + part(carried, n)) for n in (0, 1))
            own = reset * part(carried, 2) if after else (reset * hidden) @ part(inner, 2)
            hidden = update * hidden + (1 - update) * np.tanh(part(x, 2) + own)
        else:
            hidden = np.tanh(x + hidden @ inner + bias)
        rows.append(softened(hidden @ head + head_bias))
    return np.array(rows)


@pytest.mark.parametrize(
    ("version", "activation", "gate"),
    [
        ("2.4.0", "sigmoid", logistic),
        ("2.2.4-tf", "hard_sigmoid", hard_of_keras_2),
        ("3.15.1", "hard_sigmoid", hard_of_keras_3),
        ("3.0.0", "sigmoid", logistic),
    ],
)
@pytest.mark.parametrize(
    ("kind", "after"), [("LSTM", False), ("GRU", True), ("GRU", False), ("SimpleRNN", False)]
)
def test_the_file_s_own_version_says_what_its_gates_are(
    kind: str, after: bool, version: str, activation: str, gate: Gate, tmp_path: Path
) -> None:
    settings: Config = {"reset_after": after} if kind == "GRU" else {}
    layers = (recurrent(kind, recurrent_activation=activation, **settings), softmax())
    wanted = by_definition(kind, gate, after, [*layers[0][1], *layers[1][1]])
    in_hdf5, in_zip = tmp_path / "model.h5", tmp_path / "model.keras"
    in_hdf5.write_bytes(hdf5(layers, version=version))
    in_zip.write_bytes(_archive(layers, version))
    for path in (in_hdf5, in_zip):
        assert np.abs(foretold(opened(path)) - wanted).max() < 1e-6


def _archive(layers: Sequence[tuple[Config, Arrays]], version: str) -> bytes:
    content = weights_member(layers)
    return archive(config_of(layers), content, version=version)


def test_biases_tell_of_a_reset_that_old_keras_does_not_name(tmp_path: Path) -> None:
    layers = (recurrent("GRU"), softmax())
    assert "reset_after" not in layers[0][0]["config"]
    path = tmp_path / "model.h5"
    path.write_bytes(hdf5(layers))
    wanted = by_definition("GRU", logistic, False, [*layers[0][1], *layers[1][1]])
    assert np.abs(foretold(opened(path)) - wanted).max() < 1e-6


def test_several_layers_and_an_embedding_open_in_the_layout_of_keras_2(tmp_path: Path) -> None:
    layers = (
        other("Embedding", (SIZE, 3), input_dim=SIZE, output_dim=3, input_length=64),
        other("SpatialDropout1D", rate=0.1),
        recurrent("LSTM", 3, return_sequences=True, stateful=True, time_major=True),
        other("GaussianNoise", stddev=0.1),
        recurrent("GRU", UNITS, reset_after=True),
        other("Dense", (UNITS, 6), (6,), units=6, activation="relu"),
        other("BatchNormalization", (6,), (6,), (6,), (6,), axis=[1], epsilon=1e-3),
        other("Dropout", rate=0.1),
        softmax(6),
    )
    names = [config["config"]["name"] for config, _ in layers]
    assert len(set(names)) == len(names) - 1  # two are called 'dense'
    layers[-1][0]["config"]["name"] = "the end/of it"
    path = tmp_path / "model.h5"
    path.write_bytes(hdf5(layers))
    rows = foretold(opened(path))
    assert rows.shape == (len(HEARD), SIZE)
    assert np.isfinite(rows).all()


@pytest.mark.parametrize(
    ("layers", "sentence"),
    [
        ((recurrent("LSTM", 1), softmax()), "symbols as plain numbers"),
        ((recurrent("LSTM", SIZE + 1), softmax()), "has 8 symbols and its network 9"),
        ((recurrent("LSTM", axis=1), other("Flatten"), softmax()), "'Flatten'"),
        ((recurrent("LSTM"), other("CuDNNLSTM"), softmax()), "'CuDNNLSTM'"),
        (
            (recurrent("LSTM"), other("BatchNormalization", *[(3,)] * 4, epsilon=1e-3), softmax()),
            "do not fit the layer before",
        ),
        (
            (recurrent("LSTM"), other("BatchNormalization", *[(4,)] * 4, epsilon=-9.0), softmax()),
            "variance below zero",
        ),
        (
            (
                recurrent("LSTM", return_sequences=True),
                other("BatchNormalization", *[(4,)] * 4, axis=1, epsilon=1e-3),
                softmax(),
            ),
            "set in a way",
        ),
    ],
)
def test_what_cannot_be_taken_in_is_refused_by_name(
    layers: Sequence[tuple[Config, Arrays]], sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "model.h5"
    path.write_bytes(hdf5(layers))
    with pytest.raises(UserError, match=sentence):
        opened(path)


@pytest.mark.parametrize("number", range(5))
def test_weights_too_large_to_compute_with_are_refused(number: int, tmp_path: Path) -> None:
    """Finite ones, whose sums and products are not."""
    layers = [recurrent("LSTM"), softmax()]
    arrays = [array for _, own in layers for array in own]
    arrays[number][...] = 3e38
    path = tmp_path / "model.h5"
    path.write_bytes(hdf5(layers))
    with pytest.raises(UserError, match="too large to compute with"):
        opened(path)
