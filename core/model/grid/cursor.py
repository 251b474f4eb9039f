"""A tune in the making on the grid, for core.model.grid.model."""

from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING

import numpy as np

from core.model.event import Event
from core.model.family import Choices, Frame, Logits, Mask
from core.model.grid.symbols import EDGE, HOLD, REST, Grid
from core.model.network import State, joined, parted
from core.music.melody import SIXTEENTH, Melody, Note

if TYPE_CHECKING:
    from core.model.grid.model import GridModel

_EDGE, _REST, _HOLD = range(3)  # places in Vocabulary.sorted_symbols


class GridCursor:
    """A tune in the making on the grid.

    Cells are sixteenths laid from the bar lines. The first decision stands where the seed ends,
    the last cell ends where the frame ends, be these on the grid or not. What it forbids: `_` in
    the first cell, so that the last note of the seed stays as long as it is; `/` before the end;
    silence in the last beat, so that the tune ends with a note; and in that beat what would end
    it otherwise than wished.
    """

    def __init__(
        self, model: "GridModel", seed: Melody, frame: Frame, cell: int, state: State
    ) -> None:
        """At the end of `seed`, whose `cell` symbols led to `state`."""
        self.model = model
        self._state = state
        self._told: tuple[int, ...] = ()  # symbols that the state has not heard yet
        self._raw: Logits | None = None  # what the network makes of them all, if it was asked
        self._grid = Grid.for_pickup(frame.meters.pickup)
        self._begin, self._end = seed.end, frame.end
        self._first = self._cell = cell
        self._last = self._aim_cell = max(cell + 1, self._grid.cell(frame.end))
        self._aim = frame.end
        self._whole_from: int | None = None  # the cell where what lasts until the aim begins
        beat = frame.meters.meter_at(frame.end - 1).beat
        self._silence_ends = self._last - max(1, beat // SIXTEENTH)
        self._is_done = False
        self._is_silent = bool(seed.end) and (not seed.notes or seed.notes[-1].end < seed.end)
        self._sounding: tuple[int, int] | None = None  # onset and pitch
        self._closing = model.closing(frame)
        self._may_close = dict(zip(model.names, self._closing, strict=True))

    @property
    def decision(self) -> int:
        return self._cell

    @property
    def tick(self) -> int:
        if self._cell == self._first:
            return self._begin
        return self._aim if self._cell == self._aim_cell else self._grid.tick(self._cell)

    @property
    def is_done(self) -> bool:
        return self._is_done

    def logits(self) -> Logits:
        if self._raw is None:
            self.model.foretell([self])
        assert self._raw is not None
        logits = self._raw.copy()
        if self._cell == self._last:
            logits[_REST:] = -np.inf
            return logits
        logits[_EDGE] = -np.inf
        must_sound = self._cell >= self._silence_ends
        if must_sound:
            logits[_REST] = -np.inf
        if must_sound if self._is_silent else self._cell == self._first:
            logits[_HOLD] = -np.inf
        if must_sound:
            logits[~self._closing] = -np.inf
            if self._sounding is not None and not self._may_close[str(self._sounding[1])]:
                logits[_HOLD] = -np.inf
        return logits

    def choices(self) -> Choices:
        return self.model.choices

    def aim(self, tick: int, *, whole: bool = False) -> None:
        if self._cell == self._aim_cell < self._last:
            self._begin = self._aim
            self._first = self._cell = self._grid.cell(self._aim)
        self._head_for(tick)
        self._whole_from = self._cell if whole else None

    def _head_for(self, tick: int) -> None:
        """Sets the cell that begins at `tick`, the aim, and the last one, which is behind it."""
        self._aim, self._whole_from = tick, None
        self._aim_cell = max(self._cell + 1, self._grid.cell(tick))
        self._last = max(self._grid.cell(self._end), self._aim_cell + (tick < self._end))

    def fitting(self) -> Mask:
        mask: Mask = np.ones(len(self.model.names), np.bool_)
        if self._cell == self._aim_cell < self._last:
            mask[_HOLD] = False
        elif self._whole_from is not None and self._cell < self._aim_cell:
            mask[_HOLD] = self._cell > self._whole_from
            mask[:_HOLD] = mask[_HOLD + 1 :] = self._cell == self._whole_from
        return mask

    def choose(self, symbol: int) -> Note | None:
        if self._cell == self._aim_cell < self._last:
            self.aim(self._end)
        name = self.model.names[symbol]
        completed = None
        if name != HOLD:
            tick = self.tick
            if self._sounding is not None:
                onset, pitch = self._sounding
                completed = Note(onset, tick - onset, pitch)
            self._sounding = (tick, int(name)) if name not in (REST, EDGE) else None
            self._is_silent = name == REST
        if name == EDGE:
            self._is_done = True
        else:
            self._tell(self.model.order[symbol])
            self._cell += 1
        return completed

    def hear(self, event: Event) -> None:
        model, end = self.model, self._grid.cell(event.end)
        if end > self._cell:  # what is too short to fill a cell is not heard
            for symbol in (model.name(event.pitch), *[HOLD] * (end - self._cell - 1)):
                self._tell(model.numbers[symbol])
            self._is_silent = event.pitch is None
        self._begin, self._first = event.end, max(end, self._cell)
        self._cell = self._first
        self._head_for(self._aim if self._aim > event.end else self._end)

    def _tell(self, number: int) -> None:
        self._told, self._raw = (*self._told, number), None

    def fork(self) -> "GridCursor":
        return copy(self)


def foretell(model: "GridModel", cursors: Sequence[GridCursor]) -> None:
    """Lets the network hear at once what the cursors were told, and say what could come next."""
    while told := [cursor for cursor in cursors if cursor._told]:
        symbols = np.array([cursor._told[0] for cursor in told])
        states = model.network.hear(symbols, joined([cursor._state for cursor in told]))
        for cursor, state in zip(told, parted(states), strict=True):
            cursor._state, cursor._told = state, cursor._told[1:]
    asked = [cursor for cursor in cursors if cursor._raw is None]
    if asked:
        rows = model.network.logits(joined([cursor._state for cursor in asked]))
        for cursor, raw in zip(asked, rows.astype(np.float64)[:, model.order], strict=True):
            cursor._raw = raw
