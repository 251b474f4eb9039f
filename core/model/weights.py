"""Layers and weights out of a `.keras` or `.h5` file, without Keras: nothing in the file is run.

Everything is bounded before it is read, since the file may come from a stranger. Formats: Keras 3
`.keras` is a zip with `config.json` and `model.weights.h5`; `.h5` is HDF5 with the attribute
`model_config` and the group `model_weights` (Keras 2 and 3).
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import UserError

Array = npt.NDArray[np.float32]

LARGEST_FILE = 256 << 20
LARGEST_CONFIG = 1 << 20
LARGEST_ARRAY = 50_000_000
MOST_LAYERS = 16

ARRAYS_OF = {
    "InputLayer": 0,
    "Embedding": 1,
    "LSTM": 3,
    "GRU": 3,
    "SimpleRNN": 3,
    "Dense": 2,
    "Dropout": 0,
    "Activation": 0,
}
"""Kinds of layer that can be read, and the number of arrays that each has."""

RECURRENT = ("LSTM", "GRU", "SimpleRNN")

_ZIP, _HDF5 = b"PK\x03\x04", b"\x89HDF\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer as the file tells it: its class, its settings, its arrays in Keras' order."""

    kind: str
    settings: Mapping[str, object]
    arrays: tuple[Array, ...]


def read_layers(content: bytes) -> tuple[Layer, ...]:
    """The chain of layers in the content of a file.

    UserError naming the layer, or whatever h5py, zipfile and json raise, for anything that is not
    such a chain, is too large, is damaged, or holds a weight that is no finite number: to be called
    within `plain_sentences`.
    """
    if content.startswith(_ZIP):
        return tuple(_layers_of_zip(content))
    if content.startswith(_HDF5):
        return tuple(_layers_of_hdf5(content))
    raise UserError("it is neither a .keras nor an .h5 file")


def read_member(content: bytes, name: str) -> str | None:
    """A text in a `.keras` zip; None where the content is no zip or has no such member.

    Called within `plain_sentences`, like `read_layers`.
    """
    if not content.startswith(_ZIP):
        return None
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if name not in archive.namelist():
            return None
        return _member(archive, name, LARGEST_CONFIG).decode()


@contextmanager
def plain_sentences(path: Path) -> Iterator[None]:
    """Turns whatever a damaged file raises into one UserError that names the file.

    A UserError raised within is a part of a sentence: what is wrong with the file.
    """
    try:
        yield
    except UserError as error:
        raise UserError(
            f"{path.name} cannot be opened as a model: {str(error).rstrip('.')}."
        ) from error
    except MemoryError as error:
        raise UserError(f"{path.name} cannot be opened as a model: it is too large.") from error
    except (
        ArithmeticError,
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        RuntimeError,
        EOFError,
        NotImplementedError,
        zipfile.BadZipFile,
    ) as error:
        raise UserError(
            f"{path.name} cannot be opened as a model: it is damaged; get the file anew."
        ) from error


