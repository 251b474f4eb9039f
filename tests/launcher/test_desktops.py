"""What the tools of real desktops make of it: entry, type of the files, double click."""

import os
import shutil
import subprocess
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.launcher.command import own_command
from core.launcher.menu import add_to_menu, data_folder, remove_from_menu
from core.launcher.texts import MIME_TYPE, entry_text
from core.music.song import Song
from core.music.text import melody_from_text
from core.project import Project, save_project
from tests import desktop
from tests.desktop import wait_until

_TOOLS = (
    *("desktop-file-validate", "update-desktop-database", "update-mime-database"),
    *("gio", "xdg-mime"),
)
_MISSING = [tool for tool in _TOOLS if not shutil.which(tool)]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(_MISSING), reason=f"not installed: {', '.join(_MISSING)}"),
]

ODD = 'Grüße 50% "q" it\'s $HOME `x` \\ & ;'
PICTURES = Path(__file__).parents[2] / "build" / "pictures"


def output(*command: str | Path) -> str:
    environment = os.environ | {"XDG_CURRENT_DESKTOP": "GNOME", "LANGUAGE": "C"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("folder", ["/opt/cantilena", f"/opt/{ODD}"])
def test_the_entry_is_valid(folder: str, tmp_path: Path) -> None:
    entry = tmp_path / "cantilena.desktop"
    entry.write_text(entry_text([f"{folder}/python", f"{folder}/main.py"]), encoding="utf-8")
    assert output("desktop-file-validate", "--warn-kde", entry) == ""


def test_projects_are_known_by_name_and_by_content(tmp_path: Path) -> None:
    assert add_to_menu().failed == ()
    named, bare, other = (tmp_path / name for name in ("a.cantilena", "bare", "b.json"))
    for path in (named, bare):
        save_project(Project(), path)
    other.write_text('{\n  "format": "something"\n}\n')
    for path in (named, bare):
        assert output("xdg-mime", "query", "filetype", path) == MIME_TYPE
        assert MIME_TYPE in output("gio", "info", "-a", "standard::content-type", path)
    assert MIME_TYPE not in output("gio", "info", "-a", "standard::content-type", other)
    assert output("xdg-mime", "query", "default", MIME_TYPE) == "cantilena.desktop"
    assert remove_from_menu().failed == ()
    assert MIME_TYPE not in output("gio", "info", "-a", "standard::content-type", named)
    assert output("xdg-mime", "query", "default", MIME_TYPE) == ""


_NOTE = """#!/bin/sh
printf '%s\\0' "$0" "$@" > "$NOTED.part"
mv "$NOTED.part" "$NOTED"
"""
names = st.text(
    st.sampled_from(" \t\n\"'\\><~|&;$*?#()`%äß€-a1") | st.characters(exclude_categories=["C"]),
    min_size=1,
    max_size=12,
).filter(lambda name: "/" not in name and "=" not in name and len(name.encode()) < 90)


@given(folder=names, argument=names, file=names)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_glib_starts_the_program_as_it_was_written(
    folder: str, argument: str, file: str, tmp_path: Path
) -> None:
    place = tmp_path / f"x{folder}"
    place.mkdir(exist_ok=True)
    program, noted, entry = place / "program", tmp_path / "noted", tmp_path / "a.desktop"
    program.write_text(_NOTE)
    program.chmod(0o755)
    noted.unlink(missing_ok=True)
    opened = tmp_path / f"f{file}"
    opened.write_text("")
    entry.write_text(entry_text([str(program), argument]), encoding="utf-8")
    subprocess.run(
        ["gio", "launch", entry, opened],
        env=os.environ | {"NOTED": str(noted)},
        check=True,
        timeout=30,
    )
    wait_until(noted.exists, "the program is called")
    told = noted.read_bytes().decode().split("\0")[:-1]
    assert told == [str(program), argument, str(opened)]


@pytest.mark.gui
@pytest.mark.skipif(bool(desktop.MISSING), reason=f"not installed: {desktop.MISSING}")
@pytest.mark.parametrize("way", ["open", "launch", "bare"])
def test_a_double_click_opens_the_file_in_this_program(way: str, tmp_path: Path) -> None:
    """The installation, too, lies in a folder with an odd name."""
    assert add_to_menu().failed == ()
    there_too = tmp_path / f"Programme {ODD}"
    there_too.symlink_to(Path(own_command()[1]).parent)
    entry = data_folder() / "applications" / "cantilena.desktop"
    command = [own_command()[0], str(there_too / "main.py")]
    entry.write_text(entry_text(command), encoding="utf-8")
    file = tmp_path / (ODD if way == "bare" else f"{ODD}.cantilena")
    melody = melody_from_text("c4 e4 g4 c5")
    save_project(Project(Song(melody, seed_end=melody.end)), file)
    PICTURES.mkdir(parents=True, exist_ok=True)
    call = ["gio", "launch", str(entry)] if way == "launch" else ["gio", "open"]
    with desktop.desktop() as there:
        subprocess.run([*call, str(file)], env=there.environment, check=True, timeout=30)
        there.wait_for_window(f"{file.name} — Cantilena")
        there.picture(PICTURES / f"double-click-{way}.png")
        program = psutil.Process(int(there.xdotool("getactivewindow", "getwindowpid")))
        assert program.cmdline()[-2:] == [command[1], str(file)]
        program.terminate()
        program.wait(20)
