"""The built-in synth as it sounds, through a JACK server of its own."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.sound.choices import Tone
from core.sound.player import Player
from core.sound.playing.manner import Manner
from core.sound.ports.naming import SYNTH
from core.sound.reports import Failed, OutputLost, Restarted
from tests.sound.hearing import samples_from_wave
from tests.sound.jack import MISSING, JackServer, jack_server, recording
from tests.sound.synth.fonts import INSTRUMENTS, write_soundfont
from tests.sound.watching import open_output, poll_until

pytestmark = [
    pytest.mark.midi,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

STEP_SECONDS = 0.8


@pytest.fixture
def calm_server(tmp_path: Path) -> Iterator[JackServer]:
    """With long periods a crowded machine leaves no gaps in it."""
    with jack_server(tmp_path, period=2048) as server:
        yield server


def test_tones_change_while_a_note_sounds_and_none_hangs(
    calm_server: JackServer, tmp_path: Path
) -> None:
    wav = tmp_path / "heard.wav"
    own = str(write_soundfont(tmp_path / "own.sf2"))
    other = str(write_soundfont(tmp_path / "other.sf2", INSTRUMENTS[:2]))
    broken = tmp_path / "broken.sf2"
    broken.write_text("no SoundFont")
    with Player() as player:
        player.set_tone(Tone(own, volume=0.7, reverb=0.0))
        player.set_manner(Manner(program=73))
        open_output(player, SYNTH)
        calm_server.wait_for_port("Cantilena synth:left")
        with recording("Cantilena synth:left", wav, 6 * STEP_SECONDS + 2) as recorder:
            time.sleep(STEP_SECONDS)
            player.press(60, 100)
            for tone in (Tone(own, 0.35, 0.0), Tone(other, 0.35, 0.0), Tone(str(broken))):
                time.sleep(STEP_SECONDS)
                player.set_tone(tone)
            told = poll_until(player, Failed)
            assert isinstance(told, Failed)
            assert "broken.sf2' is no SoundFont" in told.sentence
            time.sleep(STEP_SECONDS)
            player.release(60)
            recorder.wait(20)
        assert not [r for r in player.poll() if isinstance(r, OutputLost | Restarted)]
    samples, rate = samples_from_wave(wav)
    loud = np.flatnonzero(abs(samples) > 1e-3)
    begin, end = loud[0] / rate, loud[-1] / rate
    assert end - begin == pytest.approx(4 * STEP_SECONDS, abs=0.5), "it ended with the key"
    first, second = (
        np.sqrt((samples[int((begin + at) * rate) :][: rate // 5] ** 2).mean())
        for at in (0.4, STEP_SECONDS + 0.4)
    )
    assert first / second == pytest.approx(4, rel=0.1), "half the volume is a quarter of the gain"
