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

BARS = 16, 64, 128
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
    """In lines as long as the window is wide; edits of all notes leave no line as it was, those of
    one are seen in the middle of the tune."""
    from core.music.song import Song
    from core.music.text import parse

    song = Song(parse(_FOUR_BARS * (bars // 4)).melody)
    studio.document.commit(Words("Write"), song)
    rest(_SETTLED_MS)
    begun = time.perf_counter()
    studio.actions["score"].trigger()
    _wait_for_page(studio)
    first = 1000 * (time.perf_counter() - begun)
    _wait_for_whole(studio)
    _reveal(studio, song, 0)
    all_moved = [replace(song, melody=song.melody.transposed(1 + n % 4)) for n in range(EDITS)]
    seen, whole = _medians(studio, all_moved)
    worked = 1000 * max(_work_for_edit(studio, edit) for edit in all_moved)
    naive = 1000 * _in_the_window(studio, all_moved[0])
    _reveal(studio, song, len(song.melody) // 2)
    one_seen, one_whole = _medians(studio, [_with_one_moved(song, 1 + n % 4) for n in range(EDITS)])
    studio.actions["score"].trigger()
    what = f"score of {bars} bars"
    page = "page in sight, p50"
    told = f"first page, with its process: {first:.0f} ms"
    yield Row(f"{what}: from an edit of all notes to the {page}", seen, "ms", told, first / seen)
    told = f"all of it: {whole:.0f} ms; after one note {one_whole:.0f} ms"
    yield Row(
        f"{what}: from an edit of one note to the {page}", one_seen, "ms", told, whole / one_seen
    )
    there = f"engraved there: {naive:.0f} ms"
    yield Row(f"{what}: main thread busy at a time", worked, "ms", there, naive / worked)


def _medians(studio: "Studio", edits: "list[Song]") -> tuple[float, float]:
    """Milliseconds until the page shows an edit as far as it is in sight, and all of it."""
    times = [_wait_for_edit(studio, edit) for edit in edits]
    seen, whole = zip(*times, strict=True)
    return 1000 * median(seen), 1000 * median(whole)


def _wait_for_edit(studio: "Studio", song: "Song") -> tuple[float, float]:
    """Seconds until the page shows `song` as far as it is in sight, and all of it."""
    rest(_SETTLED_MS)
    begun = time.perf_counter()
    studio.document.commit(Words("Move notes"), song)
    _wait_for_page(studio)
    seen = time.perf_counter() - begun
    _wait_for_whole(studio)
    return seen, time.perf_counter() - begun


def _with_one_moved(song: "Song", semitones: int) -> "Song":
    """Another pitch for the note in the middle."""
    notes = list(song.melody)
    middle = len(notes) // 2
    notes[middle] = replace(notes[middle], pitch=notes[middle].pitch + semitones)
    return replace(song, melody=replace(song.melody, notes=tuple(notes)))


def _reveal(studio: "Studio", song: "Song", place: int) -> None:
    panel = studio.scoring.panel
    assert panel is not None
    panel.view.reveal(song.melody.notes[place].onset)


def _work_for_edit(studio: "Studio", song: "Song") -> float:
    """Seconds for which the main thread works at a time meanwhile."""
    from tests.gui.heartbeat import Heartbeat

    heartbeat = Heartbeat()  # which itself takes a processor
    _wait_for_edit(studio, song)
    return heartbeat.longest_seconds


def _wait_for_page(studio: "Studio") -> None:
    """Lets the window live until a page is there that was not there before."""
    panel = studio.scoring.panel
    assert panel is not None
    before = panel.view.plate
    wait(lambda: panel.view.plate is not before)


def _wait_for_whole(studio: "Studio") -> None:
    """Lets the window live until all of the page is there."""
    panel = studio.scoring.panel
    assert panel is not None
    wait(lambda: panel.view.plate.is_whole)


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
