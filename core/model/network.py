"""The forward step in numpy: symbols in, logits out, one carried state, one or many takes.

All functions are pure and batch first, and no take of a batch depends on the others, not even in
how it is rounded. Gates and weights as in Keras: Hochreiter & Schmidhuber 1997 with a forget gate
(LSTM), Cho et al. 2014 in both of Keras' forms (GRU), Elman 1990 (SimpleRNN).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from core.model.archive.storage import Array

State = tuple[tuple[Array, ...], ...]
"""For each recurrent layer its arrays, each (batch, units). Never written to once made."""

Symbols = npt.NDArray[np.intp]


def joined(states: Sequence[State]) -> State:
    """Takes side by side, as one batch."""
    if len(states) == 1:
        return states[0]
    return tuple(
        tuple(np.concatenate(arrays) for arrays in zip(*layers, strict=True))
        for layers in zip(*states, strict=True)
    )


def parted(state: State) -> Iterator[State]:
    """The state of each take of a batch, a batch of one."""
    for take in range(len(state[0][0])):
        yield tuple(tuple(array[take : take + 1] for array in layer) for layer in state)


Gate = Callable[[Array], Array]
"""From any number to one between 0 (closed) and 1 (open)."""


def product(x: Array, weights: Array) -> Array:
    """`x @ weights`, (batch, outputs), each row to the last bit as if it stood alone.

    A take must come out the same whatever is drawn beside it. BLAS rounds a product of matrices
    otherwise than one of a matrix and a vector, and otherwise again by how many rows there are. So
    this is a stack of products with one vector each, the same call for every row. For one row
    `np.dot` makes that very call, with less ado.
    """
    if len(x) == 1:
        alone: Array = np.dot(x, weights)
        return alone
    products: Array = np.matmul(weights.T, x[:, :, None])[:, :, 0]
    return products


_HALF = np.float32(0.5)


def sigmoid(x: Array) -> Array:
    result: Array = np.tanh(x * _HALF) * _HALF + _HALF
    return result


def steep_gate(x: Array) -> Array:
    """The hard_sigmoid of Keras up to version 2: straight from -2.5 to 2.5."""
    opened: Array = np.clip(x * np.float32(0.2) + np.float32(0.5), 0, 1)
    return opened


def flat_gate(x: Array) -> Array:
    """The hard_sigmoid of Keras 3: straight from -3 to 3."""
    opened: Array = np.clip(x * np.float32(1 / 6) + np.float32(0.5), 0, 1)
    return opened


class Cell(Protocol):
    """A recurrent layer whose input has already been multiplied by its input weights."""

    @property
    def units(self) -> int: ...

    def start(self, batch: int) -> tuple[Array, ...]: ...

    def step(self, inputs: Array, state: tuple[Array, ...]) -> tuple[Array, ...]:
        """The next state; its first array is the output."""


@dataclass(frozen=True, slots=True, eq=False)
class LongShortTermMemory:
    """Gates in Keras' order: input, forget, candidate, output.

    A sigmoid is a stretched tanh, so the weights of the three sigmoid gates are halved on loading
    (exactly: by a power of two) and one tanh over all four gates does.
    """

    recurrent: Array  # (units, 4 units), sigmoid gates halved

    @property
    def units(self) -> int:
        return len(self.recurrent)

    def start(self, batch: int) -> tuple[Array, ...]:
        zeros = np.zeros((batch, self.units), np.float32)
        return zeros, zeros

    def step(self, inputs: Array, state: tuple[Array, ...]) -> tuple[Array, ...]:
        hidden, memory = state  # each (batch, units)
        gates = product(hidden, self.recurrent)  # (batch, 4 units)
        gates += inputs
        return gated(gates, memory)


def gated(gates: Array, memory: Array) -> tuple[Array, Array]:
    """The next hidden state and memory of an LSTM, each (batch, units).

    `gates` (batch, 4 units), with the sigmoid gates halved, are written to.
    """
    np.tanh(gates, out=gates)
    u = memory.shape[1]
    opened = gates * _HALF
    opened += _HALF
    memory = opened[:, u : 2 * u] * memory
    memory += opened[:, :u] * gates[:, 2 * u : 3 * u]
    return opened[:, 3 * u :] * np.tanh(memory), memory


@dataclass(frozen=True, slots=True, eq=False)
class HardGatedMemory:
    """The same with gates of another shape than a sigmoid, weights as they are in the file."""

    recurrent: Array  # (units, 4 units)
    gate: Gate

    @property
    def units(self) -> int:
        return len(self.recurrent)

    def start(self, batch: int) -> tuple[Array, ...]:
        zeros = np.zeros((batch, self.units), np.float32)
        return zeros, zeros

    def step(self, inputs: Array, state: tuple[Array, ...]) -> tuple[Array, ...]:
        hidden, memory = state  # each (batch, units)
        sums = product(hidden, self.recurrent) + inputs  # (batch, 4 units)
        u = self.units
        opened = self.gate(sums)
        memory = opened[:, u : 2 * u] * memory + opened[:, :u] * np.tanh(sums[:, 2 * u : 3 * u])
        return opened[:, 3 * u :] * np.tanh(memory), memory


@dataclass(frozen=True, slots=True, eq=False)
class GatedRecurrentUnit:
    """Gates in Keras' order: update, reset, candidate; `after` is Keras' `reset_after`."""

    recurrent: Array  # (units, 3 units)
    bias: Array  # (3 units,) added to the recurrent part
    after: bool
    gate: Gate = sigmoid

    @property
    def units(self) -> int:
        return len(self.recurrent)

    def start(self, batch: int) -> tuple[Array, ...]:
        return (np.zeros((batch, self.units), np.float32),)

    def step(self, inputs: Array, state: tuple[Array, ...]) -> tuple[Array, ...]:
        (hidden,) = state  # (batch, units)
        u = self.units
        if self.after:
            carried = product(hidden, self.recurrent) + self.bias  # (batch, 3 units)
            gates = self.gate(inputs[:, : 2 * u] + carried[:, : 2 * u])
            candidate = np.tanh(inputs[:, 2 * u :] + gates[:, u:] * carried[:, 2 * u :])
        else:
            gates = self.gate(inputs[:, : 2 * u] + product(hidden, self.recurrent[:, : 2 * u]))
            reset = gates[:, u:] * hidden
            candidate = np.tanh(inputs[:, 2 * u :] + product(reset, self.recurrent[:, 2 * u :]))
        update = gates[:, :u]
        return (update * hidden + (1 - update) * candidate,)


@dataclass(frozen=True, slots=True, eq=False)
class SimpleRecurrence:
    recurrent: Array  # (units, units)

    @property
    def units(self) -> int:
        return len(self.recurrent)

    def start(self, batch: int) -> tuple[Array, ...]:
        return (np.zeros((batch, self.units), np.float32),)

    def step(self, inputs: Array, state: tuple[Array, ...]) -> tuple[Array, ...]:
        return (np.tanh(inputs + product(state[0], self.recurrent)),)


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "linear": lambda x: x,
    "relu": lambda x: np.maximum(x, 0),
    "sigmoid": sigmoid,
    "tanh": np.tanh,
}


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A matrix, a bias and what is applied to their result."""

    weights: Array  # (inputs, outputs)
    bias: Array  # (outputs,)
    activation: str = "linear"

    def of(self, x: Array) -> Array:
        y = product(x, self.weights)
        y += self.bias
        return ACTIVATIONS[self.activation](y)


