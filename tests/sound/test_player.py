"""The real process, spawned, playing into files."""

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import UserError
from core.music.song import Song
from core.music.tempo import TempoMap
from core.sound.choices import Tone
from core.sound.concert import output_names, perform
from core.sound.player import Player
from core.sound.ports.naming import SYNTH
from core.sound.reports import (
    Failed,
    OutputLost,
    OutputOpened,
    Outputs,
    Report,
    Restarted,
    Started,
    Stopped,
)
from core.sound.synth.output import NO_DEVICE
from core.sound.troubles import DIED, GIVEN_UP, NOTHING_THERE, SILENT
from tests.sound.fakes import FileOutlets, is_note_on, sounding_after
from tests.sound.songs import long_song, scale
from tests.sound.watching import (
    CROWDED_SECONDS,
    NO_WAIT_SECONDS,
    is_running,
    poll_for,
    poll_until,
    wait_for,
)

pytestmark = pytest.mark.slow

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


@pytest.fixture
def outlets(tmp_path: Path) -> FileOutlets:
    outlets = FileOutlets(tmp_path)
    outlets.add("port")
    return outlets


@pytest.fixture
def player(outlets: FileOutlets) -> Iterator[Player]:
    with Player(outlets) as player:
        assert poll_for(player, Outputs) == [Outputs(("port",))]
        player.open_output("port")
        assert poll_for(player, OutputOpened) == [OutputOpened("port")]
        yield player


def hears_notes(outlets: FileOutlets, count: int = 2) -> None:
    """Waits until so many notes have begun and one sounds."""

    def heard() -> bool:
        received = outlets.received("port")
        return sum(map(is_note_on, received)) >= count and bool(sounding_after(received))

    wait_for(heard)


def test_a_song_plays_to_its_end(player: Player, outlets: FileOutlets) -> None:
    player.play(scale())
    assert poll_for(player, Stopped) == [Started(0), Stopped(8 * 480)]
    received = outlets.received("port")
    assert [m[1] for m in received if is_note_on(m)] == [60, 62, 64, 65, 67, 69, 71, 72]
    assert not sounding_after(received)
    assert player.position() is None


def test_the_position_runs_with_the_music(player: Player, outlets: FileOutlets) -> None:
    player.play(scale(tempo=120), from_tick=480)
    began = time.perf_counter()
    poll_until(player, Started)
    assert player.position() == 480
    time.sleep(0.5)
    expected = 480 + (time.perf_counter() - began - 0.05) * 960
    position = player.position()
    assert position is not None
    assert abs(position - expected) < 960 * 0.1
    player.set_tempos(TempoMap.constant(240))
    player.stop()
    poll_until(player, Stopped)
    hung = sounding_after(outlets.received("port"))
    assert not hung


def test_stop_and_seek_end_what_sounds(player: Player, outlets: FileOutlets) -> None:
    player.play(long_song())
    hears_notes(outlets)
    player.seek(48_000)
    assert poll_for(player, Started)[-1] in (Started(0), Started(48_000))
    hears_notes(outlets, 5)
    player.stop()
    poll_until(player, Stopped)
    assert not sounding_after(outlets.received("port"))


def test_a_pressed_key_ends_with_the_player(outlets: FileOutlets) -> None:
    with Player(outlets) as player:
        poll_until(player, Outputs)
        player.open_output("port")
        player.press(64)
        hears_notes(outlets, 1)
        pid = player.pid
        began = time.perf_counter()
    assert time.perf_counter() - began < NO_WAIT_SECONDS
    assert pid is not None
    wait_for(lambda: not is_running(pid))
    assert not sounding_after(outlets.received("port"))


def test_a_port_that_vanishes_is_told(player: Player, outlets: FileOutlets) -> None:
    player.play(long_song())
    hears_notes(outlets)
    (outlets.folder / "port.port").unlink()
    kinds = [type(report) for report in poll_for(player, Stopped)]
    assert kinds == [Started, Outputs, OutputLost, Stopped]
    assert not sounding_after(outlets.received("port"))
    player.play(long_song())
    told = poll_until(player, Failed)
    assert told == Failed(NOTHING_THERE)
    assert told.sentence.template == NOTHING_THERE.template, "any language can still say it"
    assert player.position() is None


