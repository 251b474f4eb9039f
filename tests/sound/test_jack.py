"""Through real JACK ports into real synthesizers; each test has a server of its own."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from core.sound.concert import output_names
from core.sound.player import Player
from core.sound.playing.schedule import NOTE_OFF, PROGRAM_CHANGE, kind_of
from core.sound.ports.naming import SYNTH
from core.sound.reports import OutputLost, Outputs, Report, Started, Stopped
from core.sound.synth.soundfont import find_soundfont
from tests.sound.fakes import is_note_on, sounding_after
from tests.sound.hearing import first_sound, is_audible, pitches_heard, samples_from_wave
from tests.sound.jack import (
    MISSING,
    JackServer,
    Receiver,
    fluidsynth,
    jack_server,
    receiver,
    recording,
)
from tests.sound.songs import long_song, scale
from tests.sound.watching import open_output, poll_for, poll_until, stalled, wait_for

pytestmark = [
    pytest.mark.midi,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

SCALE = [60, 62, 64, 65, 67, 69, 71, 72]
NOTE_SECONDS = 0.4


@pytest.fixture
def calm_server(tmp_path: Path) -> Iterator[JackServer]:
    """For audio: with long periods a crowded machine leaves no gaps in it."""
    with jack_server(tmp_path, period=2048) as server:
        yield server


@pytest.fixture
def soundfont() -> Path:
    found = find_soundfont()
    if found is None:
        pytest.skip("no SoundFont is installed")
    return found


def test_every_event_arrives_in_time_and_order(heard: Receiver) -> None:
    with Player() as player:
        open_output(player, "receiver")
        player.play(scale(tempo=60 / NOTE_SECONDS))
        poll_until(player, Stopped)
        time.sleep(0.1)
    ons = [(seconds, message) for seconds, message in heard.heard() if is_note_on(message)]
    assert [message[1] for _, message in ons] == SCALE
    steps = [after[0] - before[0] for before, after in pairwise(ons)]
    assert all(abs(step - NOTE_SECONDS) < 0.02 for step in steps)
    assert not sounding_after(heard.messages())
    kinds = [kind_of(message) for message in heard.messages()]
    assert kinds.count(PROGRAM_CHANGE) == 2  # of the opening, and of the song
    assert kinds.count(NOTE_OFF) >= len(SCALE)  # more only after an xrun


def test_ports_are_listed_as_they_come_and_go(server: JackServer, tmp_path: Path) -> None:
    with Player() as player:
        first = poll_until(player, Outputs)
        assert isinstance(first, Outputs)
        assert "late:in" not in first.names
        with receiver(tmp_path, "late"):
            server.wait_for_port("late:in")
            assert poll_until(player, Outputs) == Outputs(("late:in", *first.names))
        assert poll_until(player, Outputs) == first


def test_a_port_that_vanishes_is_lost_with_a_sentence(server: JackServer, tmp_path: Path) -> None:
    with Player() as player:
        with receiver(tmp_path, "brief"):
            server.wait_for_port("brief:in")
            open_output(player, "brief")
            player.play(long_song())
            poll_until(player, Started)
            time.sleep(0.5)
        reports = poll_for(player, Stopped)
        assert any(isinstance(r, OutputLost) and "brief:in" in r.sentence for r in reports)
        assert player.position() is None


def test_closing_while_playing_ends_the_note(heard: Receiver) -> None:
    with Player() as player:
        open_output(player, "receiver")
        player.play(long_song())
        player.press(100)
        wait_for(lambda: len(sounding_after(heard.messages())) == 2)
    wait_for(lambda: not sounding_after(heard.messages()), 3)


def test_a_dead_server_loses_the_output_and_nobody_waits(
    server: JackServer, heard: Receiver
) -> None:
    with Player() as player:
        open_output(player, "receiver")
        player.play(long_song())
        wait_for(lambda: len(heard.messages()) > 3)
        poll_until(player, Started)
        pid = player.pid
        server.kill()
        slowest, reports = 0.0, list[Report]()
        end = time.monotonic() + 25
        while time.monotonic() < end and (not reports or player.pid in (None, pid)):
            began = time.perf_counter()
            reports += player.poll()
            player.press(60)
            player.release(60)
            slowest = max(slowest, time.perf_counter() - began)
            time.sleep(0.01)
        kinds = {type(report) for report in reports}
        assert OutputLost in kinds, reports
        assert slowest < 0.5  # it would have waited for ever
        again = poll_until(player, Outputs)
        assert isinstance(again, Outputs)
        assert heard.port not in again.names


def test_a_melody_is_heard_from_a_real_synthesizer(
    calm_server: JackServer, soundfont: Path, tmp_path: Path
) -> None:
    wav = tmp_path / "heard.wav"
    with fluidsynth(calm_server, soundfont), Player() as player:
        open_output(player, "fsynth")
        with recording("fsynth:left", wav, len(SCALE) * NOTE_SECONDS + 1.5) as recorder:
            time.sleep(0.3)
            player.play(scale(tempo=60 / NOTE_SECONDS))
            poll_until(player, Stopped)
            recorder.wait(10)
    assert pitches_heard(wav) == SCALE


@pytest.mark.usefixtures("soundfont")
def test_the_built_in_synth_is_heard_and_falls_silent(
    calm_server: JackServer, tmp_path: Path
) -> None:
    wav = tmp_path / "heard.wav"
    with Player() as player:
        open_output(player, SYNTH)
        calm_server.wait_for_port("Cantilena synth:left")
        seconds = len(SCALE) * NOTE_SECONDS + 3.0
        with recording("Cantilena synth:left", wav, seconds) as recorder:
            time.sleep(0.3)
            player.play(scale(tempo=60 / NOTE_SECONDS))
            poll_until(player, Stopped)
            recorder.wait(10)
    assert pitches_heard(wav) == SCALE
    samples, rate = samples_from_wave(wav)
    over = first_sound(samples) + int((len(SCALE) * NOTE_SECONDS + 1.5) * rate)
    assert not is_audible(samples[over:])


def test_names_are_listed_for_callers_who_wait(heard: Receiver) -> None:
    assert heard.port in output_names()


def test_notes_whose_end_was_lost_are_ended_again(heard: Receiver) -> None:
    pitches = range(48, 84)
    with Player() as player:
        open_output(player, "receiver")
        for pitch in pitches:
            player.press(pitch)
        wait_for(lambda: len(sounding_after(heard.messages())) == len(pitches))
        with stalled(heard.process.pid):  # JACK goes on without it
            for pitch in pitches:
                player.release(pitch)
                time.sleep(0.01)
        wait_for(lambda: not sounding_after(heard.messages()), 5)
