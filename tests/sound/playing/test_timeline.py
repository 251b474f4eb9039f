import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.playing.course import Course
from core.sound.playing.timeline import Timeline

tempos = st.floats(20, 400)
moments = st.floats(0, 1e6)
ticks = st.integers(0, 3000)


def test_a_quarter_at_120_takes_half_a_second() -> None:
    line = Timeline(0, 10.0, TempoMap.constant(120))
    assert line.seconds_at(480) == 10.5
    assert line.tick_at(10.5) == 480


@given(st.floats(0, 1e6), moments, tempos, tempos, moments)
def test_a_change_of_tempo_does_not_jump(
    tick: float, start: float, slow: float, fast: float, later: float
) -> None:
    line = Timeline(tick, start, TempoMap.constant(slow))
    bent = line.with_tempos(TempoMap.constant(fast), later)
    assert bent.tick_at(later) == pytest.approx(line.tick_at(later), abs=1e-6)
    gained = bent.tick_at(later + 1) - bent.tick_at(later)
    assert gained == pytest.approx(fast * 8, rel=1e-3, abs=1e-3)


@given(st.integers(0, 10**6), moments, tempos)
def test_ticks_and_seconds_go_both_ways(tick: int, start: float, tempo: float) -> None:
    line = Timeline(0, start, TempoMap.constant(tempo))
    assert line.tick_at(line.seconds_at(tick)) == pytest.approx(tick, abs=1e-3)


def test_a_delay_moves_everything() -> None:
    assert Timeline(5, 1.0, TempoMap.constant(60)).delayed(2.5).seconds_at(5) == 3.5


@pytest.mark.parametrize("tempo", [0, -1, float("nan")])
def test_time_does_not_stand_still(tempo: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        Timeline(0, 0, TempoMap.constant(tempo))


MAPS = st.builds(
    lambda first, later: TempoMap(((0, first), *sorted(later.items()))),
    tempos,
    st.dictionaries(st.integers(1, 3000), tempos, max_size=5),
)
LOOPS = st.none() | st.builds(lambda begin, n: Span(begin, begin + n), ticks, st.integers(1, 900))


@given(MAPS, ticks, ticks, LOOPS, st.integers(-600, 4000))
def test_every_played_tick_lasts_as_long_as_its_tempo_says(
    changing: TempoMap, played: int, tick: int, loop: Span | None, further: int
) -> None:
    course = Course(played, tick, None, loop)
    line = Timeline(played, 5.0, changing, course)
    seconds = 0.0
    for n in range(played, played + further):  # the tick of the song that sounds from n to n + 1
        seconds += 1 / (8 * changing.at(course.tick_at(n)))
    if further < 0:
        seconds = further / (8 * changing.at(tick))
    assert line.seconds_at(played + further) == pytest.approx(5 + seconds, abs=1e-6)
    assert line.tick_at(5 + seconds) == pytest.approx(played + further, abs=1e-3)


@given(MAPS, MAPS, LOOPS, LOOPS, st.floats(0, 60))
def test_neither_other_tempi_nor_another_loop_make_it_jump(
    one: TempoMap, other: TempoMap, loop: Span | None, another: Span | None, seconds: float
) -> None:
    line = Timeline(0, 0.0, one, Course(0, 0, None, loop))
    played = line.tick_at(seconds)
    assert line.with_tempos(other, seconds).tick_at(seconds) == pytest.approx(played, abs=1e-6)
    place = int(played) + 1
    course = Course(place, round(line.course.tick_at(place)), None, another)
    elsewhere = line.with_course(course)
    assert elsewhere.seconds_at(place) == pytest.approx(line.seconds_at(place), abs=1e-9)
