"""Quantising with the result in sight, again and again from the original."""

import pytest
from pytestqt.qtbot import QtBot

from core.recording.quantisation import Quantisation
from gui.panels.quantise import QuantiseDialog
from gui.recording.quantising import QUANTISE
from gui.studio import Studio
from tests.gui.recording.test_recording import Hands, begin, hands, notes, studio

__all__ = ["hands", "studio"]


def dialog(studio: Studio) -> QuantiseDialog:
    studio.actions["quantise"].trigger()
    (found,) = studio.window.findChildren(QuantiseDialog)
    return found


def record(studio: Studio, hands: Hands, qtbot: QtBot) -> None:
    begin(studio, qtbot)
    hands.note(20, 430, 60)
    hands.note(500, 700, 62)
    studio.desk.recording.finish()


def test_the_result_is_seen_before_it_is_taken(studio: Studio, hands: Hands, qtbot: QtBot) -> None:
    record(studio, hands, qtbot)
    before = studio.document.song
    window = dialog(studio)
    window.fields.show_quantisation(Quantisation(240))
    assert notes(studio.window.roll.scene.song) == [(0, 480, 60), (480, 720, 62)]
    assert studio.document.song == before
    window.fields.strength.setValue(50)
    assert notes(studio.window.roll.scene.song) == [(10, 455, 60), (490, 710, 62)]
    window.cancel.click()
    assert studio.window.roll.scene.song == before
    assert studio.document.song == before


def test_the_original_is_kept_through_every_step(
    studio: Studio, hands: Hands, qtbot: QtBot
) -> None:
    record(studio, hands, qtbot)
    played = studio.document.song
    window = dialog(studio)
    window.fields.show_quantisation(Quantisation(480))
    window.apply.click()
    coarse = studio.document.song
    assert notes(coarse) == [(0, 480, 60), (480, 960, 62)]
    assert coarse.seed == coarse.melody
    assert studio.document.undo_label == QUANTISE
    window = dialog(studio)
    assert "as it was played" in window.about.text()
    window.fields.show_quantisation(Quantisation(0))
    window.apply.click()
    assert studio.document.song.melody == played.melody, "as if it had never been quantised"


def test_a_tune_that_was_not_recorded_can_be_quantised_too(studio: Studio) -> None:
    window = dialog(studio)
    assert "Of the notes of the tune" in window.about.text()
    window.fields.show_quantisation(Quantisation(320))
    assert notes(studio.window.roll.scene.song) == [(0, 640, 60), (640, 960, 62), (960, 1920, 64)]
    window.apply.click()
    assert notes(studio.document.song) == [(0, 640, 60), (640, 960, 62), (960, 1920, 64)]


def test_the_dialog_goes_when_the_tune_does(studio: Studio, hands: Hands, qtbot: QtBot) -> None:
    record(studio, hands, qtbot)
    window = dialog(studio)
    studio.document.undo()
    assert not window.isVisible()
    assert studio.window.roll.scene.song == studio.document.song


@pytest.mark.usefixtures("hands")
def test_an_empty_tune_says_why_not(studio: Studio) -> None:
    studio.window.record.opener.click()
    assert not studio.actions["quantise"].isEnabled()
    assert studio.window.record.quantise_button.toolTip() == "There are no notes yet"


def test_chosen_notes_are_quantised_alone(studio: Studio, hands: Hands, qtbot: QtBot) -> None:
    record(studio, hands, qtbot)
    before = studio.document.song
    (_, onset) = [note.onset for note in before.melody]
    studio.window.roll.choose(frozenset({onset}))
    window = dialog(studio)
    assert "the chosen notes" in window.about.text()
    window.fields.show_quantisation(Quantisation(480))
    assert notes(studio.window.roll.scene.song) == [(20, 430, 60), (480, 960, 62)]
    window.cancel.click()
    assert studio.document.song == before
    assert studio.window.roll.chosen == {onset}
    window = dialog(studio)
    window.apply.click()
    assert notes(studio.document.song) == [(20, 430, 60), (480, 960, 62)]
    assert studio.window.roll.chosen == {480}
    studio.document.undo()
    assert studio.document.song == before
    studio.window.roll.choose(frozenset())
    assert "as it was played" in dialog(studio).about.text()
