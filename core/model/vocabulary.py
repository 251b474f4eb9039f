"""The symbols of a grid model and their numbers, as `mapping.json` and `vocabulary.json` tell."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.errors import UserError
from core.model.grid import EDGE, HOLD, REST
from core.music.melody import HIGHEST_PITCH

_PITCH = re.compile(r"0|[1-9][0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Symbols by their number in the network: `/`, `r`, `_` and pitches, in any order.

    UserError, a part of a sentence about a file, where one is missing, twice, or unknown here.
    """

    symbols: tuple[str, ...]

    def __post_init__(self) -> None:
        missing = [symbol for symbol in (EDGE, REST, HOLD) if symbol not in self.symbols]
        if missing or len(set(self.symbols)) != len(self.symbols):
            raise UserError(
                f"its vocabulary lacks '{missing[0]}'"
                if missing
                else "its vocabulary names a symbol twice"
            )
        for symbol in self.symbols:
            if symbol not in (EDGE, REST, HOLD) and not (
                _PITCH.fullmatch(symbol) and int(symbol) <= HIGHEST_PITCH
            ):
                raise UserError(
                    f"its vocabulary has the symbol {symbol[:20]!r}; only MIDI pitches "
                    f"(0 to {HIGHEST_PITCH}), 'r', '_' and '/' can be played"
                )
        if not self.pitches:
            raise UserError("its vocabulary has no pitches")

    def __len__(self) -> int:
        return len(self.symbols)

    @property
    def pitches(self) -> tuple[int, ...]:
        """The pitches that the model knows, low ones first."""
        return tuple(sorted(int(symbol) for symbol in self.symbols if symbol[0].isdigit()))

    @property
    def sorted_symbols(self) -> tuple[str, ...]:
        """`/`, `r`, `_`, then the pitches from low to high: the fixed order of every draw."""
        return (EDGE, REST, HOLD, *(str(pitch) for pitch in self.pitches))


def vocabulary_of(pitches: Iterable[int]) -> Vocabulary:
    """The vocabulary of a new model, in sorted order."""
    return Vocabulary((EDGE, REST, HOLD, *(str(pitch) for pitch in sorted(set(pitches)))))


def json_from_vocabulary(vocabulary: Vocabulary) -> str:
    numbers = {symbol: number for number, symbol in enumerate(vocabulary.symbols)}
    return json.dumps(numbers, indent=0) + "\n"


def vocabulary_from_json(text: str) -> Vocabulary:
    """From an object of symbol to number, the numbers being 0, 1, 2 … in any order.

    UserError, a part of a sentence about a file, for anything else.
    """
    try:
        numbers = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"its vocabulary is no JSON text: {str(error)[:80]}") from error
    if not isinstance(numbers, dict) or not all(type(n) is int for n in numbers.values()):
        raise UserError("its vocabulary is no JSON object of symbols and their numbers")
    if sorted(numbers.values()) != list(range(len(numbers))):
        raise UserError("its vocabulary does not number its symbols 0, 1, 2 and so on")
    return Vocabulary(tuple(sorted(numbers, key=lambda symbol: int(numbers[symbol]))))
