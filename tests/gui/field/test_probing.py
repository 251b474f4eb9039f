"""The field in the window: switched, told in words, and asked for other notes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.compose.field import Field, Moment
from core.compose.fork import Forks
from core.music.melody import Note
from core.music.song import Song
from core.settings import Settings
from gui.field.forking import FORK
from gui.field.likelihood import cell_words, lane_words, percent
from gui.memory import present_settings
from gui.roll.canvas import Canvas
from gui.roll.strip import FieldStrip
from gui.studio import Studio
from tests.compose.test_fork import last
from tests.gui.composing.test_following import generated
from tests.gui.panels.test_seed import type_seed
from tests.model.tunes import tiny_model

Key = Qt.Key


@pytest.fixture
def probed(studio: Studio, qtbot: QtBot) -> Studio:
    """With a tune and its field; a walk lasts however slow the machine is."""
    pause = studio.probing.findChild(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert pause is not None
    pause.setInterval(60_000)
    generated(studio, qtbot)
    studio.actions["field"].trigger()
    wait_for_field(studio, qtbot)
    roll = studio.window.roll
    roll.travel(roll.scene.view.zoomed_time(8, 0))
    return studio


def wait_for_field(studio: Studio, qtbot: QtBot) -> None:
    """As far as it is in sight."""

    def is_there() -> bool:
        scene = studio.window.roll.scene
        if scene.field is None or scene.field.song is not studio.document.song:
            return False
        return scene.field.end >= min(scene.time.right, scene.song.melody.end)

    qtbot.waitUntil(is_there)


def field_of(studio: Studio) -> Field:
    field = studio.window.roll.scene.field
    assert field is not None
    return field


def new_note(studio: Studio, place: int = 4) -> tuple[Note, Moment]:
    """One that was composed, in sight, and what was likely there."""
    song = studio.document.song
    note = [note for note in song.melody if note.onset >= song.seed_end][place]
    moment = field_of(studio).at(note.onset)
    assert moment is not None
    roll = studio.window.roll
    roll.travel(roll.scene.view.showing(note.onset, note.pitch))
    return note, moment


def canvas_of(studio: Studio) -> Canvas:
    canvas = studio.window.roll.findChild(Canvas)
    assert canvas is not None
    return canvas


def point(studio: Studio, tick: float, pitch: int) -> QPoint:
    scene = studio.window.roll.scene
    y = scene.pitch.y_from_pitch(pitch) + scene.pitch.row_px / 2
    return QPoint(round(scene.time.x_from_tick(tick)), round(y))


def turn(studio: Studio, place: QPoint, angle: int) -> None:
    canvas = canvas_of(studio)
    there = QPointF(canvas.mapTo(studio.window.roll, place))
    event = QWheelEvent(
        there,
        studio.window.roll.mapToGlobal(there),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(studio.window.roll, event)


def settled(studio: Studio, qtbot: QtBot) -> Song:
    qtbot.waitUntil(lambda: not studio.rework.is_running)
    return studio.document.song


def strip_of(studio: Studio) -> FieldStrip:
    strip = studio.window.roll.findChild(FieldStrip)
    assert strip is not None
    return strip


def test_a_key_and_a_button_show_and_hide_it(probed: Studio, qtbot: QtBot) -> None:
    studio = probed
    assert studio.probing.button.isChecked()
    assert strip_of(studio).isVisible()
    studio.actions["field"].trigger()
    assert studio.window.roll.scene.field is None
    assert not strip_of(studio).isVisible()
    assert not studio.probing.button.isChecked()
    QTest.mouseClick(studio.probing.button, Qt.MouseButton.LeftButton)
    wait_for_field(studio, qtbot)
    assert strip_of(studio).isVisible()


def test_it_is_remembered(
    open_studio: Callable[[Settings], Studio], probed: Studio, qtbot: QtBot
) -> None:
    settings = present_settings(probed)
    assert settings.shows_field
    another = open_studio(settings)
    assert another.probing.button.isChecked()
    qtbot.waitUntil(lambda: another.window.roll.scene.field is not None)
    another.actions["field"].trigger()
    assert not present_settings(another).shows_field


def test_it_follows_the_tune(probed: Studio, qtbot: QtBot) -> None:
    generated(probed, qtbot)
    wait_for_field(probed, qtbot)
    probed.document.undo()
    wait_for_field(probed, qtbot)


def test_the_mouse_over_a_cell_is_told_the_figures(probed: Studio) -> None:
    note, moment = new_note(probed)
    pitch = next(pitch for pitch in moment.ranked() if pitch not in (None, note.pitch))
    assert pitch is not None
    words = cell_words(moment, pitch, probed.document.song.key)
    assert percent(moment.share(pitch)) in words
    QTest.mouseMove(canvas_of(probed), point(probed, note.onset + note.duration // 2, pitch))
    assert probed.window.doing.text().startswith(words)
    assert "Click to go on" in probed.window.doing.text()
    assert probed.window.roll.toolTip() == words
    QTest.mouseMove(canvas_of(probed), point(probed, note.onset + note.duration // 2, note.pitch))
    assert "its length" in probed.window.roll.toolTip()


def test_the_mouse_over_the_lane_is_told_of_lengths(probed: Studio) -> None:
    note, moment = new_note(probed)
    x = point(probed, note.onset + note.duration // 2, 60).x()
    QTest.mouseMove(strip_of(probed).lane, QPoint(x, 8))
    assert probed.window.doing.text() == lane_words(moment)


def test_a_click_on_another_cell_goes_on_from_there(probed: Studio, qtbot: QtBot) -> None:
    song, asked = probed.document.song, probed.document.controls
    note, moment = new_note(probed)
    pitch = note.pitch + 1
    QTest.mouseClick(
        canvas_of(probed),
        Qt.MouseButton.LeftButton,
        pos=point(probed, note.onset + note.duration // 2, pitch),
    )
    made = settled(probed, qtbot)
    forks = Forks(tiny_model(), song, asked)
    place = forks.events.index(moment.event)
    assert made == last(forks.instead(place, pitch, note.duration))
    assert probed.document.undo_label == FORK
    wait_for_field(probed, qtbot)
    probed.document.undo()
    assert probed.document.song == song


def test_without_the_field_a_click_beside_the_notes_changes_nothing(probed: Studio) -> None:
    probed.actions["field"].trigger()
    note = probed.document.song.melody.notes[-3]
    there = point(probed, note.onset + note.duration // 2, note.pitch + 2)
    QTest.mouseClick(canvas_of(probed), Qt.MouseButton.LeftButton, pos=there)
    assert not probed.rework.is_running


def test_the_wheel_walks_to_the_next_likely_notes_as_one_step(probed: Studio, qtbot: QtBot) -> None:
    song = probed.document.song
    note, moment = new_note(probed)
    ranked = [pitch for pitch in moment.ranked() if pitch is not None]
    rank = ranked.index(note.pitch)
    there = point(probed, note.onset + note.duration // 2, note.pitch)
    for step in (1, 2):
        turn(probed, there, -120)
        made = settled(probed, qtbot)
        found = next(n for n in made.melody if n.onset == note.onset)
        assert found.pitch == ranked[rank + step]
        assert [n for n in made.melody if n.onset < note.onset] == (
            [n for n in song.melody if n.onset < note.onset]
        )
    turn(probed, there, 120)
    turn(probed, there, 120)
    made = settled(probed, qtbot)
    assert next(n for n in made.melody if n.onset == note.onset) == note
    turn(probed, there, -120)
    settled(probed, qtbot)
    probed.document.undo()
    assert probed.document.song == song


def test_quick_turns_count_each(probed: Studio, qtbot: QtBot) -> None:
    note, moment = new_note(probed)
    ranked = [pitch for pitch in moment.ranked() if pitch is not None]
    turn(probed, point(probed, note.onset + note.duration // 2, note.pitch), -360)
    made = settled(probed, qtbot)
    found = next(n for n in made.melody if n.onset == note.onset)
    assert found.pitch == ranked[ranked.index(note.pitch) + 3]


def test_a_walk_on_another_note_is_another_step(probed: Studio, qtbot: QtBot) -> None:
    first, _ = new_note(probed, 3)
    turn(probed, point(probed, first.onset + first.duration // 2, first.pitch), -120)
    middle = settled(probed, qtbot)
    wait_for_field(probed, qtbot)
    second, _ = new_note(probed, 5)
    turn(probed, point(probed, second.onset + second.duration // 2, second.pitch), -120)
    settled(probed, qtbot)
    probed.document.undo()
    assert probed.document.song == middle


def test_at_the_likeliest_the_walk_says_so(probed: Studio) -> None:
    note, moment = new_note(probed)
    ranked = [pitch for pitch in moment.ranked() if pitch is not None]
    for _ in range(ranked.index(note.pitch) + 1):
        probed.window.roll.note_turned.emit(note, 1)
    assert "is the likeliest note here" in probed.window.doing.text()


def test_all_of_it_with_keys_alone(probed: Studio, qtbot: QtBot) -> None:
    roll = probed.window.roll
    roll.setFocus()
    note, moment = new_note(probed)
    roll.choose(frozenset({note.onset}))
    QTest.keyClick(roll, Key.Key_W)
    made = settled(probed, qtbot)
    ranked = [pitch for pitch in moment.ranked() if pitch is not None]
    found = next(n for n in made.melody if n.onset == note.onset)
    assert found.pitch == ranked[ranked.index(note.pitch) + 1]
    QTest.keyClick(roll, Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert note in settled(probed, qtbot).melody.notes
    assert roll.chosen == {note.onset}
    wait_for_field(probed, qtbot)
    QTest.keyClick(roll, Key.Key_Right)
    QTest.keyClick(roll, Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    cursor = roll.scene.cursor
    assert cursor is not None
    assert probed.window.doing.text().startswith(roll.toolTip())
    assert "here:" in roll.toolTip()
    before = probed.document.song
    QTest.keyClick(roll, Key.Key_G)
    after = settled(probed, qtbot)
    assert after != before
    assert next(n for n in after.melody if n.onset == cursor.tick).pitch == cursor.pitch


def test_while_the_seed_has_a_mistake_nothing_is_drawn(probed: Studio, qtbot: QtBot) -> None:
    type_seed(probed, "c4 d4 nonsense")
    wait_for_field(probed, qtbot)
    song, told = probed.document.song, [""]
    probed.rework.told.connect(told.append)
    probed.window.roll.cell_clicked.emit(10, song.melody.notes[0].pitch + 1)
    assert "mend the seed" in told[-1]
    assert not probed.rework.is_running
