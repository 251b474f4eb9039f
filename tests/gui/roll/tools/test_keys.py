"""Everything that the mouse can do with notes is done with keys."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.music.song import Song
from core.words import Words
from gui.look.theme import DARK
from gui.roll.cursor import Cursor
from tests.gui.roll.stage import ALT, CONTROL, NONE, SHIFT, Modifier
from tests.gui.roll.tools.conftest import SONG
from tests.gui.roll.tools.editor import Editor

Key = Qt.Key


def test_left_and_right_go_from_note_to_note_and_choose_them(editor: Editor) -> None:
    editor.roll.show_playhead(500.0)
    way = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        editor.key(key)
        way.append(editor.chosen)
    assert way == [[480], [960], [1440], [960]]
    assert editor.heard[:2] == ["+62", "-62"]
    assert editor.stage.scene.cursor == Cursor(960, 64)
    assert not editor.steps


def test_a_rest_is_gone_through_by_the_grid(editor: Editor) -> None:
    editor.roll.choose(frozenset({1920}))
    ticks = []
    for _ in range(5):
        editor.key(Key.Key_Right)
        cursor = editor.stage.scene.cursor
        assert cursor is not None
        ticks.append(cursor.tick)
    assert ticks == [2400, 2520, 2640, 2760, 2880]
    assert editor.chosen == [2880]


def test_ctrl_and_shift_choose_more(editor: Editor) -> None:
    editor.roll.choose(frozenset({480}))
    editor.key(Key.Key_Right, CONTROL | SHIFT)
    assert editor.chosen == [480, 960]
    editor.key(Key.Key_Right, CONTROL)
    editor.key(Key.Key_Right, CONTROL)
    assert editor.chosen == [480, 960], "with Ctrl alone only the cursor goes"
    editor.key(Key.Key_Space, CONTROL)
    assert editor.chosen == [480, 960, 1920]
    editor.key(Key.Key_Space, CONTROL)
    assert editor.chosen == [480, 960]
    editor.key(Key.Key_Escape)
    assert not editor.chosen
    assert editor.stage.scene.cursor is None


@pytest.mark.parametrize(
    ("key", "held", "by"),
    [
        (Key.Key_Up, NONE, 1),
        (Key.Key_Down, NONE, -1),
        (Key.Key_Up, SHIFT, 12),
        (Key.Key_Down, SHIFT, -12),
    ],
)
def test_up_and_down_move_chosen_notes(editor: Editor, key: Key, held: Modifier, by: int) -> None:
    editor.roll.choose(frozenset({480, 1440}))
    editor.key(key, held)
    assert [pitch for _, _, pitch in editor.notes] == [60, 62 + by, 64, 65 + by, 67, 67]
    assert editor.steps == ["Transpose notes"]
    assert editor.chosen == [480, 1440]
    assert editor.heard == [f"+{62 + by}"]


def test_the_sound_of_a_key_ends_by_itself(editor: Editor, qtbot: QtBot) -> None:
    editor.roll.choose(frozenset({480}))
    editor.key(Key.Key_Up)
    qtbot.waitUntil(lambda: editor.heard == ["+63", "-63"])


def test_alt_and_arrows_move_in_time_from_line_to_line(editor: Editor) -> None:
    editor.roll.choose(frozenset({1920}))
    for _ in range(2):
        editor.key(Key.Key_Right, ALT)
    assert editor.notes[4] == (2160, 480, 67)
    editor.key(Key.Key_Left, ALT)
    assert editor.notes[4] == (2040, 480, 67)
    assert editor.chosen == [2040]
    editor.document.undo()
    assert editor.document.song == SONG, "keys pressed in a row are one step"


@pytest.mark.parametrize(
    ("key", "note"),
    [
        (Key.Key_Period, (1920, 600, 67)),
        (Key.Key_Comma, (1920, 360, 67)),
        (Key.Key_Less, (1800, 600, 67)),
        (Key.Key_Greater, (2040, 360, 67)),
    ],
)
def test_both_ends_are_moved_by_keys(editor: Editor, key: Key, note: tuple[int, int, int]) -> None:
    editor.roll.choose(frozenset({1920}))
    editor.key(key)
    assert note in editor.notes
    assert editor.chosen == [note[0]]
    assert editor.stage.scene.brush == note[1]


def test_a_note_gets_no_shorter_than_a_step_of_the_grid(editor: Editor) -> None:
    editor.roll.choose(frozenset({1920}))
    for _ in range(9):
        editor.key(Key.Key_Comma)
    assert editor.notes[4] == (1920, 120, 67)
    assert len(editor.steps) == 3


def test_a_tune_is_written_with_keys_alone(editor: Editor) -> None:
    editor.document.commit(Words("Empty"), Song())
    editor.key(Key.Key_N)
    editor.key(Key.Key_Right)
    for _ in range(4):
        editor.key(Key.Key_Up)
    editor.key(Key.Key_Insert)
    editor.key(Key.Key_Comma)
    editor.key(Key.Key_Right)
    editor.key(Key.Key_N)
    assert editor.notes == [(0, 480, 60), (480, 360, 64), (840, 360, 64)]


def test_a_note_is_drawn_only_where_it_does_not_stand_already(editor: Editor) -> None:
    editor.roll.choose(frozenset({480}))
    editor.key(Key.Key_N)
    assert not editor.steps
    editor.key(Key.Key_Up, CONTROL)
    assert editor.chosen == [480], "with Ctrl only the cursor goes"
    editor.key(Key.Key_N)
    assert editor.notes[1] == (480, 480, 63)


def test_home_and_end_go_to_the_first_and_the_last_note(editor: Editor) -> None:
    editor.roll.choose(frozenset({480}))
    editor.key(Key.Key_Right)
    editor.key(Key.Key_End)
    assert editor.chosen == [2880]
    editor.key(Key.Key_Home)
    assert editor.chosen == [0]


def test_the_view_goes_with_the_cursor(editor: Editor) -> None:
    editor.roll.travel(editor.stage.scene.view.scrolled(0, 9999).zoomed_time(3, 0))
    assert not editor.stage.scene.pitch.shows(67)
    editor.roll.choose(frozenset({1920}))
    editor.key(Key.Key_Left)
    editor.key(Key.Key_End)
    assert editor.stage.scene.time.shows(2880)
    assert editor.stage.scene.pitch.shows(67)


def test_the_cursor_goes_on_behind_all_that_one_could_see(editor: Editor) -> None:
    editor.key(Key.Key_Right)
    editor.key(Key.Key_End)
    for _ in range(8 * 16):
        editor.key(Key.Key_Right)
    cursor = editor.stage.scene.cursor
    assert cursor is not None
    assert cursor.tick > 8 * 1920
    assert editor.stage.scene.time.shows(cursor.tick)
    editor.key(Key.Key_N)
    assert editor.notes[-1][0] == cursor.tick


def test_the_cursor_is_seen_and_leaves_no_trace(editor: Editor) -> None:
    editor.roll.choose(frozenset({1920}))
    editor.key(Key.Key_Right)
    plain = editor.stage.image()
    for _ in range(3):
        editor.key(Key.Key_Up)
    image = editor.stage.image()
    x = editor.point((2400, 70)).x()
    y = editor.point((2400, 70)).y()
    assert image.pixelColor(x - 2, y).name() == DARK.accent
    for _ in range(3):
        editor.key(Key.Key_Down)
    assert editor.stage.image() == plain
