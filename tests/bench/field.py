"""Frames of the roll with the probability field shown, and how the window lives while it grows."""

import statistics
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.bench.opened import opened_studio, rest, wait
from tests.bench.row import Row

if TYPE_CHECKING:
    from gui.studio import Studio

NOTES = (200, 2_000, 20_000)
_SETTLED_MS = 400


def rows() -> list[Row]:
    from core.project import Project
    from gui.job import Job
    from tests.bench.roll import made_song

    found: list[Row] = []
    with opened_studio("c4") as studio:
        for notes in NOTES:
            studio.probing.switch(False)
            studio.document.show(Project(made_song(notes)))
            wait(lambda: not studio.window.findChildren(Job))
            studio.window.roll.fit()
            rest(_SETTLED_MS)
            found += _measured(studio, notes)
    return found


def _measured(studio: "Studio", notes: int) -> Iterator[Row]:
    from tests.bench.roll import p95
    from tests.gui.heartbeat import Heartbeat

    plain = _frames_ms(studio)
    alone_seconds = _alone_seconds(studio)
    heart = Heartbeat()
    begun = time.perf_counter()
    studio.probing.switch(True)
    wait(lambda: _is_whole(studio))
    grown_seconds = time.perf_counter() - begun
    rest(_SETTLED_MS)
    busiest = 1000 * heart.longest_seconds
    del heart
    shown = _frames_ms(studio)
    for name, of in (("p50", statistics.median), ("p95", p95)):
        yield Row(
            f"roll: frame with the field shown, {notes:,} notes in sight, {name}",
            of(shown),
            "ms",
            f"without the field: {of(plain):.2f} ms",
            of(plain) / of(shown),
        )
    alone = f"the model's answers alone: {alone_seconds:.1f} s"
    ratio = alone_seconds / grown_seconds
    yield Row(f"field of {notes:,} notes, whole", grown_seconds, "s", alone, ratio)
    rule = "our rule: 50 ms"
    yield Row(
        f"main thread busy at most, field of {notes:,} notes", busiest, "ms", rule, 50 / busiest
    )


def _is_whole(studio: "Studio") -> bool:
    field = studio.probing.survey.field
    return field is not None and field.is_whole


def _alone_seconds(studio: "Studio") -> float:
    from core.compose.field import listen
    from core.compose.fork import Forks

    model, document = studio.models.model, studio.document
    assert model is not None
    begun = time.perf_counter()
    for _ in listen(Forks(model, document.song, document.controls, ()), 0):
        pass
    return time.perf_counter() - begun


def _frames_ms(studio: "Studio") -> list[float]:
    from tests.bench.roll import FRAMES, TICKS_A_FRAME, times_ms

    roll = studio.window.roll
    start = roll.scene.song.melody.end // 3
    return times_ms(FRAMES, lambda frame: roll.show_playhead(start + frame * TICKS_A_FRAME))
