"""The program in the menu of the desktop: what is written where, and taken away again."""

import os
import sys
from pathlib import Path

import pytest

from core.errors import UserError
from core.launcher import menu
from core.launcher.menu import add_to_menu, data_folder, has_menu, is_in_menu, remove_from_menu


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for the desktop's tools, and has what they were called with."""
    folder, log = tmp_path / "tools", tmp_path / "called"
    folder.mkdir()
    for name in ("update-mime-database", "update-desktop-database"):
        tool = folder / name
        tool.write_text(f'#!/bin/sh\necho "{name} $1" >> "{log}"\n')
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return log


def written() -> set[str]:
    home = data_folder()
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}


FILES = {
    "applications/cantilena.desktop",
    "mime/packages/cantilena.xml",
    "icons/hicolor/scalable/apps/cantilena.svg",
    "icons/hicolor/scalable/mimetypes/application-x-cantilena.svg",
}


def test_it_is_put_there_and_taken_away(tools: Path) -> None:
    assert not is_in_menu()
    added = add_to_menu()
    assert is_in_menu()
    assert written() == {str(path) for path in added.files} == FILES
    assert (added.folder, added.failed) == (data_folder(), ())
    calls = [f"update-mime-database {added.folder}/mime"]
    calls += [f"update-desktop-database {added.folder}/applications"]
    assert tools.read_text().splitlines() == calls
    add_to_menu()
    assert written() == FILES, "to add it once more changes nothing"
    removed = remove_from_menu()
    assert not is_in_menu()
    assert written() == set()
    assert set(map(str, removed.files)) == FILES
    assert len(tools.read_text().splitlines()) == 6, "the desktop is told that it is gone"
    remove_from_menu()


@pytest.mark.usefixtures("tools")
def test_another_installation_in_the_menu_is_not_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    add_to_menu()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", "/elsewhere/python")
        assert not is_in_menu()
        add_to_menu()
    assert not is_in_menu(), "the one that was added last is there"


def test_without_the_tools_the_files_are_there_and_it_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert add_to_menu().failed == ("update-mime-database", "update-desktop-database")
    assert written() == FILES


def test_a_tool_that_hangs_or_fails_is_not_waited_for(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(menu, "_PATIENCE_SECONDS", 0.2)
    folder = tools.with_name("tools")
    (folder / "update-mime-database").write_text("#!/bin/sh\nexec sleep 60\n")
    (folder / "update-desktop-database").write_text("#!/bin/sh\nexit 1\n")
    assert add_to_menu().failed == ("update-mime-database", "update-desktop-database")


def test_a_place_that_cannot_be_written_is_told() -> None:
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().write_text("a file")
    with pytest.raises(UserError, match="is no folder; choose another place"):
        add_to_menu()
    assert not is_in_menu()


def test_a_place_for_data_is_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for value in ("", "relative/place"):
        monkeypatch.setenv("XDG_DATA_HOME", value)
        assert data_folder() == tmp_path / ".local" / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "ä b"))
    assert data_folder() == tmp_path / "ä b"


@pytest.mark.parametrize(("system", "has_one"), [("linux", True), ("darwin", False)])
def test_only_some_systems_have_such_a_menu(
    system: str, has_one: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert has_menu() == has_one


@pytest.mark.usefixtures("tools")
def test_a_cache_of_icons_is_told_that_there_are_new_ones() -> None:
    add_to_menu()
    theme = data_folder() / "icons" / "hicolor"
    os.utime(theme, (9, 9))
    add_to_menu()
    assert theme.stat().st_mtime > 9
