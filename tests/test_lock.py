import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import lock
from core.lock import BEAT_SECONDS, Hold, Holder, hold, this_host

HOLD_FOR_EVER = """
import sys, time
from pathlib import Path
from core.lock import hold
hold(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def taken(path: Path) -> Hold:
    held = hold(path)
    assert isinstance(held, Hold)
    return held


def holder(path: Path) -> Holder:
    found = hold(path)
    assert isinstance(found, Holder)
    return found


def say(path: Path, host: str, age_seconds: float) -> None:
    """Writes what a program on `host` would have written, which has refreshed it then."""
    path.write_text(json.dumps({"user": "ada", "host": host, "process": 1, "since_seconds": 9.5}))
    moment = time.time() - age_seconds
    os.utime(path, (moment, moment))


def have_no_locks(patch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    patch.setattr(lock, "_lock", fail)


def test_one_has_it_and_others_are_told_who(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    before = time.time()
    held = taken(path)
    found = holder(path)
    assert (found.host, found.process) == (this_host(), os.getpid())
    assert before <= found.since_seconds <= time.time()
    held.release()
    assert not path.exists()
    taken(path).release()


def test_a_killed_program_has_nothing_any_more(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLD_FOR_EVER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert holder(path).process == other.pid
        other.send_signal(signal.SIGSTOP)
        assert holder(path).process == other.pid, "one that sleeps still has it"
        other.kill()
    assert path.exists()
    taken(path).release()


@pytest.mark.parametrize(
    ("host", "age_seconds", "is_free"),
    [
        ("elsewhere", BEAT_SECONDS, False),
        ("elsewhere", -BEAT_SECONDS, False),
        ("elsewhere", 10 * BEAT_SECONDS, True),
        (this_host(), BEAT_SECONDS, True),
    ],
)
def test_a_program_elsewhere_has_it_as_long_as_it_says_so(
    tmp_path: Path, host: str, age_seconds: float, is_free: bool
) -> None:
    path = tmp_path / "lock"
    say(path, host, age_seconds)
    found = hold(path)
    if isinstance(found, Hold):
        found.release()
        assert is_free
    else:
        assert (found, is_free) == (Holder("ada", "elsewhere", 1, 9.5), False)


def test_where_there_are_no_locks_the_time_of_the_file_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    have_no_locks(monkeypatch)
    path = tmp_path / "lock"
    held = taken(path)
    assert holder(path).process == os.getpid()
    os.utime(path, (0, 0))
    held.refresh()
    assert holder(path).process == os.getpid()
    os.utime(path, (0, 0))
    taken(path).release()


@pytest.mark.parametrize("text", ["", "x", "{}", '{"host": 3}', "\xff"])
def test_what_is_written_there_may_be_anything(tmp_path: Path, text: str) -> None:
    path = tmp_path / "lock"
    path.write_bytes(text.encode("latin-1"))
    taken(path).release()


def test_no_file_of_others_is_overwritten(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("x" * 5_000)
    (tmp_path / "lock").symlink_to(precious)
    for path in (precious, tmp_path / "lock", tmp_path, tmp_path / "missing" / "lock"):
        with pytest.raises(OSError, match="Errno"):
            hold(path)
    assert precious.read_text() == "x" * 5_000


def test_a_file_removed_in_the_last_moment_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    real = lock._lock
    calls: list[int] = []

    def lock_late(handle: int) -> None:
        if not calls:
            path.unlink()
        calls.append(handle)
        real(handle)

    monkeypatch.setattr(lock, "_lock", lock_late)
    held = taken(path)
    assert len(calls) == 2
    assert holder(path).process == os.getpid()
    held.release()
