"""Parts keep the room that they were given, whatever is shown beside them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.look.splitter import HANDLE_PX, Splitter

ROOM_PX = 900


class Parts:
    """Three parts side by side, of which the middle one takes what the others leave."""

    def __init__(self) -> None:
        self.splitter = Splitter(Qt.Orientation.Horizontal)
        self.left, self.middle, self.right = QWidget(), QWidget(), QWidget()
        self.left.setMinimumWidth(100)
        self.middle.setMinimumWidth(50)
        self.splitter.add(self.left, 200)
        self.splitter.add(self.middle)

    @property
    def sizes(self) -> list[int]:
        return self.splitter.sizes()

    def drag(self, place: int, by_px: int) -> None:
        handle = self.splitter.handle(place)
        left, at = Qt.MouseButton.LeftButton, QPoint(5, 40)
        QTest.mousePress(handle, left, pos=at)
        QTest.mouseMove(handle, at + QPoint(by_px, 0))
        QTest.mouseRelease(handle, left, pos=at)


@pytest.fixture
def parts(qtbot: QtBot) -> Parts:
    parts = Parts()
    qtbot.addWidget(parts.splitter)
    parts.splitter.resize(ROOM_PX, 300)
    parts.splitter.show()
    qtbot.waitExposed(parts.splitter)
    return parts


def test_one_part_takes_what_the_others_leave(parts: Parts) -> None:
    assert parts.sizes == [200, ROOM_PX - 200 - HANDLE_PX]
    parts.splitter.resize(700, 300)
    assert parts.sizes == [200, 700 - 200 - HANDLE_PX]


def test_a_part_that_comes_later_has_its_room_at_once(parts: Parts, qtbot: QtBot) -> None:
    parts.splitter.add(parts.right, 150)
    qtbot.waitUntil(lambda: parts.right.width() == 150)
    assert parts.sizes == [200, ROOM_PX - 350 - 2 * HANDLE_PX, 150]
    parts.right.hide()
    qtbot.waitUntil(lambda: parts.middle.width() == ROOM_PX - 200 - HANDLE_PX)


def test_what_was_dragged_stays_and_a_double_click_takes_it_back(
    parts: Parts, qtbot: QtBot
) -> None:
    parts.splitter.add(parts.right, 150)
    qtbot.waitUntil(lambda: parts.right.width() == 150)
    parts.drag(2, -60)
    assert parts.splitter.room_of(parts.right) == parts.right.width() == 210
    parts.right.hide()
    parts.right.show()
    qtbot.waitUntil(lambda: parts.right.width() == 210)
    parts.splitter.resize(400, 300)
    parts.splitter.resize(ROOM_PX, 300)
    assert parts.right.width() == 210, "a small window takes the room only while it is small"
    QTest.mouseDClick(parts.splitter.handle(2), Qt.MouseButton.LeftButton)
    assert parts.right.width() == 150
    assert parts.splitter.room_of(parts.right) == 0


def test_room_is_given_back_as_it_was_kept(parts: Parts) -> None:
    parts.splitter.give(parts.left, 260)
    assert parts.sizes[0] == 260
    parts.splitter.give(parts.left, 0)
    assert parts.sizes[0] == 200
    parts.splitter.give(parts.left, 20)
    assert parts.sizes[0] == 100, "no part becomes too small to use"


def test_keys_move_a_border_and_give_back_what_was(parts: Parts) -> None:
    handle = parts.splitter.handle(1)
    before = parts.sizes
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Right)
    assert parts.sizes[0] == before[0] + 48
    assert parts.splitter.room_of(parts.left) == before[0] + 48, "it is kept as a drag is"
    QTest.keyClick(handle, Qt.Key.Key_Left)
    assert parts.sizes[0] == before[0] + 32
    QTest.keyClick(handle, Qt.Key.Key_Delete)
    assert parts.sizes == before
