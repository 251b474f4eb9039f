"""Labels on request, playing from a place, and the table that screen readers read."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.music.key import C_MAJOR
from core.settings import Settings
from gui.memory import present_settings
from gui.roll.labels import Labels
from gui.roll.selection import Selection
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer
from tests.gui.panels.test_seed import type_seed
from tests.gui.playing.test_playback import hear

SWITCHES = {
    "note_names": "names",
    "degrees": "degrees",
    "key_rows": "key_rows",
    "seconds": "seconds",
}


def last(player: FakePlayer) -> object:
    """What the player was asked for last."""
    return player.asked[-1]


@pytest.mark.parametrize("action", SWITCHES)
def test_every_label_is_switched_on_its_own_and_remembered(action: str, studio: Studio) -> None:
    name = SWITCHES[action]
    was_on = getattr(Labels(), name)
    assert studio.actions[action].isChecked() is was_on
    studio.actions[action].trigger()
    assert studio.actions[action].isChecked() is not was_on
    changed = [
        other
        for other in SWITCHES.values()
        if getattr(studio.window.roll.scene.labels, other) != getattr(Labels(), other)
    ]
    assert changed == [name]
    assert (name in present_settings(studio).labels.split()) is not was_on
    studio.actions[action].trigger()
    assert present_settings(studio).labels == Settings().labels


def test_what_was_on_is_on_again(open_studio: Open) -> None:
    studio = open_studio(Settings(labels="degrees seconds"))
    labels = studio.window.roll.scene.labels
    assert (labels.names, labels.degrees, labels.key_rows, labels.seconds) == (
        *(False, True, False, True),
    )
    assert studio.actions["seconds"].isChecked()
    assert not studio.actions["note_names"].isChecked()


def test_degrees_are_counted_in_the_key_that_a_seed_seems_to_have(studio: Studio) -> None:
    type_seed(studio, "c4 e4 g4 e4 f4 d4 c4")
    assert studio.document.song.key is None
    studio.actions["degrees"].trigger()
    assert studio.window.roll.scene.labels.key == C_MAJOR
    type_seed(studio, "r")
    assert studio.window.roll.scene.labels.key is None


def test_labels_are_seen(studio: Studio) -> None:
    seen, roll = [], studio.window.roll
    roll.fit()
    for action in SWITCHES:
        before = roll.grab().toImage()
        studio.actions[action].trigger()
        seen.append(roll.grab().toImage() != before)
    assert seen == [True] * 4


def test_it_plays_from_what_is_chosen_or_selected_or_the_playhead(
    studio: Studio, player: FakePlayer
) -> None:
    type_seed(studio, "c4 d4 e4 f4 g4 a4 b4 c5")
    roll, song = studio.window.roll, studio.document.song
    studio.playback.seek(480)
    here = studio.actions["play_here"]
    here.trigger()
    assert last(player) == ("play", song, 480)
    roll.select(Selection(1920, 3840))
    roll.choose(frozenset())
    roll.select(Selection(1920, 3840))
    here.trigger()
    assert last(player) == ("play", song, 1920)
    roll.choose(frozenset({960, 1440}))
    here.trigger()
    assert last(player) == ("play", song, 960)
    hear(player)
    studio.playback.poll()
    roll.choose(frozenset({2400}))
    here.trigger()
    assert last(player) == ("seek", 2400), "while it plays it goes there"


def test_a_double_click_on_the_ruler_plays_from_there(studio: Studio, player: FakePlayer) -> None:
    type_seed(studio, "c4 d4 e4 f4 g4 a4 b4 c5")
    roll = studio.window.roll
    place = QPoint(round(roll.scene.time.x_from_tick(1920)) + 2, roll.ruler.height() - 8)
    QTest.mouseDClick(roll.ruler, Qt.MouseButton.LeftButton, pos=place)
    assert last(player) == ("play", studio.document.song, 1920)


def test_the_table_follows_the_keyboard_and_the_roll_the_table(
    studio: Studio, qtbot: QtBot
) -> None:
    type_seed(studio, "c4 d4 e4/2")
    table, roll = studio.marks.table, studio.window.roll
    roll.choose(frozenset({480}))
    assert table.currentIndex().data() == "bar 1, beat 2, D4, quarter, seed"
    table.setCurrentIndex(table.model().index(2, 0))
    assert roll.chosen == frozenset({960}), "a screen reader chooses"
    roll.choose(frozenset())
    assert not table.currentIndex().isValid()
    del qtbot


def test_an_edited_note_is_told_anew(studio: Studio, qtbot: QtBot) -> None:
    type_seed(studio, "c4 d4 e4/2")
    studio.window.activateWindow()
    studio.window.roll.setFocus()
    studio.window.roll.choose(frozenset({480}))
    QTest.keyClick(studio.window.roll, Qt.Key.Key_Up)
    words = "bar 1, beat 2, E♭4, quarter, seed"
    qtbot.waitUntil(lambda: studio.marks.table.currentIndex().data() == words)


def test_a_cursor_beside_the_notes_is_announced(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("gui.notes.marks.announce", lambda _, words: said.append(words))
    type_seed(studio, "c4 r d4/2")
    roll = studio.window.roll
    studio.window.activateWindow()
    roll.setFocus()
    for _ in range(6):
        QTest.keyClick(roll, Qt.Key.Key_Right)
    beats = ("2", "2.25", "2.5", "2.75")
    assert said == [f"bar 1, beat {beat}, C4, no note" for beat in beats]
    assert roll.chosen == frozenset({960}), "notes have cells of their own"
    QTest.keyClick(roll, Qt.Key.Key_Delete)
    assert said[-1] == "bar 1, beat 3, D4, no note"
    assert len(said) == 5


def test_the_table_knows_the_surprise_while_the_roll_shows_it(studio: Studio, qtbot: QtBot) -> None:
    type_seed(studio, "c4 d4 e4/2")
    studio.window.roll.choose(frozenset({480}))
    table = studio.marks.table
    assert "surprise" not in table.currentIndex().data()
    studio.actions["field"].trigger()
    qtbot.waitUntil(lambda: "surprise" in table.currentIndex().data())
