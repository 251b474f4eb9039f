"""The roll on real widgets: what is drawn where, and how wheel, keys and mouse move the view."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.song import Song
from gui.roll.canvas import Canvas
from gui.roll.drawing import note_colour, note_rect
from gui.roll.keyboard import Keyboard
from gui.roll.roll import Roll
from gui.roll.ruler import Ruler
from gui.roll.scene import Scene
from gui.theme import DARK, LIGHT, Theme, palette_from_theme
from tests.gui.roll.tunes import tune

Modifier = Qt.KeyboardModifier
NONE, CONTROL, SHIFT, ALT = (
    Modifier.NoModifier,
    Modifier.ControlModifier,
    Modifier.ShiftModifier,
    Modifier.AltModifier,
)
TUNE = tune([60, 64, 67, 72, 71, 67, 65, 62] * 4, seed=8)


Part = TypeVar("Part", bound=QWidget)


def child(roll: Roll, kind: type[Part]) -> Part:
    found = roll.findChild(kind)
    assert found is not None
    return found


class PaintLog(QObject):
    """How many pixels each paint of a widget had to fill."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.areas: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            # PySide6's own types do not know that a region is a sequence of rectangles.
            rects = cast("Iterable[QRect]", event.region())
            self.areas.append(sum(rect.width() * rect.height() for rect in rects))
        return False


class Stage:
    """A shown roll and what a test wants to know of it."""

    def __init__(self, roll: Roll) -> None:
        self.roll = roll
        self.canvas = child(roll, Canvas)
        self.ruler = child(roll, Ruler)
        self.keyboard = child(roll, Keyboard)

    @property
    def scene(self) -> Scene:
        return self.roll.scene

    def image(self) -> QImage:
        return self.canvas.grab().toImage()

    def colour(self, tick: float, pitch: int) -> str:
        """The colour in the middle of a row at a tick."""
        x = round(self.scene.time.x_from_tick(tick))
        y = round(self.scene.pitch.y_from_pitch(pitch)) + self.scene.pitch.row_px // 2
        return self.image().pixelColor(x, y).name()

    def turn(
        self, angle: QPoint, keys: Modifier, x: int = 300, pixels: QPoint | None = None
    ) -> None:
        place = QPointF(self.canvas.mapTo(self.roll, QPoint(x, 100)))
        event = QWheelEvent(
            place,
            self.roll.mapToGlobal(place),
            pixels or QPoint(),
            angle,
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.roll, event)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    roll = Roll()
    roll.setPalette(palette_from_theme(DARK))
    qtbot.addWidget(roll)
    roll.resize(900, 460)
    roll.show()
    qtbot.waitExposed(roll)
    return Stage(roll)


@pytest.fixture
def zoomed(stage: Stage) -> Stage:
    """With room to scroll to all sides."""
    stage.roll.show_song(TUNE)
    stage.turn(QPoint(0, 120 * 5), CONTROL)
    return stage


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_seed_and_new_notes_have_their_colours(stage: Stage, theme: Theme) -> None:
    stage.roll.setPalette(palette_from_theme(theme))
    stage.roll.show_song(TUNE)
    assert stage.colour(40, 60) == note_colour(theme, True, 88)
    body = QColor(note_colour(theme, False, 88))
    x = stage.scene.time.x_from_tick(8 * 480)
    rect = note_rect(stage.scene, TUNE.melody.notes[8])
    assert rect.left() == x
    image = stage.image()
    inside = rect.adjusted(3, 3, -3, -3).toRect()
    found = {
        image.pixelColor(x, y).name()
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
    }
    assert body.name() in found
    assert len(found) > 1, "new notes are striped, so that they are known without colour"


def test_a_note_ends_where_it_ends(stage: Stage) -> None:
    stage.roll.show_song(tune([60, 64], seed=2))
    seed = note_colour(DARK, True, 88)
    assert stage.colour(400, 60) == seed
    assert stage.colour(560, 60) != seed
    assert stage.colour(400, 64) != seed
    assert stage.colour(560, 64) == seed


