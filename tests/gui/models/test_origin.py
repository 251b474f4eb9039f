"""What is opened says so where the model that made it is another one by now, or is gone."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from core.model.mark import Maker, Mark
from core.project import Project, save_project
from core.recipe import recipe_of, text_from_recipe
from core.writing import write_song
from gui.studio import Studio
from tests.gui.composing.test_generation import wait_for_tune
from tests.gui.files.imported import take_tune
from tests.gui.models.test_blending import studio

__all__ = ["studio"]

OTHER = Mark("german", "German folk songs", "ab" * 32)
GONE = Mark("/nowhere/mine.keras", "Mine", "cd" * 32)


@pytest.fixture
def project(studio: Studio, qtbot: QtBot) -> Project:
    studio.document.set_controls(Controls(0.9, bars=3))
    studio.generate()
    wait_for_tune(studio, qtbot)
    studio.window.message.clear()
    return studio.document.project


def reopen(studio: Studio, qtbot: QtBot, project: Project, path: Path) -> str:
    """What the window says then."""
    save_project(project, path)
    studio.document.mark_saved(studio.document.project, path)
    with qtbot.waitSignal(studio.files.project_opened):
        studio.files.open_path(path)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    qtbot.wait(150)
    return studio.window.message.sentence


def test_another_model_under_the_same_name_is_told_of(
    studio: Studio, qtbot: QtBot, project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "tune.cantilena"
    assert reopen(studio, qtbot, project, path) == ""
    said = reopen(studio, qtbot, replace(project, maker=Maker(OTHER)), path)
    assert said.startswith("The model 'German folk songs' (hash abababababab) made this tune")
    assert "another one has its name by now" in said


def test_a_recipe_of_a_model_that_is_not_here_is_told_of(
    studio: Studio, qtbot: QtBot, project: Project, tmp_path: Path
) -> None:
    assert project.asked is not None
    recipe = recipe_of(project.song, project.asked, Maker(GONE))
    path = tmp_path / "tune.mid"
    write_song(project.song, path, text_from_recipe(recipe))
    studio.document.mark_saved(project, tmp_path / "saved.cantilena")
    with qtbot.waitSignal(studio.files.project_opened):
        take_tune(studio, qtbot, path)
    qtbot.waitUntil(lambda: "'Mine' (hash cdcdcdcdcdcd)" in studio.window.message.sentence)
    assert "is not here" in studio.window.message.sentence
