"""Bars of a take in the tune: by a drag into the roll, and by the selection."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.music.splice import spliced
from gui.panels.takes import TakesPanel
from gui.roll.selection import Selection
from gui.studio import Studio
from gui.takes.comping import COMP
from tests.gui.takes.test_takes import draw, press, songs

BAR = 1920
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Drag:
    """A hand that carries a card of the board over the roll, as the system would tell of it."""

    def __init__(self, studio: Studio, panel: TakesPanel, monkeypatch: pytest.MonkeyPatch) -> None:
        self.studio, self.panel = studio, panel
        self.steps: list[tuple[float, Qt.KeyboardModifier, str]] = []
        self.accepted: list[bool] = []
        self.data = QMimeData()
        monkeypatch.setattr(QDrag, "exec", self._exec)

    def __call__(self, row: int, *steps: tuple[float, Qt.KeyboardModifier, str]) -> None:
        self.steps = list(steps)
        list_ = self.panel.list
        card = list_.visualRect(list_.model().index(row, 0)).center() - QPoint(30, 20)
        QTest.mousePress(list_.viewport(), LEFT, pos=card)
        QTest.mouseMove(list_.viewport(), card + QPoint(-40, 0))
        QTest.mouseRelease(list_.viewport(), LEFT, pos=card + QPoint(-40, 0))

    def _exec(self, _action: Qt.DropAction) -> None:
        for tick, modifiers, what in self.steps:
            self._tell(tick, modifiers, what)

    def _tell(self, tick: float, modifiers: Qt.KeyboardModifier, what: str) -> None:
        roll = self.studio.window.roll
        x = roll.ruler.x() + roll.scene.time.x_from_tick(tick)
        place = QPointF(x, roll.height() / 2)
        event: QDropEvent | QDragLeaveEvent
        if what == "enter":
            event = QDragEnterEvent(place.toPoint(), COPY, self.data, LEFT, modifiers)
        elif what == "move":
            event = QDragMoveEvent(place.toPoint(), COPY, self.data, LEFT, modifiers)
        elif what == "leave":
            event = QDragLeaveEvent()
        else:
            event = QDropEvent(place, COPY, self.data, LEFT, modifiers)
        QApplication.sendEvent(roll, event)
        self.accepted.append(event.isAccepted())


@pytest.fixture
def panel(studio: Studio, qtbot: QtBot) -> TakesPanel:
    return draw(studio, qtbot)


@pytest.fixture
def drag(studio: Studio, panel: TakesPanel, monkeypatch: pytest.MonkeyPatch) -> Drag:
    return Drag(studio, panel, monkeypatch)


def test_the_bar_under_the_mouse_comes_from_the_take(
    studio: Studio, panel: TakesPanel, drag: Drag
) -> None:
    one, three = songs(panel)[0], songs(panel)[2]
    expected = spliced(one, three, 2 * BAR, 3 * BAR)
    drag(2, (2.5 * BAR, PLAIN, "enter"), (2.5 * BAR, PLAIN, "drop"))
    assert studio.document.song == expected != one
    assert studio.document.undo_label == COMP
    assert drag.accepted[0]
    status = studio.window.statusBar().currentMessage()
    assert status == "Now bar 3 of take 3 stands in the tune."
    studio.document.undo()
    assert studio.document.song == one, "the drag chose no take"


def test_it_is_seen_before_it_is_let_go_and_gone_when_it_leaves(
    studio: Studio, panel: TakesPanel, drag: Drag
) -> None:
    one, three = songs(panel)[0], songs(panel)[2]
    shown = []
    roll = studio.window.roll
    tell = drag._tell

    def watch(tick: float, modifiers: Qt.KeyboardModifier, what: str) -> None:
        tell(tick, modifiers, what)
        shown.append((roll.scene.song, roll.selection))

    drag._tell = watch  # type: ignore[method-assign]
    drag(
        *(2, (2.5 * BAR, PLAIN, "enter"), (3.5 * BAR, PLAIN, "move")),
        *((3.5 * BAR, SHIFT, "move"), (0, PLAIN, "leave")),
    )
    end = one.melody.end
    assert shown == [
        (spliced(one, three, 2 * BAR, 3 * BAR), Selection(2 * BAR, 3 * BAR)),
        (spliced(one, three, 3 * BAR, 4 * BAR), Selection(3 * BAR, 4 * BAR)),
        (spliced(one, three, 3 * BAR, end), Selection(3 * BAR, end)),
        (one, None),
    ]
    assert studio.document.song == one


def test_over_selected_bars_they_all_come(studio: Studio, panel: TakesPanel, drag: Drag) -> None:
    one, two = songs(panel)[0], songs(panel)[1]
    studio.window.roll.select(Selection(2 * BAR, 5 * BAR))
    drag(1, (3.5 * BAR, PLAIN, "enter"), (3.5 * BAR, PLAIN, "drop"))
    assert studio.document.song == spliced(one, two, 2 * BAR, 5 * BAR)
    assert studio.window.roll.selection == Selection(2 * BAR, 5 * BAR)
    status = studio.window.statusBar().currentMessage()
    assert status == "Now bars 3 to 5 of take 2 stand in the tune."


def test_behind_the_tune_there_is_no_place_for_it(
    studio: Studio, panel: TakesPanel, drag: Drag
) -> None:
    end = studio.document.song.melody.end
    drag(1, (end + BAR, PLAIN, "enter"), (end + BAR, PLAIN, "drop"))
    assert studio.document.song == songs(panel)[0]
    assert not drag.accepted[0]


def test_files_still_fall_through_to_the_window(studio: Studio, panel: TakesPanel) -> None:
    assert panel
    assert not studio.window.roll.acceptDrops()


def test_the_selected_bars_come_from_the_other_take_by_a_key(
    studio: Studio, panel: TakesPanel
) -> None:
    action, roll = studio.actions["comp"], studio.window.roll
    one, three = songs(panel)[0], songs(panel)[2]
    assert "Choose two takes" in action.toolTip()
    press(panel, Qt.Key.Key_3)
    assert "Select bars" in action.toolTip()
    roll.select(Selection(2 * BAR, 4 * BAR))
    action.trigger()
    assert studio.document.song == spliced(three, one, 2 * BAR, 4 * BAR)
    assert not action.isEnabled()
    assert "already" in action.toolTip()
