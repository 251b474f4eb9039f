"""Notes are dragged: to another place, as copies, by their ends; and Escape drops it all."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.music.song import Song
from core.words import Words
from gui.roll.snap import FREE, SNAPS
from tests.gui.roll.stage import ALT, CONTROL, NONE, SHIFT, Modifier
from tests.gui.roll.tools.conftest import NOTES, SONG
from tests.gui.roll.tools.editor import LEFT, Editor

TRIPLETS = next(snap for snap in SNAPS if snap.name == "1/8 triplet")
REST = 2400
"""Where the tune rests for a quarter."""


def test_a_dragged_note_goes_to_the_nearest_line_as_one_step(editor: Editor) -> None:
    editor.drag(editor.middle(NOTES[4]), (1920 + 240 + 490, 69))
    assert editor.notes[4] == (2400, 480, 69)
    assert editor.steps == ["Move notes"]
    assert editor.chosen == [2400]
    editor.document.undo()
    assert editor.document.song == SONG


def test_it_is_heard_at_every_pitch_it_comes_to(editor: Editor) -> None:
    editor.press(editor.middle(NOTES[4]))
    for pitch in (68, 69):
        editor.move((2160, pitch))
    editor.release((2160, 69))
    assert editor.heard == ["+67", "-67", "+68", "-68", "+69", "-69"]


def test_all_chosen_notes_go_together(editor: Editor) -> None:
    editor.roll.choose(frozenset({0, 480}))
    editor.drag(editor.middle(NOTES[0]), (240, 63))
    assert editor.notes[:2] == [(0, 480, 63), (480, 480, 65)]
    assert editor.chosen == [0, 480]


def test_a_note_that_was_not_chosen_goes_alone(editor: Editor) -> None:
    editor.roll.choose(frozenset({0, 480}))
    editor.drag(editor.middle(NOTES[2]), (1200, 66))
    assert editor.notes[:3] == [(0, 480, 60), (480, 480, 62), (960, 480, 66)]


def test_a_triplet_grid_and_none(editor: Editor) -> None:
    begin = editor.middle(NOTES[4])
    editor.roll.choose_snap(TRIPLETS)
    editor.drag(begin, (begin[0] + 170, 67))
    assert editor.notes[4][0] == 1920 + 160
    editor.document.undo()
    editor.roll.choose_snap(FREE)
    editor.drag(begin, (begin[0] + 173, 67))
    assert abs(editor.notes[4][0] - 1920 - 173) * 100 / 480 <= 1


def test_shift_while_dragging_leaves_the_grid(editor: Editor) -> None:
    begin = editor.middle(NOTES[4])
    editor.press(begin)
    editor.move((begin[0] + 173, 67), SHIFT)
    editor.release((begin[0] + 173, 67), SHIFT)
    assert abs(editor.notes[4][0] - 1920 - 173) * 100 / 480 <= 1


def test_what_is_under_a_dragged_note_gives_way_and_is_seen_to(editor: Editor) -> None:
    begin = editor.middle(NOTES[4])
    editor.press(begin)
    editor.move((begin[0] - 240, 69))
    assert editor.shown[3:5] == [(1440, 240, 65), (1680, 480, 69)]
    assert editor.notes[3:5] == [(1440, 480, 65), (1920, 480, 67)]
    assert editor.stage.scene.before == SONG.melody
    # A dashed line stands where the note was cut.
    y = round(editor.stage.scene.pitch.y_from_pitch(65)) + 1
    xs = range(editor.point((1700, 65)).x(), editor.point((1900, 65)).x())
    image = editor.stage.image()
    assert len({image.pixelColor(x, y).name() for x in xs}) > 1
    editor.move((begin[0], 67))
    assert editor.shown == editor.notes, "dragged back, all is as it was"
    editor.release((begin[0], 67))
    assert not editor.steps
    assert editor.stage.scene.before is None


@pytest.mark.parametrize("held", [ALT, CONTROL])
def test_alt_or_ctrl_drags_a_copy(editor: Editor, held: Modifier) -> None:
    editor.roll.choose(frozenset({1920}))
    begin = editor.middle(NOTES[0])
    editor.drag(begin, (begin[0] + REST, 72), held)
    assert len(editor.notes) == 7, "what is chosen elsewhere is not meant"
    assert editor.notes[0] == (0, 480, 60)
    assert (REST, 480, 72) in editor.notes
    assert editor.steps == ["Copy notes"]
    assert editor.chosen == [REST]


def test_all_that_is_chosen_is_copied_with_the_note_that_is_held(editor: Editor) -> None:
    editor.roll.choose(frozenset({0, 480}))
    editor.drag(editor.middle(NOTES[0]), (240 + 3840, 60), CONTROL)
    assert editor.notes[-2:] == [(3840, 480, 60), (4320, 480, 62)]
    assert editor.chosen == [3840, 4320]


@pytest.mark.parametrize(
    ("begin", "end", "note"),
    [
        (NOTES[4].end - 10, 2890, (1920, 960, 67)),
        (NOTES[4].end - 10, 2150, (1920, 240, 67)),
        (NOTES[4].end - 10, 1900, (1920, 120, 67)),
        (NOTES[4].onset + 10, 2050, (2040, 360, 67)),
        (NOTES[4].onset + 10, 1700, (1680, 720, 67)),
    ],
)
def test_a_note_is_resized_at_both_ends(
    editor: Editor, begin: int, end: int, note: tuple[int, int, int]
) -> None:
    editor.drag((begin, 67), (end, 67))
    assert note in editor.notes
    assert editor.steps == ["Change the length"]
    assert editor.chosen == [note[0]]
    assert editor.stage.scene.brush == note[1], "the next note drawn is as long"
    editor.document.undo()
    assert editor.document.song == SONG


def test_all_chosen_notes_are_resized_together(editor: Editor) -> None:
    editor.roll.choose(frozenset({0, 960}))
    editor.drag((470, 60), (350, 60))
    assert [duration for _, duration, _ in editor.notes[:4]] == [360, 480, 360, 480]


def test_escape_drops_the_gesture(editor: Editor) -> None:
    told: list[frozenset[int]] = []
    editor.roll.choose(frozenset({480}))
    editor.roll.chosen_changed.connect(told.append)
    editor.press(editor.middle(NOTES[4]))
    editor.move((1500, 70))
    assert editor.shown != editor.notes
    editor.key(Qt.Key.Key_Escape)
    assert editor.stage.scene.song == SONG
    assert editor.chosen == [480]
    assert editor.heard[-1][0] == "-"
    editor.move((1000, 72))
    editor.release((1000, 72))
    assert (editor.stage.scene.song, editor.steps, told) == (SONG, [], [])


def test_a_mouse_that_comes_back_without_its_button_has_let_go(editor: Editor) -> None:
    """A menu that opened in the middle has taken the release."""
    editor.press(editor.middle(NOTES[4]))
    editor.move((1500, 70))
    QTest.mouseRelease(editor.roll, LEFT)
    QTest.mouseMove(editor.canvas, editor.point((2500, 66)))
    assert editor.stage.scene.song == SONG
    assert not editor.roll.mouse.is_busy


def test_another_button_drops_it_too(editor: Editor) -> None:
    editor.press(editor.middle(NOTES[4]))
    editor.move((1500, 70))
    QTest.mousePress(editor.canvas, Qt.MouseButton.RightButton, NONE, QPoint(10, 10))
    assert editor.stage.scene.song == SONG


def test_a_song_from_elsewhere_ends_the_gesture(editor: Editor) -> None:
    editor.press(editor.middle(NOTES[4]))
    editor.move((1500, 70))
    editor.document.commit(Words("Other"), Song(SONG.melody.until(960), seed_end=960))
    assert editor.notes == editor.shown == [(0, 480, 60), (480, 480, 62)]
    editor.move((1000, 72))
    editor.release((1000, 72))
    assert editor.steps == []


def test_an_edit_that_nobody_takes_leaves_all_as_it_was(editor: Editor) -> None:
    editor.takes_edits = False
    editor.roll.choose(frozenset({480}))
    editor.drag(editor.middle(NOTES[4]), (1500, 70))
    assert editor.stage.scene.song == SONG
    assert editor.chosen == [480]
    assert editor.stage.scene.before is None


def test_a_shaking_hand_moves_nothing(editor: Editor) -> None:
    place = editor.point(editor.middle(NOTES[4]))
    QTest.mousePress(editor.canvas, LEFT, NONE, place)
    editor.move_to(place + QPoint(2, 1))
    QTest.mouseRelease(editor.canvas, LEFT, NONE, place + QPoint(2, 1))
    assert not editor.steps
    assert editor.chosen == [1920]


def test_notes_go_no_further_than_the_first_tick_and_the_highest_pitch(editor: Editor) -> None:
    editor.roll.choose(frozenset({0, 480}))
    editor.press(editor.middle(NOTES[1]))
    editor.move((0, 62))
    assert editor.shown[:2] == [(0, 480, 60), (480, 480, 62)]
    editor.move((720, 200))
    assert editor.shown[:2] == [(0, 480, 125), (480, 480, 127)]
    assert editor.heard[-1] == "+127"


def test_the_view_follows_a_mouse_that_leaves_it(editor: Editor, qtbot: QtBot) -> None:
    before = editor.stage.scene.view
    editor.press(editor.middle(NOTES[5]))
    editor.move_to(QPoint(editor.canvas.width() + 90, editor.point((0, 67)).y()))
    onset = editor.shown[-1][0]
    qtbot.waitUntil(lambda: editor.stage.scene.time.left > before.time.left + 480)
    assert editor.shown[-1][0] > onset, "the note goes on under the mouse"
    editor.move((editor.stage.scene.time.left + 1000, 67))
    left = editor.stage.scene.time.left
    qtbot.wait(80)
    assert editor.stage.scene.time.left == left
    editor.release((left + 1000, 67))
    assert editor.steps == ["Move notes"]


def test_a_note_dragged_behind_the_end_makes_the_tune_longer(editor: Editor) -> None:
    editor.drag(editor.middle(NOTES[5]), (4800, 67))
    assert editor.document.song.melody.end > 3840


def test_what_is_in_the_hand_is_said(editor: Editor) -> None:
    said: list[str] = []
    editor.roll.hinted.connect(said.append)
    editor.press(editor.middle(NOTES[4]))
    editor.move((1920, 69))
    assert said == ["G4 in bar 2, beat 1, quarter", "A4 in bar 1, beat 4.5, quarter"]
    editor.release((1920, 69))
    assert "move" in said[-1]
    editor.roll.choose(frozenset({0, 480}))
    editor.key(Qt.Key.Key_Up)
    assert said[-1] == "2 notes from C♯4 in bar 1, beat 1 on"
