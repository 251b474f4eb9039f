"""Playing, outputs that come and go, and what the window shows of them."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.music.tempo import TempoMap
from core.settings import Settings
from core.sound.ports.naming import SYNTH
from core.sound.reports import (
    Failed,
    OutputLost,
    OutputOpened,
    Outputs,
    Report,
    Restarted,
    Stopped,
)
from core.words import Words
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer
from tests.gui.panels.test_seed import type_seed


def hear(player: FakePlayer, *reports: Report) -> None:
    """The window polls, and takes what the player reports."""
    player.reports.extend(reports)
    deadline = time.monotonic() + 2
    while player.reports:
        QTest.qWait(5)
        assert time.monotonic() < deadline, "nobody polls"


def listed(studio: Studio) -> list[str]:
    box = studio.window.transport.output
    return [box.itemText(i) for i in range(box.count())]


def test_play_sounds_the_whole_tune_and_stop_ends_it(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    transport = studio.window.transport
    transport.play_button.click()
    assert player.asked[-1] == ("play", studio.document.song, 0)
    qtbot.waitUntil(lambda: transport.play_button.accessibleName() == "Pause")
    transport.play_button.click()
    assert player.asked[-1:] == ["stop"]
    qtbot.waitUntil(lambda: transport.play_button.accessibleName() == "Play")


def test_space_plays_unless_one_types(studio: Studio, player: FakePlayer) -> None:
    studio.window.activateWindow()
    studio.window.roll.setFocus()
    QTest.keyClick(studio.window.roll, Qt.Key.Key_Space)
    assert player.asked[-1] == ("play", studio.document.song, 0)
    player.asked.clear()
    field = studio.window.seed.field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert not player.asked
    assert " " in field.toPlainText()


def test_space_plays_from_fields_and_presses_a_button(studio: Studio, player: FakePlayer) -> None:
    wishes = studio.window.wishes
    wishes.opener.click()
    for field in (studio.window.transport.tempo, studio.window.transport.output, wishes.lowest):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Space)
        assert player.asked[-1] == ("play", studio.document.song, 0)
        player.asked.clear()
    lock = studio.window.generate.lock
    lock.setFocus()
    QTest.keyClick(lock, Qt.Key.Key_Space)
    assert lock.isChecked()
    assert not player.asked


def test_letters_look_for_an_output_where_elsewhere_they_are_shortcuts(
    studio: Studio, player: FakePlayer
) -> None:
    output = studio.window.transport.output
    hear(player, Outputs(("A harp", "loud organ")))
    output.setFocus()
    assert studio.actions["loop"].shortcut().toString() == "L"
    QTest.keyClick(output, Qt.Key.Key_L)
    assert not studio.actions["loop"].isChecked()
    assert output.currentText() == "loud organ"


def test_the_playhead_the_position_and_the_piano_follow_the_sound(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    heard: list[frozenset[int]] = []
    studio.playback.sounding_changed.connect(heard.append)
    studio.playback.toggle()
    player.tick = 1000.0
    qtbot.waitUntil(lambda: studio.window.transport.position.text() == "1.3")
    qtbot.waitUntil(lambda: heard[-1:] == [frozenset({64})])
    player.tick = None
    hear(player, Stopped(1000))
    assert heard[-1] == frozenset()
    assert studio.window.transport.position.text() == "1.3", "it waits where it was stopped"
    studio.playback.toggle()
    assert player.asked[-1] == ("play", studio.document.song, 1000)


def test_at_the_end_it_is_back_at_the_start(studio: Studio, player: FakePlayer) -> None:
    studio.playback.toggle()
    hear(player, Stopped(studio.document.song.melody.end))
    assert studio.window.transport.position.text() == "1.1"


def test_a_click_on_the_ruler_moves_sound_and_playhead(studio: Studio, player: FakePlayer) -> None:
    studio.window.roll.seek_requested.emit(960)
    assert studio.window.transport.position.text() == "1.3"
    assert ("seek", 960) not in player.asked, "nothing plays"
    studio.playback.toggle()
    hear(player)
    studio.window.roll.seek_requested.emit(480)
    assert player.asked[-1] == ("seek", 480)
    studio.actions["to_start"].trigger()
    assert player.asked[-1] == ("seek", 0)


def test_all_tempi_turn_in_proportion_and_back(studio: Studio, player: FakePlayer) -> None:
    document, field = studio.document, studio.window.transport.tempo
    tempos = TempoMap(((0, 100.0), (480, 250.0), (960, 240.0), (1440, 25.0)))
    document.commit(Words("Open"), replace(document.song, tempos=tempos))
    assert "3 changes of tempo follow" in field.toolTip()
    field.setValue(200)
    faster = TempoMap(((0, 200.0), (480, 400.0), (1440, 50.0)))
    assert document.song.tempos == faster
    assert player.asked[-1] == ("tempos", faster)
    document.close_step()
    field.setValue(50)
    assert document.song.tempos.changes[-1] == (1440, 20.0)
    field.setValue(100)
    assert document.song.tempos == tempos, "what went beyond the range comes back as it was"
    document.undo()
    assert document.song.tempos == faster


def test_a_new_tempo_is_heard_at_once_and_can_be_undone(studio: Studio, player: FakePlayer) -> None:
    studio.window.transport.tempo.setValue(144)
    assert player.asked[-1] == ("tempos", TempoMap.constant(144.0))
    assert studio.document.song.tempo == 144
    studio.document.undo()
    assert player.asked[-1] == ("tempos", TempoMap.constant(100.0))
    assert studio.window.transport.tempo.value() == 100


def test_a_new_tune_goes_on_sounding_where_the_old_one_was(
    studio: Studio, player: FakePlayer
) -> None:
    studio.playback.toggle()
    hear(player)
    player.tick = 700.0
    type_seed(studio, "c4 d4 e4 f4 g4/2")
    assert player.asked[-1] == ("revise", studio.document.song)


def test_keys_of_the_piano_and_of_the_roll_sound(studio: Studio, player: FakePlayer) -> None:
    studio.window.roll.pitch_pressed.emit(72)
    studio.window.roll.pitch_released.emit(72)
    assert player.asked[-2:] == [("press", 72, 88), ("release", 72)]


def test_the_first_start_takes_the_built_in_synth(studio: Studio, player: FakePlayer) -> None:
    assert not studio.window.transport.output.isEnabled()
    assert "nothing to play on" in studio.window.transport.output.toolTip()
    hear(player, Outputs(("Piano", SYNTH)))
    assert player.asked[-1] == ("open", SYNTH)
    hear(player, OutputOpened(SYNTH))
    assert listed(studio) == ["Piano", SYNTH]
    assert studio.window.transport.output.currentText() == SYNTH
    assert studio.window.transport.output.isEnabled()


def test_the_output_chosen_is_remembered(
    studio: Studio, player: FakePlayer, open_studio: Open
) -> None:
    hear(player, Outputs(("Piano", SYNTH)))
    studio.window.transport.output.setCurrentText("Piano")
    studio.window.transport.output.activated.emit(0)
    assert player.asked[-1] == ("open", "Piano")
    studio.close()
    from core.memory import load_settings

    settings, complaint = load_settings()
    assert complaint is None
    assert settings.output == "Piano"
    player.asked.clear()
    again = open_studio(settings)
    hear(player, Outputs((SYNTH,)))
    assert ("open", SYNTH) not in player.asked
    assert listed(again) == [SYNTH, "Piano (not there)"]
    hear(player, Outputs(("Piano", SYNTH)))
    assert player.asked[-1] == ("open", "Piano")


def test_an_output_that_goes_is_told_and_taken_again_when_it_is_back(
    studio: Studio, player: FakePlayer
) -> None:
    hear(player, Outputs(("Piano", SYNTH)))
    studio.playback.choose_output("Piano")
    hear(player, OutputOpened("Piano"))
    studio.playback.toggle()
    player.tick = None
    sentence = "'Piano' is gone; connect it again or choose another output."
    hear(player, OutputLost(Words(sentence)), Stopped(480), Outputs((SYNTH,)))
    assert not studio.playback.is_playing
    assert studio.window.message.sentence == sentence
    assert studio.window.transport.output.currentText() == "Piano (not there)"
    player.asked.clear()
    hear(player, Outputs(("Piano", SYNTH)))
    assert player.asked == [("open", "Piano")]


def test_an_output_that_comes_back_under_another_number_is_known_again(
    studio: Studio, player: FakePlayer
) -> None:
    hear(player, Outputs(("Piano:in 24:0", SYNTH)))
    studio.playback.choose_output("Piano:in 24:0")
    hear(player, OutputOpened("Piano:in 24:0"), OutputLost(Words("It is gone.")), Outputs((SYNTH,)))
    hear(player, Outputs(("Piano:in 28:0", SYNTH)))
    assert player.asked[-1] == ("open", "Piano:in 28:0")
    assert studio.playback.choice == "Piano:in 28:0"


@pytest.mark.parametrize(
    "report", [Failed(Words("No device.")), Restarted(Words("Press Play again."))]
)
def test_troubles_of_the_player_are_shown(
    studio: Studio, player: FakePlayer, report: Failed | Restarted
) -> None:
    studio.playback.toggle()
    hear(player, report)
    assert studio.window.message.sentence == report.sentence


def test_a_restarted_player_is_not_playing(studio: Studio, player: FakePlayer) -> None:
    studio.playback.toggle()
    hear(player)
    hear(player, Restarted(Words("Press Play again.")))
    assert not studio.playback.is_playing
    assert studio.window.transport.play_button.accessibleName() == "Play"


def test_an_empty_tune_cannot_be_played_and_says_so(open_studio: Open) -> None:
    studio = open_studio(Settings(seed="r/1"))
    assert not studio.window.transport.play_button.isEnabled()
    assert "nothing to play" in studio.window.transport.play_button.toolTip()
