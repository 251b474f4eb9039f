"""Values of the command line, each refused in a sentence of its own."""

import math
from collections.abc import Callable

from core.errors import UserError
from core.music.tempo import FASTEST_TEMPO, SLOWEST_TEMPO
from core.music.text import melody_from_text

_MOST_DIGITS = 18


def whole(name: str, lowest: int, highest: int) -> Callable[[str], int]:
    """A reader of whole numbers; `name` begins the sentence about others."""

    def read(text: str) -> int:
        digits = text.strip().removeprefix("-").removeprefix("+")
        if not (digits.isascii() and digits.isdigit()):
            raise UserError(f"{name} must be a whole number, not '{text}'.")
        if len(digits) > _MOST_DIGITS or not lowest <= int(text) <= highest:
            raise UserError(f"{name} must be {lowest} to {highest}, not {text[:_MOST_DIGITS]}.")
        return int(text)

    return read


def number(name: str, lowest: float, highest: float) -> Callable[[str], float]:
    """A reader of numbers; infinity and what is no number are refused like any other."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise UserError(f"{name} must be a number, not '{text}'.")
        if not lowest <= value <= highest:
            raise UserError(f"{name} must be {lowest:g} to {highest:g}, not {text}.")
        return value

    return read


def pitch(text: str) -> int:
    """A note without a length, such as 'c4' or 'bb3', as a MIDI pitch."""
    notes = melody_from_text(text).notes
    if len(notes) != 1:
        raise UserError(f"'{text}' is not one note; write one such as c4.")
    return notes[0].pitch


tempo = number("Tempo", SLOWEST_TEMPO, FASTEST_TEMPO)
TEMPO_HELP = "quarters a minute at first, all others in proportion (default: the tune's own)"