def test_black_key_rows_are_shaded_and_the_tonic_row_is_tinted(stage: Stage) -> None:
    stage.roll.show_song(replace(TUNE, key=Key(1)))
    stage.roll.fit()
    free = 5 * 480 + 200
    assert stage.colour(free, 61) == DARK.black_row
    assert stage.colour(free, 64) == DARK.row
    assert stage.colour(free, 67 - 12) == DARK.tonic_row


def test_bar_lines_stand_on_bars(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    assert stage.colour(1920, 61) == DARK.bar_line
    assert stage.colour(480, 61) == DARK.beat_line


def test_an_empty_roll_says_what_to_do(stage: Stage) -> None:
    empty = stage.image()
    stage.roll.show_song(tune([60]))
    inside = stage.canvas.rect().center() - QPoint(0, stage.roll.fontMetrics().height() // 2 + 4)
    assert empty.pixelColor(inside).name() == DARK.panel
    assert stage.image().pixelColor(inside).name() != DARK.panel


def test_the_hint_leaves_no_trace_in_a_narrow_roll(stage: Stage) -> None:
    stage.roll.resize(260, 300)
    stage.roll.show_song(Song())
    stage.image()
    stage.roll.show_song(TUNE)
    after_hint = stage.image()
    stage.canvas.show_scene(stage.scene)
    assert stage.image() == after_hint


def test_adding_notes_one_by_one_gives_the_same_picture_as_all_at_once(stage: Stage) -> None:
    for length in range(1, len(TUNE.melody) + 1):
        end = TUNE.melody.notes[length - 1].end
        stage.roll.show_song(replace(TUNE, melody=TUNE.melody.until(end)))
        stage.canvas.grab()
    step_by_step = stage.image()
    for theme in (LIGHT, DARK):
        stage.roll.setPalette(palette_from_theme(theme))
    assert stage.image() == step_by_step


def test_the_playhead_is_drawn_and_leaves_no_trace(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    without = stage.image()
    for tick in (100.0, 1000.0, 2000.0):
        stage.roll.show_playhead(tick)
        image = stage.image()
        x = round(stage.scene.time.x_from_tick(tick)) + 1
        assert image.pixelColor(x, 3).name() == DARK.playhead
    stage.roll.show_playhead(None)
    assert stage.image() == without


def test_moving_the_playhead_repaints_two_narrow_strips(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    stage.roll.show_playhead(5 * 480 + 100.0)
    QApplication.processEvents()
    log = PaintLog(stage.canvas)
    stage.roll.show_playhead(5 * 480 + 140.0)
    QApplication.processEvents()
    assert len(log.areas) == 1
    assert log.areas[0] <= 2 * 8 * stage.canvas.height()


def test_the_sounding_note_is_lit_with_its_key(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    rect = note_rect(stage.scene, TUNE.melody.notes[1])
    place = round(rect.center().x()), round(rect.top())
    key = 6, round(stage.scene.pitch.y_from_pitch(64)) + stage.scene.pitch.row_px // 2
    before = stage.image().pixelColor(*place)
    stage.roll.show_playhead(500.0)
    assert stage.image().pixelColor(*place) != before
    assert stage.keyboard.grab().toImage().pixelColor(*key).name() == DARK.accent
    stage.roll.show_playhead(1000.0)
    assert stage.image().pixelColor(*place) == before
    assert stage.keyboard.grab().toImage().pixelColor(*key).name() == DARK.white_key


def test_the_theme_follows_the_palette_while_running(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    assert stage.colour(200, 62) == DARK.row
    stage.roll.setPalette(palette_from_theme(LIGHT))
    assert stage.colour(200, 62) == LIGHT.row


# The view


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
        (Qt.Key.Key_Right, NONE, left, 1),
        (Qt.Key.Key_Left, NONE, left, -1),
        (Qt.Key.Key_PageDown, NONE, left, 1),
        (Qt.Key.Key_PageUp, NONE, left, -1),
        (Qt.Key.Key_End, NONE, left, 1),
        (Qt.Key.Key_Home, NONE, left, -1),
        (Qt.Key.Key_Up, NONE, top, 1),
        (Qt.Key.Key_Down, NONE, top, -1),
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


# Ruler, keys, names


def test_a_click_on_the_ruler_asks_to_go_there(stage: Stage, qtbot: QtBot) -> None:
    stage.roll.show_song(TUNE)
    x = round(stage.scene.time.x_from_tick(1920)) + 3
    with qtbot.waitSignal(stage.roll.seek_requested) as asked:
        QTest.mouseClick(stage.ruler, Qt.MouseButton.LeftButton, pos=QPoint(x, 8))
    assert asked.args == [1920]
    free = round(stage.scene.time.x_from_tick(1920 + 240))
    with qtbot.waitSignal(stage.roll.seek_requested) as asked:
        QTest.mouseClick(stage.ruler, Qt.MouseButton.LeftButton, pos=QPoint(free, 8))
    assert abs(asked.args[0] - 2160) * stage.scene.time.px_per_tick < 1


def test_the_ruler_marks_seed_and_new_notes(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    image = stage.ruler.grab().toImage()
    y = stage.ruler.height() - 2
    time = stage.scene.time
    assert image.pixelColor(round(time.x_from_tick(1000)), y).name() == DARK.seed
    assert image.pixelColor(round(time.x_from_tick(5000)), y).name() == DARK.new
    assert image.pixelColor(round(time.x_from_tick(15500)), y).name() == DARK.panel


def test_keys_of_the_strip_are_pressed_and_released_in_pairs(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    heard: list[str] = []
    stage.roll.pitch_pressed.connect(lambda pitch: heard.append(f"+{pitch}"))
    stage.roll.pitch_released.connect(lambda pitch: heard.append(f"-{pitch}"))
    pitch = stage.scene.pitch
    at = [QPoint(5, round(pitch.y_from_pitch(p)) + pitch.row_px // 2) for p in (60, 61, 62)]
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(stage.keyboard, button, pos=at[0])
    QTest.mouseMove(stage.keyboard, at[1])
    QTest.mouseMove(stage.keyboard, at[2])
    QTest.mouseRelease(stage.keyboard, button, pos=at[2])
    assert heard == ["+60", "-60", "+61", "-61", "+62", "-62"]
    QTest.mousePress(stage.keyboard, button, pos=at[0])
    stage.roll.hide()
    assert heard[6:] == ["+60", "-60"]


def test_the_roll_tells_assistive_technology_what_it_shows(stage: Stage) -> None:
    assert stage.roll.accessibleName() == "Piano roll, 0 notes, 0 bars"
    stage.roll.show_song(TUNE)
    assert stage.roll.accessibleName() == "Piano roll, 32 notes, 8 bars"
    stage.roll.show_song(tune([60]))
    assert stage.roll.accessibleName() == "Piano roll, 1 note, 1 bar"
    assert stage.roll.accessibleDescription()


def test_the_focus_is_seen(stage: Stage) -> None:
    stage.roll.clearFocus()
    assert stage.roll.grab().toImage().pixelColor(0, 50).name() != DARK.accent
    QTest.mouseClick(stage.canvas, Qt.MouseButton.LeftButton)
    assert stage.roll.hasFocus()
    assert stage.roll.grab().toImage().pixelColor(0, 50).name() == DARK.accent


def test_very_long_songs_and_tiny_windows_are_drawn(stage: Stage) -> None:
    song = tune([60 + i % 12 for i in range(3000)], seed=1000, duration=120)
    stage.roll.show_song(song)
    image, time = stage.image(), stage.scene.time
    y = round(stage.scene.pitch.y_from_pitch(65)) + stage.scene.pitch.row_px // 2
    half = round(time.x_from_tick(1000 * 120))
    end = round(time.x_from_tick(song.melody.end))
    seeds = {image.pixelColor(x, y).name() for x in range(half - 20, half - 1)}
    new = {image.pixelColor(x, y).name() for x in range(half + 2, end)}
    assert DARK.seed in seeds
    assert DARK.new not in seeds
    assert DARK.new in new
    assert DARK.seed not in new
    stage.roll.resize(10, 10)
    stage.roll.show_song(Song(Melody((Note(0, 1, 0), Note(1, 1, 127)), 2)))
    stage.roll.grab()