class Recurrent(Protocol):
    """What goes from symbol to symbol with a state, and says what could come next."""

    def start(self, batch: int = 1) -> State: ...

    def hear(self, symbols: Symbols, state: State) -> State: ...

    def logits(self, state: State) -> npt.NDArray[np.floating]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A stack of recurrent layers between a table of symbols and a softmax.

    The first input matrix, times the embedding where there is one, is a table with one row for each
    symbol: to hear a symbol is to look up its row.
    """

    table: Array  # (symbols, inputs of the first cell)
    cells: tuple[Cell, ...]
    between: tuple[Linear, ...]  # the input weights of the second cell, the third …
    heads: tuple[Linear, ...]  # the last one yields the logits
    parameters: int

    @property
    def inputs(self) -> int:
        """Number of symbols that it hears."""
        return len(self.table)

    @property
    def outputs(self) -> int:
        """Number of symbols that it foretells."""
        return len(self.heads[-1].bias)

    def start(self, batch: int = 1) -> State:
        """The state before anything is heard."""
        return tuple(cell.start(batch) for cell in self.cells)

    def hear(self, symbols: Symbols, state: State) -> State:
        """The state after one more symbol of each take, `symbols` being (batch,)."""
        x = self.table[symbols]  # (batch, inputs of the first cell)
        heard = [self.cells[0].step(x, state[0])]
        for linear, cell, before in zip(self.between, self.cells[1:], state[1:], strict=True):
            heard.append(cell.step(linear.of(heard[-1][0]), before))
        return tuple(heard)

    def logits(self, state: State) -> Array:
        """What could come next: (batch, symbols), to be put through a softmax."""
        x = state[-1][0]
        for head in self.heads:
            x = head.of(x)
        return x


@cache
def pin_threads() -> None:
    """Keeps matrix products on one thread, for the whole process.

    A step is 0.02 ms of work: waking other threads costs 20 times that, and they would take the
    cores from the window and the player. threadpoolctl does it whoever loaded numpy first, which
    an environment variable could not.
    """
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    threadpool_limits(limits=1, user_api="blas")
