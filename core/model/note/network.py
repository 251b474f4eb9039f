"""The note network in numpy: codes in, logits out, one carried state, one or many takes.

Batch first. Embeddings and the dense layer behind them are one table here, made when the weights
are read: to hear an event is to add up one row for each of its codes. Of the layer normalisation
behind them only the length is left to do: means are taken from the rows, gain and shift are in the
weights and biases of what hears it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.model.archive.storage import Array
from core.model.family import Logits
from core.model.network import Linear, gated, product
from core.model.note.features import (
    BOUNDS,
    CONTEXT,
    HEARD,
    REFERENCES,
    ROOM_CODES,
    ROOM_SIZE,
    ROOMS,
    UNTIL,
    WIDTH,
)
from core.model.note.graph import WIDEST
from core.model.note.lookback import CANDIDATES, FLAGS
from core.model.note.phrasehead import PhraseHead
from core.model.note.ruler import LANDINGS, Codes

Symbols = npt.NDArray[np.intp]

# Of candidates: the codes of flags, durations, pitches and moved pitches, and the rows of trust.
_FLAGS = slice(CONTEXT, CONTEXT + CANDIDATES)
_LENGTHS = slice(CONTEXT + CANDIDATES, CONTEXT + 2 * CANDIDATES)
_SYMBOLS = slice(CONTEXT + 2 * CANDIDATES, HEARD)
_SLOTS = np.arange(CANDIDATES) * FLAGS
_BOTH_SLOTS = np.stack([_SLOTS, _SLOTS + CANDIDATES * FLAGS])
_INTERVALS = 2 * WIDEST + 1
_PLACES = np.array([*REFERENCES.values(), *BOUNDS.values()])
_RANKS = np.arange(len(_PLACES))
_NEAR = _INTERVALS * len(REFERENCES)
_GATES = 4 * CANDIDATES
_ROOMS = np.arange(ROOMS) * ROOM_SIZE


class Heard(NamedTuple):
    """What the network carries on, and what it makes of the present place. Never written to."""

    output: Array  # (batch, units): of the LSTM
    memory: Array  # (batch, units)
    hidden: Array  # (batch, 2 units): what durations are foretold from, and pitches but for these
    codes: Codes  # (batch, WIDTH)


def joined(states: Sequence[Heard]) -> Heard:
    """Takes side by side, as one batch."""
    if len(states) == 1:
        return states[0]
    return Heard(
        np.concatenate([state.output for state in states]),
        np.concatenate([state.memory for state in states]),
        np.concatenate([state.hidden for state in states]),
        np.concatenate([state.codes for state in states]),
    )


def parted(state: Heard) -> Iterator[Heard]:
    """The state of each take of a batch, a batch of one."""
    if len(state.output) == 1:
        yield state
        return
    for take in range(len(state.output)):
        own = slice(take, take + 1)
        yield Heard(state.output[own], state.memory[own], state.hidden[own], state.codes[own])


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """One dense layer for logits, gates and more, and the trust in each flag of a candidate."""

    out: Linear
    trust: Array  # (CANDIDATES * FLAGS,), or twice that: of pitches, then of moved pitches


@dataclass(frozen=True, slots=True, eq=False)
class NoteNetwork:
    """The layers of core/model/note/graph.py, joined as there."""

    table: Array  # (rows, units), each row's mean 0, the input's bias in the first code's rows
    rows: Symbols  # (HEARD,): where the rows of each code begin
    softening: np.float32  # added to the squared length of the input before this is divided by it
    gates: Linear  # (2 units, 4 units): those of the LSTM, as `gated` wants them
    hidden: Linear  # (2 units, 2 units): the hidden layers of durations and of pitches
    duration_head: Head
    agreement: Array  # (CANDIDATES, units)
    led: Array  # (durations * LANDINGS, units): what a duration tells and where it leads
    pitch_head: Head
    rooms: Array  # (ROOMS * ROOM_SIZE, units of the hidden layer of the compass)
    compass_head: Linear
    phrase: PhraseHead | None
    steps: Symbols  # see interval_steps
    durations: int
    pitches: int
    parameters: int

    def start(self, batch: int = 1) -> Heard:
        """Before anything is heard; there is nothing to foretell yet."""
        units = self.table.shape[1]
        memory = np.zeros((batch, units), np.float32)
        hidden = np.zeros((batch, 2 * units), np.float32)
        return Heard(memory, memory, hidden, np.zeros((batch, WIDTH), np.intp))

    def hear(self, codes: Codes, state: Heard) -> Heard:
        """The state at the next event, of which `codes` (batch, WIDTH) tell."""
        x: Array = np.add.reduce(self.table.take(codes[:, :HEARD] + self.rows, 0), 1)
        length = np.sqrt(np.add.reduce(x * x, 1, keepdims=True) + self.softening)
        seen = np.concatenate([state.output, x / length], 1)
        output, memory = gated(self.gates.of(seen), state.memory)
        seen[:, : x.shape[1]] = output
        return Heard(output, memory, self.hidden.of(seen), codes)

    def duration_logits(self, state: Heard, landings: Codes) -> Logits:
        """How long the event could last: (batch, durations), as `landings` is."""
        hidden = np.maximum(state.hidden[:, : self.table.shape[1]], 0)
        raw = self.duration_head.out.of(hidden)
        n, gates = LANDINGS + self.durations, raw[:, LANDINGS + self.durations :]
        logits = raw[:, LANDINGS:n]
        logits += _taken(raw, landings)
        if self.phrase is not None and np.count_nonzero(state.codes[:, UNTIL]):
            logits += self.phrase.duration_logits(state.codes, hidden)
        gates += self.duration_head.trust.take(state.codes[:, _FLAGS] + _SLOTS)
        return _copied(logits, state.codes[:, _LENGTHS], gates)

    def pitch_logits(
        self, state: Heard, durations: Symbols, landings: Codes, guidance: float = 1.0
    ) -> Logits:
        """What could sound for that long: (batch, pitches).

        `durations` (batch,) are the chosen ones, `landings` (batch,) where they lead. Takes that
        are told of a compass keep to it, the more so the greater the `guidance`; at 1 as learnt.
        """
        codes, pitches, far = state.codes, self.pitches, self.pitches + _NEAR
        agreed = (codes[:, _LENGTHS] == durations[:, None] + 1).astype(np.float32)
        hidden = state.hidden[:, self.table.shape[1] :] + product(agreed, self.agreement)
        hidden += self.led.take(durations * LANDINGS + landings, 0)
        raw = self.pitch_head.out.of(np.maximum(hidden, 0, out=hidden))
        logits = raw[:, :pitches]
        # Of candidates for pitches, then for moved pitches: (batch, 2, CANDIDATES) each.
        kinds = raw[:, far : far + _GATES].reshape(-1, 2, 2, CANDIDATES)
        gates, of_agreed = kinds[:, 0], kinds[:, 1]
        rooms = self.rooms.take(codes[:, ROOM_CODES] + _ROOMS, 0)
        inner = np.maximum(raw[:, far + _GATES :] + np.add.reduce(rooms, 1), 0)
        bounds = np.float32(guidance) * self.compass_head.of(inner)
        places = self.steps.take(codes.take(_PLACES, 1) + _RANKS * (pitches + 1), 0)
        intervals = _taken(np.concatenate([raw[:, pitches:far], bounds], 1), places)
        logits += np.add.reduce(intervals, 1)
        if self.phrase is not None and np.count_nonzero(codes[:, UNTIL]):
            added = self.phrase.interval_logits(codes, hidden, durations)
            logits += _taken(added, places[:, 0])
        gates += agreed[:, None] * of_agreed
        gates += self.pitch_head.trust.take(codes[:, None, _FLAGS] + _BOTH_SLOTS)
        return _copied(logits, codes[:, _SYMBOLS], gates)


def interval_steps(pitches: int) -> Symbols:
    """Where the logit of each pitch's interval stands: (rows, pitches), a row for each code of each
    of the references and the bounds.

    A rest, and any pitch where nothing has sounded, has that of the widest interval.
    """
    symbols, reference = np.arange(pitches), np.arange(pitches + 1)[:, None]
    steps = np.clip(symbols - reference + WIDEST, 0, 2 * WIDEST)
    steps[0] = steps[:, 0] = 0
    places: Symbols = steps + _INTERVALS * _RANKS[:, None, None]
    return places.reshape(-1, pitches)


def _taken(logits: Array, places: Symbols | Codes) -> Array:
    """What stands at the `places` (batch, ...) of each row of logits."""
    if len(places) == 1:  # quicker
        return logits.take(places)
    rows = np.arange(len(places)).reshape(-1, *[1] * (places.ndim - 1))
    taken: Array = logits[rows, places]
    return taken


def _copied(logits: Array, symbols: Codes, gates: Array) -> Logits:
    """`logits` with every candidate's gate added to the symbol that it proposes; 0 is none."""
    takes, width = len(logits), logits.shape[1] + 1
    if takes > 1:
        symbols = symbols + width * np.arange(takes)[:, None]
    added = np.bincount(symbols.ravel(), gates.ravel(), takes * width).reshape(takes, width)
    copied: Logits = np.add(added[:, 1:], logits)
    return copied
