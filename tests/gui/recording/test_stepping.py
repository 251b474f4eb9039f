"""Every key writes a note at the playhead, without a clock."""

import time

import pytest
from pytestqt.qtbot import QtBot

from core.sound.reports import Received
from gui.recording.stepping import OFF, STEP
from gui.studio import Studio
from tests.gui.fakes import FakePlayer
from tests.gui.panels.test_seed import type_seed
from tests.gui.recording.test_recording import notes


def strike(player: FakePlayer, qtbot: QtBot, *pitches: int) -> None:
    """One key after another, so quickly that they are a chord."""
    begun = time.perf_counter()
    for number, pitch in enumerate(pitches):
        for message in ((0x90, pitch, 99), (0x80, pitch, 0)):
            player.reports.append(Received(bytes(message), begun + 0.01 * number, None))
        qtbot.waitUntil(lambda: not player.reports)


def test_keys_rests_and_back(studio: Studio, player: FakePlayer, qtbot: QtBot) -> None:
    type_seed(studio, "")
    before = studio.document.song
    strike(player, qtbot, 60)
    assert studio.document.song == before, "it is off"
    assert studio.actions["step_rest"].toolTip() == OFF
    studio.actions["step"].trigger()
    studio.window.keyboard.length.setCurrentText("Eighth")
    strike(player, qtbot, 60)
    studio.actions["step_rest"].trigger()
    studio.window.keyboard.length.setCurrentText("Dotted quarter")
    strike(player, qtbot, 64)
    assert notes(studio.document.song) == [(0, 240, 60), (480, 1200, 64)]
    assert studio.document.song.melody.notes[0].velocity == 99
    assert studio.playback.tick == 1200
    studio.actions["step_back"].trigger()
    assert notes(studio.document.song) == [(0, 240, 60)]
    assert studio.playback.tick == 480
    strike(player, qtbot, 65)
    assert notes(studio.document.song) == [(0, 240, 60), (480, 1200, 65)]
    assert studio.document.song.seed == studio.document.song.melody
    assert studio.document.undo_label == STEP
    studio.document.undo()
    assert studio.document.song == before


def test_it_writes_where_the_playhead_stands(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    studio.window.record.opener.click()
    studio.window.record.step.click()
    assert not studio.window.keyboard.adds.isEnabled()
    assert studio.window.keyboard.length.isEnabled()
    studio.playback.seek(480)
    strike(player, qtbot, 70)
    assert notes(studio.document.song) == [(0, 480, 60), (480, 960, 70), (960, 1920, 64)]


@pytest.mark.parametrize("what", ["playing", "recording"])
def test_while_time_runs_keys_are_no_steps(
    studio: Studio, player: FakePlayer, qtbot: QtBot, what: str
) -> None:
    studio.actions["step"].trigger()
    studio.actions["play" if what == "playing" else "record"].trigger()
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    strike(player, qtbot, 70)
    assert studio.document.undo_label != STEP


def test_of_a_chord_the_highest_is_one_step(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    type_seed(studio, "")
    studio.actions["step"].trigger()
    strike(player, qtbot, 60, 67, 64)
    assert notes(studio.document.song) == [(0, 480, 67)]
    qtbot.wait(40)
    strike(player, qtbot, 62)
    assert notes(studio.document.song) == [(0, 480, 67), (480, 960, 62)]
