"""How long a turned knob takes to show: from its new value to the drawn roll."""

import time
from dataclasses import replace
from statistics import fmean, quantiles
from typing import TYPE_CHECKING

from tests.bench.opened import opened_studio, rest, wait
from tests.bench.row import Row

if TYPE_CHECKING:
    from gui.studio import Studio

BARS, FRAMES, PAUSE_MS = 16, 100, 30
SEED = "c4 d4 e4/2"


def rows() -> list[Row]:
    with opened_studio(SEED) as studio:
        every, drawn, alone = _measured(studio)
    mean, tune = 1000 * fmean(every), 1000 * fmean(alone)
    return [
        Row(
            *(f"slider to tune, {BARS} bars, mean of all frames", mean, "ms"),
            f"the tune alone: {tune:.1f} ms",
            tune / mean,
        ),
        *(
            _row(f"slider to drawn roll, {BARS} bars, {part}", drawn, alone, place)
            for part, place in (("p50", 49), ("p95", 94))
        ),
    ]


def _measured(studio: "Studio") -> tuple[list[float], list[float], list[float]]:
    """Seconds from each new value to the tune, to the painted tune where it is another one than
    before, and of the same tune drawn alone."""
    from PySide6.QtCore import QEvent, QObject

    from core.compose.continuation import continue_song
    from core.music.song import Song
    from core.music.text import parse
    from gui.roll.canvas import Canvas

    class Eye(QObject):
        """Notes which song each painting of the roll shows."""

        seen: Song | None = None

        def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                self.seen = studio.window.roll.scene.song
            return False

    document = studio.document
    document.set_controls(replace(document.controls, bars=BARS))
    studio.generate()
    wait(lambda: document.asked is not None)
    eye = Eye()
    canvas = studio.window.roll.findChild(Canvas)
    assert canvas is not None
    canvas.installEventFilter(eye)
    model, seed = studio.models.model, Song(parse(SEED).melody)
    assert model is not None
    every, drawn, alone = [], [], []
    for frame in range(FRAMES):
        rest(PAUSE_MS)
        before = document.song
        controls = replace(document.controls, temperature=0.5 + frame / FRAMES)
        begun = time.perf_counter()
        document.set_controls(controls)
        wait(lambda: document.asked == document.controls)
        every.append(time.perf_counter() - begun)
        if document.song != before:
            wait(lambda: eye.seen is document.song)
            drawn.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        list(continue_song(model, seed, controls))
        alone.append(time.perf_counter() - begun)
    return every, drawn, alone


def _row(name: str, drawn: list[float], alone: list[float], place: int) -> Row:
    value, baseline = (quantiles(seconds, n=100)[place] for seconds in (drawn, alone))
    what = f"the tune alone: {1000 * baseline:.1f} ms"
    return Row(name, 1000 * value, "ms", what, baseline / value)
