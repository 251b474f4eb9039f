"""From the named layers of a file to a note network that can step, every shape checked first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Any

import numpy as np

from core.errors import UserError
from core.model.archive.storage import Array
from core.model.archive.weights import Layer
from core.model.grid.assembly import MOST_UNITS, halved_gates
from core.model.network import Linear, pin_threads
from core.model.note.features import (
    BOUNDS,
    CONTEXT,
    REFERENCES,
    ROOM_SIZE,
    ROOMS,
    candidate_sizes,
    context_sizes,
)
from core.model.note.graph import WIDEST
from core.model.note.lookback import CANDIDATES
from core.model.note.network import Head, NoteNetwork, interval_steps
from core.model.note.phrase import FINEST, LEFT_SIZE, SINCE_SIZE
from core.model.note.phrasehead import Hearing, PhraseHead
from core.model.note.ruler import LANDINGS
from core.model.note.vocabulary import NoteVocabulary

Shape = tuple[int, ...]

_DURATION_LAYERS = "landing_logits", "duration_logits", "duration_gate"
_PITCH_LAYERS = (
    "pitch_logits",
    *(f"from_{name}_logits" for name in REFERENCES),
    *("pitch_gate", "moved_gate", "pitch_agreed_gate", "moved_agreed_gate"),
)
"""What hears each hidden layer, in the order in which core/model/note/network.py reads it."""

LARGEST_WEIGHT = 1e6
"""Trained weights are far smaller; up to here no sum of products leaves single precision."""


def notenetwork_from_layers(layers: Mapping[str, Layer], vocabulary: NoteVocabulary) -> NoteNetwork:
    """The network of core/model/note/graph.py, from its layers by their names.

    UserError naming the layer for one that is missing and for shapes that do not fit the
    vocabulary or each other.
    """
    pin_threads()
    _check(layers, vocabulary)
    arrays = {name: layer.arrays for name, layer in layers.items()}
    table, rows = _table(arrays, vocabulary)
    units = table.shape[1]
    compass, rooms = _rooms(arrays, units)
    kernel, recurrent, bias = (halved_gates(array, units) for array in arrays["lstm"])
    normal = _Normal(*arrays["normal"])
    return NoteNetwork(
        table=table - table.mean(1, dtype=np.float64, keepdims=True).astype(np.float32),
        rows=rows,
        softening=np.float32(units * _epsilon(layers["normal"])),
        gates=normal.within((np.concatenate([recurrent, kernel]), bias)),
        hidden=normal.within(_beside(arrays["duration_hidden"], arrays["pitch_hidden"])),
        duration_head=Head(
            _joined([arrays[name] for name in _DURATION_LAYERS]),
            arrays["duration_trust"][0][:, 0],
        ),
        agreement=arrays["agreement"][0],
        led=(arrays["chosen"][0][:, None] + arrays["landing"][0]).reshape(-1, units),
        pitch_head=Head(
            _joined([*(arrays[name] for name in _PITCH_LAYERS), compass]),
            np.concatenate([arrays[f"{kind}_trust"][0][:, 0] for kind in ("pitch", "moved")]),
        ),
        rooms=rooms,
        compass_head=_joined([arrays[f"from_{name}_logits"] for name in BOUNDS]),
        phrase=_phrase_head(arrays, vocabulary, units) if vocabulary.phrases else None,
        steps=interval_steps(vocabulary.pitches),
        durations=len(vocabulary.durations),
        pitches=vocabulary.pitches,
        parameters=sum(array.size for layer in arrays.values() for array in layer),
    )


def layer_shapes(
    vocabulary: NoteVocabulary, units: int, widths: Mapping[str, int]
) -> dict[str, tuple[Shape, ...]]:
    """The shapes of the arrays of every layer by its name.

    `widths` are those of the embeddings: context, flag, duration, pitch and room, and what is told
    of a phrase, where the vocabulary is one with phrases.
    """
    flags, durations, pitches, _ = candidate_sizes(vocabulary)
    told = CONTEXT * widths["context"]
    told += CANDIDATES * (widths["flag"] + widths["duration"] + 2 * widths["pitch"])

    def dense(inputs: int, outputs: int) -> tuple[Shape, ...]:
        return (inputs, outputs), (outputs,)

    def hearing() -> tuple[Shape, ...]:
        return dense(units + 2 * widths["phrase_left"], units // 2)

    gates = ("duration", "pitch", "pitch_agreed", "moved", "moved_agreed")
    shapes: dict[str, tuple[Shape, ...]] = {
        "context": ((sum(context_sizes(vocabulary)), widths["context"]),),
        "flag": ((CANDIDATES * flags, widths["flag"]),),
        "duration": ((durations, widths["duration"]),),
        "pitch": ((pitches, widths["pitch"]),),
        "input": dense(told, units),
        "normal": ((units,), (units,)),
        "lstm": ((units, 4 * units), (units, 4 * units), (4 * units,)),
        "duration_hidden": dense(2 * units, units),
        "duration_logits": dense(units, durations - 1),
        "chosen": ((durations - 1, units),),
        "landing_logits": dense(units, LANDINGS),
        "landing": ((LANDINGS, units),),
        "agreement": ((CANDIDATES, units),),
        "pitch_hidden": dense(2 * units, units),
        "pitch_logits": dense(units, pitches - 1),
        **{f"from_{name}_logits": dense(units, 2 * WIDEST + 1) for name in REFERENCES},
        "room": ((ROOMS * ROOM_SIZE, widths["room"]),),
        "compass_hidden": dense(units + ROOMS * widths["room"], units // 2),
        **{f"from_{name}_logits": dense(units // 2, 2 * WIDEST + 1) for name in BOUNDS},
        **{f"{kind}_gate": dense(units, CANDIDATES) for kind in gates},
        **{f"{kind}_trust": ((CANDIDATES * flags, 1),) for kind in ("duration", "pitch", "moved")},
    }
    if vocabulary.phrases:
        shapes |= {
            "phrase_since": ((SINCE_SIZE, widths["phrase_left"]),),
            "phrase_left": ((LEFT_SIZE, widths["phrase_left"]),),
            "phrased_duration_hidden": hearing(),
            "phrased_duration_logits": dense(units // 2, durations - 1),
            "left_logits": dense(units // 2, LEFT_SIZE),
            "phrased_pitch_hidden": hearing(),
            "phrased_from_last_logits": dense(units // 2, 2 * WIDEST + 1),
        }
    return shapes


_SETTINGS: dict[str, dict[str, object]] = {
    "lstm": {
        "activation": "tanh",
        "recurrent_activation": "sigmoid",
        "use_bias": True,
        "go_backwards": False,
    },
    "duration_hidden": {"activation": "relu"},
    "compass_hidden": {"activation": "relu"},
    "phrased_duration_hidden": {"activation": "relu"},
    "phrased_pitch_hidden": {"activation": "relu"},
}


def _check(layers: Mapping[str, Layer], vocabulary: NoteVocabulary) -> None:
    names = ["context", "flag", "duration", "pitch", "room"]
    names += ["phrase_left"] if vocabulary.phrases else []
    widths = {name: _width(layers, name) for name in names}
    units = _width(layers, "input")
    if not 0 < units <= MOST_UNITS:
        raise UserError(
            "its layers have {units} units, not 1 to {most}", units=units, most=MOST_UNITS
        )
    for name, shapes in layer_shapes(vocabulary, units, widths).items():
        layer = layers.get(name)
        if layer is None:
            raise UserError("it has no layer '{name}'", name=name)
        if tuple(array.shape for array in layer.arrays) != shapes:
            raise UserError(
                "the weights of its layer '{name}' do not fit its vocabulary", name=name
            )
        if any(np.abs(array).max(initial=0) > LARGEST_WEIGHT for array in layer.arrays):
            raise UserError(
                "its layer '{name}' has a weight beyond {largest:.0e}",
                name=name,
                largest=LARGEST_WEIGHT,
            )
        expected = _SETTINGS.get(name, {"activation": "linear"})
        for setting, value in expected.items():
            if layer.settings.get(setting, value) != value:
                raise UserError(
                    "its layer '{name}' has another {setting} than {value}",
                    name=name,
                    setting=setting,
                    value=value,
                )


def _width(layers: Mapping[str, Layer], name: str) -> int:
    arrays = layers[name].arrays if name in layers else ()
    if not arrays or arrays[0].ndim != 2:
        raise UserError("it has no layer '{name}' with a table of weights", name=name)
    return int(arrays[0].shape[1])


def _linear(arrays: tuple[Array, ...], activation: str = "linear") -> Linear:
    weights, bias = arrays
    return Linear(weights, bias, activation)


def _epsilon(layer: Layer) -> float:
    epsilon = layer.settings.get("epsilon")
    if not isinstance(epsilon, float) or not 0 < epsilon < 1:
        raise UserError("its layer 'normal' has no small epsilon")
    return epsilon


def _table(
    arrays: Mapping[str, tuple[Array, ...]], vocabulary: NoteVocabulary
) -> tuple[Array, Any]:
    """One row for each value of each code: its embedding times its part of the dense layer."""
    kernel, bias = arrays["input"]
    (context,), (flag,), (duration,), (pitch,) = (
        arrays[name] for name in ("context", "flag", "duration", "pitch")
    )
    flags = candidate_sizes(vocabulary)[0]
    starts = np.cumsum([0, *context_sizes(vocabulary)])
    embeddings = [context[a:b] for a, b in pairwise(starts)]
    embeddings += [flag[n * flags : (n + 1) * flags] for n in range(CANDIDATES)]
    for shared in (duration, pitch, pitch):
        embeddings += [shared] * CANDIDATES
    parts, rows, count, place = [], [], 0, 0
    for embedding in embeddings:
        height, width = embedding.shape
        parts.append(embedding @ kernel[place : place + width])
        rows.append(count)
        count, place = count + height, place + width
    parts[0] = parts[0] + bias
    return np.concatenate(parts), np.array(rows)


@dataclass(frozen=True, slots=True)
class _Normal:
    """A layer normalisation, but for the centring and the length."""

    gain: Array  # (units,)
    shift: Array  # (units,)

    def within(self, arrays: tuple[Array, ...], activation: str = "linear") -> Linear:
        """A layer that hears what was normalised last of all, so that it does this part itself."""
        (weights, bias), units = arrays, len(self.gain)
        others, own = weights[:-units], weights[-units:]
        scaled = own * (self.gain * np.float32(sqrt(units)))[:, None]
        return Linear(np.concatenate([others, scaled]), bias + self.shift @ own, activation)


def _rooms(
    arrays: Mapping[str, tuple[Array, ...]], units: int
) -> tuple[tuple[Array, Array], Array]:
    """The hidden layer for the compass: what it makes of the pitch head's, and of each room."""
    (weights, bias), (room,) = arrays["compass_hidden"], arrays["room"]
    parts = zip(np.split(room, ROOMS), np.split(weights[units:], ROOMS), strict=True)
    return (weights[:units], bias), np.concatenate([codes @ part for codes, part in parts])


def _phrase_head(
    arrays: Mapping[str, tuple[Array, ...]], vocabulary: NoteVocabulary, units: int
) -> PhraseHead:
    def hearing(name: str) -> Hearing:
        weights, bias = arrays[name]
        (since,), (left,) = arrays["phrase_since"], arrays["phrase_left"]
        of_since, of_left = np.split(weights[units:], 2)
        return Hearing(Linear(weights[:units], bias), since @ of_since, left @ of_left)

    return PhraseHead(
        np.array(vocabulary.durations) // FINEST,
        hearing("phrased_duration_hidden"),
        _joined([arrays["phrased_duration_logits"], arrays["left_logits"]]),
        hearing("phrased_pitch_hidden"),
        _linear(arrays["phrased_from_last_logits"]),
    )


def _joined(layers: Sequence[tuple[Array, ...]]) -> Linear:
    """Dense layers that hear the same, as one."""
    return _linear(_beside(*layers))


def _beside(*layers: tuple[Array, ...]) -> tuple[Array, Array]:
    """Their weights and biases side by side."""
    weights, biases = zip(*layers, strict=True)
    return np.concatenate(weights, 1), np.concatenate(biases)
