"""How long the main thread of the window is busy at a time, while long work is done, and how much
longer than alone the work takes beside it.
"""

import time
from typing import TYPE_CHECKING

from tests.bench.opened import opened_studio, rest, wait
from tests.bench.row import Row

if TYPE_CHECKING:
    from gui.studio import Studio

BARS = 256
SEED = "c4 d4 e4/2"
PASTED = 10_000
MANY = "c4/16 d4 e4 f#4 " * (PASTED // 4)


def rows() -> list[Row]:
    with opened_studio(SEED) as studio:
        return _measured(studio)


def _measured(studio: "Studio") -> list[Row]:
    from core.compose.continuation import continue_song
    from core.compose.controls import Controls
    from core.model.bundle import open_model
    from core.model.library import DEFAULT_MODEL
    from core.music.song import Song
    from core.music.text import parse
    from tests.gui.heartbeat import Heartbeat

    controls = Controls(bars=BARS)
    studio.document.set_controls(controls)
    studio.window.generate.lock.setChecked(True)

    def make() -> float:
        begun = time.perf_counter()
        studio.generate()
        wait(lambda: not studio.generation.is_running)
        return time.perf_counter() - begun

    made_seconds = make()
    making = Heartbeat()  # which takes time itself
    make()
    made = making.longest_seconds
    model, seed = open_model(DEFAULT_MODEL), Song(parse(SEED).melody)
    begun = time.perf_counter()
    notes = list(continue_song(model, seed, controls))
    alone_seconds = time.perf_counter() - begun
    assert studio.document.song.melody.notes[-1] == notes[-1]
    pasting = Heartbeat()
    studio.window.seed.field.setPlainText(MANY)
    wait(lambda: len(studio.document.song.seed) == PASTED)
    rest(200)
    pasted = pasting.longest_seconds
    begun = time.perf_counter()
    parse(MANY)
    parsed = time.perf_counter() - begun
    return [
        _row(f"main thread busy at most, {BARS} bars made", made, "the tune alone", alone_seconds),
        _row(f"{BARS} bars made in the window", made_seconds, "the tune alone", alone_seconds),
        _row("main thread busy at most, 10,000 notes pasted", pasted, "their parse alone", parsed),
    ]


def _row(name: str, seconds: float, baseline: str, baseline_seconds: float) -> Row:
    what = f"{baseline}: {1000 * baseline_seconds:.0f} ms"
    return Row(name, 1000 * seconds, "ms", what, baseline_seconds / seconds)
