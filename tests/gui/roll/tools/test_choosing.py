"""Notes are chosen by clicks, with a box, and by bars; and the others hear of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.music.melody import Melody
from tests.gui.roll.stage import CONTROL, SHIFT, Modifier
from tests.gui.roll.tools.conftest import NOTES
from tests.gui.roll.tools.editor import Editor
from tests.gui.roll.tunes import tune


def test_a_click_chooses_one_note_and_beside_it_none(editor: Editor) -> None:
    told: list[frozenset[int]] = []
    editor.roll.chosen_changed.connect(told.append)
    editor.click(editor.middle(NOTES[1]))
    assert editor.chosen == [480]
    editor.click(editor.middle(NOTES[3]))
    editor.click((1000, 72))
    assert told == [{480}, {1440}, frozenset()]
    assert not editor.steps


@pytest.mark.parametrize("held", [SHIFT, CONTROL])
def test_shift_and_ctrl_add_a_note_and_take_it_away(editor: Editor, held: Modifier) -> None:
    editor.click(editor.middle(NOTES[1]))
    editor.click(editor.middle(NOTES[3]), held)
    assert editor.chosen == [480, 1440]
    editor.click(editor.middle(NOTES[1]), held)
    assert editor.chosen == [1440]
    assert not editor.steps


def test_a_note_is_heard_while_it_is_held(editor: Editor) -> None:
    editor.press(editor.middle(NOTES[2]))
    assert editor.heard == ["+64"]
    editor.release(editor.middle(NOTES[2]))
    assert editor.heard == ["+64", "-64"]
    editor.roll.mouse.is_silent = True
    editor.click(editor.middle(NOTES[2]))
    assert len(editor.heard) == 2


def test_one_of_many_that_are_chosen_is_chosen_alone_when_the_mouse_comes_up(
    editor: Editor,
) -> None:
    editor.roll.choose(frozenset({0, 480, 960}))
    editor.press(editor.middle(NOTES[1]))
    assert editor.chosen == [0, 480, 960], "they could all be dragged now"
    editor.release(editor.middle(NOTES[1]))
    assert editor.chosen == [480]


def test_a_box_chooses_what_it_touches(editor: Editor) -> None:
    told: list[frozenset[int]] = []
    editor.roll.chosen_changed.connect(told.append)
    editor.press((600, 70))
    editor.move((1300, 66))
    assert not editor.chosen
    editor.move((1700, 64))
    assert editor.chosen == [960, 1440]
    assert editor.stage.scene.box is not None
    assert not told, "what is not yet chosen is nobody's affair"
    editor.release((1700, 64))
    assert told == [{960, 1440}]
    assert editor.stage.scene.box is None


def test_the_box_is_seen_and_leaves_no_trace(editor: Editor) -> None:
    plain = editor.stage.image()
    editor.press((2500, 72))
    editor.move((2800, 69))
    inside = editor.point((2600, 71))
    assert editor.stage.image().pixelColor(inside) != plain.pixelColor(inside)
    editor.move((2550, 71))
    editor.release((2550, 71))
    editor.canvas.setFocus()
    assert editor.stage.image() == plain


def test_a_box_with_shift_adds(editor: Editor) -> None:
    editor.click(editor.middle(NOTES[0]))
    editor.drag((2300, 70), (3000, 66), SHIFT)
    assert editor.chosen == [0, 1920, 2880]


def test_a_right_click_chooses_the_note_for_which_a_menu_opens(editor: Editor) -> None:
    right = Qt.MouseButton.RightButton
    QTest.mouseClick(editor.canvas, right, pos=editor.point(editor.middle(NOTES[2])))
    assert editor.chosen == [960]
    editor.roll.choose(frozenset({960, 1440}))
    QTest.mouseClick(editor.canvas, right, pos=editor.point(editor.middle(NOTES[2])))
    assert editor.chosen == [960, 1440], "the menu is for all that are chosen"


def test_notes_that_are_gone_are_no_longer_chosen(editor: Editor) -> None:
    told: list[frozenset[int]] = []
    editor.roll.choose(frozenset({0, 480, 7}))
    assert editor.chosen == [0, 480]
    editor.roll.chosen_changed.connect(told.append)
    song = editor.document.song
    editor.roll.show_song(song.with_melody(Melody(NOTES[1:], 3840)))
    assert editor.chosen == [480]
    assert told == [{480}]


def test_chosen_notes_are_seen_without_colour(editor: Editor) -> None:
    x = editor.point(editor.middle(NOTES[1])).x()
    top = round(editor.stage.scene.pitch.y_from_pitch(62)) + 1
    before = editor.stage.image()
    editor.roll.choose(frozenset({480}))
    after = editor.stage.image()
    change = [
        abs(after.pixelColor(x, top + y).lightness() - before.pixelColor(x, top + y).lightness())
        for y in range(3)
    ]
    assert change[0] > 50, "the rim"
    assert change[2] > 50, "the line inside it"
    assert after.pixelColor(x, top + 6) == before.pixelColor(x, top + 6)


@pytest.mark.parametrize("zoom", [0.12, 0.03])
def test_the_smallest_notes_are_seen_to_be_chosen_too(editor: Editor, zoom: float) -> None:
    song = tune([60 + place % 3 for place in range(400)], seed=400, duration=60)
    editor.roll.show_song(song)
    editor.roll.travel(editor.stage.scene.view.zoomed_time(zoom, 0))
    places = [editor.point((note.onset + 30, note.pitch)) for note in song.melody.notes[200:230:7]]
    plain = editor.stage.image()
    editor.roll.choose(frozenset(note.onset for note in song.melody))
    chosen = editor.stage.image()
    for place in places:
        beside = [place + QPoint(x, 0) for x in (-1, 0, 1)]
        assert [chosen.pixel(one) for one in beside] != [plain.pixel(one) for one in beside]


def test_a_double_click_on_a_note_asks_for_others(editor: Editor) -> None:
    asked: list[object] = []
    editor.roll.note_opened.connect(asked.append)
    editor.double_click(editor.middle(NOTES[3]))
    assert asked == [NOTES[3]]
    assert editor.chosen == [1440]
