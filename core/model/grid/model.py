"""The grid family: one decision for each sixteenth, behind the protocol of core.model.family."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.model.card import Card
from core.model.family import (
    HELD,
    NO_PITCH,
    SILENCE,
    Choices,
    Cost,
    Cursor,
    Frame,
)
from core.model.grid.cursor import GridCursor, foretell
from core.model.grid.symbols import (
    EDGE,
    HOLD,
    REST,
    Grid,
    events,
    is_on_grid,
    snapped,
    symbols_from_melody,
)
from core.model.grid.vocabulary import Vocabulary
from core.model.network import Recurrent, State
from core.model.originality import Originality
from core.music.ending import closing_classes
from core.music.melody import SIXTEENTH, Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song

_MOST_HEARD = 8
"""So many seeds are remembered; a knob that is turned draws from the same one again and again."""


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
        self._heard: dict[tuple[str, ...], State] = {}
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
        return GridCursor(self, seed, frame, len(heard), self._behind(tuple(heard)))

    def _behind(self, symbols: tuple[str, ...]) -> State:
        """The state behind a seed, which is heard once for all takes of a tune."""
        state = self._heard.get(symbols)
        if state is None:
            state = self.opened
            for symbol in symbols:
                pitch = symbol.isdecimal()
                state = self.hear(self.name(int(symbol)) if pitch else symbol, state)
            if len(self._heard) >= _MOST_HEARD:
                self._heard.clear()
            self._heard[symbols] = state
        return state

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
        own = [c for c in dict.fromkeys(cursors) if isinstance(c, GridCursor) and c.model is self]
        foretell(self, own)

    def cost(self, song: Song) -> Cost:
        if not is_on_grid(song.melody):
            raise UserError("off the sixteenth grid")
        symbols = [*symbols_from_melody(song.melody), EDGE]
        unknown = set(symbols) - self.numbers.keys()
        if unknown:
            raise UserError("the model does not know pitch {pitch}", pitch=min(unknown))
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
