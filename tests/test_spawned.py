"""A program that is killed while a process of it begins leaves nobody who complains."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.spawned import spawned

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed so there")

KILLED = """
import os, signal, sys
from multiprocessing import util

begin = util.spawnv_passfds

def begin_and_die(path, command, handles):
    number = begin(path, command, handles)
    if "--multiprocessing-fork" in command:
        os.kill(os.getpid(), signal.SIGKILL)
    return number

util.spawnv_passfds = begin_and_die
"""
WAYS = {
    "the reader": (
        "from core.apart import apart; from tests.test_apart import count; list(apart(count, 3))"
    ),
    "the player": "from core.sound.player import Player; Player().start()",
    "the engraver": (
        "from core.engraving.engraver import Engraver, Wish; from core.music.song import Song;"
        "Engraver().ask(Wish(Song(), 500))"
    ),
}


def test_what_it_is_given_comes_to_it_and_it_ends_with_its_work(tmp_path: Path) -> None:
    long = "x" * 3_000_000  # more than the largest pipe holds
    process = spawned("writer", _write, (str(tmp_path / "written"), long))
    process.start()
    process.join(30)
    assert process.exitcode == 0
    assert (tmp_path / "written").read_text() == "writer 3000000"


def _write(path: str, text: str) -> None:
    from multiprocessing import current_process

    Path(path).write_text(f"{current_process().name} {len(text)}")


@pytest.mark.parametrize("way", WAYS)
def test_killed_right_behind_the_begin_of_a_process_it_leaves_no_traceback(way: str) -> None:
    code = f"{KILLED}\n{WAYS[way]}\nimport time\ntime.sleep(60)\n"
    done = subprocess.run(  # until each process that it has started has let go of stderr
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL
    assert done.stderr == ""