@POSIX
def test_notes_end_when_the_clients_process_is_killed(outlets: FileOutlets) -> None:
    command = [sys.executable, "-m", "tests.sound.parent", str(outlets.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        player_pid = int(parent.stdout.readline())
        hears_notes(outlets, 3)
        parent.kill()
    wait_for(lambda: not is_running(player_pid), 5)
    received = outlets.received("port")
    assert any(is_note_on(message) for message in received)
    assert not sounding_after(received)


@POSIX
@pytest.mark.parametrize("end", ["SIGTERM", "SIGKILL"])
def test_the_notes_of_a_player_that_is_ended_are_ended_and_it_is_replaced(
    end: str, player: Player, outlets: FileOutlets
) -> None:
    player.play(long_song())
    hears_notes(outlets)
    assert player.pid is not None
    os.kill(player.pid, signal.Signals[end])
    reports = poll_for(player, OutputOpened)
    assert reports[0] == Started(0)
    assert isinstance(reports[1], Stopped)
    assert reports[2:] == [Restarted(DIED), Outputs(("port",)), OutputOpened("port")]
    player.play(scale())
    assert poll_for(player, Stopped) == [Started(0), Stopped(8 * 480)]
    assert not sounding_after(outlets.received("port"))


@POSIX
def test_an_interrupt_from_the_terminal_is_the_clients_affair(
    player: Player,
) -> None:
    player.play(scale())
    poll_until(player, Started)
    assert player.pid is not None
    os.kill(player.pid, signal.SIGINT)
    assert poll_for(player, Stopped) == [Stopped(8 * 480)]


@POSIX
def test_a_process_that_hangs_is_replaced_while_the_client_stays_awake(
    player: Player, outlets: FileOutlets
) -> None:
    player.play(long_song())
    hears_notes(outlets)
    hung = player.pid
    assert hung is not None
    os.kill(hung, signal.SIGSTOP)
    gc.freeze()  # or a collection of what TensorFlow's tests left takes half a second
    reports: list[Report] = []
    calls: list[float] = []
    end = time.monotonic() + 20
    while time.monotonic() < end:
        began = time.perf_counter()
        reports += player.poll()
        if Restarted(SILENT) in reports:
            break
        player.position()
        for pitch in range(60, 70):
            player.press(pitch)
        player.play(long_song())
        calls.append(time.perf_counter() - began)
        time.sleep(0.01)
    gc.unfreeze()
    assert Restarted(SILENT) in reports
    assert sorted(calls)[len(calls) * 95 // 100] < CROWDED_SECONDS
    assert max(calls) < NO_WAIT_SECONDS
    poll_until(player, OutputOpened)
    wait_for(lambda: not sounding_after(outlets.received("port")), 3)
    assert player.pid != hung
    wait_for(lambda: not is_running(hung), 3)
    player.play(scale())
    assert poll_for(player, Stopped) == [Started(0), Stopped(8 * 480)]


@POSIX
def test_closing_does_not_wait_for_a_process_that_hangs(outlets: FileOutlets) -> None:
    player = Player(outlets)
    player.start()
    poll_until(player, Outputs)
    pid = player.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    began = time.perf_counter()
    player.close()
    assert time.perf_counter() - began < NO_WAIT_SECONDS
    wait_for(lambda: not is_running(pid), 5)


def test_a_process_that_keeps_dying_is_given_up(tmp_path: Path) -> None:
    player = Player(BrokenOutlets(tmp_path))
    player.start()
    reports = poll_for(player, OutputLost)
    assert reports == [Restarted(DIED), Restarted(DIED), OutputLost(GIVEN_UP)]
    assert player.poll() == ()
    player.close()


@POSIX
@pytest.mark.parametrize("crashes", [1, 9])
def test_a_soundfont_that_crashes_the_synth_costs_a_sentence_and_no_more(
    tmp_path: Path, crashes: int
) -> None:
    outlets = CrashingOutlets(tmp_path)
    outlets.add("port")
    left = tmp_path / "crashes"
    left.write_text(str(crashes))
    with Player(outlets) as player:
        player.open_output("port")
        poll_until(player, OutputOpened)
        player.set_tone(Tone("bad.sf2"))
        if crashes == 1:
            assert poll_for(player, OutputOpened)[0] == Restarted(DIED)
        else:
            reports = poll_for(player, OutputLost)
            assert [
                r for r in reports if r != Outputs(("port",)) and r != OutputOpened("port")
            ] == [
                Restarted(DIED),
                Restarted(DIED),
                OutputLost(GIVEN_UP),
            ]
            player.set_tone(Tone("good.sf2"))  # as the user chooses then
            player.open_output("port")
            poll_until(player, OutputOpened)
        player.play(scale())
        assert poll_for(player, Stopped) == [Started(0), Stopped(8 * 480)]


class CrashingOutlets(FileOutlets):
    """Its synth dies of a SoundFont as C does, so many times as 'crashes' says."""

    def set_tone(self, tone: Tone) -> None:
        place = self.folder / "crashes"
        left = int(place.read_text())
        if tone.soundfont == "bad.sf2" and left:
            place.write_text(str(left - 1))
            os.kill(os.getpid(), signal.SIGSEGV)


class BrokenOutlets(FileOutlets):
    def names(self) -> tuple[str, ...]:
        os._exit(1)


def test_the_system_is_asked_without_noise(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """No JACK server, perhaps no audio at all: C libraries say much about that, this player not."""
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "none-of-this-name")
    with Player() as player:
        outputs = poll_until(player, Outputs)
        assert isinstance(outputs, Outputs)
        if SYNTH in outputs.names:
            player.open_output(SYNTH)
            answer = poll_until(player, OutputOpened, Failed)
            assert answer in (OutputOpened(SYNTH), Failed(NO_DEVICE))
    assert capfd.readouterr() == ("", "")


def test_a_tempo_out_of_range_is_refused(player: Player) -> None:
    with pytest.raises(UserError, match="between 20 and 400"):
        player.set_tempos(TempoMap(((0, 100), (480, 401))))


def test_an_empty_song_is_over_at_once(player: Player) -> None:
    player.play(Song())
    assert poll_for(player, Stopped) == [Started(0), Stopped(0)]


def test_callers_who_wait_hear_it_all(outlets: FileOutlets) -> None:
    assert output_names(outlets) == ("port",)
    ticks = list(perform(scale(), "POR", outlets=outlets))
    assert ticks == sorted(ticks)
    assert ticks[-1] > 7 * 480
    assert len([m for m in outlets.received("port") if is_note_on(m)]) == 8


def test_leaving_early_ends_the_notes(outlets: FileOutlets) -> None:
    ticks = perform(long_song(), "port", outlets=outlets)
    next(tick for tick in ticks if tick > 480)
    ticks.close()
    wait_for(lambda: not sounding_after(outlets.received("port")), 3)


def test_a_port_that_is_not_there_is_told_to_callers_who_wait(outlets: FileOutlets) -> None:
    with pytest.raises(UserError, match=r"there are: 'port'\.$"):
        next(perform(scale(), "drums", outlets=outlets))
