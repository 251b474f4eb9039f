"""Whatever a user and the world do to the real player, a listener finds every note ended.

JACK may lose a message in an xrun, and so a note may be ended twice, or begun twice; what must hold
all the same is silence once nothing plays. What is promised of every single message is tested
without JACK, in test_machine.py.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings

from core.sound.player import Player
from core.sound.reports import InputLost, InputOpened, Restarted
from tests.bench.programs import begin, program
from tests.sound.fakes import is_note_on
from tests.sound.fuzz.user import User
from tests.sound.jack import MISSING, JackServer, Receiver, receiver
from tests.sound.watching import is_running, open_output, wait_for

pytestmark = [
    pytest.mark.midi,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

IS_LONG = settings.get_current_profile_name() == "long"
DEEDS, ROUNDS = (100, 3) if IS_LONG else (50, 1)
SILENT_SECONDS = 3.0


@pytest.fixture
def other(server: JackServer, tmp_path: Path) -> Iterator[Receiver]:
    with receiver(tmp_path, "other") as other:
        server.wait_for_port(other.port)
        yield other


def seeds(short: int, long: int) -> range:
    return range(long if IS_LONG else short)


def hanging(receiver: Receiver) -> set[tuple[int, int]]:
    """(channel, pitch) of each note whose last message is its beginning."""
    last = {}
    for message in receiver.messages():
        if message[0] & 0xF0 in (0x80, 0x90):
            last[message[0] & 0x0F, message[1]] = is_note_on(message)
    return {note for note, sounds in last.items() if sounds}


def falls_silent(*receivers: Receiver) -> None:
    wait_for(lambda: not any(map(hanging, receivers)), SILENT_SECONDS)


@pytest.mark.parametrize("seed", seeds(1, 100))
def test_whatever_a_user_does_no_note_hangs(seed: int, heard: Receiver, other: Receiver) -> None:
    with Player() as player:
        open_output(player, heard.port)
        user = User(player, Random(seed), (heard.port, other.port))
        for _ in range(ROUNDS):
            user.act(DEEDS)
            player.stop()
            falls_silent(heard, other)
        user.act(DEEDS)
    falls_silent(heard, other)
    assert len(heard.messages()) + len(other.messages()) > 100


@pytest.mark.parametrize("seed", seeds(1, 60))
def test_ports_that_come_and_go_are_silent_when_they_are_back(
    seed: int, heard: Receiver, other: Receiver
) -> None:
    """A cable is pulled while notes sound, and the synthesizer has power of its own."""
    random = Random(seed)
    with Player() as player:
        open_output(player, heard.port)
        user = User(player, random, (heard.port, other.port))
        for _ in range(ROUNDS):
            pulled = random.choice((heard, other))
            user.act(DEEDS // 3)
            user.open_and_wait(pulled.port)
            user.press()
            time.sleep(random.uniform(0, 0.1))
            pulled.unplug()
            user.act(DEEDS // 3)
            user.wait_until_listed(pulled.port, False)
            user.act(DEEDS // 3)
            pulled.plug()
            user.wait_until_listed(pulled.port, True)
            for receiver in (heard, other):
                user.open_and_wait(receiver.port)
            player.stop()
            falls_silent(heard, other)


@pytest.mark.parametrize("seed", seeds(1, 60))
def test_a_player_that_dies_or_hangs_leaves_no_note(
    seed: int, heard: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a crowded machine one more may be taken for dead, and none is given up for that here.
    monkeypatch.setattr("core.sound.player._MANY_DEATHS", 100)
    random = Random(seed)
    with Player() as player:
        open_output(player, heard.port)
        user = User(player, random, (heard.port,))
        for fate in random.sample(("SIGKILL", "SIGTERM", "SIGSTOP"), 2):
            user.act(DEEDS)
            user.open_and_wait(heard.port)
            user.press()
            time.sleep(random.uniform(0, 0.01))
            assert player.pid is not None
            os.kill(player.pid, signal.Signals[fate])
            user.poll_until(Restarted)
            falls_silent(heard)
        user.act(DEEDS)
        player.stop()
        falls_silent(heard)


@pytest.mark.parametrize("seed", seeds(2, 100))
def test_a_window_that_is_killed_leaves_no_note(
    seed: int, heard: Receiver, other: Receiver
) -> None:
    command = [sys.executable, "-m", "tests.sound.fuzz.window", str(seed), heard.port, other.port]
    fate = ("SIGKILL", "SIGSTOP", "SIGTERM", "SIGHUP")[seed % 4]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        player_pid = int(window.stdout.readline())
        time.sleep(Random(seed).uniform(0.5, 1.5))
        window.send_signal(signal.Signals[fate])
        if fate == "SIGSTOP":
            time.sleep(Random(seed).uniform(0, 1))
            window.kill()
    wait_for(lambda: not is_running(player_pid))
    falls_silent(heard, other)
    assert any(map(is_note_on, heard.messages() + other.messages()))


@pytest.mark.parametrize("seed", seeds(1, 60))
def test_a_keyboard_that_is_pulled_leaves_no_note(
    seed: int, heard: Receiver, other: Receiver, tmp_path: Path
) -> None:
    """It plays on while the user does what he likes, and is gone in the middle of a note."""
    random = Random(seed)
    with (
        program("hand", "100000", str(tmp_path / "played"), other.port) as hand,
        Player() as player,
    ):
        open_output(player, heard.port)
        player.open_input("hand:out")
        user = User(player, random, (heard.port,))
        user.poll_until(InputOpened)
        begin(hand)
        user.act(DEEDS)
        user.open_and_wait(heard.port)
        player.stop()
        count = len(heard.messages())
        time.sleep(0.2 + random.uniform(0, 0.05))
        hand.kill()
        user.poll_until(InputLost)
        falls_silent(heard)
    assert len(heard.messages()) > count
