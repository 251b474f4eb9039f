"""The tools of the roll in the window: what they say, what is heard, and what is not recorded."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.roll.canvas import Canvas
from gui.studio import Studio
from tests.gui.fakes import FakePlayer


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


def test_a_note_is_heard_but_not_written_once_more(studio: Studio, player: FakePlayer) -> None:
    canvas = canvas_of(studio)
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
    roll.choose(frozenset({notes[2].onset}))
    studio.actions["fork"].trigger()
    assert roll.scene.picked == notes[2]
    studio.forking.close()
    canvas = canvas_of(studio)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(studio, 1))
    assert roll.scene.picked is None, "a single click only chooses"
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=place_of(studio, 1))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place_of(studio, 1))
    assert roll.scene.picked == notes[1]
