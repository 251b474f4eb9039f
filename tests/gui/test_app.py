"""The program that opens the window, as a process of its own."""

import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from core.crash.log import log_file
from core.memory import load_settings, save_settings, settings_file
from core.recovery.leftover import leftovers
from main import main
from tests.test_settings import CHOSEN

ROOT = Path(__file__).parents[2]
BARE = {"QT_QPA_PLATFORM": "offscreen", "JACK_NO_START_SERVER": "1"}

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
        env=os.environ | BARE,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def complaints(stderr: str) -> list[str]:
    """What is said there, but for what Qt says where there is no screen."""
    return [line for line in stderr.splitlines() if "propagateSizeHints" not in line]


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
    assert (done.returncode, complaints(done.stderr)) == (128 + number, [])
    assert settings_file().exists()


START_SECONDS = 1.6
"""So long the start takes at most, until nothing more is made."""

STARTS = int(os.environ.get("CANTILENA_STARTS", "6"))


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_at_any_moment_of_the_start_ends_it_without_a_word(
    number: signal.Signals,
) -> None:
    chance = Random(number)
    save_settings(CHOSEN)
    for start in range(STARTS):
        # Earlier there is only the interpreter, which knows nothing of ours yet.
        moment_seconds = 0.1 + (START_SECONDS - 0.1) * (start + chance.random()) / STARTS
        command = [sys.executable, "main.py"]
        with subprocess.Popen(
            command, cwd=ROOT, env=os.environ | BARE, stderr=subprocess.PIPE, text=True
        ) as program:
            time.sleep(moment_seconds)
            program.send_signal(number)
            assert program.stderr is not None
            said = complaints(program.stderr.read())
        ended = program.returncode, said
        # Before the first lines of ours the system itself ends it.
        assert ended in ((128 + number, []), (-number, [])), moment_seconds
        loaded, complaint = load_settings()
        assert complaint is None
        assert replace(loaded, geometry="", model="", layout=CHOSEN.layout) == CHOSEN


@pytest.mark.slow
def test_choices_are_kept_while_the_program_runs() -> None:
    done = run(
        "def ready(self):\n"
        "    self.window.seed.field.setPlainText('a4 b4')\n"
        "    self.languages.choice = 'de'\n"
        "    QTimer.singleShot(4500, lambda: os.kill(os.getpid(), signal.SIGKILL))"
    )
    assert done.returncode == -signal.SIGKILL
    loaded, complaint = load_settings()
    assert complaint is None
    assert (loaded.seed, loaded.language) == ("a4 b4", "de")


