"""The menu of a right click in the roll."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.music.key import C_MAJOR
from core.music.text import melody_from_text, text_from_melody
from core.settings import Settings
from gui.notes.clipboard import put_clip
from gui.roll.canvas import Canvas
from gui.roll.shape import note_rect
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.files.imported import shown_import
from tests.gui.roll.stage import child

pytestmark = pytest.mark.usefixtures("corners")

Reason = QContextMenuEvent.Reason


@pytest.fixture
def corners(monkeypatch: pytest.MonkeyPatch) -> list[QPoint]:
    """Where menus open, which a test without a screen cannot show."""
    opened: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _menu, corner: opened.append(corner))
    return opened


@pytest.fixture
def studio(open_studio: Open) -> Studio:
    return open_studio(Settings(seed="c4 d4 e4 f4"))


def open_menu(studio: Studio, place: QPoint | None) -> QMenu:
    """With the right button at a place of the canvas, or with the menu key."""
    roll = studio.window.roll
    canvas = child(roll, Canvas)
    if place is None:
        event = QContextMenuEvent(Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(roll, event)
    else:
        QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=place)
        event = QContextMenuEvent(Reason.Mouse, place, canvas.mapToGlobal(place))
        QApplication.sendEvent(canvas, event)
    (menu,) = roll.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return menu


def choose(menu: QMenu, text: str) -> None:
    (action,) = [a for a in menu.actions() if a.text().replace("&", "") == text]
    action.trigger()


def middle_of(studio: Studio, onset: int) -> QPoint:
    scene = studio.window.roll.scene
    note = next(note for note in scene.song.melody if note.onset == onset)
    return note_rect(scene, note).center().toPoint()


def tune(studio: Studio) -> str:
    return text_from_melody(studio.document.song.melody)


def test_a_right_click_on_a_note_is_about_that_note(studio: Studio) -> None:
    menu = open_menu(studio, middle_of(studio, 960))
    assert studio.window.roll.chosen == {960}
    choose(menu, "Delete notes")
    assert tune(studio) == "c4 d4 r f4"


def test_it_splits_at_the_pointer(studio: Studio) -> None:
    choose(open_menu(studio, middle_of(studio, 480)), "Split here")
    assert tune(studio) == "c4 d4/8 d4 e4/4 f4"


def test_it_pastes_at_the_pointer(studio: Studio) -> None:
    put_clip(melody_from_text("a4"), C_MAJOR)
    scene = studio.window.roll.scene
    place = QPoint(round(scene.time.x_from_tick(960)), 3)
    choose(open_menu(studio, place), "Paste here")
    assert tune(studio) == "c4 d4 a4 f4"


def paste(studio: Studio, entry: str, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    if entry == "Paste":
        studio.actions["paste"].trigger()
    else:
        choose(open_menu(studio, QPoint(3, 3)), entry)


@pytest.mark.parametrize("entry", ["Paste here", "Paste"])
@pytest.mark.parametrize("text", ["", "X:1\nK:C\nc2\n", "**kern\n4c\n*-\n"])
def test_both_ways_to_paste_show_music_and_files(
    studio: Studio, qtbot: QtBot, tmp_path: Path, entry: str, text: str
) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    else:
        (tmp_path / "copied.abc").write_text("X:1\nK:C\nc2\n")
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "copied.abc"))])
    paste(studio, entry, data)
    QTest.keyClick(shown_import(studio, qtbot), Qt.Key.Key_Escape)
    assert tune(studio) == "c4 d4 e4 f4"


@pytest.mark.parametrize("entry", ["Paste here", "Paste"])
def test_both_ways_to_paste_take_typed_notes(studio: Studio, entry: str) -> None:
    data = QMimeData()
    data.setText("a4")
    paste(studio, entry, data)
    assert tune(studio) == "a4 d4 e4 f4"
    assert studio.importing.dialog is None


def test_the_menu_key_asks_at_the_playhead(studio: Studio, corners: list[QPoint]) -> None:
    studio.playback.seek(720)
    menu = open_menu(studio, None)
    assert not next(a for a in menu.actions() if "Join" in a.text()).isEnabled()
    window = studio.window
    assert window.roll.rect().contains(window.roll.mapFromGlobal(corners[0]))
    choose(menu, "Split here")
    assert tune(studio) == "c4 d4/8 d4 e4/4 f4"


def test_what_cannot_be_done_says_why(studio: Studio) -> None:
    menu = open_menu(studio, QPoint(3, 3))
    for action in menu.actions():
        assert action.isEnabled() or action.isSeparator() or action.toolTip() != action.text()
    assert menu.toolTipsVisible()
