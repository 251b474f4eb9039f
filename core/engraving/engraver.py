"""Has songs engraved in a process of its own: Verovio would hold the interpreter's lock.

To measure it: `ask` for a song, `poll` until a Plate comes.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import TypeAlias

from core.child import attempt, become_child
from core.engraving.mei import mei_from_sheet
from core.engraving.plate import Plate, plate_from_svg
from core.errors import UserError
from core.files.score import svg_from_mei
from core.link import Link
from core.music.song import Song
from core.notation.sheet import sheet_from_song
from core.words import Words

MOST_NOTES = 3000
"""Of a longer tune there is no score: it would take seconds after each change."""

MOST_SECONDS = 20.0
MOST_MEMORY_BYTES = 2_000_000_000
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
    """A song to engrave in lines `page_width` units of a plate long; None: in one strip."""

    song: Song
    page_width: int | None


def engraved(wish: Wish) -> Plate:
    """The plate of a song, made here and now. UserError for more than MOST_NOTES notes."""
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
        return Plate()
    return plate_from_svg(svg_from_mei(mei_from_sheet(sheet), wish.page_width))


_Answer: TypeAlias = Plate | Words


class Engraver:
    """Nothing here ever waits. The latest wish wins: those before it that were not begun are
    forgotten. The process begins with the first wish, and ends with `close`, whatever it does.
    """

    def __init__(self, serve: "Callable[[Connection[_Answer, Wish]], None] | None" = None) -> None:
        """`serve` is what the process does with its end of the pipe; a function of a module."""
        self._serve = serve or serve_wishes
        self._link: Link[Wish, _Answer] | None = None
        self._next: Wish | None = None
        self._begun_seconds: float | None = None

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
        """The next plate that is ready, also of a song that is no longer the latest.

        To be called every few milliseconds while `is_busy`. UserError where the latest song cannot
        be engraved; the next wish is tried as ever.
        """
        if self._link is None:
            return None
        for answer in self._link.replies():
            self._begun_seconds = None
            is_latest = self._next is None
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
        if self._next is None or self._begun_seconds is not None:
            return
        if self._link is None:
            self._link = Link("engraver", self._serve)
        wish, self._next = self._next, None
        self._begun_seconds = time.monotonic()
        self._link.send(lambda: wish)

    def _give_up(self, sentence: Words) -> None:
        """Ends the process; another one begins with the latest wish, if that is not the culprit."""
        wish = self._next
        self.close()
        if wish is None:
            raise UserError(sentence)
        self.ask(wish)


def serve_wishes(pipe: "Connection[_Answer, Wish]") -> None:
    """The life of the process: wishes in, plates or sentences out, until the parent is gone."""
    become_child(MOST_MEMORY_BYTES)
    with suppress(EOFError, OSError):
        while True:
            work = partial(engraved, pipe.recv())
            try:
                pipe.send(attempt(work))
            except UserError as error:
                pipe.send(error.words)
