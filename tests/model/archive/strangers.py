"""Model files as other programs write them, whole and spoilt; made by hand, not by Keras."""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np

from core.model.grid.vocabulary import vocabulary_of

UNITS = 4
WORDS = vocabulary_of(range(60, 65))
SIZE = len(WORDS)

Config = dict[str, Any]
Spoil = Callable[[Any], None]
Arrays = tuple[np.ndarray[tuple[int, ...], np.dtype[np.float32]], ...]

_GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}


def random_arrays(*shapes: tuple[int, ...]) -> Arrays:
    random = np.random.default_rng(len(shapes))
    return tuple(random.standard_normal(shape).astype(np.float32) for shape in shapes)


def recurrent(kind: str, inputs: int = SIZE, **settings: object) -> tuple[Config, Arrays]:
    """A layer with the settings that tf.keras 2.4 writes, and its weights."""
    gates = _GATES[kind] * UNITS
    bias = (2, gates) if settings.get("reset_after") else (gates,)
    config: Config = {
        "name": kind.lower(),
        "trainable": True,
        "dtype": "float32",
        "return_sequences": False,
        "return_state": False,
        "go_backwards": False,
        "stateful": False,
        "unroll": False,
        "time_major": False,
        "units": UNITS,
        "activation": "tanh",
        "recurrent_activation": "sigmoid",
        "use_bias": True,
        "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": None}},
        "unit_forget_bias": True,
        "kernel_regularizer": None,
        "dropout": 0.2,
        "recurrent_dropout": 0.1,
        "implementation": 2,
        **settings,
    }
    arrays = random_arrays((inputs, gates), (UNITS, gates), bias)
    return {"class_name": kind, "config": config}, arrays


def other(kind: str, *shapes: tuple[int, ...], **settings: object) -> tuple[Config, Arrays]:
    config = {"name": kind.lower(), "trainable": True, **settings}
    arrays = random_arrays(*shapes)
    if kind == "BatchNormalization":
        arrays = (*arrays[:3], np.abs(arrays[3]))  # a variance
    return {"class_name": kind, "config": config}, arrays


def softmax(inputs: int = UNITS) -> tuple[Config, Arrays]:
    return other("Dense", (inputs, SIZE), (SIZE,), units=SIZE, activation="softmax")


PLAIN = (
    other("InputLayer", batch_input_shape=[None, None, SIZE]),
    recurrent("LSTM"),
    other("Dropout", rate=0.2),
    softmax(),
)


def config_of(layers: Sequence[tuple[Config, Arrays]]) -> Config:
    """The configuration of a Sequential network."""
    return {
        "class_name": "Sequential",
        "config": {"name": "sequential", "layers": [config for config, _ in layers]},
    }


def hdf5(
    layers: Sequence[tuple[Config, Arrays]] = PLAIN,
    spoil: Spoil = lambda _: None,
    version: str = "2.4.0",
) -> bytes:
    """An `.h5` file as Keras 2 lays it out."""
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        file.attrs["keras_version"] = version
        file.attrs["backend"] = "tensorflow"
        file.attrs["model_config"] = json.dumps(config_of(layers))
        weights = file.create_group("model_weights")
        for config, arrays in layers:
            name = config["config"]["name"]
            group = weights.create_group(name)
            names = [f"{name}/cell/array_{number}:0" for number in range(len(arrays))]
            group.attrs["weight_names"] = np.array(names, "S")
            for place, array in zip(names, arrays, strict=True):
                group[place] = array
        spoil(file)
    return content.getvalue()


def weights_member(
    layers: Sequence[tuple[Config, Arrays]] = PLAIN, spoil: Spoil = lambda _: None
) -> bytes:
    """The `model.weights.h5` in a `.keras` archive."""
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        for config, arrays in layers:
            kind = config["class_name"]
            group = "simple_rnn" if kind == "SimpleRNN" else kind.lower()
            cell = "cell/" if kind in _GATES else ""
            place = file.create_group(f"layers/{group}/{cell}vars")
            for number, array in enumerate(arrays):
                place[str(number)] = array
        spoil(file)
    return content.getvalue()


def archive(
    config: Config | None = None,
    weights: bytes | None = None,
    packing: int = zipfile.ZIP_STORED,
    version: str = "3.15.1",
) -> bytes:
    """A `.keras` file."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", packing) as file:
        file.writestr("metadata.json", json.dumps({"keras_version": version}))
        file.writestr("config.json", json.dumps(config or config_of(PLAIN)))
        file.writestr("model.weights.h5", weights_member() if weights is None else weights)
    return content.getvalue()
