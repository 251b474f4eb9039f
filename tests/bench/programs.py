"""Programs that run beside a benchmark, and wait for it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def program(module: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """`python -m tests.bench.MODULE`, which has said "ready"; killed in the end."""
    with subprocess.Popen(
        [sys.executable, "-m", f"tests.bench.{module}", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        try:
            assert running.stdout.readline() == "ready\n", f"{module} did not start"
            yield running
        finally:
            running.kill()


def begin(running: "subprocess.Popen[str]") -> None:
    """It was ready, and shall go on."""
    assert running.stdin is not None
    running.stdin.write("\n")
    running.stdin.flush()
