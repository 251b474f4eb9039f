"""Has songs engraved in a process of its own: Verovio would hold the interpreter's lock.

To measure it: `ask` for a song, `poll` until a Plate comes.
"""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import TypeAlias

from core.child import attempt, become_child
from core.engraving.piece import Pieces
from core.engraving.plate import Line, Plate, plate_from_lines
from core.errors import UserError
from core.link import Link
from core.music.song import Song
from core.notation.sheet import sheet_from_song
from core.words import Words

MOST_NOTES = 3000
"""Of a longer tune there is no score: it would take seconds after each change."""

MOST_SECONDS = 20.0
MOST_MEMORY_BYTES = 1_000_000_000
"""What the process may take, for itself and for one song."""

_LONG_SECONDS = 3.0
"""After so long a song that is no longer wanted is given up, with the process that has it."""

_GONE = Words(
    "The process that draws the score ended; change the tune, or show the score again, to retry."
)
_TOO_LONG = Words(
    "Drawing the score took longer than {seconds:g} seconds, so it was given up.",
    seconds=MOST_SECONDS,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A song to engrave in lines `page_width` units of a plate long; None: in one strip.

    What stands higher than `sight` on the plate is wanted first.
    """

    song: Song
    page_width: int | None
    sight: float = math.inf


def engraved(wish: Wish) -> Plate:
    """The whole plate of a song, made here and now. UserError for more than MOST_NOTES notes."""
    *_, plate = plates(wish, Pieces())
    return plate


def plates(
    wish: Wish, pieces: Pieces, is_wanted: Callable[[], bool] = lambda: True
) -> Iterator[Plate]:
    """One that reaches as far as the sight, where that is not all, and then the whole one, unless
    it is no longer wanted. UserError for more than MOST_NOTES notes.
    """
    notes = len(wish.song.melody)
    if notes > MOST_NOTES:
        raise UserError(
            "The score shows tunes of up to {most:,} notes, and this one has {notes:,}; "
            "the piano roll shows them all.",
            most=MOST_NOTES,
            notes=notes,
        )
    sheet = sheet_from_song(wish.song)
    if not sheet.bars:
        yield Plate()
        return
    lines: list[Line] = []
    is_seen = False
    for piece in pieces.of(sheet, wish.page_width):
        lines += piece.lines
        if is_seen and not is_wanted():
            return
        if piece.is_last or not is_seen:
            plate = plate_from_lines(lines, piece.is_last)
            if piece.is_last or plate.height >= wish.sight:
                is_seen = True
                yield plate


_Numbered: TypeAlias = tuple[int, Wish]
_Answer: TypeAlias = tuple[int, Plate | Words]
"""With the number of the wish."""


class Engraver:
    """Nothing here ever waits. The latest wish wins: those before it that were not begun are
    forgotten, and one of which the part in sight has come is given up for the next. The process
    begins with the first wish, and ends with `close`, whatever it does.
    """

    def __init__(
        self, serve: "Callable[[Connection[_Answer, _Numbered]], None] | None" = None
    ) -> None:
        """`serve` is what the process does with its end of the pipe; a function of a module."""
        self._serve = serve or serve_wishes
        self._link: Link[_Numbered, _Answer] | None = None
        self._next: Wish | None = None
        self._number = 0
        self._begun_seconds: float | None = None
        self._is_seen = False

    @property
    def is_busy(self) -> bool:
        """Whether an answer is to come."""
        return self._begun_seconds is not None or self._next is not None

    def ask(self, wish: Wish) -> None:
        """Wants that song, and no other any more; `poll` brings it."""
        self._next = wish
        self._begin()

    def forget(self) -> None:
        """Wants nothing any more."""
        self._next = None

    def poll(self) -> Plate | None:
        """The next plate that is ready, whole or not, also of a song that is no longer the latest.

        To be called every few milliseconds while `is_busy`. UserError where the latest song cannot
        be engraved; the next wish is tried as ever.
        """
        if self._link is None:
            return None
        for number, answer in self._link.replies():
            is_latest = self._next is None and number == self._number
            if number == self._number:
                self._is_seen = isinstance(answer, Plate) and not answer.is_whole
                if not self._is_seen:
                    self._begun_seconds = None
            self._begin()
            if isinstance(answer, Plate):
                return answer
            if is_latest:
                raise UserError(answer)
            return None
        if self._link.is_broken:
            self._give_up(_GONE)
        elif self._begun_seconds is not None:
            seconds = time.monotonic() - self._begun_seconds
            if seconds > (MOST_SECONDS if self._next is None else _LONG_SECONDS):
                self._give_up(_TOO_LONG)
        return None

    def close(self) -> None:
        """Ends the process at once."""
        if self._link is not None:
            self._link.kill()
        self._link = self._next = self._begun_seconds = None

    def _begin(self) -> None:
        """Sends the latest wish, where the process has time for it."""
        if self._next is None or (self._begun_seconds is not None and not self._is_seen):
            return
        if self._link is None:
            self._link = Link("engraver", self._serve)
        wish, self._next = self._next, None
        number = self._number = self._number + 1
        self._begun_seconds, self._is_seen = time.monotonic(), False
        self._link.send(lambda: (number, wish))

    def _give_up(self, sentence: Words) -> None:
        """Ends the process; another one begins with the latest wish, if that is not the culprit."""
        wish = self._next
        self.close()
        if wish is None:
            raise UserError(sentence)
        self.ask(wish)


def serve_wishes(pipe: "Connection[_Answer, _Numbered]") -> None:
    """The life of the process: wishes in, plates or sentences out, until the parent is gone."""
    become_child(MOST_MEMORY_BYTES)
    pieces = Pieces()
    with suppress(EOFError, OSError):
        while True:
            number, wish = pipe.recv()
            found = plates(wish, pieces, is_wanted=lambda: not pipe.poll())
            try:
                while (plate := attempt(partial(next, found, None))) is not None:
                    pipe.send((number, plate))
            except UserError as error:
                pipe.send((number, error.words))
