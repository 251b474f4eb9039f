"""The grid family: one decision for each sixteenth, behind the protocol of core.model.family."""

from collections.abc import Sequence
from copy import copy

import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.model.card import Card
from core.model.event import Event
from core.model.family import (
    HELD,
    NO_PITCH,
    SILENCE,
    Choices,
    Cost,
    Cursor,
    Frame,
    Logits,
    Mask,
)
from core.model.grid import (
    EDGE,
    HOLD,
    REST,
    Grid,
    events,
    is_on_grid,
    snapped,
    symbols_from_melody,
)
from core.model.network import Recurrent, State, joined, parted
from core.model.originality import Originality
from core.model.vocabulary import Vocabulary
from core.music.ending import closing_classes
from core.music.melody import SIXTEENTH, Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song

_EDGE, _REST, _HOLD = range(3)  # places in Vocabulary.sorted_symbols


class GridModel:
    """A trained network with its vocabulary and its card.

    `opening` is how many `/` it was trained to hear before a tune: one, or 64 for the many models
    that were trained on windows of 64 symbols.
    """

    def __init__(
        self, network: Recurrent, vocabulary: Vocabulary, card: Card, opening: int = 1
    ) -> None:
        self.network = network
        self.vocabulary = vocabulary
        self.card = card
        self.indexes: tuple[Originality, ...] = ()
        self.numbers = {symbol: number for number, symbol in enumerate(vocabulary.symbols)}
        self.names = vocabulary.sorted_symbols
        self._pitches = vocabulary.pitches
        self.choices = Choices(np.array([NO_PITCH, SILENCE, HELD, *self._pitches]), holds=True)
        # Where each symbol of the fixed order of draws stands among the network's outputs.
        self.order = np.array([self.numbers[symbol] for symbol in self.names])
        self.opened = network.start()
        for _ in range(opening):
            self.opened = self.hear(EDGE, self.opened)

    @property
    def knows_phrases(self) -> bool:
        return False

    def nearest_pitch(self, pitch: int) -> int:
        def strangeness(known: int) -> tuple[bool, int, int]:
            return (known - pitch) % 12 != 0, abs(known - pitch), known

        return pitch if pitch in self._pitches else min(self._pitches, key=strangeness)

    def misheard(self, seed: Melody, meters: MeterMap) -> tuple[Note, ...]:
        anchor = Grid.for_pickup(meters.pickup).anchor
        return tuple(
            note for note in seed if (note.onset - anchor) % SIXTEENTH or note.duration % SIXTEENTH
        )

    def cursor(self, seed: Melody, frame: Frame) -> "GridCursor":
        heard = symbols_from_melody(snapped(seed, Grid.for_pickup(frame.meters.pickup)))
        state = self.opened
        for symbol in heard:
            pitch = symbol.isdecimal()
            state = self.hear(self.name(int(symbol)) if pitch else symbol, state)
        return GridCursor(self, seed, frame, len(heard), state)

    def closing(self, frame: Frame) -> npt.NDArray[np.bool_]:
        """Which symbols, in the order of draws, may stand at the end; signs always."""
        classes = closing_classes(frame.ending, frame.mode)
        pitches = self.choices.pitches
        mask: npt.NDArray[np.bool_] = (pitches < 0) | np.isin(pitches % 12, list(classes))
        return mask if mask[pitches >= 0].any() else np.ones_like(mask)

    def name(self, pitch: int | None) -> str:
        """The symbol that begins a note of this pitch, or of the nearest one known, or a rest."""
        return REST if pitch is None else str(self.nearest_pitch(pitch))

    def hear(self, symbol: str, state: State) -> State:
        """The state after one more symbol."""
        return self.network.hear(np.array([self.numbers[symbol]]), state)

    def foretell(self, cursors: Sequence[Cursor]) -> None:
        own = [c for c in dict.fromkeys(cursors) if isinstance(c, GridCursor) and c._model is self]
        while told := [cursor for cursor in own if cursor._told]:
            symbols = np.array([cursor._told[0] for cursor in told])
            states = self.network.hear(symbols, joined([cursor._state for cursor in told]))
            for cursor, state in zip(told, parted(states), strict=True):
                cursor._state, cursor._told = state, cursor._told[1:]
        asked = [cursor for cursor in own if cursor._raw is None]
        if asked:
            rows = self.network.logits(joined([cursor._state for cursor in asked]))
            for cursor, raw in zip(asked, rows.astype(np.float64)[:, self.order], strict=True):
                cursor._raw = raw

    def cost(self, song: Song) -> Cost:
        if not is_on_grid(song.melody):
            raise UserError("off the sixteenth grid")
        symbols = [*symbols_from_melody(song.melody), EDGE]
        unknown = set(symbols) - self.numbers.keys()
        if unknown:
            raise UserError(f"the model does not know pitch {min(unknown)}")
        bits, rhythm, missed = self._surprises(symbols).T
        begins = [place for place, symbol in enumerate(symbols) if symbol != HOLD]
        foretold = np.add.reduceat(missed, begins)[:-1] == 0  # without the end
        return Cost(
            float(bits.sum()),
            float(rhythm.sum()),
            events(symbols),
            len(song.melody),
            int(foretold.sum()),
        )

    def surprises(self, symbols: Sequence[str]) -> npt.NDArray[np.float64]:
        """Bits that each symbol costs after those before it, from the start of a tune: (symbols,).

        A tune that is told to its end closes with `/`. KeyError for a symbol that it does not know.
        """
        return self._surprises(symbols)[:, 0]

    def _surprises(self, symbols: Sequence[str]) -> npt.NDArray[np.float64]:
        """The same, and beside it how many of them say whether something goes on (`_`) or begins,
        and 1 where another symbol was likelier: (symbols, 3)."""
        state = self.opened
        bits: npt.NDArray[np.float64] = np.empty((len(symbols), 3))
        for place, symbol in enumerate(symbols):
            logits = self.network.logits(state)[0].astype(np.float64)
            logits -= logits.max()
            total = np.log(np.exp(logits).sum())
            number, held = self.numbers[symbol], self.numbers[HOLD]
            begins = np.logaddexp.reduce(np.delete(logits, held))
            bits[place] = (
                total - logits[number],
                total - (logits[held] if symbol == HOLD else begins),
                logits.argmax() != number,
            )
            state = self.hear(symbol, state)
        bits[:, :2] /= np.log(2)
        return bits


