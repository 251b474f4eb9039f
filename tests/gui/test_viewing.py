"""A project is looked at as it was when it was saved; to look elsewhere is no work."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.music.song import Song
from core.project import Project, project_from_file
from core.recovery.leftover import leftovers
from core.sight import Sight
from gui.studio import Studio
from gui.viewing import Viewing
from tests.gui.fakes import FakeUser
from tests.gui.files.test_files import wait_for_files
from tests.gui.panels.test_seed import type_seed
from tests.gui.takes.test_takes import draw
from tests.gui.test_scoring import AtOnce

LONG = "c4 d4 e4 f4 " * 40


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.engraving.engraver.Engraver", AtOnce)


def save(studio: Studio, user: FakeUser, qtbot: QtBot, path: Path) -> None:
    user.to_save = path
    studio.actions["save"].trigger()
    wait_for_files(studio, qtbot)


def open_file(studio: Studio, qtbot: QtBot, path: Path) -> None:
    studio.files.open_path(path)
    wait_for_files(studio, qtbot)
    QTest.qWait(20)  # until every part has its room


def test_a_project_is_shown_as_it_was_looked_at(
    studio: Studio, user: FakeUser, qtbot: QtBot, tmp_path: Path
) -> None:
    type_seed(studio, LONG)
    roll = studio.window.roll
    roll.travel(roll.scene.view.zoomed_time(7.3, 400).zoomed_pitch(1.5, 90).scrolled(701, 33))
    studio.actions["velocities"].trigger()
    studio.actions["score"].trigger()
    studio.actions["takes"].trigger()
    studio.actions["field"].trigger()
    QTest.qWait(20)
    seen = studio.viewing.sight
    assert seen == Sight(*_place(studio), *(True,) * 4)
    path = tmp_path / "a.cantilena"
    save(studio, user, qtbot, path)
    assert project_from_file(path).sight == seen

    studio.actions["new"].trigger()
    assert roll.place is None, "an empty tune is shown whole"
    for name in ("velocities", "score", "takes", "field"):
        studio.actions[name].trigger()
    assert studio.viewing.sight == Sight()
    user.answer = "discard"
    open_file(studio, qtbot, path)
    assert studio.viewing.sight == seen
    assert not studio.document.is_changed

    roll.fit()
    studio.actions["velocities"].trigger()
    save(studio, user, qtbot, path)
    assert project_from_file(path).sight == replace(
        Sight(*(None,) * 4, *(True,) * 4), shows_velocities=False
    )


def _place(studio: Studio) -> tuple[float, float, float, int]:
    time, pitch = studio.window.roll.scene.time, studio.window.roll.scene.pitch
    return time.left, time.px_per_tick * 480, pitch.top, pitch.row_px


def test_another_window_shows_the_same_notes_as_large(studio: Studio) -> None:
    type_seed(studio, LONG)
    roll = studio.window.roll
    roll.travel(roll.scene.view.zoomed_time(9, 0).scrolled(700, 0))
    studio.viewing.keep()
    project, place = studio.document.project, _place(studio)
    studio.document.new()
    studio.window.resize(QSize(1900, 1000))
    studio.document.show(project)
    studio.window.resize(QSize(900, 700))
    QTest.qWait(20)
    assert _place(studio) == place
    studio.window.resize(QSize(1900, 1000))
    roll.setFocus()
    QTest.keyClick(roll, Qt.Key.Key_PageDown)
    assert _place(studio)[0] > place[0], "who goes on is not held"
    later = _place(studio)
    studio.window.resize(QSize(1850, 1000))
    QTest.qWait(20)
    assert _place(studio)[0] == later[0]


def test_who_scrolls_changes_nothing_and_is_noted_when_he_rests(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    type_seed(studio, LONG)
    studio.document.mark_saved(studio.document.project, tmp_path / "a.cantilena")
    told: list[None] = []
    studio.document.listen(lambda: told.append(None))
    roll = studio.window.roll
    roll.travel(roll.scene.view.zoomed_time(9, 0))
    for _ in range(200):
        roll.travel(roll.scene.view.scrolled(3, 0))
    assert not told, "the work is not kept anew at each pixel"
    qtbot.waitUntil(lambda: len(told) == 1)
    assert studio.document.sight == studio.viewing.sight
    assert not studio.document.is_changed
    assert not studio.window.isWindowModified()
    qtbot.wait(600)
    assert len(told) == 1


def test_a_project_without_a_view_leaves_the_parts_as_they_are(studio: Studio) -> None:
    studio.actions["velocities"].trigger()
    QTest.qWait(20)
    roll = studio.window.roll
    roll.travel(roll.scene.view.zoomed_time(4, 0))
    studio.viewing.keep()
    studio.document.show(Project(Song(studio.document.song.seed)))
    assert roll.place is None
    assert studio.viewing.sight == Sight(shows_velocities=True)


def test_what_is_restored_after_a_crash_is_looked_at_as_before(
    studio: Studio, qtbot: QtBot
) -> None:
    type_seed(studio, LONG)
    draw(studio, qtbot)
    roll = studio.window.roll
    roll.travel(roll.scene.view.zoomed_time(5, 200).scrolled(300, 0))
    studio.viewing.keep()
    before, takes = studio.viewing.sight, studio.takes.all
    assert isinstance(studio.viewing, Viewing)
    studio.safety.keeper.close()
    (leftover,) = leftovers()
    studio.document.new()
    studio.document.restore(leftover.read())
    QTest.qWait(20)
    assert studio.viewing.sight == before
    assert studio.takes.all == takes
    leftover.throw_away()


def test_a_window_that_was_closed_is_looked_at_no_more(studio: Studio) -> None:
    type_seed(studio, LONG)
    studio.close()
    roll = studio.window.roll
    roll.travel(roll.scene.view.zoomed_time(5, 200))
    assert not [timer for timer in studio.findChildren(QTimer) if timer.isActive()]
