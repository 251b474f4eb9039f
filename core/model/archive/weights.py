"""Layers and weights out of a `.keras` or `.h5` file, without Keras: nothing in the file is run.

Formats: `.keras` (Keras 2.12 and later) is a zip with `config.json` and `model.weights.h5`; `.h5`
(Keras 2 and 3) is HDF5 with the attribute `model_config` and the group `model_weights`.
"""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.model.archive.storage import (
    LARGEST_CONFIG,
    LARGEST_FILE,
    MOST_ARRAYS,
    Array,
    Tables,
    is_hdf5,
    is_zip,
    member,
    open_archive,
)
from core.words import Words

MOST_LAYERS = 32

RECURRENT = ("LSTM", "GRU", "SimpleRNN")

WITHOUT_EFFECT = (
    "InputLayer",
    "Dropout",
    "SpatialDropout1D",
    "GaussianDropout",
    "GaussianNoise",
    "ActivityRegularization",
)
"""Kinds of layer that only matter in training."""

ARRAYS_OF = {
    **dict.fromkeys(WITHOUT_EFFECT, 0),
    **dict.fromkeys(RECURRENT, 3),
    "Embedding": 1,
    "Dense": 2,
    "BatchNormalization": 4,
    "Activation": 0,
}
"""Kinds of layer that a chain can have, and the number of arrays that each has."""

MOST_NAMED = 200
NAMED = ("Dense", "Embedding", "LSTM", "LayerNormalization")
"""Kinds of layer that are read by name from a network that is no chain."""

_KERAS_3 = "3"


class MappingError(UserError):
    """A model made elsewhere is whole, but its mapping is missing or does not fit."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer as the file tells it: its class, its settings, its arrays in Keras' order.

    `keras` is the version of Keras that wrote it, 2 for those before it too.
    """

    kind: str
    settings: Mapping[str, object]
    arrays: tuple[Array, ...]
    keras: int = 3


@dataclass(frozen=True, slots=True)
class _Entry:
    """A layer of a configuration. `outer` is its class in the file, that of a wrapper around it."""

    kind: str
    settings: Mapping[str, object]
    outer: str
    name: str

    @property
    def place(self) -> str:
        """Where its arrays are within its group in a `.keras` archive."""
        wrapped = "layer/" if self.outer != self.kind else ""
        return f"{wrapped}cell/vars" if self.kind in RECURRENT else f"{wrapped}vars"


def read_layers(content: bytes) -> tuple[Layer, ...]:
    """The chain of layers in the content of a file.

    UserError naming the layer, or whatever zipfile, json and hdf5 raise, for anything that is not
    such a chain, is too large, is damaged, or holds a weight that is no finite number: to be called
    within `plain_sentences`.
    """
    if is_zip(content):
        return tuple(_layers_of_zip(content))
    if is_hdf5(content):
        return tuple(_layers_of_hdf5(content))
    raise UserError("it is neither a .keras nor an .h5 file")


def read_named_layers(content: bytes) -> dict[str, Layer]:
    """The layers that have weights, by name, of a `.keras` network of any shape.

    How they are joined the reader must know. It raises what `read_layers` raises.
    """
    with open_archive(content) as archive:
        config = json.loads(member(archive, "config.json", LARGEST_CONFIG))
        weights = member(archive, "model.weights.h5", LARGEST_FILE)
    entries = config["config"]["layers"]
    if not isinstance(entries, list) or len(entries) > MOST_NAMED:
        raise UserError("it has no layers, or more than {most}", most=MOST_NAMED)
    listed = [_entry(entry) for entry in entries]
    return {
        entry.name: Layer(entry.kind, entry.settings, arrays)
        for entry, arrays in _numbered(Tables(weights), [e for e in listed if e.kind in NAMED])
    }


def read_member(content: bytes, name: str, largest: int = LARGEST_CONFIG) -> str | None:
    """A text of at most `largest` bytes in a `.keras` zip.

    None where the content is no zip or has no such member.
    Called within `plain_sentences`, like `read_layers`.
    """
    if not is_zip(content):
        return None
    with open_archive(content) as archive:
        if name not in archive.namelist():
            return None
        return member(archive, name, largest).decode()


@contextmanager
def plain_sentences(path: Path) -> Iterator[None]:
    """Turns whatever a damaged file raises into one UserError that names the file.

    A UserError raised within is a part of a sentence: what is wrong with the file. A
    MappingError stays one.
    """
    try:
        yield
    except UserError as error:
        kind = MappingError if isinstance(error, MappingError) else UserError
        raise kind(_refusal(path, error.words)) from error
    except MemoryError as error:
        raise UserError(_refusal(path, Words("it is too large"))) from error
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
        raise UserError(_refusal(path, Words("it is damaged; get the file anew"))) from error


