"""The selected bars are drawn again: one step, and nothing else is touched."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from core.compose.pins.pinned import redraw_song
from core.music.melody import Note
from core.music.song import Song
from gui.composing.redraw import REDRAW
from gui.roll.selection import Selection
from gui.studio import Studio
from tests.gui.composing.test_following import generated
from tests.gui.panels.test_seed import type_seed

BAR = 1920


def redraw(studio: Studio, qtbot: QtBot, first: int, last: int) -> Song:
    studio.window.roll.select(Selection(first * BAR, last * BAR))
    studio.actions["redraw"].trigger()
    qtbot.waitUntil(lambda: not studio.rework.is_running)
    return studio.document.song


def outside(song: Song, begin: int, end: int) -> tuple[list[Note], list[Note]]:
    """The notes before and behind a stretch of ticks."""
    notes = song.melody.notes
    return [n for n in notes if n.onset < begin], [n for n in notes if n.onset >= end]


def test_what_is_outside_stays_and_it_is_one_step(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    before = studio.document.song
    begin, last = 3 * BAR, 5 * BAR
    end = max(last, *(n.end for n in before.melody if n.onset < last))  # what sounds out goes too
    after = redraw(studio, qtbot, 3, 5)
    assert after != before
    assert outside(after, begin, end) == outside(before, begin, end)
    assert after.melody.end == before.melody.end
    assert studio.document.undo_label == REDRAW
    assert "Drawing bars 4 to 5 again" in studio.window.statusBar().currentMessage()
    assert "of 16 tries" in studio.window.statusBar().currentMessage()
    again = redraw(studio, qtbot, 3, 5)
    assert again != after, "each time it is another one"
    studio.document.undo()
    studio.document.undo()
    assert studio.document.song == before


def test_a_locked_number_draws_the_same_again(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    studio.window.generate.show_lock(True)
    first = redraw(studio, qtbot, 3, 5)
    assert redraw(studio, qtbot, 3, 5) == first


def test_without_a_selection_it_says_what_to_do(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    assert "Select bars first" in studio.actions["redraw"].toolTip()
    studio.window.roll.select(Selection(0, BAR))
    assert studio.actions["redraw"].isEnabled()
    type_seed(studio, "")
    assert not studio.actions["redraw"].isEnabled()


@pytest.fixture
def slow_redraw(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    patience = Event()

    def redraw_slowly(*words: object) -> Iterator[object]:
        while not patience.wait(0.01):
            yield 0.42
        yield from redraw_song(*words)  # type: ignore[arg-type]

    monkeypatch.setattr("core.compose.pins.pinned.redraw_song", redraw_slowly)
    yield
    patience.set()


@pytest.mark.usefixtures("slow_redraw")
def test_it_tells_how_far_it_is_and_stops_without_a_trace(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    before = studio.document.song
    studio.window.roll.select(Selection(3 * BAR, 5 * BAR))
    studio.actions["redraw"].trigger()
    bar = studio.window.statusBar()
    qtbot.waitUntil(lambda: bar.currentMessage() == "Drawing bars 4 to 5 again: 42 %")
    studio.window.generate.stop_button.click()
    assert not studio.rework.is_running
    assert bar.currentMessage() == ""
    assert studio.document.song == before
    studio.actions["redraw"].trigger()
    type_seed(studio, "g4")
    assert not studio.rework.is_running, "a part of a tune that is gone is of no use"
