"""How long the main thread works for a frame while a note among many is dragged, and let go."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from core.words import Words
from tests.bench.opened import opened_studio, rest, wait, worked_ms
from tests.bench.row import Row

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from gui.studio import Studio

NOTES, MOVES = 2_000, 180
SIGHTS = {"all in sight": 0, "two bars in sight": 20}
"""How often one zooms in before."""

_REACH_PX = 60
_SETTLED_MS = 400


def rows() -> list[Row]:
    from core.project import Project
    from gui.job import Job
    from tests.bench.roll import made_song

    found: list[Row] = []
    with opened_studio("c4 d4") as studio:
        for sight, zooms in SIGHTS.items():
            studio.document.show(Project(made_song(NOTES)))
            wait(lambda: not studio.window.findChildren(Job))
            studio.window.roll.fit()
            for _ in range(zooms):
                studio.window.roll.zoom_in()
            rest(_SETTLED_MS)
            found += _measured(studio, sight)
    return found


def _measured(studio: "Studio", sight: str) -> Iterator[Row]:
    """Of a drag to and fro, of letting go, and of a commit for every step of the same way."""
    moves, release = _drag(studio)
    begun = studio.document.undo_label
    frames = [worked_ms(move) for move in moves]
    assert studio.document.undo_label == begun, "a preview is no step"
    let_go = worked_ms(release)
    assert studio.document.undo_label != begun, "the drag has moved a note"
    undone = worked_ms(studio.document.undo)
    naive = [worked_ms(commit) for commit in _commits(studio)]
    what = f"note dragged among {NOTES:,}, {sight}"
    each = f"a commit for every move: {max(naive):.1f} ms"
    yield Row(f"{what}, longest frame", max(frames), "ms", each, max(naive) / max(frames))
    each = f"a commit for every move: {_p95(naive):.1f} ms"
    yield Row(f"{what}, p95", _p95(frames), "ms", each, _p95(naive) / _p95(frames))
    for act, value in (("let go", let_go), ("undone", undone)):
        longest = f"longest commit: {max(naive):.1f} ms"
        yield Row(f"{what}, {act}", value, "ms", longest, max(naive) / value)


def _drag(studio: "Studio") -> "tuple[Sequence[Callable[[], object]], Callable[[], object]]":
    """The mouse is down on a note; what moves it from frame to frame, and what lets it go."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    roll = studio.window.roll
    time_axis = roll.scene.time
    middle = time_axis.tick_from_x(time_axis.width_px / 2)
    note = next(n for n in roll.scene.song.melody if n.onset >= middle)
    begin = roll.mapTo(studio.window, roll.rect_of(note).center())
    window = studio.window.windowHandle()
    mouse, left, none = QTest.MouseAction, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    keys = Qt.KeyboardModifier.NoModifier
    QTest.mouseEvent(mouse.MousePress, window, left, keys, begin)

    def move(place: QPoint) -> None:
        QTest.mouseEvent(mouse.MouseMove, window, none, keys, place)

    places = _way(begin)
    moves = [partial(move, place) for place in places]
    last = places[-1]
    return moves, lambda: QTest.mouseEvent(mouse.MouseRelease, window, left, keys, last)


def _way(begin: "QPoint") -> "Sequence[QPoint]":
    """To and fro across, and up and down, ending beside the begin."""
    from PySide6.QtCore import QPoint

    places = []
    for frame in range(MOVES):
        across = _REACH_PX - abs(frame * 4 % (4 * _REACH_PX) - 2 * _REACH_PX)
        down = _REACH_PX - abs(frame * 3 % (4 * _REACH_PX) - 2 * _REACH_PX)
        places.append(begin + QPoint(across, down))
    return [*places, begin + QPoint(_REACH_PX, _REACH_PX)]


def _commits(studio: "Studio") -> "Iterator[Callable[[], object]]":
    """What a drag would be that commits at every step: a note higher and lower by turns."""
    song = studio.document.song
    middle = len(song.melody) // 2
    note = song.melody.notes[middle]
    for frame in range(MOVES):
        other = replace(note, pitch=note.pitch + 1 + frame % 2)
        notes = (*song.melody.notes[:middle], other, *song.melody.notes[middle + 1 :])
        moved = song.with_melody(replace(song.melody, notes=notes))
        yield partial(studio.document.commit, Words("Move"), moved, merge=True)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(0.95 * (len(taken) - 1))]
