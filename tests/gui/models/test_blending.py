"""A second model in the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from gui.studio import Studio
from tests.gui.composing.test_generation import wait_for_tune


@pytest.fixture
def studio(real_studio: Studio) -> Studio:
    real_studio.window.wishes.opener.click()
    return real_studio


def choose(studio: Studio, qtbot: QtBot, name: str) -> None:
    picker = studio.window.wishes.blend.picker
    place = picker.findData(name)
    assert place >= 0
    picker.setCurrentIndex(place)
    picker.activated.emit(place)
    qtbot.waitUntil(lambda: not studio.blending.is_opening)


def test_the_tune_follows_the_share_of_the_second_model(studio: Studio, qtbot: QtBot) -> None:
    studio.window.generate.lock.setChecked(True)
    studio.generate()
    alone = wait_for_tune(studio, qtbot).melody
    choose(studio, qtbot, "irish")
    assert (studio.document.controls.blend, studio.document.controls.blend_share) == ("irish", 0.5)
    qtbot.waitUntil(lambda: studio.document.song.melody != alone)
    half = studio.document.song.melody
    field = studio.window.wishes.blend
    field.slider.setValue(100)
    qtbot.waitUntil(lambda: studio.document.song.melody not in (alone, half))
    assert studio.blending.model is not studio.models.model
    assert field.slider.toolTip() == "0 % German folk songs, 100 % Irish dances and airs (O'Neill)"
    choose(studio, qtbot, "")
    qtbot.waitUntil(lambda: studio.document.song.melody == alone)
    assert not field.slider.isEnabled()
    assert studio.document.controls.blend_share == 0


def test_the_same_mixture_is_the_same_model(studio: Studio, qtbot: QtBot) -> None:
    choose(studio, qtbot, "american")
    first = studio.blending.model
    assert first is not None
    assert first.card.name == "German folk songs with 50% of American fiddle tunes (Ryan)"
    assert studio.blending.model is first


def test_a_model_of_another_family_is_refused_in_a_sentence(studio: Studio, qtbot: QtBot) -> None:
    choose(studio, qtbot, "german-classic")
    assert studio.blending.model is studio.models.model
    assert "only models of one family can be mixed" in studio.window.message.sentence
    assert studio.document.controls.blend == ""
    assert studio.window.wishes.blend.picker.currentData() == ""


def test_one_that_is_gone_is_named_and_no_longer_wished_for(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    gone = str(tmp_path / "gone.keras")
    studio.document.set_controls(replace(Controls(), blend=gone, blend_share=0.3))
    qtbot.waitUntil(lambda: not studio.blending.is_opening)
    qtbot.waitUntil(lambda: "gone.keras" in studio.window.message.sentence)
    assert studio.document.controls.blend == ""
    studio.generate()
    wait_for_tune(studio, qtbot)
