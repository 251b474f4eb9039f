"""The entry that puts the program into the desktop's menu."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from core.errors import UserError
from core.launcher.menu import Change
from core.settings import Settings
from gui.job import Job
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.files.test_files import sentence

CHANGE = Change(Path("/home/anna/share"), (Path("one"), Path("two")), ())


class Menu:
    """Stands in for the desktop's; notes the threads that it was called on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_there = False
        self.failed: tuple[str, ...] = ()
        self.threads: set[int] = set()
        for name, call in (
            ("is_in_menu", self.look),
            ("add_to_menu", lambda: self.change(True)),
            ("remove_from_menu", lambda: self.change(False)),
        ):
            monkeypatch.setattr(f"gui.menu.desktop.{name}", call)

    def look(self) -> bool:
        self.threads.add(threading.get_ident())
        return self.is_there

    def change(self, is_there: bool) -> Change:
        self.look()
        self.is_there = is_there
        return Change(CHANGE.folder, CHANGE.files, self.failed)


@pytest.fixture
def menu(monkeypatch: pytest.MonkeyPatch) -> Menu:
    return Menu(monkeypatch)


def text(studio: Studio, qtbot: QtBot) -> str:
    """What the entry says once its menu is about to be shown."""
    menus = studio.window.menuBar().findChildren(QMenu)
    next(menu for menu in menus if studio.desktop.action in menu.actions()).aboutToShow.emit()
    settle(studio, qtbot)
    return studio.desktop.action.text()


def settle(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not studio.desktop.findChildren(Job))


def test_it_adds_and_then_removes_and_says_what(menu: Menu, studio: Studio, qtbot: QtBot) -> None:
    assert text(studio, qtbot) == "Add to the &desktop's menu"
    studio.desktop.action.trigger()
    settle(studio, qtbot)
    assert (menu.is_there, bool(menu.threads)) == (True, True)
    assert sentence(studio) == (
        "The desktop has Cantilena in its menu, and opens projects with it. "
        "Written to /home/anna/share: one, two."
    )
    assert studio.desktop.action.text() == "Remove from the &desktop's menu"
    studio.window.message.clear()
    studio.desktop.action.trigger()
    settle(studio, qtbot)
    assert not menu.is_there
    assert sentence(studio) == (
        "Cantilena is gone from the desktop's menu. Removed from /home/anna/share: one, two."
    )
    assert text(studio, qtbot) == "Add to the &desktop's menu"
    assert threading.get_ident() not in menu.threads, "nothing of it is done by the window itself"


def test_what_another_window_has_done_is_seen(menu: Menu, studio: Studio, qtbot: QtBot) -> None:
    menu.is_there = True
    assert text(studio, qtbot) == "Remove from the &desktop's menu"
    menu.is_there = False
    assert text(studio, qtbot) == "Add to the &desktop's menu"


def test_a_tool_that_is_missing_is_told(menu: Menu, studio: Studio, qtbot: QtBot) -> None:
    menu.failed = ("update-mime-database",)
    studio.desktop.action.trigger()
    settle(studio, qtbot)
    assert "after the next login, as update-mime-database could not be run" in sentence(studio)


def test_what_cannot_be_done_is_told(
    menu: Menu, studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Change:
        raise UserError("No room.")

    monkeypatch.setattr("gui.menu.desktop.add_to_menu", refuse)
    studio.desktop.action.trigger()
    settle(studio, qtbot)
    assert sentence(studio) == "No room."
    assert not menu.is_there
    assert text(studio, qtbot) == "Add to the &desktop's menu"


def test_on_other_systems_it_says_why_not(
    open_studio: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.menu.desktop.has_menu", lambda: False)
    action = open_studio(Settings()).desktop.action
    assert not action.isEnabled()
    assert action.toolTip() == "Only the desktops of Linux learn of a program in this way"
