"""The program that opens the window, as a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.settings import settings_file
from gui import app
from main import main

ROOT = Path(__file__).parents[2]

# What follows `begin` runs in the window's process when model and player are there.
PROGRAM = """
import os, signal, sys
from gui import app, studio
from PySide6.QtCore import QTimer

start = studio.Studio.start

def watched(self, file=None):
    start(self, file)
    def check():
        if self.models.is_opening or not self.playback.outputs and not self.window.message.sentence:
            QTimer.singleShot(10, check)
        else:
            ready(self)
    check()

studio.Studio.start = watched
{ready}
sys.exit(app.run(sys.argv[1:]))
"""


def run(ready: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", PROGRAM.format(ready=ready), *arguments],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "JACK_NO_START_SERVER": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.slow
def test_a_window_with_model_and_player_has_loaded_nothing_heavy() -> None:
    done = run(
        "def ready(self):\n"
        "    print(self.models.model.card.family, self.actions['generate'].isEnabled())\n"
        "    heavy = 'tensorflow keras music21 verovio fluidsynth mido rtmidi'.split()\n"
        "    print('loaded:', *(name for name in heavy if name in sys.modules))\n"
        "    self.close()"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["note True", "loaded:"]


@pytest.mark.slow
def test_the_file_named_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "tune.txt"
    file.write_text("g4 a4 b4")
    done = run(
        "def ready(self):\n"
        "    if len(self.document.song.seed) != 3:\n"
        "        return QTimer.singleShot(9, lambda: ready(self))\n"
        "    print(self.window.seed.text)\n"
        "    self.close()",
        str(file),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "g4 a4 b4\n"


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_it_well(number: signal.Signals) -> None:
    done = run(f"def ready(self):\n    os.kill(os.getpid(), {number.value})")
    assert done.returncode == 130, done.stderr
    assert settings_file().exists()


@pytest.mark.slow
def test_settings_that_are_no_use_are_told_in_the_window() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("{")
    done = run("def ready(self):\n    print(self.window.message.sentence)\n    self.close()")
    assert "The settings are the defaults again" in done.stdout


def test_more_than_one_file_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["one.mid", "two.mid"]) == 2
    assert "One file can be opened at a time" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["tune.mid"], True),
        (["some folder/mine.cantilena"], True),
        (["ports"], False),
        (["--help"], False),
        (["info", "model.keras"], False),
    ],
)
def test_the_program_opens_the_window_for_a_file_and_runs_commands_otherwise(
    arguments: list[str], opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.app.run", lambda _: 77)
    monkeypatch.setattr("core.cli.run", lambda _: 78)
    monkeypatch.setattr("sys.argv", ["main.py", *arguments])
    assert main() == (77 if opens else 78)


@pytest.mark.slow
def test_a_defect_is_told_in_the_window_which_goes_on() -> None:
    done = run(
        "def ready(self):\n"
        "    QTimer.singleShot(0, lambda: [][1])\n"
        "    QTimer.singleShot(50, lambda: (print(self.window.message.sentence), self.close()))"
    )
    assert done.returncode == 0, done.stderr
    assert "Something unexpected went wrong (IndexError" in done.stdout
    assert "crash.log" in done.stdout
