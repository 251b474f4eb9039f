"""The program from outside: exit codes, one line on stderr, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from core import cli
from core.version import VERSION

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, str(ROOT / "main.py")]


def complaint(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.endswith(".\n")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr() == (f"Cantilena {VERSION}\n", "")
    assert f'\nversion = "{VERSION}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [[], *([name] for name in cli.COMMANDS)])
def test_there_is_help_for_everything(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run([*arguments, "--help"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith(f"usage: {' '.join(['python main.py', *arguments])} ")
    assert err == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["compose"], "invalid choice: 'compose'"),
        (["--loud"], "required: COMMAND"),
        (["generate", "--seed", "c4"], "required: --out"),
        (["generate", "--se", "c4", "--out", "a.mid"], "Unrecognized arguments: --se c4"),
        (["generate", "--seed", "c4", "--out", "a.mid", "--bars"], "expected one argument"),
        (["train", "x", "--family", "harp", "--out", "a.keras"], "invalid choice: 'harp'"),
        (["train", "x", "--family", "grid", "--out", "a.mid"], "must end in .keras"),
        (["evaluate", "m.keras", "x", "--split", "s.json"], "add --part"),
        (["evaluate", "missing.keras", "x"], "missing.keras"),
        (["corpus", "missing"], "There is no folder 'missing'"),
        (["info", "missing.keras"], "missing.keras"),
        (["info", str(ROOT / "pyproject.toml")], "pyproject.toml"),
        (["play", "missing.mid"], "There is no file 'missing.mid'"),
        (["play", "missing.mid", "--tempo", "0"], "Tempo must be 20 to 400"),
        (["play", "missing.mid", "--from-bar", "-1"], "Bar must be 0 to"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in complaint(capsys, *arguments)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, text=True, timeout=60, check=False
    )


def test_the_real_program_has_the_exit_codes_too() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Cantilena {VERSION}\n", "")
    failed = run("info", "missing.keras")
    assert (failed.returncode, failed.stdout, failed.stderr.count("\n")) == (2, "", 1)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_is_a_sentence() -> None:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in displays}
    done = subprocess.run(
        PROGRAM, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "no screen" in done.stderr


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    program = (
        "import sys, main; sys.argv[1:] = ['generate', '--help']; main.main(); "
        "heavy = {'numpy', 'PySide6', 'mido', 'h5py', 'music21', 'tensorflow', 'rtmidi'}; "
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


def test_a_reader_who_leaves_is_no_error(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:0200}.krn").write_text("nonsense")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as out:
        done = subprocess.run(
            [*PROGRAM, "corpus", str(tmp_path), "--json"],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_unexpected_is_a_sentence_and_its_details_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise ValueError("first line\nsecond line")

    monkeypatch.setattr(cli, "run", fail)
    monkeypatch.setattr(sys, "argv", ["main.py", "info", "x"])
    assert main.main() == 2
    out, err = capsys.readouterr()
    (log,) = tmp_path.rglob("crash.log")
    assert out == ""
    assert err == (
        "Something unexpected went wrong (ValueError: first line second line); "
        f"the details are in '{log}'.\n"
    )
    assert "raise ValueError" in log.read_text(encoding="utf-8")


def test_where_no_details_can_be_kept_the_sentence_comes_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> int:
        raise RuntimeError("odd")

    (tmp_path / "file").write_text("")
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "file"))
    monkeypatch.setattr(cli, "run", interrupt)
    monkeypatch.setattr(sys, "argv", ["main.py", "info", "x"])
    assert main.main() == 2
    assert capsys.readouterr().err == "Something unexpected went wrong (RuntimeError: odd).\n"