class GridCursor:
    """A tune in the making on the grid.

    Cells are sixteenths laid from the bar lines. The first decision stands where the seed ends,
    the last cell ends where the frame ends, be these on the grid or not. What it forbids: `_` in
    the first cell, so that the last note of the seed stays as long as it is; `/` before the end;
    silence in the last beat, so that the tune ends with a note; and in that beat what would end
    it otherwise than wished.
    """

    def __init__(
        self, model: GridModel, seed: Melody, frame: Frame, cell: int, state: State
    ) -> None:
        """At the end of `seed`, whose `cell` symbols led to `state`."""
        self._model = model
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
            self._model.foretell([self])
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
        return self._model.choices

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
        mask: Mask = np.ones(len(self._model.names), np.bool_)
        if self._cell == self._aim_cell < self._last:
            mask[_HOLD] = False
        elif self._whole_from is not None and self._cell < self._aim_cell:
            mask[_HOLD] = self._cell > self._whole_from
            mask[:_HOLD] = mask[_HOLD + 1 :] = self._cell == self._whole_from
        return mask

    def choose(self, symbol: int) -> Note | None:
        if self._cell == self._aim_cell < self._last:
            self.aim(self._end)
        name = self._model.names[symbol]
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
            self._tell(self._model.order[symbol])
            self._cell += 1
        return completed

    def hear(self, event: Event) -> None:
        model, end = self._model, self._grid.cell(event.end)
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
