"""Notes are drawn and erased with the mouse, and the mouse says beforehand what it would do."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from gui.roll.snap import SNAPS
from tests.gui.roll.fields import field_of
from tests.gui.roll.stage import ALT, NONE, SHIFT, Modifier
from tests.gui.roll.tools.conftest import NOTES, SONG
from tests.gui.roll.tools.editor import Editor, Place

Shape = Qt.CursorShape
REST: Place = (2430, 71)


def test_a_double_click_draws_a_note_with_the_pointer(editor: Editor) -> None:
    editor.double_click(REST)
    assert (2400, 480, 71) in editor.notes
    assert editor.steps == ["Draw a note"]
    assert editor.chosen == [2400]
    assert "+71" in editor.heard
    editor.document.undo()
    assert editor.document.song == SONG


def test_a_click_with_the_pencil_fills_no_more_than_there_is_room(editor: Editor) -> None:
    editor.roll.choose_tool("pencil")
    editor.click((2700, 71))
    assert (2640, 240, 71) in editor.notes
    assert editor.steps == ["Draw a note"]


def test_a_drag_with_the_pencil_says_how_long(editor: Editor) -> None:
    editor.roll.choose_tool("pencil")
    editor.drag(REST, (2760, 71))
    assert (2400, 360, 71) in editor.notes
    editor.click((4000, 60))
    assert editor.notes[-1] == (3960, 360, 60), "the next one is as long"


def test_what_is_drawn_wins(editor: Editor) -> None:
    editor.roll.choose_tool("pencil")
    editor.drag((250, 72), (700, 72))
    assert editor.notes[:3] == [(0, 240, 60), (240, 480, 72), (720, 240, 62)]


def test_shift_draws_without_the_grid(editor: Editor) -> None:
    editor.roll.choose_tool("pencil")
    editor.drag((2450, 71), (2587, 71), SHIFT)
    onset, duration, pitch = editor.notes[5]
    assert pitch == 71
    assert abs(onset - 2450) <= 5
    assert abs(duration - 137) <= 10


def test_the_pencil_moves_a_note_that_is_there(editor: Editor) -> None:
    editor.roll.choose_tool("pencil")
    editor.drag(editor.middle(NOTES[4]), (2160, 70))
    assert editor.notes[4] == (1920, 480, 70)


def test_the_eraser_takes_all_it_goes_over_as_one_step(editor: Editor) -> None:
    editor.roll.choose_tool("eraser")
    editor.press((100, 60))
    assert editor.shown[0] == (480, 480, 62)
    editor.move((1100, 64))
    editor.release((1100, 64))
    assert [onset for onset, _, _ in editor.notes] == [1440, 1920, 2880]
    assert editor.steps == ["Erase notes"]
    editor.click((100, 80))
    assert editor.steps == ["Erase notes"]


@pytest.mark.parametrize(
    ("tool", "place", "held", "shape", "word"),
    [
        ("pointer", (2160, 67), NONE, Shape.OpenHandCursor, "move"),
        ("pointer", (2160, 67), ALT, Shape.DragCopyCursor, "copy"),
        ("pointer", (1930, 67), NONE, Shape.SizeHorCursor, "begins"),
        ("pointer", (2390, 67), NONE, Shape.SizeHorCursor, "ends"),
        ("pointer", REST, NONE, Shape.ArrowCursor, "box"),
        ("pencil", REST, NONE, Shape.CrossCursor, "draw"),
        ("pencil", (2160, 67), NONE, Shape.OpenHandCursor, "move"),
        ("eraser", (2160, 67), NONE, Shape.PointingHandCursor, "erase"),
    ],
)
def test_the_mouse_says_what_a_press_would_do(
    editor: Editor, tool: str, place: Place, held: Modifier, shape: Shape, word: str
) -> None:
    said: list[str] = []
    editor.roll.hinted.connect(said.append)
    editor.roll.choose_tool(tool)
    editor.move(place, held)
    assert editor.canvas.cursor().shape() is shape
    assert word in said[-1]
    QApplication.sendEvent(editor.canvas, QEvent(QEvent.Type.Leave))
    assert said[-1] == ""


def test_keys_that_are_held_change_what_the_resting_mouse_would_do(editor: Editor) -> None:
    editor.canvas.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    editor.move((2160, 67))
    shapes = []
    QTest.keyPress(editor.roll, Qt.Key.Key_Alt)
    shapes.append(editor.canvas.cursor().shape())
    QTest.keyRelease(editor.roll, Qt.Key.Key_Alt)
    shapes.append(editor.canvas.cursor().shape())
    assert shapes == [Shape.DragCopyCursor, Shape.OpenHandCursor]


def test_shift_leaves_the_grid_also_while_the_mouse_rests(editor: Editor) -> None:
    editor.press((2160, 67))
    editor.move((2160 + 173, 67))
    assert editor.shown[4][0] == 2040
    QTest.keyPress(editor.roll, Qt.Key.Key_Shift)
    assert abs(editor.shown[4][0] - 2093) <= 5
    QTest.keyRelease(editor.roll, Qt.Key.Key_Shift)
    assert editor.shown[4][0] == 2040


def test_the_mouse_tells_over_which_note_and_cell_it_is(editor: Editor) -> None:
    notes: list[object] = []
    cells: list[tuple[int, int]] = []
    editor.roll.note_hovered.connect(notes.append)
    editor.roll.cell_hovered.connect(lambda tick, pitch: cells.append((tick, pitch)))
    for place in ((2000, 67), (2100, 67), (2100, 70), (500, 62)):
        editor.move(place)
    assert notes == [NOTES[4], None, NOTES[1]]
    assert [pitch for _, pitch in cells] == [67, 67, 70, 62]
    assert abs(cells[2][0] - 2100) <= 3


def test_the_toolbar_chooses_tool_and_grid(editor: Editor) -> None:
    bar = editor.roll.toolbar
    buttons = {b.accessibleName(): b for b in bar.findChildren(QToolButton)}
    assert buttons["Pointer"].isChecked()
    QTest.mouseClick(buttons["Eraser"], Qt.MouseButton.LeftButton)
    assert editor.roll.mouse.tool == "eraser"
    editor.roll.choose_tool("pencil")
    assert editor.roll.mouse.tool == "pencil"
    assert buttons["Pencil"].isChecked()
    assert not buttons["Eraser"].isChecked()
    assert bar.grid.currentText() == "1/16"
    QTest.keyClick(bar.grid, Qt.Key.Key_Up)
    assert editor.stage.scene.snap.name == SNAPS[3].name == "1/8"


def test_while_the_field_is_shown_cells_can_be_asked_about(editor: Editor) -> None:
    asked: list[tuple[int, int]] = []
    editor.roll.cell_clicked.connect(lambda tick, pitch: asked.append((tick, pitch)))
    editor.click(REST)
    assert not asked
    editor.roll.show_field(field_of(SONG, {71: 0.3}))
    editor.roll.choose(frozenset({480}))
    editor.double_click(REST)
    assert [pitch for _, pitch in asked] == [71, 71]
    assert abs(asked[0][0] - 2430) <= 3
    assert not editor.steps
    assert editor.chosen == [480]


def test_behind_the_field_a_double_click_draws(editor: Editor) -> None:
    editor.roll.show_field(field_of(SONG, {71: 0.3}).until(1920))
    editor.double_click(REST)
    assert (2400, 480, 71) in editor.notes


def test_while_the_field_is_shown_the_wheel_turns_notes(editor: Editor) -> None:
    turned: list[tuple[object, int]] = []
    editor.roll.note_turned.connect(lambda note, way: turned.append((note, way)))
    view = editor.stage.scene.view

    def turn(place: Place, angle: int) -> None:
        point = QPointF(editor.canvas.mapTo(editor.roll, editor.point(place)))
        whole = editor.roll.mapToGlobal(point)
        wheel = (QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, NONE)
        phase = Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(editor.roll, QWheelEvent(point, whole, *wheel, phase, False))

    editor.roll.show_field(field_of(SONG, {71: 0.3}))
    for angle in (120, -60, -60, -120):
        turn((2160, 67), angle)
    assert turned == [(NOTES[4], 1), (NOTES[4], -1), (NOTES[4], -1)]
    assert editor.stage.scene.view == view
    turn(REST, -120)
    scrolled = editor.stage.scene.view
    assert scrolled != view, "beside the notes it scrolls"
    turn((2160, 67), -120)
    assert editor.stage.scene.view != scrolled, "and goes on to, when a note comes under it"
    assert len(turned) == 3
