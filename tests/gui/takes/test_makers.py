"""Takes know which model made them, whichever is chosen now."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from core import cli
from core.carried import recipe_in_file
from core.compose.controls import Controls
from core.compose.measures import Take
from core.files.midi import song_from_midi
from core.model.mark import Maker, Mark
from core.project import project_from_file
from gui.panels.takecard import Role
from gui.panels.takes import TakesPanel
from gui.studio import Studio
from tests.gui.composing.test_following import turn
from tests.gui.fakes import FakeUser
from tests.gui.models.test_blending import choose as mix
from tests.gui.models.test_blending import studio
from tests.gui.takes.test_takes import draw, settle

__all__ = ["studio"]

TIP = re.compile("<p>Made by (.*), not by the model that is chosen now</p>")
GERMAN, IRISH = "German folk songs", "Irish dances and airs (O'Neill)"


def choose_model(studio: Studio, qtbot: QtBot, name: str) -> None:
    (path,) = (path for path in studio.models.paths if path.stem == name)
    studio.models.choose(path)
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not studio.takes._soon.isActive())
    settle(studio, qtbot)


def told(panel: TakesPanel, role: int = Qt.ItemDataRole.ToolTipRole) -> list[str]:
    """What the cards say, with the name of the model alone for the tip."""
    rows = panel.list.model()
    texts = [rows.index(row, 0).data(role) for row in range(rows.rowCount())]
    return [unescape(TIP.sub(r"\1", text)) for text in texts]


def made_by(takes: tuple[Take, ...]) -> list[str]:
    return ["" if take.maker is None else take.maker.model.title for take in takes]


@pytest.fixture
def panel(studio: Studio, qtbot: QtBot) -> TakesPanel:
    """Three takes, of which a model that is no longer chosen has made the one with a star."""
    studio.document.set_controls(Controls(0.9, bars=3))
    panel = draw(studio, qtbot, 3)
    assert made_by(studio.takes.all) == [GERMAN] * 3
    assert studio.takes.all[0].maker is studio.takes.all[2].maker
    assert told(panel) == [""] * 3, "it is the chosen one"
    studio.takes.star(studio.takes.all[1])
    choose_model(studio, qtbot, "irish")
    return panel


def test_only_a_take_of_another_model_says_so(
    studio: Studio, qtbot: QtBot, panel: TakesPanel
) -> None:
    assert made_by(studio.takes.all) == [GERMAN, *[IRISH] * 3], "those without a star follow"
    assert told(panel) == [GERMAN, "", "", ""]
    bits = "bits a note"
    assert [bits in line for line in told(panel, Role.LINE)] == [False, True, True, True]
    assert told(panel, Role.LINE)[0] == GERMAN
    panel.order.setCurrentIndex(3)
    assert told(panel, Role.LINE)[0].endswith(f" · {GERMAN}"), "behind what orders them"
    panel.order.setCurrentIndex(0)
    spoken, other, *_ = told(panel, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Take 1, starred, ")
    assert spoken.endswith(f"made by {GERMAN}")
    assert "made by" not in other
    choose_model(studio, qtbot, "german")
    assert not any(told(panel))


def test_a_take_that_is_kept_has_its_own_recipe(
    studio: Studio,
    qtbot: QtBot,
    panel: TakesPanel,
    user: FakeUser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    starred = studio.takes.all[0]
    panel.list.choose(1)
    studio.board.keep()
    qtbot.wait(400)
    settle(studio, qtbot)
    assert studio.document.song.melody == starred.song.melody, "chosen, it stays what it is"
    assert studio.document.maker is starred.maker
    answer = tmp_path / "take.mid", 0
    monkeypatch.setattr(studio.export._asking, "file_to_export", lambda *_: answer)
    for export in (studio.export.export, studio.export.export_takes):
        with qtbot.waitSignal(studio.writing.reported):
            export()
    names = {"take": starred} | {
        f"take-{number}": take for number, take in enumerate(studio.takes.all, 1)
    }
    for name, take in names.items():
        file, again = tmp_path / f"{name}.mid", tmp_path / "again.mid"
        assert recipe_in_file(file).maker == take.maker
        assert cli.run(["generate", "--recipe", str(file), "--out", str(again)]) == 0
        assert song_from_midi(again).melody == take.song.melody
    user.to_save = tmp_path / "tune.cantilena"
    studio.files.save()
    qtbot.waitUntil(lambda: not studio.document.is_changed)
    project = project_from_file(tmp_path / "tune.cantilena")
    assert (project.takes, project.batch.takes) == (studio.takes.all[:1], studio.takes.all[1:])
    assert project.maker == starred.maker
    studio.document.new()
    studio.files.open_path(tmp_path / "tune.cantilena")
    qtbot.waitUntil(lambda: bool(studio.takes.all))
    assert told(panel) == [GERMAN, "", "", ""]


def test_with_the_next_knob_the_tune_is_one_of_the_chosen_model(
    studio: Studio, qtbot: QtBot, panel: TakesPanel
) -> None:
    starred = studio.takes.all[0]
    panel.list.choose(1)
    turn(studio, temperature=0.5)
    qtbot.waitUntil(lambda: studio.document.song.melody != starred.song.melody)
    settle(studio, qtbot)
    assert studio.document.maker is not None
    assert studio.document.maker.model.title == IRISH
    assert studio.takes.all[0] == starred
    studio.document.undo()
    assert studio.document.maker == starred.maker
    qtbot.wait(400)
    assert studio.document.song.melody == starred.song.melody


def test_a_take_of_another_mixture_can_be_chosen(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(Controls(0.9, bars=3))
    panel = draw(studio, qtbot, 2)
    mix(studio, qtbot, "american")
    qtbot.waitUntil(lambda: all(take.controls.blend for take in studio.takes.all))
    settle(studio, qtbot)
    studio.takes.star(studio.takes.all[0])
    mix(studio, qtbot, "")
    choose_model(studio, qtbot, "irish")
    mixed, *others = studio.takes.all
    title = "German folk songs with 50% of American fiddle tunes (Ryan)"
    assert told(panel) == [title, *[""] * len(others)]
    panel.list.choose(1)
    qtbot.waitUntil(lambda: not studio.blending.is_opening)
    qtbot.wait(400)
    settle(studio, qtbot)
    assert studio.document.song.melody == mixed.song.melody
    assert studio.document.maker == mixed.maker


def test_a_card_at_the_mouse_carries_its_recipe(
    studio: Studio, qtbot: QtBot, panel: TakesPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[Path] = []

    def let_go(drag: QDrag, _action: Qt.DropAction) -> None:
        caught.extend(Path(url.toLocalFile()) for url in drag.mimeData().urls())

    monkeypatch.setattr(QDrag, "exec", let_go)
    panel.list.dragged.emit(0)
    (file,) = caught
    qtbot.waitUntil(file.exists)
    recipe = recipe_in_file(file)
    assert recipe.maker == studio.takes.all[0].maker
    assert not recipe.differing(studio.takes.all[0].song)


def test_a_stopped_tune_and_a_tune_behind_others_have_no_maker(
    studio: Studio, qtbot: QtBot
) -> None:
    studio.document.set_controls(Controls(0.9, bars=120))
    studio.generate()
    qtbot.waitUntil(lambda: len(studio.generation._notes) > 3)
    studio.stop()
    assert studio.document.asked is not None
    assert studio.document.maker is None
    studio.document.set_controls(Controls(0.9, bars=3))
    studio.generate()
    settle(studio, qtbot)
    assert studio.document.maker is not None


def test_what_a_stranger_calls_a_model_is_text_alone(
    studio: Studio, qtbot: QtBot, panel: TakesPanel
) -> None:
    take = studio.takes.all[0]
    hostile = Maker(Mark("<a>", "<img src='x'> {braces}", "ab" * 32))
    studio.document.set_takes((replace(take, maker=hostile),))
    qtbot.waitUntil(lambda: told(panel)[0] == hostile.model.title)
    tip = panel.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
