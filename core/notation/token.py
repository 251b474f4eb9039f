"""A sheet as one symbol after the other, as text formats have them: each with all about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from core.music.melody import QUARTER, WHOLE
from core.notation.symbol import Bar, Beam, Item, Symbol, Tuplet
from core.notation.value import loose_value

BeamState = Literal["begin", "continue", "end", "forward hook", "backward hook"]

_LONGEST_REST = 16 * WHOLE
"""What readers take for one symbol."""


@dataclass(frozen=True, slots=True)
class Token:
    """A symbol, the tuplet that it is in, and what each of its beams does here.

    `place` counts the tokens of the tuplet from 0, and it has `count` of them. The first beam is
    that of eighths. `is_bar` marks the one rest of a bar without notes.
    """

    symbol: Symbol
    tuplet: Tuplet | None = None
    place: int = 0
    count: int = 1
    beams: tuple[BeamState, ...] = ()
    is_bar: bool = False

    @property
    def ticks(self) -> int:
        """How long it lasts."""
        return self.symbol.end - self.symbol.onset

    @property
    def factor(self) -> Fraction:
        """What the tuplet does to the length of the shape."""
        return Fraction(self.tuplet.normal, self.tuplet.number) if self.tuplet else Fraction(1)

    @property
    def is_true(self) -> bool:
        """Whether its shape, with dots and in its tuplet, lasts exactly as long as it does."""
        dotted = self.symbol.length * (2 - Fraction(1, 2**self.symbol.dots))
        return dotted * self.factor == self.ticks

    @property
    def is_beamed_on(self) -> bool:
        """Whether a beam leads to the next token."""
        return self.beams[:1] in (("begin",), ("continue",))


def tokens_in(bar: Bar) -> list[Token]:
    """All of a bar, in order: they fill it."""
    if bar.items:
        return [token for item in bar.items for token in _tokens(item)]
    if bar.end - bar.begin <= _LONGEST_REST:
        return [replace(rest_token(bar.begin, bar.end), is_bar=True)]
    begins = range(bar.begin, bar.end, _LONGEST_REST)
    return [rest_token(begin, min(begin + _LONGEST_REST, bar.end)) for begin in begins]


def rest_token(begin: int, end: int) -> Token:
    """One rest from tick to tick."""
    value = loose_value(begin, end)
    return Token(Symbol(begin, end, value.length, value.dots))


def _tokens(item: Item) -> Iterator[Token]:
    match item:
        case Symbol():
            yield Token(item)
        case Beam(members):
            yield from _beamed([token for member in members for token in _tokens(member)])
        case Tuplet(_, _, members):
            inside = [token for member in members for token in _tokens(member)]
            for place, token in enumerate(inside):
                yield replace(token, tuplet=item, place=place, count=len(inside))


def _beamed(tokens: Sequence[Token]) -> Iterator[Token]:
    flags = [(QUARTER // token.symbol.length).bit_length() - 1 for token in tokens]
    for place, (token, own) in enumerate(zip(tokens, flags, strict=True)):
        before = flags[place - 1] if place else 0
        after = flags[place + 1] if place + 1 < len(flags) else 0
        states = (_state(level, before, after, place) for level in range(1, own + 1))
        yield replace(token, beams=tuple(states))


def _state(level: int, before: int, after: int, place: int) -> BeamState:
    if before >= level and after >= level:
        return "continue"
    if after >= level:
        return "begin"
    if before >= level:
        return "end"
    return "backward hook" if place else "forward hook"
