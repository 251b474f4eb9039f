"""Generate: shown while it is made, one step for undo, stopped and begun anew at will."""

import pytest
from pytestqt.qtbot import QtBot

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.music.meter import Meter
from core.music.song import Song
from core.words import Words
from gui.composing.making import shortened
from gui.studio import Studio
from tests.gui.panels.test_seed import type_seed
from tests.model.tunes import tiny_model


def wait_for_tune(studio: Studio, qtbot: QtBot) -> Song:
    qtbot.waitUntil(lambda: not studio.generation.is_running)
    return studio.document.song


def shown_song(studio: Studio) -> Song:
    return studio.window.roll.scene.song


def test_the_tune_is_the_one_of_the_engine_and_of_the_number_shown(
    studio: Studio, qtbot: QtBot
) -> None:
    before = studio.document.song
    studio.window.generate.generate_button.click()
    song = wait_for_tune(studio, qtbot)
    controls = studio.document.controls
    continuation = continue_song(tiny_model(), before, controls)
    assert song == continuation.song(continuation)
    assert song.seed_end == before.melody.end
    assert song.melody.end == 8 * 1920
    assert shown_song(studio) == song


def test_each_generate_takes_a_new_number_unless_it_is_locked(studio: Studio, qtbot: QtBot) -> None:
    studio.generate()
    first = wait_for_tune(studio, qtbot)
    number = studio.document.controls.random_seed
    studio.window.generate.lock.click()
    studio.generate()
    assert wait_for_tune(studio, qtbot) == first
    assert studio.document.controls.random_seed == number
    studio.window.generate.lock.click()
    studio.generate()
    assert wait_for_tune(studio, qtbot) != first
    assert studio.document.controls.random_seed != number


def test_undo_and_redo_cover_it_by_name(studio: Studio, qtbot: QtBot) -> None:
    before = studio.document.song
    studio.generate()
    made = wait_for_tune(studio, qtbot)
    assert studio.actions["undo"].text() == "&Undo Generate"
    studio.actions["undo"].trigger()
    assert studio.document.song == before
    assert shown_song(studio) == before
    studio.actions["redo"].trigger()
    assert studio.document.song == made


def test_the_notes_appear_while_they_are_made(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(Controls(bars=256))
    lengths: list[int] = []
    studio.generation.grew.connect(lambda song: lengths.append(len(song.melody)))
    studio.generate()
    song = wait_for_tune(studio, qtbot)
    assert len(lengths) > 1
    assert lengths == sorted(lengths)
    assert lengths[0] < len(song.melody)


def test_stop_keeps_what_is_there_before_anything_else_happens(
    studio: Studio, qtbot: QtBot
) -> None:
    studio.document.set_controls(Controls(bars=256))
    with qtbot.waitSignal(studio.generation.grew):
        studio.generate()
    studio.window.generate.stop_button.click()
    song = studio.document.song
    assert not studio.generation.is_running
    assert len(song.melody) > 3
    assert song.melody.end < 256 * 1920
    assert studio.document.undo_label == "Generate"


def test_a_second_generate_takes_the_place_of_the_first(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(Controls(bars=256))
    with qtbot.waitSignal(studio.generation.grew):
        studio.generate()
    studio.document.set_controls(Controls(bars=4))
    studio.generate()
    song = wait_for_tune(studio, qtbot)
    assert song.bars == 4
    studio.document.undo()
    assert not studio.document.undo_label, "the first left no step behind"


def test_a_seed_changed_meanwhile_ends_it(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(Controls(bars=256))
    with qtbot.waitSignal(studio.generation.grew):
        studio.generate()
    type_seed(studio, "g4")
    assert not studio.generation.is_running
    assert shown_song(studio) == studio.document.song
    assert len(studio.document.song.melody) == 1


def test_a_tempo_changed_meanwhile_stays(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(Controls(bars=200))
    with qtbot.waitSignal(studio.generation.grew):
        studio.generate()
    studio.editing.set_tempo(144)
    assert wait_for_tune(studio, qtbot).tempo == 144


def test_a_seed_that_is_too_long_offers_the_length_in_one_click(
    studio: Studio, qtbot: QtBot
) -> None:
    type_seed(studio, "c4/1 " * 10)
    studio.generate()
    message = studio.window.message
    qtbot.waitUntil(message.isVisible)
    assert "10 bars" in message.sentence
    assert message.offer.text() == "Set length to 18 bars"
    message.offer.click()
    assert wait_for_tune(studio, qtbot).bars == 18
    assert studio.document.controls.bars == 18


@pytest.mark.parametrize("bars", [1, 200])
def test_shortest_and_long(studio: Studio, qtbot: QtBot, bars: int) -> None:
    type_seed(studio, "c4")
    studio.document.set_controls(Controls(bars=bars))
    studio.generate()
    song = wait_for_tune(studio, qtbot)
    assert song.melody.end == bars * 1920


@pytest.mark.parametrize("text", ["", "r/2 r/4"])
def test_without_notes_the_model_begins_and_says_so(
    studio: Studio, qtbot: QtBot, text: str
) -> None:
    type_seed(studio, text)
    studio.generate()
    song = wait_for_tune(studio, qtbot)
    assert song.melody.end == 8 * 1920
    assert "The seed has no notes" in studio.window.message.sentence


def test_a_seed_with_a_mistake_is_not_gone_on_from(studio: Studio) -> None:
    type_seed(studio, "c4 x9")
    assert not studio.window.generate.generate_button.isEnabled()
    assert "Mend the seed" in studio.window.generate.generate_button.toolTip()
    assert not studio.actions["generate"].isEnabled()
    type_seed(studio, "c4")
    assert studio.window.generate.generate_button.isEnabled()


def test_the_meter_moves_bar_lines_and_the_length(studio: Studio, qtbot: QtBot) -> None:
    studio.window.seed.meter_chosen.emit(Meter(3, 4))
    assert studio.document.undo_label == "Change meter"
    studio.generate()
    assert wait_for_tune(studio, qtbot).melody.end == 8 * 3 * 480


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "Low."),
        (2, "Low. Low."),
        (3, "Low. Low. And 1 more of this kind."),
        (5, "Low. Low. And 3 more of this kind."),
    ],
)
def test_of_many_notices_only_the_first_are_told(count: int, text: str) -> None:
    assert shortened([Words("Low.")] * count) == text