@pytest.mark.slow
def test_settings_that_are_no_use_are_told_in_the_window() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("{")
    done = run("def ready(self):\n    print(self.window.message.sentence)\n    self.close()")
    assert "The settings are the defaults again" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["tune.mid"], True),
        (["some folder/mine.cantilena"], True),
        (["/some/folder/by a double click"], True),
        (["tune.mid", "/another"], True),
        (["tune.mid", "--help"], False),
        (["ports"], False),
        (["--help"], False),
        (["info", "model.keras"], False),
    ],
)
def test_the_program_opens_the_window_for_a_file_and_runs_commands_otherwise(
    arguments: list[str], opens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.app.run", lambda _: 77)
    monkeypatch.setattr("core.cli.run", lambda *_: 78)
    monkeypatch.setattr("sys.argv", ["main.py", *arguments])
    assert main() == (77 if opens else 78)


# Of what follows `provoke` is called in the program, and `told` a second later.
DEFECTS = """
import ctypes, threading
from PySide6.QtCore import qFatal
from PySide6.QtWidgets import QApplication
from gui.crash.dialog import CrashDialog

def dialogs():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]

def ready(self):
    self.window.seed.field.setPlainText("g4 a4 b4")
    self.window.seed.finish_typing()
    QTimer.singleShot(0, lambda: provoke(self))
    QTimer.singleShot(1500, lambda: told(self))

def told(self):
    for dialog in dialogs():
        print(dialog.what.text(), dialog.state.text(), dialog.details.toPlainText(), sep="\\n")
    print("dialogs:", len(dialogs()))
    self.close()

def fail(*_):
    raise KeyError("odd")
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("provoke", "where"),
    [
        ("QTimer.singleShot(0, fail)", "window"),
        ("threading.Thread(target=fail, name='helper').start()", "window, thread helper"),
        ("start_job(self)", "job"),
    ],
)
def test_a_defect_shows_one_dialog_and_the_window_goes_on(provoke: str, where: str) -> None:
    done = run(
        f"{DEFECTS}\n"
        "def start_job(self):\n"
        "    from gui.job import Job\n"
        "    Job(lambda: map(fail, [1]), self).start()\n"
        f"def provoke(self):\n    {provoke}"
    )
    assert done.returncode == 0, done.stderr
    assert "Something unexpected went wrong." in done.stdout
    assert "Your unsaved work is kept" in done.stdout
    assert f"KeyError: 'odd'\nin the {where}\n" in done.stdout
    assert done.stdout.endswith("dialogs: 1\n")
    assert log_file().read_text(encoding="utf-8").count("Traceback") == 1
    assert [file.name for file in log_file().parent.iterdir()] == ["crash.log"]


@pytest.mark.slow
def test_a_picture_that_fails_for_ever_shows_one_dialog_and_a_short_log() -> None:
    done = run(
        f"{DEFECTS}\n"
        "from gui.roll.canvas import Canvas\n"
        "draw, is_failing = Canvas.paintEvent, []\n"
        "def paint(self, event):\n"
        "    fail() if is_failing else draw(self, event)\n"
        "Canvas.paintEvent = paint\n"
        "def provoke(self):\n"
        "    is_failing.append(True)\n"
        "    timer = QTimer(self)\n"
        "    canvas, = self.window.findChildren(Canvas)\n"
        "    timer.timeout.connect(canvas.update)\n"
        "    timer.start(5)"
    )
    assert done.returncode == 0, done.stderr
    often = re.search(r"It happened ([0-9,]+) times", done.stdout)
    assert often is not None
    assert int(often[1].replace(",", "")) > 20
    assert done.stdout.endswith("dialogs: 1\n")
    assert len(log_file().read_text(encoding="utf-8").splitlines()) < 30
    assert len(done.stderr) < 12_000


@pytest.mark.slow
@pytest.mark.parametrize(
    ("provoke", "words"),
    [("ctypes.string_at(0)", "Segmentation fault"), ("qFatal('no such thing')", "Qt: ")],
)
def test_what_ends_the_program_at_once_is_told_by_the_next_start_which_has_the_work(
    provoke: str, words: str
) -> None:
    done = run(f"{DEFECTS}\ndef provoke(self):\n    QTimer.singleShot(700, lambda: {provoke})")
    assert done.returncode in (-signal.SIGSEGV, -signal.SIGABRT), done.stderr
    next_start = (
        f"{DEFECTS}\n"
        "def ready(self):\n"
        "    QTimer.singleShot(700, lambda: print(self.window.message.sentence))\n"
        "    QTimer.singleShot(800, lambda: told(self))"
    )
    done = run(next_start)
    assert done.returncode == 0, done.stderr
    assert "Unsaved work of" in done.stdout
    assert "The program came to a sudden end the last time." in done.stdout
    assert words in done.stdout
    assert done.stdout.endswith("dialogs: 1\n")
    assert run(next_start).stdout.endswith("dialogs: 0\n"), "it is told once"


@pytest.mark.slow
def test_who_closes_the_program_over_a_defect_finds_the_work_at_the_next_start() -> None:
    done = run(
        f"{DEFECTS}\n"
        "def provoke(self):\n"
        "    QTimer.singleShot(0, fail)\n"
        "    QTimer.singleShot(500, lambda: dialogs()[0].leave.click())"
    )
    assert done.returncode == 0, done.stderr
    (leftover,) = leftovers()
    assert len(leftover.read().song.melody) == 3
    leftover.leave()


@pytest.mark.slow
def test_a_program_that_cannot_even_close_ends_all_the_same() -> None:
    done = run(
        f"{DEFECTS}\n"
        "def provoke(self):\n"
        "    QTimer.singleShot(0, fail)\n"
        "    self.playback.close = fail\n"
        "    QTimer.singleShot(500, lambda: dialogs()[0].leave.click())\n"
        "def told(self):\n"
        "    pass"
    )
    assert done.returncode == 2
    (leftover,) = leftovers()
    leftover.leave()


@pytest.mark.slow
def test_a_dialog_that_fails_itself_is_not_tried_again() -> None:
    done = run(
        f"{DEFECTS}\n"
        "def provoke(self):\n"
        "    CrashDialog.__init__ = fail\n"
        "    for _ in range(5):\n"
        "        QTimer.singleShot(0, lambda: [][1])\n"
        "        QTimer.singleShot(200, lambda: {}['x'])\n"
        "    QTimer.singleShot(900, lambda: print(self.window.message.sentence))"
    )
    assert done.returncode == 0, done.stderr
    assert "Something unexpected went wrong again (KeyError: 'odd')." in done.stdout
    assert done.stdout.endswith("dialogs: 0\n")
    assert log_file().read_text(encoding="utf-8").count("Traceback") == 3


@pytest.mark.slow
def test_a_defect_before_there_is_a_window_is_told_on_stderr_and_in_a_dialog() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QDialog\n"
        "import main, gui.window\n"
        "def fail(*_):\n"
        "    raise KeyError('no window')\n"
        "gui.window.Window.__init__ = fail\n"
        "def read(dialog):\n"
        "    print(dialog.what.text(), dialog.go_on.isVisible(), dialog.leave.isVisible())\n"
        "    print(dialog.details.toPlainText())\n"
        "    dialog.leave.click()\n"
        "shown = QDialog.exec\n"
        "def show(dialog):\n"
        "    QTimer.singleShot(100, lambda: read(dialog))\n"
        "    return shown(dialog)\n"
        "QDialog.exec = show\n"
        "sys.argv = ['main.py']\n"
        "sys.exit(main.main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | BARE,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "Something unexpected went wrong (KeyError: 'no window')" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("Something unexpected went wrong. False True\nCantilena")
    assert "KeyError: 'no window'\nin the start" in done.stdout