def _member(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    try:
        entry = archive.getinfo(name)
    except KeyError:
        raise UserError(f"it has no {name}") from None
    with archive.open(entry) as file:
        content = file.read(largest + 1)  # the size that the archive declares is not to be trusted
    if len(content) > largest:
        raise UserError(f"its {name} is larger than {largest >> 20} MB")
    return content


def _layers_of_zip(content: bytes) -> Iterator[Layer]:
    import h5py  # type: ignore[import-untyped]

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        chain = _chain(json.loads(_member(archive, "config.json", LARGEST_CONFIG)))
        weights = _member(archive, "model.weights.h5", LARGEST_FILE)
    seen: dict[str, int] = {}
    with h5py.File(io.BytesIO(weights), "r") as file:
        for kind, settings in chain:
            group = _group_name(kind)
            number = seen.get(group, 0)
            seen[group] = number + 1
            name = f"{group}_{number}" if number else group
            place = "vars" if kind in ("Dense", "Embedding") else "cell/vars"
            arrays = []
            if ARRAYS_OF[kind]:
                variables = _walked(file, f"layers/{name}/{place}")
                arrays = [_array(_walked(variables, key)) for key in sorted(variables, key=int)]
            yield _layer(kind, settings, arrays)


def _layers_of_hdf5(content: bytes) -> Iterator[Layer]:
    import h5py

    with h5py.File(io.BytesIO(content), "r") as file:
        config = file.attrs.get("model_config")
        if config is None:
            raise UserError("it holds weights only; save the whole model")
        text = config.decode() if isinstance(config, bytes) else config
        if not isinstance(text, str) or len(text) > LARGEST_CONFIG:
            raise UserError("its configuration is no text or too long")
        for kind, settings in _chain(json.loads(text)):
            arrays = []
            if ARRAYS_OF[kind]:
                group = _walked(file, f"model_weights/{settings['name']}")
                names = [n.decode() if isinstance(n, bytes) else n for n in _names(group)]
                arrays = [_array(_walked(group, str(name))) for name in names]
            yield _layer(kind, settings, arrays)


def _names(group: Any) -> list[object]:
    names = list(group.attrs["weight_names"])
    if len(names) > max(ARRAYS_OF.values()):
        raise UserError("a layer has too many arrays")
    return names


def _chain(config: object) -> Iterator[tuple[str, dict[str, object]]]:
    """(class, settings) of each layer, each one fed by the one before it alone."""
    if not isinstance(config, dict) or config.get("class_name") not in (
        "Sequential",
        "Functional",
        "Model",
    ):
        raise UserError("it is no Sequential or Functional Keras model")
    inner = config["config"]
    entries = inner["layers"] if isinstance(inner, dict) else inner
    if not isinstance(entries, list) or not 0 < len(entries) <= MOST_LAYERS:
        raise UserError(f"it has no layers, or more than {MOST_LAYERS}")
    last_name: str | None = None
    for entry in entries:
        kind, settings = str(entry["class_name"]), dict(entry["config"])
        if kind == "Bidirectional":
            raise UserError(
                "it has a Bidirectional layer, which must know the end of a tune before its "
                "beginning and so cannot go on from a seed"
            )
        if kind not in ARRAYS_OF:
            raise UserError(f"it has a layer of the kind {kind[:40]!r}, which is not known here")
        feeders = json.dumps(entry.get("inbound_nodes", []))
        if config["class_name"] != "Sequential" and last_name and last_name not in feeders:
            raise UserError("its layers do not form one chain")
        last_name = json.dumps(settings["name"])
        yield kind, settings


def _group_name(kind: str) -> str:
    """Keras' name for the weights of a class: 'SimpleRNN' is 'simple_rnn'."""
    words = re.sub(r"(.)([A-Z][a-z0-9]+)", r"\1_\2", kind)
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", words).lower()


def _walked(group: Any, path: str) -> Any:
    """What lies at `path`, reached by hard links alone: others may lead out of the file."""
    import h5py

    for part in path.split("/"):
        if (
            part in ("", ".", "..")
            or not isinstance(group, h5py.Group)
            or not isinstance(group.get(part, getlink=True), h5py.HardLink)
        ):
            raise UserError(f"it has no weights at '{path[:60]}'")
        group = group[part]
    return group


def _array(data: Any) -> Array:
    import h5py

    if not isinstance(data, h5py.Dataset) or data.external is not None or data.is_virtual:
        raise UserError("its weights lie outside the file")
    if data.dtype.kind != "f" or data.dtype.itemsize > 8 or data.ndim > 2:
        raise UserError("its weights are no tables of numbers")
    if data.size > LARGEST_ARRAY:
        raise UserError(f"a layer has more than {LARGEST_ARRAY:,} weights")
    with np.errstate(over="ignore"):  # a double too large for single precision becomes infinite
        array = np.asarray(data[()], np.float32)
    if not np.isfinite(array).all():
        raise UserError("a weight is no finite number")
    return array


def _layer(kind: str, settings: dict[str, object], arrays: list[Array]) -> Layer:
    if len(arrays) != ARRAYS_OF[kind]:
        raise UserError(
            f"its layer '{settings['name']}' has {len(arrays)} arrays of weights, "
            f"not {ARRAYS_OF[kind]}"
        )
    return Layer(kind, settings, tuple(arrays))
