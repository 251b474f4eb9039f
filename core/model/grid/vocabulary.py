"""The symbols of a grid model and their numbers, as `mapping.json` and `vocabulary.json` tell."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from core.errors import UserError
from core.model.grid.symbols import EDGE, HOLD, REST
from core.music.melody import HIGHEST_PITCH

_PITCH = re.compile(r"0|[1-9][0-9]{0,2}")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,5}")
_HIGHEST_NUMBER = 999_999


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Symbols by their number in the network: `/`, `r`, `_` and pitches, in any order.

    UserError, a part of a sentence about a file, where one is missing, twice, or unknown here.
    """

    symbols: tuple[str, ...]

    def __post_init__(self) -> None:
        twice = next((s for s, count in Counter(self.symbols).items() if count > 1), None)
        if twice is not None:
            raise UserError("its vocabulary names the symbol {symbol!r} twice", symbol=twice[:20])
        missing = [symbol for symbol in (EDGE, REST, HOLD) if symbol not in self.symbols]
        if missing:
            raise UserError("its vocabulary lacks '{symbol}'", symbol=missing[0])
        for symbol in self.symbols:
            if symbol not in (EDGE, REST, HOLD) and not (
                _PITCH.fullmatch(symbol) and int(symbol) <= HIGHEST_PITCH
            ):
                raise UserError(
                    "its vocabulary has the symbol {symbol!r}; only MIDI pitches "
                    "(0 to {highest}), 'r', '_' and '/' can be played",
                    symbol=symbol[:20],
                    highest=HIGHEST_PITCH,
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
    """From an object of symbol to number, or of number to symbol, or from a list of symbols.

    The numbers are 0, 1, 2 … in any order. UserError, a part of a sentence about a file, for
    anything else.
    """
    try:
        value = json.loads(text, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError) as error:
        raise UserError("its vocabulary is no JSON text: {error}", error=str(error)[:80]) from error
    if isinstance(value, _Pairs):
        return Vocabulary(_in_order(value))
    if isinstance(value, list):
        return Vocabulary(tuple(_symbol(entry) for entry in value))
    raise UserError("its vocabulary is no JSON object of symbols and their numbers")


class _Pairs(list[tuple[str, object]]):
    """A JSON object with all its members, those that come twice too."""


def _in_order(pairs: _Pairs) -> tuple[str, ...]:
    """The symbols from number 0 on."""
    if pairs and all(_NUMBER.fullmatch(key) for key, _ in pairs):
        numbered = [(int(key), _symbol(value)) for key, value in pairs]
    else:
        numbered = [(_number(value), key) for key, value in pairs]
    symbols: dict[int, str] = {}
    for number, symbol in numbered:
        if number in symbols:
            raise UserError(
                "its vocabulary gives the number {number} to {first!r} and to {second!r}",
                number=number,
                first=symbols[number][:20],
                second=symbol[:20],
            )
        symbols[number] = symbol
    missing = next((number for number in range(len(symbols)) if number not in symbols), None)
    if missing is not None:
        raise UserError(
            "its vocabulary has {symbols} symbols, but none with the number {number}",
            symbols=len(symbols),
            number=missing,
        )
    return tuple(symbols[number] for number in range(len(symbols)))


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _HIGHEST_NUMBER:
        raise UserError(
            "its vocabulary has {value!r} where a symbol's number belongs", value=str(value)[:20]
        )
    return value


def _symbol(value: object) -> str:
    if type(value) is not str and type(value) is not int:
        raise UserError(
            "its vocabulary has {value!r} where a symbol belongs", value=str(value)[:20]
        )
    return str(value)
