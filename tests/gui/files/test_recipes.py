"""Recipes in what the window writes, and what it reads of them."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import cli
from core.carried import recipe_in_file, recipe_text_in
from core.compose.controls import Controls
from core.files.midi import song_from_midi, write_midi
from core.music.melody import Melody
from core.words import Words
from gui.studio import Studio
from tests.gui.composing.test_generation import wait_for_tune
from tests.gui.files.imported import take_tune
from tests.gui.models.test_blending import choose, studio

__all__ = ["studio"]


def export(studio: Studio, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(studio.files._asking, "file_to_export", lambda *_: (path, 0))
    with qtbot.waitSignal(studio.files.reported):
        studio.export.export()
    return path


@pytest.mark.parametrize("second", ["", "irish"])
def test_an_exported_tune_can_be_made_again_on_the_command_line(
    second: str, studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.document.set_controls(Controls(0.9, bars=4, ending="tonic"))
    if second:
        choose(studio, qtbot, second)
    studio.generate()
    tune = wait_for_tune(studio, qtbot)
    file = export(studio, qtbot, tmp_path / "tune.mid", monkeypatch)
    assert (recipe_in_file(file).maker.blend is not None) == bool(second)
    again = tmp_path / "again.mid"
    assert cli.run(["generate", "--recipe", str(file), "--out", str(again)]) == 0
    assert song_from_midi(again).melody == tune.melody


def test_every_exported_take_can_be_made_again(
    studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.document.set_controls(Controls(0.9, bars=4, takes=3))
    studio.generate()
    qtbot.waitUntil(lambda: len(studio.takes.all) == 3 and not studio.takes.is_running)
    answer = tmp_path / "take.mid", 0
    monkeypatch.setattr(studio.export._asking, "file_to_export", lambda *_: answer)
    with qtbot.waitSignal(studio.writing.reported):
        studio.export.export_takes()
    for number, take in enumerate(studio.takes.all, 1):
        recipe = recipe_in_file(tmp_path / f"take-{number}.mid")
        assert recipe.controls.random_seed == take.controls.random_seed
        assert not recipe.differing(take.song)


def test_a_tune_that_was_saved_and_opened_again_keeps_its_recipe(
    studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.document.set_controls(Controls(0.9, bars=4))
    studio.generate()
    tune = wait_for_tune(studio, qtbot)
    studio.document.save(tmp_path / "tune")
    studio.document.new()
    with qtbot.waitSignal(studio.files.project_opened):
        studio.files.open_path(tmp_path / "tune.cantilena")
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    studio.document.set_controls(replace(studio.document.controls, temperature=0.2))
    qtbot.wait(100)
    assert not studio.generation.is_running
    assert studio.document.song == tune, "an opened tune follows no knob"
    file = export(studio, qtbot, tmp_path / "tune.mid", monkeypatch)
    assert recipe_in_file(file).controls.temperature == 0.9


def test_an_edited_tune_carries_none(
    studio: Studio, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio.generate()
    song = wait_for_tune(studio, qtbot)
    shorter = Melody(song.melody.notes[:-1], song.melody.notes[-2].end)
    studio.document.commit(Words("Cut"), song.with_melody(shorter))
    file = export(studio, qtbot, tmp_path / "tune.mid", monkeypatch)
    assert recipe_text_in(file) is None


def test_to_open_such_a_file_sets_the_knobs_and_the_model(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    wishes = ["--temperature", ".7", "--density", ".5", "--random-seed", "11"]
    irish = studio.models.paths[[p.stem for p in studio.models.paths].index("irish")]
    file = tmp_path / "tune.mid"
    seed = ["--seed", "c4 d4 e4/2", "--model", str(irish), "--out", str(file)]
    assert cli.run(["generate", *seed, *wishes]) == 0
    with qtbot.waitSignal(studio.files.project_opened):
        take_tune(studio, qtbot, file)
    assert studio.document.controls == Controls(0.7, random_seed=11, density=0.5)
    assert studio.document.song.seed_end == 1920
    qtbot.waitUntil(lambda: studio.models.path == irish and not studio.models.is_opening)
    notes = studio.document.song.melody
    studio.window.generate.lock.setChecked(True)
    studio.generate()
    assert wait_for_tune(studio, qtbot).melody == notes


def test_a_project_with_a_recipe_is_no_work_to_lose(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "tune.cantilena"
    assert cli.run(["generate", "--seed", "c4 e4", "--out", str(file)]) == 0
    with qtbot.waitSignal(studio.files.project_opened):
        studio.files.open_path(file)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert not studio.document.is_changed
    assert replace(studio.document.controls) == Controls()


def test_a_hostile_recipe_leaves_the_tune_to_be_opened(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    before = studio.document.controls
    for number, remark in enumerate(
        ("[" * 100_000, '{"format": "cantilena recipe", "version": 9}')
    ):
        file = tmp_path / f"tune{number}.mid"
        write_midi(studio.document.song, file, remark)
        with qtbot.waitSignal(studio.files.project_opened):
            take_tune(studio, qtbot, file)
        assert studio.document.controls == before
        assert len(studio.document.song.melody) == 3
