"""What ends a program at once is found by the next one, and told once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.crash.fatal import traces
from core.crash.log import log_file, log_folder

ROOT = Path(__file__).parents[2]

PROGRAM = """
import ctypes, multiprocessing, os, signal, sys
from core.child import live
from core.crash import fatal

def fall():
    ctypes.string_at(0)

def raise_here():
    raise KeyError("in the child")

def wait():
    print("ready", flush=True)
    sys.stdin.read()

def beside(work):
    process = multiprocessing.get_context("fork").Process(target=live, args=("helper", work))
    process.start()
    process.join()

fatal.watch()
"""


def run(rest: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", PROGRAM + rest],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def files() -> list[str]:
    return sorted(file.name for file in log_folder().iterdir())


def test_a_program_that_ends_well_leaves_nothing() -> None:
    assert run("fatal.release()").returncode == 0
    assert files() == []
    assert traces() == ()


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("fall()", "Segmentation fault"),
        ("fatal.note('Qt: no such thing'); os.abort()", "Qt: no such thing\nFatal Python error"),
    ],
)
def test_what_ends_a_program_at_once_is_told_once_and_logged(end: str, words: str) -> None:
    assert run(end).returncode < 0
    (trace,) = traces()
    assert words in trace
    assert traces() == ()
    assert files() == ["crash.log"]
    assert words in log_file().read_text(encoding="utf-8")


def test_a_program_that_was_killed_has_nothing_to_tell() -> None:
    assert run("os.kill(os.getpid(), signal.SIGKILL)").returncode == -signal.SIGKILL
    assert len(files()) == 1
    assert traces() == ()
    assert files() == []


def test_a_program_that_lives_is_left_alone() -> None:
    command = [sys.executable, "-c", PROGRAM + "wait()"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        program.stdout.readline()
        assert traces() == ()
        assert len(files()) == 1
        program.kill()


def test_what_ends_a_child_comes_into_the_log_and_not_to_the_user() -> None:
    assert run("beside(fall); fatal.release()").returncode == 0
    assert traces() == ()
    assert files() == ["crash.log"]
    text = log_file().read_text(encoding="utf-8")
    assert "Segmentation fault" in text
    assert "helper" in text


def test_what_a_child_raises_comes_into_the_log() -> None:
    assert run("beside(raise_here); fatal.release()").returncode == 0
    text = log_file().read_text(encoding="utf-8")
    assert "KeyError: 'in the child'" in text
    assert ", helper (" in text


def test_a_child_of_a_program_that_was_killed_is_not_told() -> None:
    run("beside(fall); os.kill(os.getpid(), signal.SIGKILL)")
    assert traces() == ()
    assert files() == ["crash.log"]


@pytest.mark.skipif(os.name != "posix", reason="folders have no such rights")
def test_without_a_place_the_program_runs_all_the_same() -> None:
    log_folder().parent.mkdir(parents=True)
    log_folder().write_text("a file")
    assert run("fatal.release(); print('done')").stdout == "done\n"
    assert traces() == ()
