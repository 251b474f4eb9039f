"""The titles of many tunes as the rows of a list that can be searched."""

from collections.abc import Sequence
from dataclasses import dataclass

_AS_WIDE_AS_A_DIGIT = "\N{FIGURE SPACE}"


@dataclass(frozen=True, slots=True)
class Listing:
    """`rows` show the tunes by number and title, and `keys` are what a search looks through."""

    titles: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def found(self, text: str) -> Sequence[int]:
        """The numbers, from 1, of the tunes in whose row the text stands, in any case."""
        wanted = text.casefold()
        if not wanted:
            return range(1, len(self.rows) + 1)
        return [number for number, key in enumerate(self.keys, start=1) if wanted in key]


def listing_of(titles: Sequence[str]) -> Listing:
    digits = len(str(len(titles)))
    rows = tuple(f"{n:{_AS_WIDE_AS_A_DIGIT}>{digits}}  {t}" for n, t in enumerate(titles, start=1))
    return Listing(tuple(titles), rows, tuple(row.casefold() for row in rows))
