"""No screen is told in one sentence, before Qt could abort."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import UserError
from gui.display import check_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux asks for one")


def test_platforms_without_a_server_need_no_screen() -> None:
    check_display({"QT_QPA_PLATFORM": "offscreen"})
    check_display({"QT_QPA_PLATFORM": "minimal:enable_fonts"})


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"WAYLAND_DISPLAY": "wayland-nobody", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"},
    ],
)
def test_no_screen_at_all(environment: dict[str, str]) -> None:
    with pytest.raises(UserError, match="There is no screen"):
        check_display(environment)


@pytest.mark.parametrize("name", [":987", "nonsense", ":-1"])
def test_a_screen_that_cannot_be_reached_is_named(name: str) -> None:
    with pytest.raises(UserError, match=f"'{name}'|system library"):
        check_display({"DISPLAY": name})


def test_a_wayland_server_that_answers_is_enough(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        check_display({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_the_program_says_so_and_exits_with_2() -> None:
    bare = {k: v for k, v in os.environ.items() if "DISPLAY" not in k and k != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-c", "import sys, gui.app; sys.exit(gui.app.run([]))"],
        env=bare | {"DISPLAY": ":987"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
