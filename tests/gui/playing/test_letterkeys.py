from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.panels.letters import key_from_code, shown_keys
from gui.panels.piano import Piano
from gui.playing.letterkeys import LetterKeys
from gui.studio import Studio
from tests.gui.fakes import FakePlayer

PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def pass_on() -> None:
    """So long that a released key counts as such, even where the machine stands still meanwhile."""
    QTest.qWait(40)
    QApplication.processEvents()


class Played:
    """A piano under letters, and what it played: pitches, negative when they end."""

    def __init__(self, piano: Piano) -> None:
        self.piano = piano
        self.pitches: list[int] = []
        self.letters = LetterKeys(piano, piano)
        self.letters.switch(True)
        piano.pressed.connect(self.pitches.append)
        piano.released.connect(lambda pitch: self.pitches.append(-pitch))

    def click(self, key: Qt.Key) -> None:
        QTest.keyClick(self.piano, key)
        pass_on()

    def key(self, kind: QEvent.Type, code: int, text: str = "", repeats: bool = False) -> bool:
        """A key by its place, as X11 counts; whether anybody took it."""
        event = QKeyEvent(
            kind, 0, Qt.KeyboardModifier.NoModifier, code, 0, 0, text, repeats
        )  # the letter is unknown to Qt: 0
        is_taken = QApplication.sendEvent(self.piano, event)
        if kind is RELEASE and not repeats:
            pass_on()
        return is_taken


@pytest.fixture
def played(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Played]:
    monkeypatch.setattr("sys.platform", "linux")
    window, piano = QWidget(), Piano()
    column = QVBoxLayout(window)
    column.addWidget(piano)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    piano.setFocus()
    played = Played(piano)
    yield played
    played.letters.switch(False)


def test_two_rows_are_the_white_keys_and_those_above_them_the_black_ones(played: Played) -> None:
    expected = [*range(48, 60), 65, 66, 67]
    for letter in "ZSXDCVGBHNJMR5T":
        QTest.keyClick(played.piano, Qt.Key(ord(letter)))
    pass_on()
    assert [pitch for pitch in played.pitches if pitch > 0] == expected
    assert sorted(-pitch for pitch in played.pitches if pitch < 0) == expected


def test_a_key_is_known_by_its_place_whatever_is_printed_on_it(played: Played) -> None:
    played.key(PRESS, 52, "y")  # on a German keyboard
    played.key(RELEASE, 52, "y")
    assert played.pitches == [48, -48]


def test_a_held_key_plays_once(played: Played) -> None:
    played.key(PRESS, 52)
    for _ in range(5):
        assert played.key(RELEASE, 52, repeats=True)
        assert played.key(PRESS, 52, repeats=True)
    assert played.pitches == [48]
    played.key(RELEASE, 52)
    assert played.pitches == [48, -48]


def test_a_repeat_that_looks_like_a_new_press_is_none(played: Played) -> None:
    """As X11 gives it when Qt reads the release before the press is there."""
    QTest.keyPress(played.piano, Qt.Key.Key_Z)
    for _ in range(5):
        QTest.keyRelease(played.piano, Qt.Key.Key_Z)
        QTest.keyPress(played.piano, Qt.Key.Key_Z)
    pass_on()
    assert played.pitches == [48]
    QTest.keyRelease(played.piano, Qt.Key.Key_Z)
    pass_on()
    assert played.pitches == [48, -48]


def test_octave_keys_move_what_is_played_next_and_end_what_is_held_where_it_began(
    played: Played,
) -> None:
    QTest.keyPress(played.piano, Qt.Key.Key_Z)
    played.click(Qt.Key.Key_BracketRight)
    QTest.keyRelease(played.piano, Qt.Key.Key_Z)
    pass_on()
    played.click(Qt.Key.Key_Z)
    assert played.pitches == [48, -48, 60, -60]
    for _ in range(12):
        QTest.keyClick(played.piano, Qt.Key.Key_BracketLeft)
    played.click(Qt.Key.Key_Z)
    for _ in range(12):
        QTest.keyClick(played.piano, Qt.Key.Key_BracketRight)
    played.click(Qt.Key.Key_Z)
    played.click(Qt.Key.Key_P)
    assert played.pitches[4:] == [0, -0, 108, -108]


