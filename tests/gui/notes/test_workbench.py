"""The keys of the roll are the roll's, and the lane of velocities changes the document."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.music.text import text_from_melody
from core.settings import Settings
from gui.memory import present_settings
from gui.roll.velocities import Velocities
from gui.studio import Studio
from tests.gui.conftest import Open

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def studio(open_studio: Open, qtbot: QtBot) -> Studio:
    studio = open_studio(Settings(seed="c4 d4 e4 f4"))
    studio.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is studio.window)
    return studio


@pytest.fixture
def lane(studio: Studio) -> Velocities:
    studio.actions["velocities"].trigger()
    found = studio.window.roll.findChild(Velocities)
    assert found is not None
    return found


def tune(studio: Studio) -> str:
    return text_from_melody(studio.document.song.melody)


def velocities(studio: Studio) -> list[int]:
    return [note.velocity for note in studio.document.song.melody]


def test_letters_and_arrows_edit_where_the_roll_has_the_focus(studio: Studio) -> None:
    roll = studio.window.roll
    roll.choose(frozenset({480}))
    roll.setFocus()
    QTest.keyClick(roll, Qt.Key.Key_Up, ALT | SHIFT)
    assert tune(studio) == "c4 e4 e4 f4"
    QTest.keyClick(roll, Qt.Key.Key_J)
    assert tune(studio) == "c4 e4/2 f4/4"
    QTest.keyClick(roll, Qt.Key.Key_R)
    assert tune(studio) == "c4 e4/2 e4"
    meter = studio.window.generate.bars
    meter.setFocus()
    QTest.keyClick(meter, Qt.Key.Key_Up, CONTROL | SHIFT)
    assert tune(studio) == "c4 e4/2 e4", "in a number the key has another meaning"


def test_what_was_moved_by_key_can_be_erased_by_key(studio: Studio) -> None:
    """The actions on chosen notes know after an edit that some are chosen."""
    roll = studio.window.roll
    roll.choose(frozenset({480}))
    roll.setFocus()
    QTest.keyClick(roll, Qt.Key.Key_Up)
    assert studio.actions["delete"].isEnabled()
    studio.actions["delete"].trigger()
    assert tune(studio) == "c4 r e4 f4"
    assert not studio.actions["delete"].isEnabled()


def test_what_is_typed_is_cut_and_pasted_in_the_field(studio: Studio) -> None:
    field = studio.window.seed.field
    studio.window.roll.choose(frozenset({480}))
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "c4 d4 e4 f4"
    QTest.keyClick(field, Qt.Key.Key_Delete)
    studio.finish_input()
    assert not studio.document.song.melody.notes
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    studio.finish_input()
    assert tune(studio) == "c4 d4 e4 f4"


def test_the_whole_way_by_keys(studio: Studio) -> None:
    roll = studio.window.roll
    roll.setFocus()
    QTest.keyClick(roll, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(roll, Qt.Key.Key_C, CONTROL)
    studio.playback.seek(1920)
    QTest.keyClick(roll, Qt.Key.Key_V, CONTROL)
    assert tune(studio) == "c4 d4 e4 f4 c4 d4 e4 f4"
    QTest.keyClick(roll, Qt.Key.Key_Delete)
    assert tune(studio) == "c4 d4 e4 f4"
    for _ in range(2):
        QTest.keyClick(roll, Qt.Key.Key_Z, CONTROL)
    assert tune(studio) == "c4 d4 e4 f4"
    assert studio.document.redo_label == "Paste notes"


def test_the_lane_is_shown_and_hidden(studio: Studio, lane: Velocities) -> None:
    assert lane.isVisible()
    studio.actions["velocities"].trigger()
    assert not lane.isVisible()
    studio.actions["velocities"].trigger()
    assert lane.isVisible()


def test_the_lane_is_remembered(studio: Studio, lane: Velocities, open_studio: Open) -> None:
    assert lane.isVisible()
    settings = present_settings(studio)
    assert settings.layout.shows_velocities
    assert open_studio(settings).window.roll.findChild(Velocities) is not None
    studio.actions["velocities"].trigger()
    again = open_studio(present_settings(studio))
    assert again.window.roll.findChild(Velocities) is None


def test_a_drag_in_the_lane_is_seen_at_once_and_one_step(studio: Studio, lane: Velocities) -> None:
    before, roll = studio.document.song, studio.window.roll
    column = lane.column(before.melody.notes[1])
    x = round(column.left()) + 1
    QTest.mousePress(lane, Qt.MouseButton.LeftButton, pos=QPoint(x, 60))
    QTest.mouseMove(lane, QPoint(x, 50))
    assert roll.scene.song.melody.notes[1].velocity < 40
    assert studio.document.song is before
    QTest.mouseMove(lane, QPoint(x, 10))
    QTest.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=QPoint(x, 10))
    assert velocities(studio)[1] > 110
    assert velocities(studio)[0] == 88
    assert studio.document.undo_label == "Change velocity"
    studio.actions["undo"].trigger()
    assert studio.document.song == before


def test_escape_leaves_all_as_it_was(studio: Studio, lane: Velocities) -> None:
    before = studio.document.song
    x = round(lane.column(before.melody.notes[0]).left()) + 1
    lane.setFocus()
    QTest.mousePress(lane, Qt.MouseButton.LeftButton, pos=QPoint(x, 50))
    QTest.keyClick(lane, Qt.Key.Key_Escape)
    QTest.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=QPoint(x, 50))
    assert studio.document.song == before == studio.window.roll.scene.song


def test_the_lane_goes_by_keys(studio: Studio, lane: Velocities) -> None:
    lane.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(lane, key)
    assert velocities(studio) == [88, 90, 88, 88]
    assert studio.window.roll.chosen == {480}
    studio.actions["undo"].trigger()
    assert velocities(studio) == [88] * 4, "keys without a pause are one step"


def test_a_click_that_changes_nothing_is_no_step(studio: Studio, lane: Velocities) -> None:
    label = studio.document.undo_label
    QTest.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(lane.width() - 2, 30))
    assert studio.document.undo_label == label
