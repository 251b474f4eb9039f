"""What the probability field costs: frames with it, its growth, hearing it, its memory."""

import os
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.compose.controls import Controls
from core.compose.field import Field, listen
from core.compose.fork import Forks
from core.model.bundle import open_model
from core.music.melody import Melody
from core.music.song import Song
from gui.look.style import apply_theme
from gui.roll.canvas import Canvas
from gui.roll.roll import Roll
from gui.roll.strip import FieldStrip
from tests.bench.roll import NOTES, TICKS_A_FRAME, made_song, p95, times_ms
from tests.bench.row import Row
from tests.gui.roll.fields import field_of

FRAMES = 300
REDRAWN_FRAMES = 40
PARTS = 60
SCROLL_PX = 15.0
SHARES = {55: 0.02, 60: 0.1, 62: 0.1, 64: 0.2, 67: 0.3, 69: 0.2, 71: 0.08}
HEARD = 200
REMEMBERED = 2_000
MODEL = Path("resources/models/german.keras")


def opened(app: QApplication, song: Song) -> Roll:
    """A roll that shows all of `song`, with the lane below."""
    roll = Roll()
    roll.resize(1280, 640)
    roll.show()
    roll.show_song(song)
    strip = FieldStrip(roll.scene)
    roll.show_beneath(strip)
    roll.shown.connect(strip.show_scene)
    app.processEvents()
    return roll


def shown_rows(roll: Roll, field: Field) -> Iterator[Row]:
    """Frames with all notes in sight: the playhead moves, or a piece of the field comes."""
    count = len(field.moments)
    canvas = roll.findChild(Canvas)
    assert canvas is not None
    parts = [field.first(part, field.song) for part in range(count - PARTS, count)]
    start = field.song.melody.end // 3

    def move(frame: int) -> None:
        roll.show_playhead(start + frame * TICKS_A_FRAME)

    def redraw(frame: int) -> None:
        canvas.show_scene(roll.scene)
        move(frame)

    def anew(frame: int) -> None:
        roll.show_field(None)
        roll.show_field(parts[frame])

    roll.show_field(parts[0])
    growing = p95(times_ms(PARTS, lambda frame: roll.show_field(parts[frame])))
    grown = p95(times_ms(PARTS, anew))
    moving, redrawn = p95(times_ms(FRAMES, move)), p95(times_ms(REDRAWN_FRAMES, redraw))
    roll.show_playhead(None)
    name = f"{count:,} notes in sight, p95"
    yield Row(
        f"field: frame with moving playhead, {name}", moving, "ms", "redraw all", redrawn / moving
    )
    yield Row(f"field: one more event, {name}", growing, "ms", "show it anew", grown / growing)


def scrolling_row(roll: Roll, field: Field) -> Row:
    """Some ten bars in sight, which all move."""
    view = roll.scene.view
    roll.travel(view.zoomed_time(0.2 / view.time.px_per_tick, 0))

    def scroll(_: int) -> None:
        roll.travel(roll.scene.view.scrolled(SCROLL_PX, 0))

    roll.show_field(None)
    without = p95(times_ms(PARTS, scroll))
    roll.show_field(field)
    with_it = p95(times_ms(PARTS, scroll))
    name = f"field: frame while scrolling, tune of {len(field.moments):,} notes, p95"
    return Row(name, with_it, "ms", "without the field", without / with_it)


def edited(song: Song) -> Song:
    """With another pitch at three quarters of it."""
    notes = list(song.melody.notes)
    place = 3 * len(notes) // 4
    step = 1 if notes[place].pitch < 80 else -1
    notes[place] = replace(notes[place], pitch=notes[place].pitch + step)
    return replace(song, melody=Melody(tuple(notes), song.melody.end))


def hearing_rows() -> Iterator[Row]:
    """From nothing to the whole field, and again after an edit."""
    model = open_model(MODEL)
    song = replace(made_song(HEARD), seed_end=0)
    began = time.perf_counter()
    forks = Forks(model, song, Controls())
    field = Field(song).grown(list(listen(forks)))
    whole = time.perf_counter() - began
    other = edited(song)
    began = time.perf_counter()
    following = Forks(model, other, Controls())
    kept = field.first(following.follow(forks), other)
    kept.grown(list(listen(following, len(kept.moments))))
    again = time.perf_counter() - began
    yield Row(
        f"field: heard again after an edit at three quarters of {HEARD} notes",
        1000 * again,
        "ms",
        "heard anew",
        whole / again,
    )
    long = Forks(model, replace(made_song(REMEMBERED), seed_end=0), Controls())
    found = list(long)
    tracemalloc.start()
    moments = Field(long.song).grown(list(listen(long)))
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    as_found = sum(one.pitches.nbytes + one.shares.nbytes + one.durations.nbytes for one in found)
    each = held / len(moments.moments)
    yield Row(
        "field: memory of 20,000 events",
        20_000 * each / 1e6,
        "MB",
        "arrays of Possibilities",
        as_found / len(found) / each,
    )


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app)
    found: list[Row] = []
    for notes in NOTES:
        song = made_song(notes)
        field = field_of(song, SHARES, bits=(0.5, 2.0, 4.0, 7.0))
        roll = opened(app, song)
        found += shown_rows(roll, field)
        found.append(scrolling_row(roll, field))
        roll.close()
    return [*found, *hearing_rows()]
