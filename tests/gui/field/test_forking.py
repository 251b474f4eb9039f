"""What could have stood where a note stands, and the tune that goes on from another one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.compose.fork import Forks
from core.compose.pins.pin import Pin
from core.compose.pins.pinned import Led, lead_song
from core.errors import UserError
from core.music.melody import Note
from core.music.song import Song
from gui.field.forking import FORK, UNPIN
from gui.field.likelihood import percent
from gui.panels.fork import ForkPanel
from gui.studio import Studio
from tests.gui.composing.test_following import generated, turn
from tests.gui.panels.test_seed import type_seed
from tests.gui.test_window import controls
from tests.model.tunes import tiny_model

Key = Qt.Key


def click(studio: Studio, note: Note) -> None:
    """As the roll tells it, which need not have the note in sight."""
    studio.window.roll.setFocus()
    studio.window.roll.note_opened.emit(note)


def opened(studio: Studio, qtbot: QtBot) -> ForkPanel:
    """The list, when it is full."""
    panel = studio.forking.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.list.count() > 0)
    return panel


def rows(panel: ForkPanel) -> list[str]:
    return [
        panel.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(panel.list.count())
    ]


def test_a_click_on_a_note_lists_what_the_model_would_have(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    song = studio.document.song
    note = song.melody.notes[6]
    studio.window.activateWindow()
    click(studio, note)
    panel = opened(studio, qtbot)
    forks = Forks(tiny_model(), song, studio.document.controls)
    found = next(one for one in forks if one.event.onset == note.onset)
    best = max(*found.pitches, found.rest)
    assert percent(best) in rows(panel)[0]
    assert len(rows(panel)) in (8, 9)
    stands = [row for row in rows(panel) if "it stands here" in row]
    assert len(stands) == 1
    assert panel.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole) == stands[0]
    assert f"{found.bits:.1f} bits" in panel.hint.text()
    assert studio.window.roll.scene.picked == note
    whole = studio.window.whole.rect()
    assert whole.contains(panel.geometry())
    QTest.keyClick(panel.list, Key.Key_Right)
    assert studio.window.roll.scene.picked == song.melody.notes[7]
    panel = opened(studio, qtbot)
    QTest.keyClick(panel.list, Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is studio.window.roll
    assert studio.document.song == song


def test_another_note_goes_on_otherwise_as_one_step(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    song, asked = studio.document.song, studio.document.controls
    place = 9
    note = song.melody.notes[place]
    click(studio, note)
    panel = opened(studio, qtbot)
    other = next(row for row in range(9) if row != panel.list.currentRow())
    name = rows(panel)[other].partition(",")[0]
    panel.list.setCurrentRow(other)
    QTest.keyClick(panel.list, Key.Key_Return)
    qtbot.waitUntil(lambda: not studio.rework.is_running)
    made = studio.document.song
    assert made.melody.notes[:place] == song.melody.notes[:place]
    forks = Forks(tiny_model(), song, asked)
    event = [event.onset for event in forks.events].index(note.onset)
    pitch = made.melody.notes[place].pitch
    *_, led = forks.instead(event, pitch, note.duration)
    assert isinstance(led, Led)
    assert made == led.song
    assert name.replace("♯", "#")[0] in "ABCDEFG"
    assert studio.document.undo_label == FORK
    studio.document.undo()
    assert studio.document.song == song


def test_what_stands_there_already_changes_nothing(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    song = studio.document.song
    click(studio, song.melody.notes[5])
    panel = opened(studio, qtbot)
    QTest.keyClick(panel.list, Key.Key_Return)
    assert not panel.isVisible()
    assert not studio.rework.is_running
    assert studio.document.song == song


def test_keys_open_it_at_the_playhead(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    third = studio.document.song.melody.notes[2]
    studio.playback.seek(third.onset)
    studio.actions["fork"].trigger()
    opened(studio, qtbot)
    assert studio.window.roll.scene.picked == third
    QTest.keyClick(studio.forking.panel.list, Key.Key_Left)  # type: ignore[union-attr]
    assert studio.window.roll.scene.picked == studio.document.song.melody.notes[1]


def test_it_closes_with_the_tune_and_with_the_keyboard(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    studio.window.activateWindow()
    note = studio.document.song.melody.notes[4]
    click(studio, note)
    panel = opened(studio, qtbot)
    studio.window.seed.field.setFocus()
    assert not panel.isVisible()
    click(studio, note)
    studio.document.undo()
    assert not panel.isVisible()
    assert studio.window.roll.scene.picked is None
    type_seed(studio, "")
    assert not studio.actions["fork"].isEnabled()


def test_a_note_that_does_not_fit_is_told(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    generated(studio, qtbot)
    before = studio.document.song

    def refuse(*_: object) -> None:
        raise UserError("So long a note does not fit; choose a shorter one.")

    monkeypatch.setattr(Forks, "instead", refuse)
    click(studio, before.melody.notes[4])
    panel = opened(studio, qtbot)
    panel.list.setCurrentRow(7)
    panel.list.setCurrentRow(0 if "it stands" not in rows(panel)[0] else 1)
    QTest.keyClick(panel.list, Key.Key_Return)
    qtbot.waitUntil(lambda: "does not fit" in studio.window.message.sentence)
    assert studio.document.song == before
    assert not studio.rework.is_running


def test_long_tunes_are_listened_to_once(studio: Studio, qtbot: QtBot) -> None:
    type_seed(studio, "c4 d4 e4 f4 " * 60)
    notes = studio.document.song.melody.notes
    click(studio, notes[-1])
    panel = opened(studio, qtbot)
    QTest.keyClick(panel.list, Key.Key_Left)
    opened(studio, qtbot)
    assert studio.window.roll.scene.picked == notes[-2]


def test_it_can_be_closed_before_it_is_full(studio: Studio, qtbot: QtBot) -> None:
    type_seed(studio, "c4 d4 e4 f4 " * 60)
    notes = studio.document.song.melody.notes
    studio.forking.open(notes[-1])
    studio.forking.close()
    studio.forking.open(notes[3])
    assert len(rows(opened(studio, qtbot))) in (8, 9)


def test_the_list_is_named(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    click(studio, studio.document.song.melody.notes[0])
    panel = opened(studio, qtbot)
    assert "C4 in bar 1, beat 1" in panel.title.text()
    for widget in controls(studio):
        assert widget.toolTip() or widget.accessibleDescription(), widget
    assert panel.list.accessibleName()
    assert isinstance(studio.document.song, Song)


def pin(studio: Studio, qtbot: QtBot, note: Note, *keys: Qt.Key) -> ForkPanel:
    click(studio, note)
    panel = opened(studio, qtbot)
    for key in keys:
        QTest.keyClick(panel.list, key)
    return panel


def test_a_note_is_pinned_by_keys_and_seen_to_be(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    note = studio.document.song.melody.notes[6]
    panel = pin(studio, qtbot, note)
    tune = studio.document.song
    studio.window.roll.choose(frozenset({note.onset}))
    assert studio.actions["repeat"].shortcut().toString() == "R", "elsewhere"
    seen: list[Pin] = []
    for key in (Key.Key_P, Key.Key_R):
        QTest.keyClick(panel.list, key)
        assert studio.window.roll.scene.pins == studio.document.pins
        seen += studio.document.pins
    assert seen == [Pin.of(note, rhythm=False), Pin.of(note)]
    assert studio.document.song == tune
    studio.document.undo()
    assert (panel.pitch.isChecked(), panel.rhythm.isChecked()) == (True, False)
    QTest.keyClick(panel.list, Key.Key_P)
    assert not studio.document.pins
    assert studio.document.undo_label == UNPIN


def test_the_seed_needs_no_pins(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    panel = pin(studio, qtbot, studio.document.song.melody.notes[0], Key.Key_P)
    assert not panel.pitch.isEnabled()
    assert "seed" in panel.pitch.toolTip()
    assert not studio.document.pins


def test_space_ticks_a_box_that_tab_has_reached(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    studio.window.activateWindow()
    panel = pin(studio, qtbot, studio.document.song.melody.notes[6], Key.Key_Tab)
    assert panel.pitch.hasFocus()
    QTest.keyClick(panel.pitch, Key.Key_Space)
    assert len(studio.document.pins) == 1
    assert panel.isVisible()
    assert not studio.playback.is_playing
    QTest.keyClick(panel.pitch, Key.Key_Escape)
    assert panel.isHidden()


def test_generate_and_the_knobs_keep_what_is_pinned(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    seed = replace(studio.document.song, melody=studio.document.song.seed)
    notes = studio.document.song.melody.notes
    for note in (notes[5], notes[9]):
        pin(studio, qtbot, note, Key.Key_P, Key.Key_R)
    pins = studio.document.pins
    assert len(pins) == 2
    before = studio.document.song
    generated(studio, qtbot)
    *_, led = lead_song(tiny_model(), seed, studio.document.controls, pins)
    assert isinstance(led, Led)
    assert studio.document.song == led.song != before
    assert {notes[5], notes[9]} <= set(studio.document.song.melody.notes)
    assert studio.document.pins == pins
    made = studio.document.song
    turn(studio, temperature=0.4)
    qtbot.waitUntil(lambda: studio.document.song != made)
    assert {notes[5], notes[9]} <= set(studio.document.song.melody.notes)
    studio.document.set_controls(replace(studio.document.controls, highest=0, lowest=0))
    qtbot.waitUntil(lambda: "lies outside the range" in studio.window.message.sentence)


def test_with_pins_one_tune_is_drawn_at_a_time(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    pin(studio, qtbot, studio.document.song.melody.notes[5], Key.Key_P)
    studio.document.set_controls(replace(studio.document.controls, takes=4))
    generated(studio, qtbot)
    assert "one tune is drawn at a time" in studio.window.message.sentence
    assert not studio.takes.all
    assert len(studio.document.pins) == 1
