"""From the layers of a file to a network that can step, every shape checked on the way."""

import reprlib
from collections.abc import Iterable

import numpy as np

from core.errors import UserError
from core.model.archive.storage import Array
from core.model.archive.weights import RECURRENT, WITHOUT_EFFECT, Layer
from core.model.network import (
    ACTIVATIONS,
    Cell,
    Gate,
    GatedRecurrentUnit,
    HardGatedMemory,
    Linear,
    LongShortTermMemory,
    Network,
    SimpleRecurrence,
    flat_gate,
    pin_threads,
    sigmoid,
    steep_gate,
)
from core.words import shown

MOST_UNITS = 4096
LARGEST_OUTPUT = 1e37

_GATES = {"LSTM": 4, "GRU": 3, "SimpleRNN": 1}


def network_from_layers(layers: Iterable[Layer]) -> Network:
    """The network of a chain: one-hot or Embedding, recurrent layers, Dense layers, softmax.

    UserError naming the layer for another order, for settings that are not known here, and for
    shapes that do not fit each other.
    """
    pin_threads()
    builder = _Builder()
    with np.errstate(all="ignore"):  # what grows without bound is refused below
        for layer in layers:
            builder.add(layer)
    return builder.built()


class _Builder:
    """The chain so far. `width` is what the last layer puts out; None until that is known."""

    def __init__(self) -> None:
        self.embedding: Array | None = None
        self.table: Array | None = None
        self.cells: list[Cell] = []
        self.between: list[Linear] = []
        self.heads: list[Linear] = []
        self.width: int | None = None
        self.scaling: tuple[Array, Array] | None = None  # of what the last layer puts out
        self.is_sequence = False  # one output for each symbol, not for the last alone
        self.is_closed = False
        self.reach = 1.0  # no output can be larger
        self.parameters = 0

    def add(self, layer: Layer) -> None:
        if self.is_closed and layer.kind not in WITHOUT_EFFECT:
            raise UserError("its {kind} layer '{name}' comes after the softmax", **_named(layer))
        self.parameters += sum(array.size for array in layer.arrays)
        if layer.kind == "Embedding":
            self._embed(layer)
        elif layer.kind in RECURRENT:
            self._recur(layer)
        elif layer.kind == "Dense":
            self._condense(layer)
        elif layer.kind == "Activation":
            self._activate(layer)
        elif layer.kind == "BatchNormalization":
            self._normalize(layer)

    def built(self) -> Network:
        if self.table is None or not self.is_closed:
            raise UserError("it has no recurrent layer, or does not end with a softmax")
        return Network(
            self.table, tuple(self.cells), tuple(self.between), tuple(self.heads), self.parameters
        )

    def _embed(self, layer: Layer) -> None:
        (table,) = layer.arrays
        if self.width is not None or table.ndim != 2 or layer.settings.get("mask_zero"):
            raise UserError(
                "its {kind} layer '{name}' is not first, or hides a symbol", **_named(layer)
            )
        self.embedding, self.width = table, int(table.shape[1])

    def _recur(self, layer: Layer) -> None:
        settings = layer.settings
        units = settings.get("units")
        if not isinstance(units, int) or not 0 < units <= MOST_UNITS:
            raise UserError(
                "its {kind} layer '{name}' has {units} units, not 1 to {most}",
                units=shown(reprlib.repr(units)),
                most=MOST_UNITS,
                **_named(layer),
            )
        if self.heads:
            raise UserError("its {kind} layer '{name}' comes after a Dense layer", **_named(layer))
        _expect(layer, "activation", "tanh")
        _expect(layer, "use_bias", True)
        _expect(layer, "go_backwards", False)
        gates = _GATES[layer.kind] * units
        kernel, recurrent, bias = layer.arrays
        # Keras before 2.1 names no reset_after, but its biases tell.
        after = layer.kind == "GRU" and settings.get("reset_after", bias.ndim == 2) is True
        width = self.width if self.width is not None else kernel.shape[0]
        shapes = [(width, gates), (units, gates), (2, gates) if after else (gates,)]
        if [array.shape for array in layer.arrays] != shapes:
            raise UserError(
                "the weights of its {kind} layer '{name}' do not fit its settings", **_named(layer)
            )
        kernel, bias = self._scaled(kernel, bias)
        for array in (kernel, recurrent, bias):
            self._reach(layer, array, bias)
        gate = sigmoid if layer.kind == "SimpleRNN" else _gate(layer)
        if layer.kind == "LSTM" and gate is sigmoid:
            kernel, recurrent, bias = (halved_gates(a, units) for a in (kernel, recurrent, bias))
            self.cells.append(LongShortTermMemory(np.ascontiguousarray(recurrent)))
        elif layer.kind == "LSTM":
            self.cells.append(HardGatedMemory(recurrent, gate))
        elif layer.kind == "GRU":
            own = bias[1] if after else np.zeros(gates, np.float32)
            self.cells.append(GatedRecurrentUnit(recurrent, own, after, gate))
            bias = bias[0] if after else bias
        else:
            self.cells.append(SimpleRecurrence(recurrent))
        if self.table is None:
            self.table = (kernel if self.embedding is None else self.embedding @ kernel) + bias
            self._reach(layer, self.table, bias)
        else:
            self.between.append(Linear(kernel, bias))
        self.width = units
        self.is_sequence = settings.get("return_sequences") is True

    def _condense(self, layer: Layer) -> None:
        weights, bias = layer.arrays
        units = layer.settings.get("units")
        if self.table is None:
            raise UserError(
                "its {kind} layer '{name}' comes before a recurrent layer", **_named(layer)
            )
        if weights.shape != (self.width, units) or bias.shape != (units,):
            raise UserError(
                "the weights of its {kind} layer '{name}' do not fit its settings", **_named(layer)
            )
        weights, bias = self._scaled(weights, bias)
        self.reach = self._reach(layer, weights, bias)
        self.heads.append(Linear(weights, bias))
        self.width = len(bias)
        self._activate(layer)

    def _activate(self, layer: Layer) -> None:
        name = layer.settings.get("activation")
        if not self.heads or not isinstance(name, str) or name not in (*ACTIVATIONS, "softmax"):
            raise UserError(
                "its {kind} layer '{name}' has the activation {activation!r}",
                activation=str(name)[:40],
                **_named(layer),
            )
        last = self.heads.pop()
        if last.activation != "linear":
            raise UserError("its {kind} layer '{name}' is a second activation", **_named(layer))
        self.is_closed = name == "softmax"
        self.heads.append(
            last if self.is_closed else Linear(last.weights, last.bias, activation=name)
        )

    def _normalize(self, layer: Layer) -> None:
        """At inference a fixed scaling, which the weights of the next layer can take in."""
        gain, shift, mean, variance = layer.arrays
        epsilon = layer.settings.get("epsilon", 1e-3)
        axis = layer.settings.get("axis", -1)
        last = 2 if self.is_sequence else 1
        if self.width is None or any(array.shape != (self.width,) for array in layer.arrays):
            raise UserError(
                "the weights of its {kind} layer '{name}' do not fit the layer before it",
                **_named(layer),
            )
        if axis not in (-1, last, [-1], [last]) or self.scaling is not None:
            raise UserError(
                "its {kind} layer '{name}' is set in a way that is not known here", **_named(layer)
            )
        if not isinstance(epsilon, float) or not (variance + epsilon > 0).all():
            raise UserError("its {kind} layer '{name}' has a variance below zero", **_named(layer))
        scale = gain / np.sqrt(variance + np.float32(epsilon))
        self.scaling = scale, shift - mean * scale
        if self.heads and self.heads[-1].activation == "linear":
            head = self.heads.pop()
            scale, shift = self.scaling
            self.heads.append(Linear(head.weights * scale, head.bias * scale + shift))
            self.reach = self._reach(layer, scale, shift)
            self.scaling = None

    def _reach(self, layer: Layer, weights: Array, bias: Array) -> float:
        """What no output of `weights` can exceed, however the network got to its inputs."""
        reach = self.reach * _greatest(weights) * weights.size + _greatest(bias)
        if not reach < LARGEST_OUTPUT:
            raise UserError(
                "the weights of its {kind} layer '{name}' are too large to compute with",
                **_named(layer),
            )
        return reach

    def _scaled(self, kernel: Array, bias: Array) -> tuple[Array, Array]:
        """Input weights and bias that see what the layer before puts out as it is scaled."""
        if self.scaling is None:
            return kernel, bias
        scale, shift = self.scaling
        self.scaling = None
        moved = bias.copy()
        moved[... if bias.ndim == 1 else 0] += shift @ kernel
        return kernel * scale[:, None], moved


def _greatest(array: Array) -> float:
    return max(float(array.max()), -float(array.min()))


def _gate(layer: Layer) -> Gate:
    name = layer.settings.get("recurrent_activation", "sigmoid")
    if name == "hard_sigmoid":
        return flat_gate if layer.keras >= 3 else steep_gate
    _expect(layer, "recurrent_activation", "sigmoid")
    return sigmoid


def _named(layer: Layer) -> dict[str, str]:
    return {"kind": layer.kind, "name": str(layer.settings.get("name"))[:40]}


def _expect(layer: Layer, setting: str, value: object) -> None:
    if layer.settings.get(setting, value) != value:
        raise UserError(
            "its {kind} layer '{name}' has {setting}={value}; only {known} is known here",
            setting=setting,
            value=str(layer.settings[setting])[:40],
            known=value,
            **_named(layer),
        )


def halved_gates(gates: Array, units: int) -> Array:
    """With the weights of the three sigmoid gates halved, as LongShortTermMemory wants them."""
    halved = gates * np.float32(0.5)
    halved[..., 2 * units : 3 * units] = gates[..., 2 * units : 3 * units]
    return halved
