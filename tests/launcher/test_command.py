"""The command line of the desktop entry comes back as it was, whatever is in it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.launcher.command import exec_from_command, own_command, value_from_text
from tests.launcher.specification import RESERVED, arguments_from_exec, text_from_value

signs = st.sampled_from(RESERVED + "%=äß\r/a1-\u3042") | st.characters(exclude_categories=["Cs"])
arguments = st.text(signs, max_size=12)
programs = st.text(signs.filter(lambda sign: sign != "="), min_size=1, max_size=12)


@given(programs, st.lists(arguments, max_size=3), st.none() | arguments)
def test_a_command_comes_back(program: str, others: list[str], file: str | None) -> None:
    value = exec_from_command([program, *others])
    told = [] if file is None else [file]
    assert arguments_from_exec(value, file) == [program, *others, *told]


@given(arguments)
def test_a_value_comes_back(text: str) -> None:
    assert text_from_value(value_from_text(text)) == text


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("/usr/bin/python3", "/usr/bin/python3"),
        ("/a b", '"/a b"'),
        ("/50%", "/50%%"),
        ("/a'b", '"/a\'b"'),
        ("/a$b", '"/a\\\\$b"'),
        ("/a\\b", '"/a\\\\\\\\b"'),  # four strokes, as the specification says
        ('/a"b', '"/a\\\\"b"'),
        ("/über", "/über"),
    ],
)
def test_it_is_written_as_the_specification_says(argument: str, value: str) -> None:
    assert exec_from_command([argument]) == f"{value} %f"


def test_what_no_desktop_can_start_is_refused() -> None:
    with pytest.raises(UserError, match="equals sign in its path; move the program"):
        exec_from_command(["/a=b/python", "main.py"])
    assert "=" in exec_from_command(["/python", "a=b"])
    with pytest.raises(UserError, match="whose name is no proper text"):
        exec_from_command(["/caf\udce9/python"])


def test_the_own_command_starts_this_program_from_any_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [*own_command(), "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "antilena" in done.stdout
    assert own_command()[0] == sys.executable


def test_a_packaged_program_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable]
