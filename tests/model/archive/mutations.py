"""Model files with something wrong, drawn by a number: the same number, the same file."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import numpy as np

from core.model.grid.vocabulary import json_from_vocabulary
from tests.model.archive.strangers import (
    PLAIN,
    SIZE,
    WORDS,
    Config,
    archive,
    config_of,
    hdf5,
    other,
    recurrent,
    softmax,
    weights_member,
)

Files = tuple[str, bytes, str]
"""The name of the model file, its content, and the text of its mapping."""

EMBEDDED = (
    other("Embedding", (SIZE, 3), input_dim=SIZE, output_dim=3),
    recurrent("GRU", 3, reset_after=True, return_sequences=True),
    other("BatchNormalization", (4,), (4,), (4,), (4,), axis=-1, epsilon=1e-3),
    softmax(),
)
MAPPING = json_from_vocabulary(WORDS)
HOSTILE: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, 10**40, 0.5, -1e308, float("nan")),
    *("", "LSTM", "../..", "layers", "\u0000", "x" * 5000, [], {}, [[]], [None], {"class_name": 3}),
)


def mutated(number: int) -> Files:
    random = np.random.default_rng(number)
    changes: tuple[Callable[[Any], Files], ...] = (
        lambda r: ("a.h5", _bytes_changed(hdf5(PLAIN), r), MAPPING),
        lambda r: ("a.h5", _bytes_changed(hdf5(EMBEDDED), r), MAPPING),
        lambda r: ("a.keras", archive(weights=_bytes_changed(weights_member(), r)), MAPPING),
        lambda r: ("a.keras", _bytes_changed(archive(), r), MAPPING),
        lambda r: ("a.keras", archive(_value_changed(config_of(PLAIN), r)), MAPPING),
        lambda r: ("a.h5", hdf5(PLAIN, spoil=_with_config(r)), MAPPING),
        lambda r: ("a.h5", hdf5(PLAIN), _text_changed(MAPPING, r)),
    )
    return changes[number % len(changes)](random)


def _bytes_changed(content: bytes, random: np.random.Generator) -> bytes:
    """A few bytes replaced, a piece cut out, put twice or zeroed, or the end torn off."""
    changed = bytearray(content)
    first, last = sorted(int(place) for place in random.integers(0, len(content), 2))
    last = min(last, first + int(random.choice((8, 64, 4096))))
    match int(random.integers(7)):
        case 0:
            del changed[first:]
        case 1:
            del changed[first:last]
        case 2:
            changed[first:first] = changed[first:last]
        case 3:
            changed[first:last] = bytes(last - first)
        case 4:
            changed[first : first + 8] = random.choice([b"\xff" * 8, b"\xff\xff\xff\x7f" * 2])
        case _:
            for place in random.integers(0, len(content), random.choice((1, 4, 30))):
                changed[place] = random.integers(256)
    return bytes(changed)


def _value_changed(config: Config, random: np.random.Generator) -> Config:
    """One to three values anywhere in the configuration replaced or taken away."""
    changed = deepcopy(config)
    for _ in range(random.integers(1, 4)):
        places = list(_places(changed))
        holder, key = places[random.integers(len(places))]
        if random.integers(4):
            holder[key] = HOSTILE[random.integers(len(HOSTILE))]
        else:
            del holder[key]
            if not changed:
                break
    return changed


def _places(value: Any) -> Any:
    """(container, key) of every value within `value`."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in list(keys):
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _with_config(random: np.random.Generator) -> Callable[[Any], None]:
    def spoil(file: Any) -> None:
        file.attrs["model_config"] = json.dumps(_value_changed(config_of(PLAIN), random))

    return spoil


def _text_changed(text: str, random: np.random.Generator) -> str:
    values = _value_changed(json.loads(text), random)
    kept = json.dumps(values)
    return kept if random.integers(2) else kept[: random.integers(len(kept))]