def test_letters_that_move_out_of_sight_are_brought_back(played: Played) -> None:
    piano = played.piano
    piano.resize(26 * 22, 90)
    assert {48, 76} <= set(piano.keys.pitches)
    for _ in range(2):
        played.click(Qt.Key.Key_BracketRight)
    assert {72, 100} <= set(piano.keys.pitches)
    for _ in range(9):
        played.click(Qt.Key.Key_BracketLeft)
    assert {0, 28} <= set(piano.keys.pitches)


def test_buttons_move_the_letters_and_say_which_keys_do(studio: Studio, player: FakePlayer) -> None:
    keyboard, window = studio.window.keyboard, studio.window
    lower, higher = (
        next(b for b in keyboard.findChildren(QToolButton) if word in b.accessibleName())
        for word in ("lower", "higher")
    )
    keyboard.adds.setChecked(False)
    assert not lower.isVisible()
    keyboard.letters.click()
    assert lower.isVisible()
    assert ("[" in lower.text(), "]" in higher.text()) == (True, True)
    higher.click()
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z)
    pass_on()
    assert ("press", 60, 88) in player.asked
    keyboard.letters.click()
    assert not lower.isVisible()


def test_shortcuts_with_ctrl_and_keys_without_a_part_are_left_alone(played: Played) -> None:
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(played.piano, Qt.Key.Key_Z, modifier)
    QTest.keyClick(played.piano, Qt.Key.Key_F1)
    QTest.keyClick(played.piano, Qt.Key.Key_A)
    assert played.pitches == []


def test_text_keeps_its_letters(played: Played, qtbot: QtBot) -> None:
    field = QLineEdit()
    column = played.piano.window().layout()
    assert column is not None
    column.addWidget(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "zxc")
    assert field.text() == "zxc"
    assert played.pitches == []


def test_notes_end_with_the_focus_of_the_window_and_when_it_is_switched_off(
    played: Played,
) -> None:
    played.key(PRESS, 52)
    QApplication.sendEvent(played.piano, QEvent(QEvent.Type.WindowDeactivate))
    assert played.pitches == [48, -48]
    played.key(RELEASE, 52)
    played.key(PRESS, 53)
    played.letters.switch(False)
    assert played.pitches[2:] == [50, -50]
    played.key(PRESS, 52)
    assert len(played.pitches) == 4


def test_the_keys_say_which_letters_play_them() -> None:
    shown = shown_keys(48, {"Z": "Y"})
    assert (shown[48], shown[49], shown[60], shown[76]) == ("Y", "S", "Q", "P")
    assert max(shown_keys(108, {})) == 127


def test_places_are_counted_as_the_system_does() -> None:
    assert key_from_code(52, "linux") == key_from_code(44, "win32") == "Z"
    assert key_from_code(44, "darwin") is None
    assert key_from_code(0, "linux") is None
    assert key_from_code(999, "linux") is None


def test_in_the_window_letters_play_instead_of_being_shortcuts(
    studio: Studio, player: FakePlayer
) -> None:
    window = studio.window
    window.setFocus()
    studio.actions["letters"].trigger()
    assert window.keyboard.letters.isChecked()
    window.keyboard.adds.setChecked(False)
    QTest.keyPress(window, Qt.Key.Key_X)
    QTest.keyRelease(window, Qt.Key.Key_X)
    pass_on()
    assert ("press", 50, 88) in player.asked
    assert ("release", 50) in player.asked
    studio.actions["letters"].trigger()
    player.asked.clear()
    QTest.keyClick(window, Qt.Key.Key_Z)
    assert not player.asked
