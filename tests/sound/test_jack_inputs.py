"""Played on real JACK ports, and heard from others; each test has a server of its own."""

import statistics
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from core.sound.latency import latency_from_taps
from core.sound.player import Player
from core.sound.playing.pulses import CLOCK, START, STOP
from core.sound.playing.schedule import note_off, note_on
from core.sound.ports.naming import OWN_PORT
from core.sound.reports import (
    InputLost,
    InputOpened,
    Inputs,
    OutputOpened,
    Outputs,
    Received,
    Started,
    Stopped,
)
from tests.sound.fakes import is_note_on, sounding_after
from tests.sound.jack import MISSING, JackServer, Receiver, jack_server, jack_server_again, receiver
from tests.sound.playing.plays import keyboard
from tests.sound.songs import long_song, scale
from tests.sound.watching import (
    CROWDED_SECONDS,
    NO_WAIT_SECONDS,
    open_output,
    poll_for,
    poll_until,
    wait_for,
)

pytestmark = [
    pytest.mark.midi,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[JackServer]:
    with jack_server(tmp_path) as server:
        yield server


@pytest.fixture
def heard(server: JackServer, tmp_path: Path) -> Iterator[Receiver]:
    with receiver(tmp_path) as heard:
        server.wait_for_port(heard.port)
        yield heard


def open_input(player: Player, name: str) -> None:
    player.open_input(name)
    while poll_until(player, InputOpened) != InputOpened(name):
        pass


def received(player: Player, count: int) -> list[Received]:
    got: list[Received] = []

    def has_all() -> bool:
        got.extend(report for report in player.poll() if isinstance(report, Received))
        return len(got) >= count

    wait_for(has_all)
    return got


def test_what_is_played_is_heard_at_once_and_told_with_its_moment(
    server: JackServer, heard: Receiver
) -> None:
    drawn, sent = Random(1), list[tuple[float, bytes]]()
    with keyboard(server) as keys, Player() as player:
        open_output(player, "receiver")
        open_input(player, keys.port)
        for _ in range(100):
            pitch = drawn.randrange(40, 90)
            for message in (note_on(pitch, 80, 5), note_off(pitch, 5)):
                sent.append((keys.play(message), message))
                time.sleep(drawn.uniform(0.002, 0.01))
        told = received(player, len(sent))
        wait_for(lambda: len(heard.heard()) >= len(sent))
    assert [report.message for report in told] == [message for _, message in sent]
    stamped = [report.seconds - seconds for report, (seconds, _) in zip(told, sent, strict=True)]
    assert min(stamped) > 0
    assert statistics.median(stamped) < CROWDED_SECONDS
    ons = [seconds for seconds, message in sent if is_note_on(message)]
    thru = [seconds for seconds, message in heard.heard() if is_note_on(message)]
    assert statistics.median(b - a for a, b in zip(ons, thru, strict=True)) < CROWDED_SECONDS
    wait_for(lambda: not sounding_after(heard.messages()))


@pytest.mark.usefixtures("heard")
def test_while_a_tune_plays_what_is_played_has_its_place_in_it(server: JackServer) -> None:
    with keyboard(server) as keys, Player() as player:
        open_output(player, "receiver")
        open_input(player, keys.port)
        player.play(long_song())
        poll_until(player, Started)
        time.sleep(0.3)
        keys.play(note_on(30, 80))
        (report,) = received(player, 1)
        now = player.position()
    assert report.tick is not None
    assert now is not None
    assert 0 < report.tick <= now + 1


def test_inputs_come_and_go_and_come_back(server: JackServer, heard: Receiver) -> None:
    with Player() as player:
        open_output(player, "receiver")
        with keyboard(server) as keys:
            open_input(player, keys.port)
            keys.play(note_on(60, 80))
            received(player, 1)
        reports = poll_for(player, InputLost)
        assert "'keys:out'" in str(reports[-1])
        wait_for(lambda: not sounding_after(heard.messages()))
        with keyboard(server) as keys:
            assert keys.port in getattr(poll_until(player, Inputs), "names", ())
            assert poll_until(player, InputOpened) == InputOpened(keys.port)
            keys.play(note_on(62, 80))
            assert received(player, 1)[0].message == note_on(62, 80)
    wait_for(lambda: not sounding_after(heard.messages()))


@pytest.mark.usefixtures("heard")
def test_keys_of_the_window_are_told_as_the_input_is() -> None:
    with Player() as player:
        open_output(player, "receiver")
        before = time.perf_counter()
        player.press(64)
        player.release(64)
        on, off = received(player, 2)
    assert (on.message[:2], off.message[:2]) == (b"\x90\x40", b"\x80\x40")
    assert before <= on.seconds <= off.seconds
    assert on.tick is None


def test_other_programs_connect_to_a_port_of_our_own(server: JackServer) -> None:
    with Player() as player:
        player.offer_own_ports(True)
        player.open_output(OWN_PORT)
        poll_until(player, OutputOpened)
        open_input(player, OWN_PORT)
        own = [port for port in server.ports() if port.startswith("Cantilena")]
        assert {port.partition(":")[2] for port in own} == {"in", "out"}


def test_what_a_cable_gives_back_tells_the_latency(server: JackServer) -> None:
    with Player() as player:
        player.set_thru(False)
        player.offer_own_ports(True)
        while OWN_PORT not in getattr(poll_until(player, Outputs), "names", ()):
            pass
        player.open_output(OWN_PORT)
        poll_until(player, OutputOpened)
        open_input(player, OWN_PORT)
        ends: list[str] = []

        def are_there() -> bool:
            ends[:] = [port for port in server.ports() if port.startswith("Cantilena")]
            return len(ends) == 2

        wait_for(are_there)
        out, back = sorted(ends, key=lambda port: port.endswith("in"))
        subprocess.run(["jack_connect", out, back], check=True, capture_output=True)
        for _ in range(10):
            player.press(88)
            time.sleep(0.03)
            player.release(88)
            time.sleep(0.03)
        told = [report for report in received(player, 40) if is_note_on(report.message)]
    latency = latency_from_taps(
        [report.seconds for report in told[::2]], [report.seconds for report in told[1::2]]
    )
    assert latency is not None
    assert latency.taps == 10
    assert 0 < latency.seconds < CROWDED_SECONDS


def test_a_dead_server_takes_the_input_and_the_next_brings_it_back(
    server: JackServer, tmp_path: Path
) -> None:
    with Player() as player:
        with keyboard(server) as keys:
            open_input(player, keys.port)
            server.kill()
            longest = 0.0
            end = time.monotonic() + 3
            while time.monotonic() < end:
                before = time.monotonic()
                player.poll()
                longest = max(longest, time.monotonic() - before)
                time.sleep(0.01)
            assert longest < NO_WAIT_SECONDS
        with jack_server_again(server, tmp_path) as again, keyboard(again) as keys:
            while poll_until(player, InputOpened) != InputOpened(keys.port):
                pass
            keys.play(note_on(62, 80))
            assert received(player, 1)[0].message == note_on(62, 80)


def test_another_machine_leads_the_tune(server: JackServer, heard: Receiver) -> None:
    """Its clocks run at 120 quarters a minute, the tune is marked otherwise."""
    with keyboard(server) as keys, Player() as player:
        open_output(player, "receiver")
        open_input(player, keys.port)
        player.follow(scale(tempo=60))
        time.sleep(0.3)  # until it lies ready
        keys.play(START)
        begin = time.perf_counter() + 0.1
        for clock in range(24 * 4 + 6):
            time.sleep(max(0.0, begin + clock / 48 - time.perf_counter()))
            keys.play(CLOCK)
        keys.play(STOP)
        poll_until(player, Stopped)
        wait_for(lambda: not sounding_after(heard.messages()))
    ons = [seconds for seconds, message in heard.heard() if is_note_on(message)]
    assert len(ons) == 5
    late = [seconds - begin - i / 2 for i, seconds in enumerate(ons)]
    assert abs(statistics.median(late)) < CROWDED_SECONDS
