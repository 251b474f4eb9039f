"""Loop, tempo, clock and panic through a real JACK port."""

import time
from itertools import pairwise
from statistics import median

import pytest

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.span import Span
from core.sound.player import Player
from core.sound.playing.clicks import ACCENT
from core.sound.playing.manner import Manner
from core.sound.playing.pulses import CLOCK, CONTINUE, START, STOP, song_position
from core.sound.reports import Started, Stopped
from tests.sound.fakes import is_note_on, sounding_after
from tests.sound.jack import MISSING, Receiver
from tests.sound.watching import open_output, poll_until

pytestmark = [
    pytest.mark.midi,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

SONG = Song(Melody(tuple(Note(240 * n, 240, 60 + n) for n in range(16)), 16 * 240), tempo=240)
"""Eighths, each an eighth of a second long."""

LOOP = Span(480, 1440)


def test_loop_tempo_and_clock_arrive_as_they_were_meant(heard: Receiver) -> None:
    with Player() as player:
        open_output(player, "receiver")
        player.play(SONG, 0, Manner(metronome=True, sends_clock=True), LOOP)
        poll_until(player, Started)
        time.sleep(2.6)
        player.set_tempo(120)
        time.sleep(1.1)
        player.set_loop(None)
        poll_until(player, Stopped)
        time.sleep(0.1)
    messages = heard.messages()
    assert not sounding_after(messages)

    pitches = [m[1] for m in messages if m[0] == 0x90 and m[2]]
    rounds = (len(pitches) - 16) // 4
    assert rounds >= 4
    assert pitches == [60, 61, *[62, 63, 64, 65] * (rounds + 1), *range(66, 76)]

    system = [m for m in messages if m[0] >= 0xF0]
    seam = [STOP, song_position(480), CONTINUE]
    quarter = [CLOCK] * 24
    first, again, rest = [START, *quarter * 3], [*seam, *quarter * 2], [*quarter * 5, STOP]
    assert system == [*first, *again * rounds, *rest]

    clocks = [seconds for seconds, message in heard.heard() if message == CLOCK]
    steps = [after - before for before, after in pairwise(clocks)]
    assert median(steps[:100]) == pytest.approx(60 / 240 / 24, abs=0.002)
    assert median(steps[-100:]) == pytest.approx(60 / 120 / 24, abs=0.002)
    ends = clocks[-1] - clocks[-101]
    assert ends == pytest.approx(100 * 60 / 120 / 24, abs=0.01), "no drift"

    strokes = [m for m in messages if is_note_on(m) and m[0] & 0x0F == 9]
    assert strokes[0][1] == ACCENT
    assert len(strokes) == 3 + 2 * rounds + 5


def test_panic_reaches_every_channel(heard: Receiver) -> None:
    with Player() as player:
        open_output(player, "receiver")
        player.play(SONG)
        poll_until(player, Started)
        time.sleep(0.3)
        player.panic()
        poll_until(player, Stopped)
        time.sleep(0.5)
        messages = heard.messages()
    assert not sounding_after(messages)
    ended = {(m[0] & 0x0F, m[1]) for m in messages if m[0] & 0xF0 == 0x80}
    assert ended == {(channel, pitch) for channel in range(16) for pitch in range(128)}
    silenced = {m[0] & 0x0F for m in messages if m[0] & 0xF0 == 0xB0 and m[1] == 120}
    assert silenced == set(range(16))