def _refusal(path: Path, reason: Words) -> Words:
    """`reason` is a part of a sentence, or a whole one about another file."""
    if reason.endswith("."):
        return Words("{file} cannot be opened as a model: {reason}", file=path.name, reason=reason)
    return Words("{file} cannot be opened as a model: {reason}.", file=path.name, reason=reason)


def _layers_of_zip(content: bytes) -> Iterator[Layer]:
    with open_archive(content) as archive:
        chain = tuple(_chain(json.loads(member(archive, "config.json", LARGEST_CONFIG))))
        weights = member(archive, "model.weights.h5", LARGEST_FILE)
        facts = {}
        if "metadata.json" in archive.namelist():
            facts = dict(json.loads(member(archive, "metadata.json", LARGEST_CONFIG)))
    version = str(facts.get("keras_version", _KERAS_3))
    for entry, arrays in _numbered(Tables(weights), chain):
        yield _layer(entry, arrays, version)


def _numbered(
    tables: Tables, entries: Iterable[_Entry]
) -> Iterator[tuple[_Entry, tuple[Array, ...]]]:
    """Each layer with its arrays; Keras numbers the layers of a class in order."""
    seen: dict[str, int] = {}
    for entry in entries:
        group = _group_name(entry.outer)
        number = seen.get(group, 0)
        seen[group] = number + 1
        name = f"{group}_{number}" if number else group
        arrays: tuple[Array, ...] = ()
        if ARRAYS_OF.get(entry.kind, MOST_ARRAYS):
            arrays = tuple(tables.numbered(f"layers/{name}/{entry.place}"))
        yield entry, arrays


def _layers_of_hdf5(content: bytes) -> Iterator[Layer]:
    tables = Tables(content)
    config = tables.texts("", "model_config")
    if not config:
        raise UserError("it holds weights only; save the whole model")
    version = (tables.texts("", "keras_version") or ["2"])[0]
    for entry in _chain(json.loads(config[0])):
        arrays: tuple[Array, ...] = ()
        if ARRAYS_OF[entry.kind]:
            place = f"model_weights/{entry.name}"
            names = tables.texts(place, "weight_names", MOST_ARRAYS) or ()
            arrays = tuple(tables.array(f"{place}/{name}") for name in names)
        yield _layer(entry, arrays, version)


def _chain(config: object) -> Iterator[_Entry]:
    """The layers, each one fed by the one before it alone."""
    if not isinstance(config, dict) or config.get("class_name") not in (
        "Sequential",
        "Functional",
        "Model",
    ):
        raise UserError("it is no Sequential or Functional Keras model")
    inner = config["config"]
    entries = inner["layers"] if isinstance(inner, dict) else inner
    if not isinstance(entries, list) or not 0 < len(entries) <= MOST_LAYERS:
        raise UserError("it has no layers, or more than {most}", most=MOST_LAYERS)
    last_name: str | None = None
    for value in entries:
        entry = _entry(value)
        if entry.kind == "Bidirectional":
            raise UserError(
                "it has a Bidirectional layer, which must know the end of a tune before its "
                "beginning and so cannot go on from a seed"
            )
        if entry.kind not in ARRAYS_OF:
            raise UserError(
                "it has a layer of the kind {kind!r}, which is not known here",
                kind=entry.kind[:40],
            )
        feeders = json.dumps(value.get("inbound_nodes", []))
        if config["class_name"] != "Sequential" and last_name and last_name not in feeders:
            raise UserError("its layers do not form one chain")
        last_name = json.dumps(entry.name)
        yield entry


def _entry(value: dict[str, object]) -> _Entry:
    """One layer of a configuration; TimeDistributed is what it applies at each step."""
    outer, settings = str(value["class_name"]), _object(value["config"])
    name = str(settings["name"])
    kind = outer
    if outer == "TimeDistributed":
        inner = _object(settings["layer"])
        kind, settings = str(inner["class_name"]), _object(inner["config"])
    return _Entry(kind, settings, outer, name)


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise UserError("its configuration is none of Keras")
    return value


def _group_name(kind: str) -> str:
    """Keras' name for the weights of a class: 'SimpleRNN' is 'simple_rnn'."""
    words = re.sub(r"(.)([A-Z][a-z0-9]+)", r"\1_\2", kind)
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", words).lower()


def _layer(entry: _Entry, arrays: tuple[Array, ...], version: str) -> Layer:
    if len(arrays) != ARRAYS_OF[entry.kind]:
        raise UserError(
            "its layer '{name}' has {arrays} arrays of weights, not {expected}",
            name=entry.name[:40],
            arrays=len(arrays),
            expected=ARRAYS_OF[entry.kind],
        )
    major = re.match(r"\d{1,3}", version)
    return Layer(entry.kind, entry.settings, arrays, max(2, int(major[0])) if major else 2)
