"""How wheel, keys, mouse and playhead move the view of a real roll."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCursor,
    QKeyEvent,
    QNativeGestureEvent,
    QPointingDevice,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.roll.stage import ALT, CONTROL, NONE, SHIFT, TUNE, Modifier, Stage
from tests.gui.roll.tunes import tune


def test_the_view_follows_the_song_until_the_user_moves_it(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    assert stage.scene.time.shows(TUNE.melody.end)
    longer = tune([60, 62] * 40)
    stage.roll.show_song(longer)
    assert stage.scene.time.shows(longer.melody.end)
    stage.roll.zoom_in()
    view = stage.scene.view
    stage.roll.show_song(tune([60, 62] * 80))
    assert (stage.scene.time, stage.scene.pitch) == (view.time, view.pitch)
    stage.roll.fit()
    assert stage.scene.time.shows(160 * 480)


def test_ctrl_wheel_zooms_time_about_the_pointer(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    before = stage.scene.time
    stage.turn(QPoint(0, 120), CONTROL, x=300)
    after = stage.scene.time
    assert after.px_per_tick == pytest.approx(before.px_per_tick * 1.25)
    assert after.tick_from_x(300) == pytest.approx(before.tick_from_x(300))


def test_plain_wheel_scrolls_pitch_and_shift_wheel_time(zoomed: Stage) -> None:
    time, pitch = zoomed.scene.time, zoomed.scene.pitch
    zoomed.turn(QPoint(0, -120), NONE)
    assert zoomed.scene.time == time
    assert zoomed.scene.pitch.top < pitch.top
    pitch = zoomed.scene.pitch
    zoomed.turn(QPoint(0, -120), SHIFT)
    assert zoomed.scene.pitch == pitch
    assert zoomed.scene.time.left > time.left


def test_a_touchpad_scrolls_by_its_pixels(zoomed: Stage) -> None:
    time, pitch = zoomed.scene.time, zoomed.scene.pitch
    zoomed.turn(QPoint(-8, 8), NONE, pixels=QPoint(-17, 5))
    assert zoomed.scene.time.x_from_tick(time.left) == pytest.approx(-17)
    assert zoomed.scene.pitch.y_from_pitch(60) - pitch.y_from_pitch(60) == pytest.approx(5)


@pytest.mark.parametrize("keys", [ALT, CONTROL | SHIFT])
@pytest.mark.parametrize("angle", [QPoint(0, 120), QPoint(120, 0)])
def test_alt_or_ctrl_shift_wheel_zooms_pitch(stage: Stage, keys: Modifier, angle: QPoint) -> None:
    stage.roll.show_song(TUNE)
    time, row = stage.scene.time, stage.scene.pitch.row_px
    stage.turn(angle, keys)
    assert stage.scene.time == time
    assert stage.scene.pitch.row_px == round(row * 1.25)


def test_small_turns_of_pitch_zoom_are_gathered(stage: Stage) -> None:
    row = stage.scene.pitch.row_px
    for _ in range(7):
        stage.turn(QPoint(0, 15), ALT)
    assert stage.scene.pitch.row_px == row
    stage.turn(QPoint(0, 15), ALT)
    assert stage.scene.pitch.row_px > row


def test_a_pinch_zooms_about_its_middle(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    before = stage.scene.time
    place = QPointF(stage.canvas.mapTo(stage.roll, QPoint(200, 100)))
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        stage.roll.mapToGlobal(place),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(stage.roll, event)
    after = stage.scene.time
    assert after.px_per_tick == pytest.approx(before.px_per_tick * 1.5)
    assert after.tick_from_x(200) == pytest.approx(before.tick_from_x(200))


def left(stage: Stage) -> float:
    return stage.scene.time.left


def top(stage: Stage) -> float:
    return stage.scene.pitch.top


def scale(stage: Stage) -> float:
    return stage.scene.time.px_per_tick


@pytest.mark.parametrize(
    ("key", "keys", "figure", "direction"),
    [
        (Qt.Key.Key_PageDown, NONE, left, 1),
        (Qt.Key.Key_PageUp, NONE, left, -1),
        (Qt.Key.Key_End, NONE, left, 1),
        (Qt.Key.Key_Home, NONE, left, -1),
        (Qt.Key.Key_Plus, NONE, scale, 1),
        (Qt.Key.Key_Minus, NONE, scale, -1),
        (Qt.Key.Key_0, NONE, scale, -1),
        (Qt.Key.Key_Plus, ALT, lambda s: s.scene.pitch.row_px, 1),
        (Qt.Key.Key_Minus, ALT, lambda s: s.scene.pitch.row_px, -1),
    ],
)
def test_keys_move_the_view(
    zoomed: Stage,
    key: Qt.Key,
    keys: Modifier,
    figure: Callable[[Stage], float],
    direction: int,
) -> None:
    zoomed.turn(QPoint(0, -600), SHIFT)
    before = figure(zoomed)
    QTest.keyClick(zoomed.roll, key, keys)
    assert (figure(zoomed) - before) * direction > 0


@pytest.mark.parametrize(
    ("key", "figure", "direction"),
    [
        (Qt.Key.Key_Right, left, 1),
        (Qt.Key.Key_Left, left, -1),
        (Qt.Key.Key_Up, top, 1),
        (Qt.Key.Key_Down, top, -1),
    ],
)
def test_arrows_move_the_view_where_there_is_no_note(
    stage: Stage, key: Qt.Key, figure: Callable[[Stage], float], direction: int
) -> None:
    stage.turn(QPoint(0, 120 * 5), CONTROL)
    stage.turn(QPoint(0, -600), SHIFT)
    before = figure(stage)
    QTest.keyClick(stage.roll, key)
    assert (figure(stage) - before) * direction > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Minus])
def test_keys_zoom_about_the_mouse(
    zoomed: Stage, key: Qt.Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = zoomed.canvas.mapToGlobal(QPoint(150, 90))
    monkeypatch.setattr(QCursor, "pos", lambda: place)
    zoomed.canvas.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    before = zoomed.scene.time.tick_from_x(150)
    QTest.keyClick(zoomed.roll, key)
    assert zoomed.scene.time.tick_from_x(150) == pytest.approx(before)
    zoomed.roll.zoom_in()
    assert zoomed.scene.time.tick_from_x(150) == pytest.approx(before)


def test_one_can_zoom_in_until_a_tick_is_wide(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    for _ in range(60):
        stage.roll.zoom_in()
    assert stage.scene.time.px_per_tick > 50
    stage.image()
    stage.roll.choose(frozenset(range(0, 9600, 480)))
    stage.image()


def test_home_and_end_show_the_ends(zoomed: Stage) -> None:
    QTest.keyClick(zoomed.roll, Qt.Key.Key_End)
    assert zoomed.scene.time.shows(TUNE.melody.end)
    assert not zoomed.scene.time.shows(0)
    QTest.keyClick(zoomed.roll, Qt.Key.Key_Home)
    assert zoomed.scene.time.shows(0)


@pytest.mark.parametrize(("key", "keys"), [(Qt.Key.Key_Space, NONE), (Qt.Key.Key_Left, CONTROL)])
def test_other_keys_are_left_to_the_window(stage: Stage, key: Qt.Key, keys: Modifier) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, keys)
    event.accept()
    stage.roll.keyPressEvent(event)
    assert not event.isAccepted()


def test_dragging_with_the_middle_button_pans(zoomed: Stage) -> None:
    time = zoomed.scene.time
    middle = Qt.MouseButton.MiddleButton
    QTest.mousePress(zoomed.canvas, middle, pos=QPoint(300, 100))
    QTest.mouseMove(zoomed.canvas, QPoint(260, 90))
    QTest.mouseRelease(zoomed.canvas, middle, pos=QPoint(260, 90))
    assert zoomed.scene.time.x_from_tick(time.tick_from_x(300)) == pytest.approx(260)
    QTest.mouseMove(zoomed.canvas, QPoint(200, 90))
    assert zoomed.scene.time.x_from_tick(time.tick_from_x(300)) == pytest.approx(260)


def test_the_playhead_turns_pages_only_when_it_leaves(zoomed: Stage) -> None:
    QTest.keyClick(zoomed.roll, Qt.Key.Key_Home)
    time = zoomed.scene.time
    zoomed.roll.show_playhead(time.right - 1)
    assert zoomed.scene.time == time
    tick = time.right + 10
    zoomed.roll.show_playhead(tick)
    assert zoomed.scene.time.shows(tick)
    assert zoomed.scene.time.left > time.left


def test_who_scrolls_away_while_it_plays_is_left_alone(zoomed: Stage) -> None:
    QTest.keyClick(zoomed.roll, Qt.Key.Key_Home)
    zoomed.roll.show_playhead(100.0)
    QTest.keyClick(zoomed.roll, Qt.Key.Key_End)
    time = zoomed.scene.time
    zoomed.roll.show_playhead(120.0)
    assert zoomed.scene.time == time
    zoomed.roll.show_playhead(0.0)
    assert zoomed.scene.time.shows(0), "a jump is the user's wish to see where it leads"


def test_starting_out_of_sight_brings_the_playhead_into_sight(zoomed: Stage) -> None:
    QTest.keyClick(zoomed.roll, Qt.Key.Key_End)
    zoomed.roll.show_playhead(0.0)
    assert zoomed.scene.time.shows(0)


def test_a_growing_window_keeps_the_song_in_sight(stage: Stage, qtbot: QtBot) -> None:
    stage.roll.show_song(TUNE)
    stage.roll.resize(500, 300)
    qtbot.waitUntil(lambda: stage.scene.time.width_px == stage.canvas.width() < 500)
    assert stage.scene.time.shows(TUNE.melody.end)
    assert stage.scene.pitch.shows(60)
    assert stage.scene.pitch.shows(72)
