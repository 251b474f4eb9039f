"""A JACK server of one's own without sound hardware, with things to play to and to record with."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

SAMPLE_RATE = 48_000
_PROGRAMS = ("setpriv", "jackd", "jack_lsp", "jack_rec", "fluidsynth")
MISSING = [name for name in _PROGRAMS if not shutil.which(name)]
_NAMES = [f"cantilena-{number}" for number in range(6)]


@dataclass
class JackServer:
    """`name` is in JACK_DEFAULT_SERVER of this process and so of all that it starts."""

    name: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def ports(self) -> list[str]:
        listed = subprocess.run(
            ["jack_lsp", "-s", self.name], capture_output=True, text=True, check=False
        )
        return listed.stdout.split("\n")[:-1] if listed.returncode == 0 else []

    def wait_for_port(self, name: str) -> None:
        end = time.monotonic() + 15
        while name not in self.ports():
            assert time.monotonic() < end, f"no port {name}, only {self.ports()}"
            time.sleep(0.05)

    def cables(self, name: str) -> list[str]:
        """What is connected to the port `name`."""
        listed = subprocess.run(["jack_lsp", "-c", name], capture_output=True, text=True)
        return [line.strip() for line in listed.stdout.splitlines() if line.startswith(" ")]

    @property
    def xruns(self) -> int:
        return self.log.read_text(errors="replace").lower().count("xrun")

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def jack_server(folder: Path, period: int = 64) -> Iterator[JackServer]:
    """A server with `period` frames at 48 kHz, under a name that no other process has meanwhile.

    Names are used again because JACK has room for eight, and only frees that of a server that was
    killed when another of the same name comes.
    """
    with ExitStack() as stack:
        for name in _NAMES:
            if stack.enter_context(_reserved(name)):
                server = _started(name, folder, period)
                if server is not None:
                    stack.enter_context(_serving(server))
                    yield server
                    return
        pytest.fail("no JACK server can be started; are there others of dead tests?")


@contextmanager
def jack_server_again(dead: JackServer, folder: Path) -> Iterator[JackServer]:
    """The server that comes back, within the `jack_server` that was killed."""
    server = _started(dead.name, folder, 64)
    assert server is not None, f"{dead.name} is taken, though it was reserved"
    with _serving(server):
        yield server


@contextmanager
def _reserved(name: str) -> Iterator[bool]:
    """Whether no other process of tests has the name; then none gets it inside."""
    import fcntl  # there where JACK is tried; this module is read everywhere

    with Path(tempfile.gettempdir(), f"{name}.lock").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def _serving(server: JackServer) -> Iterator[None]:
    """Inside, `server` is the one that libraries find; behind it, it is gone."""
    before = os.environ.get("JACK_DEFAULT_SERVER")
    os.environ["JACK_DEFAULT_SERVER"] = server.name
    try:
        yield
    finally:
        server.process.terminate()
        try:
            server.process.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()
        if before is None:
            del os.environ["JACK_DEFAULT_SERVER"]
        else:
            os.environ["JACK_DEFAULT_SERVER"] = before


def _started(name: str, folder: Path, period: int) -> JackServer | None:
    """The server, or None when there is one of that name already."""
    log = folder / "jackd.log"
    command = ["jackd", "-n", name, "-S", "-d", "dummy", "-r", str(SAMPLE_RATE), "-p", str(period)]
    with log.open("wb") as output:
        # It dies with the tests, even if they are killed.
        process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", *command], stdout=output, stderr=output
        )
    server = JackServer(name, process, log)
    end = time.monotonic() + 15
    while process.poll() is None:
        if "JACK server starting" in log.read_text() and server.ports():
            return server
        assert time.monotonic() < end, f"jackd does not start: {log.read_text()}"
        time.sleep(0.05)
    return None


@dataclass
class Receiver:
    name: str
    path: Path
    process: "subprocess.Popen[str]"

    @property
    def port(self) -> str:
        return f"{self.name}:in"

    def heard(self) -> list[tuple[float, bytes]]:
        """(seconds of `time.perf_counter`, message) of all that came so far."""
        lines = [line.split() for line in self.path.read_text().splitlines()]
        return [(float(line[0]), bytes.fromhex(line[1])) for line in lines if len(line) == 2]

    def messages(self) -> list[bytes]:
        return [message for _, message in self.heard()]

    def unplug(self) -> None:
        """Takes the port away, as a cable that is pulled: notes sound on, and nothing is heard."""
        self.process.kill()
        self._end()

    def plug(self) -> None:
        """Brings it back under the same name."""
        self.process = _receiving(self.name, self.path)

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(3)
        except subprocess.TimeoutExpired:  # its server is dead
            self.process.kill()
        self._end()

    def _end(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


@contextmanager
def receiver(folder: Path, name: str = "receiver") -> Iterator[Receiver]:
    """A client in a process of its own that records every event."""
    path = folder / f"{name}.txt"
    heard = Receiver(name, path, _receiving(name, path))
    try:
        yield heard
    finally:
        heard.close()


def _receiving(name: str, path: Path) -> "subprocess.Popen[str]":
    """JACK refuses clients of one name that begin in one moment, though their servers be two."""
    log = path.with_suffix(".log")
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.sound.receiver", name, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        )
    assert process.stdout is not None
    if process.stdout.readline() != "ready\n":
        with process:
            process.kill()
        pytest.fail(f"no receiver begins: {log.read_text(errors='replace')}")
    return process


@contextmanager
def fluidsynth(server: JackServer, soundfont: Path) -> Iterator[None]:
    """A real synthesizer: play to "fsynth:midi_00", hear it at "fsynth:left"."""
    own = ["-o", "midi.jack.id=fsynth", "-o", "audio.jack.id=fsynth"]
    process = subprocess.Popen(
        ["fluidsynth", "-q", "-a", "jack", "-m", "jack", *own, str(soundfont)],
        stdin=subprocess.PIPE,  # it lives until this closes
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    try:
        server.wait_for_port("fsynth:midi_00")
        server.wait_for_port("fsynth:left")
        yield
    finally:
        process.kill()
        process.wait()
        process.stdin.close()


@contextmanager
def recording(port: str, path: Path, seconds: float) -> Iterator["subprocess.Popen[bytes]"]:
    """Records an audio port into a WAV file for so long; to be waited for inside."""
    process = subprocess.Popen(
        ["jack_rec", "-f", str(path), "-d", str(seconds), "-b", "16", port],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
