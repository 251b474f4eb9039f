import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sound.playing.timeline import Timeline

tempos = st.floats(20, 400)
moments = st.floats(0, 1e6)


def test_a_quarter_at_120_takes_half_a_second() -> None:
    line = Timeline(0, 10.0, 120)
    assert line.seconds_at(480) == 10.5
    assert line.tick_at(10.5) == 480


@given(st.floats(0, 1e6), moments, tempos, tempos, moments)
def test_a_change_of_tempo_does_not_jump(
    tick: float, start: float, slow: float, fast: float, later: float
) -> None:
    line = Timeline(tick, start, slow)
    bent = line.with_tempo(fast, later)
    assert bent.tick_at(later) == line.tick_at(later)
    gained = bent.tick_at(later + 1) - bent.tick_at(later)
    assert gained == pytest.approx(fast * 8, rel=1e-3, abs=1e-3)


@given(st.integers(0, 10**6), moments, tempos)
def test_ticks_and_seconds_go_both_ways(tick: int, start: float, tempo: float) -> None:
    line = Timeline(0, start, tempo)
    assert line.tick_at(line.seconds_at(tick)) == pytest.approx(tick, abs=1e-3)


def test_a_delay_moves_everything() -> None:
    assert Timeline(5, 1.0, 60).delayed(2.5).seconds_at(5) == 3.5


@pytest.mark.parametrize("tempo", [0, -1, float("nan")])
def test_time_does_not_stand_still(tempo: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        Timeline(0, 0, tempo)
