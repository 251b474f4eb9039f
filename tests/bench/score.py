"""How soon the score shows an edit, and how long the main thread of the window works for it."""

import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from core.words import Words
from tests.bench.opened import opened_studio, rest, wait
from tests.bench.row import Row

if TYPE_CHECKING:
    from core.music.song import Song
    from gui.studio import Studio

BARS = 16, 64
EDITS = 12
_FOUR_BARS = (
    "c4/8 e4 g4 e4 a4/4 g4 | (3 a4/8 g4 f4) e4/4 g4/2 | "
    "g4/4. f4/8 e4/16 f4 g4 a4 b4/4 | c5/4 d5 e5/2 | "
)
_SETTLED_MS = 400


def rows() -> list[Row]:
    with opened_studio("c4 d4") as studio:
        return [row for bars in BARS for row in _measured(studio, bars)]


def _measured(studio: "Studio", bars: int) -> Iterator[Row]:
    """In lines as long as the window is wide; each edit moves all notes, so that all is new."""
    from core.music.song import Song
    from core.music.text import parse

    song = Song(parse(_FOUR_BARS * (bars // 4)).melody)
    studio.document.commit(Words("Write"), song)
    rest(_SETTLED_MS)
    begun = time.perf_counter()
    studio.actions["score"].trigger()
    _wait_for_page(studio, song)
    first = 1000 * (time.perf_counter() - begun)
    edits = [replace(song, melody=song.melody.transposed(1 + n % 4)) for n in range(EDITS)]
    updated = 1000 * median(_wait_for_edit(studio, edit) for edit in edits)
    worked = 1000 * max(_work_for_edit(studio, edit) for edit in edits)
    naive = 1000 * _in_the_window(studio, edits[0])
    studio.actions["score"].trigger()
    what = f"score of {bars} bars"
    page = f"first page, with its process: {first:.0f} ms"
    yield Row(f"{what}: from an edit to the page, p50", updated, "ms", page, first / updated)
    there = f"engraved there: {naive:.0f} ms"
    yield Row(f"{what}: main thread busy at a time", worked, "ms", there, naive / worked)


def _wait_for_edit(studio: "Studio", song: "Song") -> float:
    """Seconds until the page shows `song`."""
    rest(_SETTLED_MS)
    begun = time.perf_counter()
    studio.document.commit(Words("Move notes"), song)
    _wait_for_page(studio, song)
    return time.perf_counter() - begun


def _work_for_edit(studio: "Studio", song: "Song") -> float:
    """Seconds for which the main thread works at a time meanwhile."""
    from tests.gui.heartbeat import Heartbeat

    heartbeat = Heartbeat()  # which itself takes a processor
    _wait_for_edit(studio, song)
    return heartbeat.longest_seconds


def _wait_for_page(studio: "Studio", song: "Song") -> None:
    """Lets the window live until a page of all notes is there that was not there before."""
    panel = studio.scoring.panel
    assert panel is not None
    before = panel.view.plate
    notes = {note.onset for note in song.melody}
    wait(
        lambda: (
            panel.view.plate is not before
            and {head.note for head in panel.view.plate.heads} == notes
        )
    )


def _in_the_window(studio: "Studio", song: "Song") -> float:
    """Seconds for which the window would stand still without the process."""
    from core.engraving.engraver import Wish, engraved

    panel = studio.scoring.panel
    assert panel is not None
    wish = Wish(song, panel.view.page_width)
    engraved(wish)  # once to load Verovio
    begun = time.thread_time()
    engraved(wish)
    return time.thread_time() - begun
