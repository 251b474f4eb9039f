"""What stands above the music of a file that is written, and in it: title, tempi and seed."""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from core.errors import UserError
from core.music.song import Song
from core.music.tempo import tempo_text
from core.notation.token import Token

_NO_LETTERS = {"Cc", "Cs", "Cn", "Zl", "Zp"}
"""Unicode's kinds of control signs, halves of letters, what is none, and ends of lines."""


def check_notes(song: Song) -> None:
    """UserError for a song without a note, for which readers have no use."""
    if not song.melody.notes:
        raise UserError("There is no note to write; put one into the tune first.")


def line_from_text(text: str) -> str:
    """`text` as one line that every file can hold: what is no letter becomes a blank."""
    return "".join(
        " " if unicodedata.category(letter) in _NO_LETTERS else letter for letter in text
    )


def title_line(song: Song) -> str:
    """The title in one line."""
    return line_from_text(song.title).strip()


def tempi_of(song: Song, tokens: Sequence[Token], decimals: int = 4) -> list[str]:
    """For each token the tempo that is to be named before it, '' where it is the one before.

    A change within a note is named at the next, for in its middle nothing can be written.
    """
    texts = [tempo_text(song.tempos.at(token.symbol.onset), decimals) for token in tokens]
    return ["" if text == last else text for last, text in pairwise(["", *texts])]


def place_of_continuation(song: Song, tokens: Sequence[Token]) -> int | None:
    """Which token is the first that was composed; None where all, or none, is the user's own."""
    if not song.seed_end:
        return None
    for place, token in enumerate(tokens):
        if token.symbol.onset >= song.seed_end and not token.symbol.goes_on:
            return place
    return None
