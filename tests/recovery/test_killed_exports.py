"""Programs that are killed at any moment while they export: a window, and commands.

Every file under a name that somebody chose is whole, the old one or the new one, or is not there.
CANTILENA_KILLS says how often.
"""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest
from hypothesis import settings

from core.cli.writing import SUFFIXES
from core.music.song import Song
from core.music.text import melody_from_text
from core.writing import write_song
from tests.files.whole import check_whole
from tests.sound.synth.fonts import write_soundfont

ROOT = Path(__file__).parents[2]
IS_LONG = settings.get_current_profile_name() == "long"
KILLS = int(os.environ.get("CANTILENA_KILLS", 300 if IS_LONG else 4))
WINDOW_SECONDS, COMMAND_SECONDS = 3.0, 1.2
LEFTOVER_AGE_SECONDS = 120
MOST_WAIT_SECONDS = 200

pytestmark = [pytest.mark.slow, pytest.mark.timeout(10_000)]


@dataclass(slots=True)
class Folder:
    """Where files are written; `check` reads what has changed since the last time."""

    path: Path
    known: dict[Path, int] = field(default_factory=dict)
    checked: int = 0
    partial: int = 0

    def leftovers(self) -> set[Path]:
        return set(self.path.rglob(".cantilena-*"))

    def check(self) -> None:
        for path in self.path.rglob("*"):
            changed = path.stat().st_mtime_ns
            if path.is_file() and path.name[0] != "." and self.known.get(path) != changed:
                check_whole(path)
                self.known[path] = changed
                self.checked += 1


@pytest.fixture(autouse=True)
def own_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = write_soundfont(tmp_path / "small.sf2")
    monkeypatch.setenv("CANTILENA_SOUNDFONT", str(place))


@contextmanager
def program(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """A program that does not outlive the block."""
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as started:
        try:
            yield started
        finally:
            started.kill()


def kill(running: "subprocess.Popen[str]") -> None:
    """Kills it alone; all that it started ends too."""
    children = []
    with suppress(psutil.NoSuchProcess):  # it has ended by itself
        children = psutil.Process(running.pid).children(recursive=True)
    running.kill()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert not alive, "what it started ends with it"


def wait_to_kill(
    folder: Folder, chance: random.Random, running: "subprocess.Popen[str]", most_seconds: float
) -> None:
    """For any time; every other time until some file is being written, and a moment."""
    waits_for_file = bool(chance.randrange(2))
    time.sleep(chance.uniform(0, most_seconds / 4 if waits_for_file else most_seconds))
    if waits_for_file:
        before = folder.leftovers()
        end = time.monotonic() + MOST_WAIT_SECONDS
        while folder.leftovers() <= before and running.poll() is None:
            assert time.monotonic() < end
            time.sleep(0.0005)
        time.sleep(chance.choice([0, 0.001, 0.005, 0.05]) * chance.random())


def test_a_window_that_is_killed_while_it_exports_leaves_whole_files(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "exports")
    folder.path.mkdir()
    exporter = ("-m", "tests.recovery.exporter", str(folder.path))
    amid = 0
    for seed in range(KILLS):
        before = folder.leftovers()
        with program(*exporter, str(seed)) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == "ready\n"
            wait_to_kill(folder, random.Random(seed), running, WINDOW_SECONDS)
            kill(running)
            amid += ["ready", *running.stdout][-1].startswith("begun")
        new = folder.leftovers() - before
        assert len(new) <= 1, "it writes one at a time"
        folder.partial += len(new)
        folder.check()
    assert amid > KILLS // 3
    for path in folder.leftovers():
        os.utime(path, (0, time.time() - LEFTOVER_AGE_SECONDS))
    with program(*exporter, str(KILLS), "once") as running:
        assert running.wait(MOST_WAIT_SECONDS) == 0
    folder.check()
    swept = [path for path in folder.leftovers() if path.parent == folder.path]
    assert swept == [], "whoever writes the same file removes what a killed program left"
    report("window", folder, amid)


def test_commands_that_are_killed_leave_whole_files(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "exports")
    folder.path.mkdir()
    tune = tmp_path / "tune.krn"
    write_song(Song(melody_from_text("g4/8 a4 b4 c5 | " * 40)), tune)
    amid = 0
    for seed in range(KILLS):
        chance = random.Random(seed)
        out = folder.path / f"tune{chance.choice(SUFFIXES)}"
        words = chance.choice(
            (
                ["convert", str(tune)],
                ["generate", "--seed", "g4 a4", "--bars", "8", "--takes", "3", "--out"],
            )
        )
        before = folder.leftovers()
        with program("main.py", *words, str(out)) as running:
            wait_to_kill(folder, chance, running, COMMAND_SECONDS)
            amid += running.poll() is None
            kill(running)
        new = folder.leftovers() - before
        assert len(new) <= 1
        folder.partial += len(new)
        folder.check()
    report("commands", folder, amid)


def report(what: str, folder: Folder, amid: int) -> None:
    print(
        f"{what}: {KILLS} kills, {amid} of them amid a file or a command, {folder.checked} files "
        f"read and whole, {folder.partial} temporary ones left"
    )
