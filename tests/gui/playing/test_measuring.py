"""The dialog that measures the latency, with a user who plays along."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from core.sound.playing.schedule import note_on
from core.sound.reports import OutputOpened, Received
from gui.panels.latency import LatencyDialog
from gui.playing.measuring import Measuring
from gui.studio import Studio
from tests.gui.fakes import FakePlayer


class Loop:
    """A measurement in which each beat is `late_seconds` later played again."""

    def __init__(self, studio: Studio, player: FakePlayer, qtbot: QtBot) -> None:
        self.studio, self.player, self.qtbot = studio, player, qtbot
        self.hear(OutputOpened("Piano"))
        self.measuring = Measuring(studio.sound, studio.hearing, studio.playback, studio)
        self.measuring.open(studio.window)
        dialog = self.measuring.dialog
        assert dialog is not None
        self.dialog: LatencyDialog = dialog
        timer = self.measuring.findChild(QTimer)
        assert timer is not None
        timer.setInterval(1_000_000)  # the beats come from here
        qtbot.waitExposed(dialog)
        player.asked.clear()

    def hear(self, *reports: object) -> None:
        self.player.reports += reports  # type: ignore[arg-type]
        self.qtbot.waitUntil(lambda: not self.player.reports)

    def beat(self, count: int, late_seconds: float, pitch: int = 88, first: int = 0) -> None:
        for index in range(first, first + count):
            self.measuring.beat()
            at = 100 + 0.6 * index
            self.hear(
                Received(note_on(88, 88), at, None),
                Received(note_on(pitch, 70, 3), at + late_seconds, None),
            )


@pytest.fixture
def loop(studio: Studio, player: FakePlayer, qtbot: QtBot) -> Loop:
    return Loop(studio, player, qtbot)


@pytest.mark.parametrize("pitch", [60, 88])
def test_what_comes_back_sets_the_latency(loop: Loop, pitch: int) -> None:
    """Played by hand, or led back by a cable."""
    loop.dialog.start.click()
    loop.beat(12, 0.0234, pitch)
    assert loop.dialog.found.text() == (
        "23.4 ms, the median of 8 notes; half of them lie within 0.0 ms of it."
    )
    loop.dialog.use.click()
    assert loop.studio.sound.choices.latency_seconds == pytest.approx(0.0234)
    assert not loop.dialog.isVisible()
    assert loop.player.asked.count(("press", 88, 88)) == 12
    assert ("release", 88) in loop.player.asked


def test_thru_is_off_meanwhile_so_that_a_cable_makes_no_circle(loop: Loop) -> None:
    loop.dialog.start.click()
    assert ("thru", False) in loop.player.asked
    assert loop.studio.sound.choices.thru
    loop.player.asked.clear()
    loop.dialog.close()
    assert ("thru", True) in loop.player.asked


def test_too_few_notes_are_of_no_use_and_the_reason_says_so(loop: Loop) -> None:
    loop.dialog.start.click()
    loop.beat(8, 0.01)
    assert loop.dialog.found.text() == "8 beats so far, too few played along."
    assert not loop.dialog.use.isEnabled()
    assert "at least 5 beats" in loop.dialog.use.toolTip()
    loop.beat(1, 0.01, first=8)
    assert loop.dialog.use.isEnabled()


def test_after_the_last_beat_it_ends_by_itself(loop: Loop) -> None:
    loop.dialog.start.click()
    assert loop.dialog.start.text() == "&Stop"
    loop.beat(20, 0.01)
    loop.measuring.beat()
    assert loop.dialog.start.text() == "&Start"
    assert "16 notes" in loop.dialog.found.text()
    loop.player.asked.clear()
    loop.dialog.start.click()
    assert loop.dialog.found.text() == "Nothing measured yet."
    loop.dialog.start.click()
    assert loop.dialog.start.text() == "&Start"


def test_without_an_output_there_is_no_beat_to_hear(studio: Studio) -> None:
    measuring = Measuring(studio.sound, studio.hearing, studio.playback, studio)
    measuring.open(studio.window)
    assert measuring.dialog is not None
    assert not measuring.dialog.start.isEnabled()
    assert "output" in measuring.dialog.start.toolTip()
    measuring.dialog.close()


def test_the_sound_dialog_leads_there(studio: Studio, qtbot: QtBot) -> None:
    studio.soundboard.open()
    sound = studio.soundboard.dialog
    assert sound is not None
    sound.input.measure.click()
    shown = sound.findChild(LatencyDialog)
    assert shown is not None
    qtbot.waitUntil(shown.isVisible)
    shown.close()
    sound.close()
