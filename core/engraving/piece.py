"""A tune engraved piece by piece, so that the beginning can be shown before the rest is there, and
pieces that an edit leaves as they are need not be engraved again.

Lines of music are filled one after the other. So a piece that begins where a line does has the
lines that the whole tune would have there, but for its last one, which begins the next piece.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from core.engraving.line import lines_from_svg
from core.engraving.mei import mei_from_sheet
from core.engraving.plate import Line
from core.files.score import svg_from_mei
from core.music.melody import WHOLE
from core.notation.symbol import Sheet, symbols_in

_LINES = 4
"""So many lines a piece is to have, about: for more the page comes later, and of fewer a larger
part is engraved twice."""

_SYMBOL_WIDTH = 700  # in units of a plate, about


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of music; `is_last` where the tune ends with them."""

    lines: tuple[Line, ...]
    is_last: bool


class Pieces:
    """Engraves sheets, and remembers the pieces of the one before."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int | None], Piece] = {}

    def of(self, sheet: Sheet, page_width: int | None) -> Iterator[Piece]:
        """The pieces of a sheet that has bars, in lines `page_width` long or, for None, in one."""
        kept = dict[tuple[str, int | None], Piece]()
        size = _size(sheet, page_width)
        begin, is_last = 0, False
        while not is_last:
            key, piece = self._next(sheet, begin, size, page_width)
            self._known[key] = kept[key] = piece
            begin, is_last = begin + sum(line.bars for line in piece.lines), piece.is_last
            yield piece
        self._known = kept

    def _next(
        self, sheet: Sheet, begin: int, size: int, page_width: int | None
    ) -> tuple[tuple[str, int | None], Piece]:
        """The piece that begins at a bar, with what it is known by."""
        end = begin + size
        is_last = end + size // 2 >= len(sheet.bars)  # no last piece of a few bars
        mei = mei_from_sheet(sheet, begin, None if is_last else end)
        key = mei, page_width
        if key in self._known:
            return key, self._known[key]
        before = 1 if begin else 0
        lines = tuple(lines_from_svg(svg_from_mei(mei, page_width)))[before:]
        if not is_last:
            lines = lines[:-1]
            if not lines:
                return self._next(sheet, begin, 2 * size, page_width)
        elif _is_lonely(lines):
            tight = tuple(lines_from_svg(svg_from_mei(mei, page_width, is_tight=True)))[before:]
            lines = lines if _is_lonely(tight) else tight
        return key, Piece(lines, is_last)


def _size(sheet: Sheet, page_width: int | None) -> int:
    """How many bars make a piece; a power of two, so that few edits change it."""
    symbols = [symbol for bar in sheet.bars for symbol in symbols_in(bar.items)]
    # A note longer than a whole one makes all that stand with it narrower.
    if page_width is None or any(symbol.length > WHOLE for symbol in symbols):
        return len(sheet.bars)
    width_of_a_bar = _SYMBOL_WIDTH * (1 + len(symbols) / len(sheet.bars))
    return 1 << max(2, round(math.log2(_LINES * page_width / width_of_a_bar)))


def _is_lonely(lines: tuple[Line, ...]) -> bool:
    """Whether the last of several lines of music holds one bar alone."""
    return len(lines) > 1 and lines[-1].bars == 1
