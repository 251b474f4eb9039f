"""Somebody who plays on a MIDI keyboard that is a JACK client in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.sound.jack import JackServer


@dataclass
class Keyboard:
    name: str
    process: "subprocess.Popen[str]"

    @property
    def port(self) -> str:
        return f"{self.name}:out"

    def play(self, message: bytes) -> float:
        """Sends a message, and gives the `time.perf_counter` seconds at which that was."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{message.hex()}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())


@contextmanager
def keyboard(server: JackServer, name: str = "keys") -> Iterator[Keyboard]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.sound.sender", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "ready\n"
        server.wait_for_port(f"{name}:out")
        yield Keyboard(name, process)
    finally:
        process.stdin.close()
        try:
            process.wait(3)
        except subprocess.TimeoutExpired:  # its server is dead
            process.kill()
            process.wait()
        process.stdout.close()
