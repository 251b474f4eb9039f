"""The on-screen piano under mouse and keyboard: no key stays down."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import DARK, palette_from_theme
from gui.panels.piano import Piano

LEFT = Qt.MouseButton.LeftButton


class Stage:
    """A piano in a window beside a line of text, and what it has sent."""

    def __init__(self, window: QWidget, piano: Piano, neighbour: QLineEdit) -> None:
        self.window, self.piano, self.neighbour = window, piano, neighbour
        self.heard: list[str] = []
        piano.pressed.connect(lambda pitch: self.heard.append(f"+{pitch}"))
        piano.released.connect(lambda pitch: self.heard.append(f"-{pitch}"))

    def image(self) -> QImage:
        return self.piano.grab().toImage()

    def place(self, pitch: int) -> QPoint:
        """Near the lower end of a key."""
        box = self.piano.keys.box(pitch)
        return QPoint(round(box.x + box.width / 2), round(box.y + box.height * 0.6))


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    window = QWidget()
    window.setPalette(palette_from_theme(DARK))
    piano, neighbour = Piano(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(piano)
    layout.addWidget(neighbour)
    qtbot.addWidget(window)
    window.resize(700, 160)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    piano.setFocus()
    return Stage(window, piano, neighbour)


def test_a_click_presses_and_releases_the_key_under_it(stage: Stage) -> None:
    for pitch in (60, 61, 62):
        QTest.mouseClick(stage.piano, LEFT, pos=stage.place(pitch))
    assert stage.heard == ["+60", "-60", "+61", "-61", "+62", "-62"]


def test_dragging_glides_over_the_keys(stage: Stage) -> None:
    QTest.mousePress(stage.piano, LEFT, pos=stage.place(60))
    QTest.mouseMove(stage.piano, stage.place(61))
    QTest.mouseMove(stage.piano, stage.place(62))
    QTest.mouseMove(stage.piano, QPoint(10, 500))
    QTest.mouseMove(stage.piano, stage.place(64))
    QTest.mouseRelease(stage.piano, LEFT, pos=stage.place(64))
    assert stage.heard == ["+60", "-60", "+61", "-61", "+62", "-62", "+64", "-64"]


def test_space_and_enter_play_the_cursor_key(stage: Stage) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(stage.piano, key)
    assert stage.heard == ["+60", "-60"] * 3


def test_a_held_key_sounds_once_though_it_repeats(stage: Stage) -> None:
    QTest.keyPress(stage.piano, Qt.Key.Key_Space)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) * 3:
        again = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
        QApplication.sendEvent(stage.piano, again)
    assert stage.heard == ["+60"]
    QTest.keyRelease(stage.piano, Qt.Key.Key_Space)
    assert stage.heard == ["+60", "-60"]


@pytest.mark.parametrize(
    ("key", "pitch"),
    [
        (Qt.Key.Key_Right, 61),
        (Qt.Key.Key_Left, 59),
        (Qt.Key.Key_Up, 72),
        (Qt.Key.Key_Down, 48),
        (Qt.Key.Key_PageUp, 72),
        (Qt.Key.Key_PageDown, 48),
    ],
)
def test_arrows_move_the_cursor(stage: Stage, key: Qt.Key, pitch: int) -> None:
    QTest.keyClick(stage.piano, key)
    QTest.keyClick(stage.piano, Qt.Key.Key_Space)
    assert stage.heard == [f"+{pitch}", f"-{pitch}"]


def test_moving_the_cursor_with_a_held_key_glides(stage: Stage) -> None:
    QTest.keyPress(stage.piano, Qt.Key.Key_Space)
    QTest.keyClick(stage.piano, Qt.Key.Key_Right)
    QTest.keyRelease(stage.piano, Qt.Key.Key_Space)
    assert stage.heard == ["+60", "-60", "+61", "-61"]


@pytest.mark.parametrize(("key", "last"), [(Qt.Key.Key_Up, 127), (Qt.Key.Key_Down, 0)])
def test_the_cursor_stays_on_the_keyboard_and_in_sight(
    stage: Stage, key: Qt.Key, last: int
) -> None:
    for _ in range(15):
        QTest.keyClick(stage.piano, key)
        assert stage.piano.cursor_pitch in stage.piano.keys.pitches
    assert stage.piano.cursor_pitch == last


def hide(stage: Stage) -> None:
    stage.piano.hide()


def disable(stage: Stage) -> None:
    stage.piano.setEnabled(False)


def move_focus(stage: Stage) -> None:
    stage.neighbour.setFocus()


def deactivate(stage: Stage) -> None:
    QApplication.sendEvent(stage.piano, QEvent(QEvent.Type.WindowDeactivate))


@pytest.mark.parametrize("interrupt", [hide, disable, move_focus, deactivate])
def test_whatever_interrupts_no_key_stays_down(
    stage: Stage, interrupt: Callable[[Stage], None]
) -> None:
    QTest.keyPress(stage.piano, Qt.Key.Key_Space)
    QTest.mousePress(stage.piano, LEFT, pos=stage.place(64))
    assert stage.heard == ["+60", "+64"]
    interrupt(stage)
    assert sorted(stage.heard[2:]) == ["-60", "-64"]
    QTest.mouseRelease(stage.piano, LEFT, pos=stage.place(64))
    assert len(stage.heard) == 4


@pytest.mark.parametrize(
    ("key", "keys", "is_own"),
    [
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, True),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier, False),
    ],
)
def test_plain_keys_belong_to_the_piano_with_the_focus_and_shortcuts_do_not(
    stage: Stage, key: Qt.Key, keys: Qt.KeyboardModifier, is_own: bool
) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, keys)
        event.setAccepted(kind is QEvent.Type.KeyPress)
        QApplication.sendEvent(stage.piano, event)
        assert event.isAccepted() == is_own
    assert bool(stage.heard) == is_own


def test_a_click_leaves_the_focus_where_it_is(stage: Stage) -> None:
    stage.neighbour.setFocus()
    QTest.mouseClick(stage.piano, LEFT, pos=stage.place(60))
    assert stage.neighbour.hasFocus()


def test_sounding_keys_are_lit(stage: Stage) -> None:
    place = stage.place(64)
    assert stage.image().pixelColor(place).name() == DARK.white_key
    stage.piano.show_sounding(frozenset({64}))
    assert stage.image().pixelColor(place).name() == DARK.down_key
    stage.piano.show_sounding(frozenset())
    assert stage.image().pixelColor(place).name() == DARK.white_key


def test_the_focus_and_the_cursor_are_seen(stage: Stage) -> None:
    focused = stage.image()
    assert focused.pixelColor(0, 50).name() == DARK.accent
    stage.neighbour.setFocus()
    assert stage.image().pixelColor(0, 50).name() != DARK.accent


def test_assistive_technology_hears_the_cursor_key(stage: Stage) -> None:
    QTest.keyClick(stage.piano, Qt.Key.Key_Right)
    assert stage.piano.accessibleName() == "On-screen piano, key C♯4"


def test_another_size_and_back_shows_the_same_keys(stage: Stage) -> None:
    before = stage.piano.keys
    for width in (300, 420, 390, 610, 555, 230, 1400):
        stage.window.resize(width, 160)
        assert 60 in stage.piano.keys.pitches
    stage.window.resize(700, 160)
    assert stage.piano.keys == before
