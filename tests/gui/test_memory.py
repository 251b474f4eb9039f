"""Choices are kept while the window is there, also beside another one."""

import time
from dataclasses import fields, replace

import pytest
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from core.errors import UserError
from core.layout import MOST_PX, MOST_ZOOM, Layout
from core.memory import load_settings
from core.music.melody import QUARTER
from core.music.meter import Meter, MeterMap
from core.music.tempo import SLOWEST_TEMPO
from core.recording.choices import RecordingChoices
from core.settings import Reading, Settings, settings_from_text, text_from_settings
from core.sound.choices import SoundChoices
from gui.memory import present_settings, project_from_settings
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.panels.test_seed import type_seed


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.memory._LOOK_MS", 20)


def test_what_is_chosen_is_kept_a_little_later(studio: Studio, qtbot: QtBot) -> None:
    type_seed(studio, "a4 b4")
    qtbot.waitUntil(lambda: load_settings()[0].seed == "a4 b4")
    studio.document.set_controls(replace(studio.document.controls, bars=32))
    qtbot.waitUntil(lambda: load_settings()[0].controls.bars == 32)
    studio.close()
    assert load_settings() == (replace(present_settings(studio)), None)


@pytest.mark.parametrize("upbeat", [0, QUARTER])
def test_the_seed_comes_back_in_its_meter(upbeat: int, open_studio: Open, qtbot: QtBot) -> None:
    studio = open_studio(Settings(seed="g4 c5 d5 e5 c5", meter=Meter(3, 4), upbeat=upbeat))
    assert studio.document.song.meters == MeterMap.constant(Meter(3, 4), upbeat)
    studio.editing.set_meter(Meter(6, 8))
    qtbot.waitUntil(lambda: load_settings()[0].meter == Meter(6, 8))
    assert load_settings()[0].upbeat == upbeat


@pytest.mark.parametrize("upbeat", [-1, 3 * QUARTER, 10**17])
def test_an_upbeat_that_is_none_is_left_out(upbeat: int) -> None:
    project = project_from_settings(Settings(seed="c4", meter=Meter(3, 4), upbeat=upbeat))
    assert project.song.meters == MeterMap.constant(Meter(3, 4))


def test_the_example_is_in_its_own_meter() -> None:
    assert project_from_settings(Settings(meter=Meter(3, 4))).song.meters == MeterMap()


def test_to_look_what_is_chosen_holds_nobody_up(studio: Studio) -> None:
    began_seconds = time.perf_counter()
    for _ in range(20):
        present_settings(studio)
    assert (time.perf_counter() - began_seconds) / 20 < 0.01


def test_two_windows_keep_what_was_chosen_in_each(open_studio: Open, qtbot: QtBot) -> None:
    first, second = (open_studio(Settings(seed="c4")) for _ in range(2))
    qtbot.waitUntil(lambda: load_settings()[0].seed == "c4")
    type_seed(first, "a4")
    second.document.set_controls(replace(second.document.controls, bars=32))
    qtbot.waitUntil(
        lambda: (load_settings()[0].seed, load_settings()[0].controls.bars) == ("a4", 32)
    )
    first.close()
    second.close()
    kept = load_settings()[0]
    assert (kept.seed, kept.controls.bars) == ("a4", 32)


def test_where_nothing_can_be_kept_it_is_told_once_for_each_choice(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: bool(load_settings()[0].geometry))
    tried: list[Settings] = []

    def fail(now: Settings, _: Settings) -> None:
        tried.append(now)
        raise UserError("The settings cannot be kept.")

    with monkeypatch.context() as patched:
        patched.setattr("gui.memory.save_settings", fail)
        type_seed(studio, "a4")
        qtbot.waitUntil(lambda: "The settings cannot be kept." in studio.window.message.sentence)
        studio.window.message.clear()
        qtbot.wait(200)
        assert len(tried) == 1
        assert studio.window.message.sentence == ""
    studio.close()
    assert load_settings()[0].seed == "a4", "what could not be kept is tried again"


@pytest.mark.parametrize(
    "text", ["???", "../..\n<b>%1{0}", "\U0001f3b5" * 3000, "\udc80", "0" * 9999]
)
def test_a_window_opens_on_whatever_the_settings_say(text: str, open_studio: Open) -> None:
    odd = {field.name: text for field in fields(Settings) if field.type in (str, "str")}
    layout = Layout(*(MOST_PX,) * 3, score_zoom=MOST_ZOOM, shows_velocities=True, grid=text)
    settings = Settings(
        **odd,
        meter=Meter(64, 32),
        upbeat=MOST_PX,
        keeps_random_seed=True,
        shows_field=True,
        tempo=SLOWEST_TEMPO,
        recording=RecordingChoices(waits=True),
        layout=replace(layout, shows_score=True, unfolds_wishes=True),
        sound=SoundChoices(soundfont=text, input=text),
        controls=Controls(blend=text, blend_share=0.5),
    )
    assert settings_from_text(text_from_settings(settings)) == Reading(settings)
    studio = open_studio(settings)
    studio.close()
    assert load_settings()[0] != Settings()
