"""Turns of phrase: by which step a tune goes on after a few notes, as often as the songs that a
model learnt from do.

A network that has learnt to expect what is common gives little to what is rare but known. So what
it expects is weighed against counts of runs of up to four events (intervals and durations, in any
key): the logarithms of both, each times its weight, are added up. The counts back off from long
runs to short ones as Witten and Bell do (1991, "The zero-frequency problem").
"""

from base64 import b64decode, b64encode
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import chain, islice, starmap

import numpy as np
import numpy.typing as npt

from core.errors import UserError

NETWORK_WEIGHT, TURNS_WEIGHT = 0.86, 0.15
"""Found on validation songs (docs/research.md)."""

_LONGEST = 4  # events
_RAREST = 2
"""A run that was heard less often is not kept: it tells of one song, and not of a style."""

_WIDEST = 24  # semitones; wider intervals count as this one
_REST = 0
_STEPS = 2 + 2 * _WIDEST
"""Number of ways to go on: a rest, and every interval."""

_CODES = 1 << 16
"""More than there are codes of events; see _code."""

_MOST_FOUND = 1 << 14
"""So many runs are kept as they were looked up, 400 bytes each."""

Numbers = npt.NDArray[np.uint32]

Heard = tuple[int, int, int]
"""An event as symbols of duration and pitch, and the last pitch before it, 0 if there is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Turns:
    """Runs that songs have in common, as a tree.

    The root, node 0, is the empty run. Below it stand the durations of the event to come, below
    these the last event, the one before it, and so on. The nodes are in order of their parents:
    `children` are how many each has, `symbols` what leads from its parent to each but the root, in
    rising order, `kinds` how many steps followed each, which are then listed in `steps`, with their
    `counts`. UserError, a part of a sentence about a file, for what is no such tree.
    """

    children: Numbers
    symbols: Numbers
    kinds: Numbers
    steps: Numbers
    counts: Numbers

    def __post_init__(self) -> None:
        nodes = len(self.children)
        is_tree = (
            0 < nodes == len(self.kinds) == len(self.symbols) + 1
            and int(self.children.sum(dtype=np.int64)) == nodes - 1
            and len(self.steps) == len(self.counts) == int(self.kinds.sum(dtype=np.int64))
            and self.symbols.max(initial=0) < _CODES
            and self.steps.max(initial=0) < _STEPS
            and self.counts.min(initial=1) > 0
        )
        if not is_tree or (np.diff(self.keys) <= 0).any():
            raise UserError("its vocabulary has impossible turns of phrase")

    @property
    def keys(self) -> npt.NDArray[np.int64]:
        """For every node but the root its parent and what leads from there, as one number."""
        parents = np.repeat(np.arange(len(self.children)), self.children)
        keys: npt.NDArray[np.int64] = parents * _CODES + self.symbols
        return keys


NO_TURNS = Turns(*(np.array(numbers, np.uint32) for numbers in ([0], [], [0], [], [])))


def turns_of(tunes: Iterable[Sequence[tuple[int, int]]]) -> Turns:
    """Those of tunes, each a row of symbols of duration and pitch."""
    nodes: dict[int, int] = {}
    counted: defaultdict[int, int] = defaultdict(int)
    for tune in tunes:
        for step, run in _runs(tune):
            node = 0
            counted[step] += 1
            for symbol in run:
                node = nodes.setdefault(node * _CODES + symbol, len(nodes) + 1)
                counted[node * _STEPS + step] += 1
    parents, symbols = np.divmod(np.array([0, *nodes], np.int64), _CODES)
    owners, steps = np.divmod(np.array([*counted], np.int64), _STEPS)
    counts = np.array([*counted.values()], np.int64)
    is_common = np.bincount(owners, counts, len(parents)) >= _RAREST
    places = np.full(len(parents), -1)
    order = level = np.zeros(1, np.int64)
    while len(level):  # each below its parents, which are as common as it is
        places[level] = np.arange(len(order) - len(level), len(order))
        below = np.flatnonzero(np.isin(parents, level) & is_common)
        below = below[below > 0]
        level = below[np.lexsort((symbols[below], places[parents[below]]))]
        order = np.concatenate([order, level])
    kept = np.flatnonzero(places[owners] >= 0)
    kept = kept[np.lexsort((steps[kept], places[owners[kept]]))]
    children = np.bincount(places[parents[order[1:]]], minlength=len(order))
    kinds = np.bincount(places[owners[kept]], minlength=len(order))
    rows = (children, symbols[order[1:]], kinds, steps[kept], counts[kept])
    return Turns(*(row.astype(np.uint32) for row in rows))


def texts_from_turns(turns: Turns) -> dict[str, str]:
    """The fields by name, as base 64 of their numbers."""
    return {
        field.name: b64encode(getattr(turns, field.name).astype("<u4").tobytes()).decode()
        for field in fields(Turns)
    }


def turns_from_texts(texts: object) -> Turns:
    """UserError, a part of a sentence about a file, for what is none."""
    named = texts if isinstance(texts, dict) else {}
    try:
        data = [b64decode(str(named[field.name]), validate=True) for field in fields(Turns)]
        return Turns(*(np.frombuffer(numbers, "<u4").astype(np.uint32) for numbers in data))
    except (KeyError, ValueError) as error:
        raise UserError("its vocabulary has unreadable turns of phrase") from error


class TurnTable:
    """Turns, ready to be looked up."""

    def __init__(self, turns: Turns, pitches: int) -> None:
        """`pitches` are the symbols of the vocabulary, the rest among them."""
        self._symbols: list[int] = turns.symbols.tolist()
        self._begins: list[int] = [0, *np.cumsum(turns.children).tolist()]  # of each node's own
        self._ends: list[int] = [0, *np.cumsum(turns.kinds).tolist()]
        self._steps = turns.steps.astype(np.intp)
        owners = np.repeat(np.arange(len(turns.kinds)), turns.kinds)
        heard = np.bincount(owners, turns.counts, len(turns.kinds)) + turns.kinds
        self._shares = turns.counts / heard[owners]
        self._others = (turns.kinds / np.maximum(heard, 1)).tolist()
        symbols, last = np.arange(pitches), np.arange(pitches)[:, None]
        self._places = np.clip(symbols - last, -_WIDEST, _WIDEST) + _WIDEST + 1
        self._places[:, 0] = _REST
        self._found: dict[int, npt.NDArray[np.float64]] = {}  # by the last node of a run

    def logits(self, duration: int, latest: Iterable[Heard], last: int) -> npt.NDArray[np.float64]:
        """The logarithm of the share of every pitch, (pitches,), not normalised.

        `duration` is that of the event to come; `latest` are the events so far, the last one first,
        of which only a few are asked for; `last` is the last pitch, not a rest.
        """
        nodes, symbols, begins = [0], self._symbols, self._begins
        codes = starmap(_code, islice(latest, _LONGEST))
        for symbol in chain((duration,), codes):
            begin, end = begins[nodes[-1]], begins[nodes[-1] + 1]
            place = bisect_left(symbols, symbol, begin, end)
            if place == end or symbols[place] != symbol:
                break
            nodes.append(place + 1)
        logs = self._found.get(nodes[-1])
        if logs is None:
            if len(self._found) == _MOST_FOUND:
                self._found.clear()
            logs = self._found[nodes[-1]] = self._logs(nodes)
        logits: npt.NDArray[np.float64] = logs.take(self._places[last])
        return logits

    def _logs(self, nodes: Iterable[int]) -> npt.NDArray[np.float64]:
        """The logarithm of the share of every step behind the run that leads over these nodes."""
        shares = np.full(_STEPS, 1 / _STEPS)
        for node in nodes:
            here = slice(self._ends[node], self._ends[node + 1])
            if here.stop > here.start:
                shares *= self._others[node]
                shares[self._steps[here]] += self._shares[here]
        logs: npt.NDArray[np.float64] = np.log(shares)
        return logs


def _runs(tune: Sequence[tuple[int, int]]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each step of a tune and the run before it: its own duration, then the events, last first."""
    codes: list[int] = []
    last = 0
    for duration, pitch in tune:
        if last:
            yield _step(pitch, last), (duration, *codes[: -_LONGEST - 1 : -1])
        codes.append(_code(duration, pitch, last))
        last = pitch or last


def _code(duration: int, pitch: int, last: int) -> int:
    """What a run tells of an event; the first note of all makes a step of its own."""
    return duration * (_STEPS + 1) + (_step(pitch, last) if last or not pitch else _STEPS)


def _step(pitch: int, last: int) -> int:
    if not pitch:
        return _REST
    step = pitch - last
    return 1 if step < -_WIDEST else _STEPS - 1 if step > _WIDEST else step + _WIDEST + 1
