"""The note network in numpy: codes in, logits out, one carried state, one or many takes.

Batch first. Embeddings and the dense layer behind them are one table here, made when the weights
are read: to hear an event is to add up one row for each of its codes.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.model.features import CONTEXT, LANDINGS, Codes
from core.model.lookback import CANDIDATES, FLAGS
from core.model.network import Linear, LongShortTermMemory
from core.model.notegraph import WIDEST
from core.model.storage import Array

Symbols = npt.NDArray[np.intp]

_SLOTS = np.arange(CANDIDATES) * FLAGS
_LAST_PITCH = CONTEXT - 4


class Heard(NamedTuple):
    """What the network carries on, and what it makes of the present place. Never written to."""

    hidden: Array  # (batch, units)
    memory: Array  # (batch, units)
    seen: Array  # (batch, 2 units): hidden beside the normalised input
    codes: Codes  # (batch, WIDTH)


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """One dense layer for logits and gates together, and the trust in each flag of a candidate."""

    out: Linear
    trusts: tuple[Array, ...]  # each (CANDIDATES * FLAGS,)


@dataclass(frozen=True, slots=True, eq=False)
class NoteNetwork:
    """The layers of core/model/notegraph.py, joined as there."""

    table: Array  # (rows, units), the input's bias shared out among the first code's rows
    rows: Symbols  # (WIDTH,): where the rows of each code begin
    gain: Array  # (units,)
    shift: Array  # (units,)
    epsilon: float
    inward: Linear  # (units, 4 units)
    cell: LongShortTermMemory
    duration_hidden: Linear
    duration_head: Head
    pitch_hidden: Linear
    agreement: Array  # (CANDIDATES, units)
    chosen: Array  # (durations, units)
    landing: Array  # (LANDINGS, units)
    pitch_head: Head
    durations: int
    pitches: int
    parameters: int

    def start(self, batch: int = 1) -> Heard:
        """Before anything is heard; there is nothing to foretell yet."""
        hidden, memory = self.cell.start(batch)
        return Heard(hidden, memory, np.empty((batch, 0), np.float32), np.empty((batch, 0), int))

    def hear(self, codes: Codes, state: Heard) -> Heard:
        """The state at the next event, of which `codes` (batch, WIDTH) tell."""
        x = self.table[codes + self.rows].sum(1)  # (batch, units)
        x -= x.mean(1, keepdims=True)
        x *= self.gain / np.sqrt((x * x).mean(1, keepdims=True) + self.epsilon)
        x += self.shift
        hidden, memory = self.cell.step(self.inward.of(x), (state.hidden, state.memory))
        return Heard(hidden, memory, np.concatenate([hidden, x], 1), codes)

    def duration_logits(self, state: Heard, landings: Codes) -> Array:
        """How long the event could last: (batch, durations), as `landings` is."""
        raw = self.duration_head.out.of(self.duration_hidden.of(state.seen))
        logits, led, gates = np.split(raw, [self.durations, self.durations + LANDINGS], 1)
        logits = logits + np.take_along_axis(led, landings, 1)
        flags, lengths, _, _ = _candidates(state.codes)
        (trust,) = self.duration_head.trusts
        return _copied(logits, [(lengths, gates + trust[flags])])

    def pitch_logits(self, state: Heard, durations: Symbols, landings: Codes) -> Array:
        """What could sound for that long: (batch, pitches).

        `durations` (batch,) are the chosen ones, `landings` (batch,) where they lead.
        """
        flags, lengths, pitches, moved = _candidates(state.codes)
        agreed = (lengths == durations[:, None] + 1).astype(np.float32)  # (batch, CANDIDATES)
        hidden = self.pitch_hidden.of(state.seen) + agreed @ self.agreement
        hidden += self.chosen[durations] + self.landing[landings]
        raw = self.pitch_head.out.of(np.maximum(hidden, 0))
        n = self.pitches
        logits, intervals, *gates = np.split(
            raw, [n, *(n + 2 * WIDEST + 1 + k * CANDIDATES for k in range(4))], 1
        )
        logits = logits + _of_intervals(intervals, state.codes[:, _LAST_PITCH], n)
        exact, transposed = self.pitch_head.trusts
        return _copied(
            logits,
            [
                (pitches, gates[0] + agreed * gates[1] + exact[flags]),
                (moved, gates[2] + agreed * gates[3] + transposed[flags]),
            ],
        )


def _candidates(codes: Codes) -> tuple[Codes, Codes, Codes, Codes]:
    """Rows of trust, and symbols + 1 of durations, pitches, moved pitches: (batch, CANDIDATES)."""
    flags, lengths, pitches, moved = np.split(codes[:, CONTEXT:], 4, 1)
    return flags + _SLOTS, lengths, pitches, moved


def _copied(logits: Array, gates: list[tuple[Codes, Array]]) -> Array:
    """`logits` with every candidate's gate added to the symbol that it proposes; 0 is none."""
    wide = np.pad(logits, ((0, 0), (1, 0)))
    takes = np.arange(len(logits))[:, None]
    for symbols, gate in gates:
        np.add.at(wide, (takes, symbols), gate)
    return wide[:, 1:]


def _of_intervals(intervals: Array, last: Codes, pitches: int) -> Array:
    """For each pitch the logit of its interval from the last one; of the widest for a rest."""
    symbols = np.arange(pitches)
    steps = np.clip(symbols - last[:, None] + WIDEST, 0, 2 * WIDEST)
    steps[:, 0] = 0
    steps[last == 0] = 0
    return np.take_along_axis(intervals, steps, 1)
