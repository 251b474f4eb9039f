"""A tune follows the knobs; what was not generated here does not."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from gui.composing.following import ADJUST
from gui.studio import Studio
from tests.gui.composing.test_generation import wait_for_tune
from tests.gui.panels.test_seed import type_seed
from tests.model.tunes import tiny_model


def generated(studio: Studio, qtbot: QtBot) -> None:
    studio.generate()
    wait_for_tune(studio, qtbot)


def turn(studio: Studio, **changes: float) -> Controls:
    controls = replace(studio.document.controls, **changes)  # type: ignore[arg-type]
    studio.document.set_controls(controls)
    return controls


def test_a_turned_knob_redraws_the_tune_with_its_random_numbers(
    studio: Studio, qtbot: QtBot
) -> None:
    seed = studio.document.song
    generated(studio, qtbot)
    wished = turn(studio, temperature=0.2, bars=5)
    continuation = continue_song(tiny_model(), seed, wished)
    expected = continuation.song(continuation)
    qtbot.waitUntil(lambda: studio.document.song == expected)
    assert studio.window.roll.scene.song == expected


def test_a_turn_is_one_step_and_the_next_another(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    first = studio.document.song
    for temperature in (0.2, 0.6, 1.4, 2.0):
        with qtbot.waitSignal(studio.generation.running_changed, check_params_cb=lambda on: not on):
            turn(studio, temperature=temperature)
    assert studio.document.undo_label == ADJUST
    second = studio.document.song
    qtbot.wait(1000)
    turn(studio, bars=4)
    qtbot.waitUntil(lambda: studio.document.song != second)
    studio.document.undo()
    assert studio.document.song == second
    studio.document.undo()
    assert studio.document.song == first
    assert studio.document.undo_label == "Generate"


def test_undo_is_not_followed(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    first = studio.document.song
    turn(studio, temperature=0.1)
    qtbot.waitUntil(lambda: studio.document.song != first)
    studio.document.undo()
    qtbot.wait(150)
    assert studio.document.song == first
    assert studio.document.redo_label == ADJUST


def test_undo_and_redo_bring_the_knobs_along(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    asked = studio.document.controls
    wished = turn(studio, temperature=0.1, density=0.5)
    qtbot.waitUntil(lambda: studio.document.undo_label == ADJUST)
    studio.document.undo()
    assert studio.document.controls == asked
    assert studio.window.generate.temperature.value() == asked.temperature
    studio.document.redo()
    assert studio.document.controls == wished
    qtbot.wait(150)
    assert studio.document.redo_label is None, "what was brought back is not drawn again"


def test_undo_of_a_seed_leaves_the_knobs(studio: Studio) -> None:
    type_seed(studio, "c4 d4")
    wished = turn(studio, temperature=0.1)
    studio.document.undo()
    assert studio.document.controls == wished


def test_another_model_makes_the_tune_anew(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = studio.document.song
    generated(studio, qtbot)
    first = studio.document.song
    other = tiny_model(7)
    monkeypatch.setattr("core.model.bundle.open_model", lambda *_: other)
    studio.models.choose(Path("other.keras"))
    continuation = continue_song(other, seed, studio.document.controls)
    expected = continuation.song(continuation)
    assert expected != first
    qtbot.waitUntil(lambda: studio.document.song == expected)
    studio.document.undo()
    qtbot.wait(150)
    assert studio.document.song == first


def test_the_last_of_many_values_wins(studio: Studio, qtbot: QtBot) -> None:
    seed = studio.document.song
    generated(studio, qtbot)
    for temperature in range(1, 20):
        wished = turn(studio, temperature=temperature / 10)
    continuation = continue_song(tiny_model(), seed, wished)
    expected = continuation.song(continuation)
    qtbot.waitUntil(lambda: studio.document.song == expected)


def test_a_seed_alone_and_an_opened_tune_stay(studio: Studio, qtbot: QtBot) -> None:
    before = studio.document.song
    turn(studio, temperature=0.3)
    qtbot.wait(150)
    assert studio.document.song == before
    generated(studio, qtbot)
    opened = replace(studio.document.project, controls=Controls(1.7))
    studio.document.show(replace(opened, song=replace(opened.song, title="Another")))
    type_seed(studio, "c4 d4")
    typed = studio.document.song
    turn(studio, temperature=0.9)
    qtbot.wait(150)
    assert studio.document.song == typed


def test_too_few_bars_leave_the_tune_and_say_nothing(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    song = studio.document.song
    turn(studio, bars=1)
    qtbot.wait(200)
    assert studio.document.song == song
    assert not studio.generation.is_running
