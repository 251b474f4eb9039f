"""How long a frame of the piano roll takes while the playhead moves, and one more note."""

import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from gui.look.style import apply_theme
from gui.roll.canvas import Canvas
from gui.roll.roll import Roll
from tests.bench.row import Row

FRAMES = 600
REDRAWN_FRAMES = 60
ADDED_NOTES = 100
TICKS_A_FRAME = 480 * 120 / 60 / 60
"""120 quarters a minute, 60 frames a second."""

NOTES = (200, 2_000, 20_000)


def made_song(notes: int) -> Song:
    """A random walk of quarters, eighths and sixteenths, the first quarter of it the user's."""
    chance = random.Random(1)
    onset, pitch = 0, 67
    made: list[Note] = []
    for _ in range(notes):
        duration = chance.choice((120, 240, 240, 480))
        pitch = min(max(pitch + chance.choice((-4, -2, -1, 0, 1, 2, 4)), 55), 81)
        made.append(Note(onset, duration, pitch, chance.randint(60, 110)))
        onset += duration
    meters = MeterMap.constant(Meter(4, 4), pickup=480)
    return Song(Melody(tuple(made), onset), meters, Key(1), seed_end=onset // 4)


def times_ms(frames: int, draw: Callable[[int], None]) -> list[float]:
    """How long each frame took, what Qt does after `draw` included."""
    taken: list[float] = []
    for frame in range(frames):
        began = time.perf_counter()
        draw(frame)
        QApplication.processEvents()
        taken.append(1000 * (time.perf_counter() - began))
    return sorted(taken)


def p95(taken: list[float]) -> float:
    return taken[int(0.95 * (len(taken) - 1))]


def playhead_rows(roll: Roll, notes: int) -> Iterator[Row]:
    canvas = roll.findChild(Canvas)
    assert canvas is not None
    start = roll.scene.song.melody.end // 3

    def move(frame: int) -> None:
        roll.show_playhead(start + frame * TICKS_A_FRAME)

    def redraw(frame: int) -> None:
        canvas.show_scene(roll.scene)
        move(frame)

    taken = times_ms(FRAMES, move)
    redrawn = times_ms(REDRAWN_FRAMES, redraw)
    roll.show_playhead(None)
    for name, of in (("p50", statistics.median), ("p95", p95)):
        yield Row(
            f"roll: frame with moving playhead, {notes:,} notes in sight, {name}",
            of(taken),
            "ms",
            "redraw all",
            of(redrawn) / of(taken),
        )


def growing_row(roll: Roll, notes: int) -> Row:
    """One more note at the end of the song, as while a melody is being made."""
    song = roll.scene.song
    all_notes = song.melody.notes
    parts = [
        replace(song, melody=Melody(all_notes[:count], all_notes[count - 1].end))
        for count in range(len(all_notes) - ADDED_NOTES, len(all_notes))
    ]

    def show(frame: int) -> None:
        roll.show_song(parts[frame])

    def show_anew(frame: int) -> None:
        roll.show_song(Song())
        roll.show_song(parts[frame])

    roll.show_song(parts[0])
    taken = times_ms(ADDED_NOTES, show)
    anew = times_ms(ADDED_NOTES, show_anew)
    return Row(
        f"roll: one more note, {notes:,} notes in sight, p95",
        p95(taken),
        "ms",
        "show song anew",
        p95(anew) / p95(taken),
    )


def rows() -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app)
    found: list[Row] = []
    for notes in NOTES:
        roll = Roll()
        roll.resize(1280, 640)
        roll.show()
        roll.show_song(made_song(notes))
        app.processEvents()
        found += playhead_rows(roll, notes)
        found.append(growing_row(roll, notes))
        roll.close()
    return found
