"""The tools of the roll in the window: what they say, what is heard, and what is not recorded."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.layout import Layout
from core.settings import Settings, settings_from_text, text_from_settings
from core.sound.reports import OutputOpened, Outputs
from gui.language import hush, install
from gui.memory import present_settings
from gui.roll.canvas import Canvas
from gui.roll.snap import SIXTEENTHS, snap_named
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer
from tests.gui.test_language import Brackets


def canvas_of(studio: Studio) -> QWidget:
    canvas = studio.window.roll.findChild(Canvas)
    assert canvas is not None
    return canvas


def place_of(studio: Studio, index: int) -> QPoint:
    """The middle of a note, on the canvas."""
    roll = studio.window.roll
    note = studio.document.song.melody.notes[index]
    return roll.rect_of(note).center() - canvas_of(studio).pos()


def test_the_line_below_says_what_the_mouse_would_do_and_gives_way_to_messages(
    studio: Studio,
) -> None:
    bar, line = studio.window.statusBar(), studio.window.doing
    QTest.mouseMove(canvas_of(studio), place_of(studio, 1))
    assert "Drag to move" in line.text()
    bar.clearMessage()
    assert line.isVisible()
    bar.showMessage("Recording")
    assert not line.isVisible()
    bar.clearMessage()
    assert line.isVisible()


def test_the_line_makes_no_window_wider(studio: Studio) -> None:
    before = studio.window.minimumSizeHint().width()
    studio.window.roll.hinted.emit("a long sentence " * 40)
    assert studio.window.minimumSizeHint().width() == before


def test_a_note_is_heard_but_not_written_once_more(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    canvas = canvas_of(studio)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(studio, 1))
    assert ("press", 62, 88) not in player.asked, "there is nothing to hear it with"
    player.reports += [Outputs(("Keys",)), OutputOpened("Keys")]
    qtbot.waitUntil(lambda: studio.playback.is_open)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(studio, 1))
    assert player.asked[-2:] == [("press", 62, 88), ("release", 62)]
    before = list(player.asked)
    studio.actions["step"].trigger()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(studio, 1))
    assert player.asked == before
    studio.actions["step"].trigger()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(studio, 2))
    assert player.asked[-2:] == [("press", 64, 88), ("release", 64)]


def test_other_notes_are_listed_for_the_chosen_one(studio: Studio) -> None:
    roll, notes = studio.window.roll, studio.document.song.melody.notes
    picked = []
    roll.choose(frozenset({notes[2].onset}))
    studio.actions["fork"].trigger()
    picked.append(roll.scene.picked)
    studio.forking.close()
    canvas, place = canvas_of(studio), place_of(studio, 1)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    picked.append(roll.scene.picked)
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place)
    picked.append(roll.scene.picked)
    assert picked == [notes[2], None, notes[1]], "a single click only chooses"


def test_the_tools_have_keys_of_their_own(studio: Studio) -> None:
    roll = studio.window.roll
    roll.setFocus()
    for key, tool in (
        (Qt.Key.Key_P, "pencil"),
        (Qt.Key.Key_E, "eraser"),
        (Qt.Key.Key_V, "pointer"),
    ):
        QTest.keyClick(roll, key)
        assert roll.mouse.tool == tool


def test_keys_on_the_same_notes_are_one_step_until_others_are_chosen(studio: Studio) -> None:
    roll, document = studio.window.roll, studio.document
    first = document.song
    roll.setFocus()
    roll.choose(frozenset({0, 480}))
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(roll, key)
    assert [note.pitch for note in document.song.melody] == [62, 64, 64]
    roll.choose(frozenset({960}))
    for _ in range(2):
        QTest.keyClick(roll, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert roll.chosen == {1200}
    document.undo()
    assert [(note.onset, note.pitch) for note in document.song.melody] == [
        *((0, 62), (480, 64), (960, 64))
    ]
    document.undo()
    assert document.song == first


def test_a_note_is_dragged_to_another_place_and_back_by_undo(studio: Studio) -> None:
    canvas, document, first = canvas_of(studio), studio.document, studio.document.song
    place = place_of(studio, 0)
    row = studio.window.roll.scene.pitch.row_px
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(canvas, place + QPoint(0, -5 * row))
    assert document.song == first
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place + QPoint(0, -5 * row))
    assert document.song.melody.notes[0].pitch == 65
    assert document.undo_label == "Move notes"
    assert studio.window.seed.text.startswith("f4")
    studio.actions["undo"].trigger()
    assert document.song == first
    assert studio.window.roll.scene.song == first


def test_the_grid_is_remembered(studio: Studio, open_studio: Open) -> None:
    studio.window.roll.choose_snap(snap_named("1/8 triplet"))
    settings = settings_from_text(text_from_settings(present_settings(studio))).settings
    other = open_studio(settings)
    assert other.window.roll.scene.snap.name == "1/8 triplet"
    assert other.window.roll.toolbar.grid.currentText() == "1/8 triplet"
    assert snap_named("of another version") is SIXTEENTHS


def test_the_grid_is_remembered_in_one_language_and_shown_in_another(open_studio: Open) -> None:
    install(Brackets())
    try:
        studio = open_studio(Settings(layout=Layout(grid="1/8 triplet")))
        assert studio.window.roll.toolbar.grid.currentText() == "«1/8 triplet»"
        settings = settings_from_text(text_from_settings(present_settings(studio))).settings
        assert settings.layout.grid == "1/8 triplet"
    finally:
        hush()
