"""Clocks as cables deliver them, and the line that is drawn through them."""

import random

import pytest

from core.sound.playing.timeline import Timeline
from core.sound.sync.beat import Beat

STEP = 20


def struck(beat: Beat, tempo: float, count: int, start: float, jitter: float) -> list[Timeline]:
    """`count` clocks at `tempo` from `start` on, each up to `jitter` seconds late."""
    drawn, step = random.Random(count), 60 / tempo / 24
    return [beat.strike(start + i * step + drawn.uniform(0, jitter)) for i in range(count)]


@pytest.mark.parametrize("tempo", [20, 97.3, 120, 400])
def test_an_even_clock_is_followed_exactly(tempo: float) -> None:
    lines = struck(Beat(120), tempo, 200, 5.0, 0.0)
    assert lines[0].tempos.first == pytest.approx(120)
    for index, line in enumerate(lines[2:], 2):
        assert line.tempos.first == pytest.approx(tempo)
        assert line.seconds_at(STEP * index) == pytest.approx(5 + index * 60 / tempo / 24)


def test_jitter_is_smoothed_and_never_adds_up() -> None:
    """Ten minutes at 120 in which each clock is up to 3 ms late: 1.5 ms on average."""
    lines = struck(Beat(120), 120, 10 * 120 * 24, 0.0, 0.003)
    settled = list(enumerate(lines))[200:]
    errors = [line.seconds_at(STEP * i) - i / 48 - 0.0015 for i, line in settled]
    assert max(map(abs, errors)) < 0.0015
    assert abs(sum(errors[-5000:]) / 5000) < 0.0001
    assert all(abs(line.tempos.first - 120) < 1.0 for _, line in settled)


def test_a_tempo_that_jumps_is_taken_over_within_a_beat() -> None:
    beat = Beat(120)
    struck(beat, 120, 100, 0.0, 0.0)
    lines = struck(beat, 60, 48, 100 / 48, 0.0)
    assert lines[24].tempos.first == pytest.approx(60)
    assert lines[24].seconds_at(STEP * 124) == pytest.approx(100 / 48 + 24 / 24)


def test_a_tempo_that_rises_slowly_is_followed_closely() -> None:
    """From 100 to 160 in half a minute."""
    beat, seconds, worst = Beat(100), 0.0, 0.0
    for i in range(1500):
        tempo = 100 + 60 * i / 1500
        line = beat.strike(seconds)
        if i > 100:
            worst = max(worst, abs(line.seconds_at(STEP * i) - seconds))
        seconds += 60 / tempo / 24
    assert worst < 0.005


def test_a_place_is_what_the_next_clock_is() -> None:
    beat = Beat(120)
    struck(beat, 120, 10, 0.0, 0.0)
    beat.place(960)
    assert beat.strike(10 / 48).tick == 960
    assert beat.strike(11 / 48).tick == 980


def test_clocks_that_come_in_a_bunch_are_no_other_tempo() -> None:
    """For 60 ms a busy machine delivers nothing, and then all at once."""
    beat = Beat(120)
    struck(beat, 120, 100, 0.0, 0.001)
    late = [max(i / 48, 2.2 + i / 1e5) if i / 48 < 2.2 else i / 48 for i in range(100, 200)]
    lines = [beat.strike(seconds) for seconds in late]
    assert all(115 < line.tempos.first < 125 for line in lines)
    errors = [line.seconds_at(STEP * i) - i / 48 for i, line in enumerate(lines, 100)]
    assert max(map(abs, errors)) < 0.02
    assert abs(errors[-1]) < 0.002
