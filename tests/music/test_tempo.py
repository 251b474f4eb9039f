"""Tempo maps: ticks and seconds, and faster or slower in proportion."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.tempo import FASTEST_TEMPO, MOST_TEMPI, SLOWEST_TEMPO, TempoMap, tempo_text

TEMPI = st.floats(SLOWEST_TEMPO, FASTEST_TEMPO)
MAPS = st.builds(
    lambda first, later: TempoMap(((0, first), *sorted(later.items()))),
    TEMPI,
    st.dictionaries(st.integers(1, 20_000), TEMPI, max_size=6),
)
RITARDANDO = TempoMap(((0, 120.0), (960, 60.0), (1440, 30.0)))


def slowly(tempos: TempoMap, tick: int) -> Fraction:
    """The seconds up to `tick`, one tick after the other."""
    return sum((Fraction(1) / (8 * Fraction(tempos.at(n))) for n in range(tick)), Fraction(0))


def test_each_stretch_lasts_as_long_as_its_tempo_says() -> None:
    assert [RITARDANDO.seconds_at(tick) for tick in (0, 480, 960, 1440, 1920, -480)] == [
        *(0, 0.5, 1, 2, 4, -0.5)
    ]
    assert [RITARDANDO.tick_at(seconds) for seconds in (0.25, 1, 1.5, 4, -0.5)] == [
        *(240, 960, 1200, 1920, -480)
    ]
    assert RITARDANDO.tick_after(480, 1.0) == 1200
    assert [RITARDANDO.at(tick) for tick in (-1, 0, 959, 960, 5000)] == [120, 120, 120, 60, 30]


@given(MAPS, st.integers(0, 3000))
def test_seconds_are_those_of_all_ticks_together(tempos: TempoMap, tick: int) -> None:
    assert tempos.seconds_at(tick) == pytest.approx(float(slowly(tempos, tick)), abs=1e-9)


@given(MAPS, st.floats(-1e4, 1e5))
def test_ticks_and_seconds_go_both_ways(tempos: TempoMap, tick: float) -> None:
    assert tempos.tick_at(tempos.seconds_at(tick)) == pytest.approx(tick, abs=1e-4)


@given(MAPS, st.integers(0, 25_000), st.integers(0, 25_000))
def test_a_part_of_a_map_goes_as_fast_as_the_whole(tempos: TempoMap, begin: int, tick: int) -> None:
    later = tempos.since(begin)
    assert later.at(tick) == tempos.at(begin + tick)
    shorter = tempos.until(begin)
    assert shorter.at(tick) == tempos.at(min(tick, max(0, begin - 1)))


@given(MAPS, TEMPI)
def test_all_tempi_turn_in_proportion_within_the_range(tempos: TempoMap, tempo: float) -> None:
    turned = tempos.with_first(tempo)
    assert turned.first == pytest.approx(tempo, abs=1e-4)
    for onset, before in tempos.changes:
        wanted = before * turned.first / tempos.first
        assert turned.at(onset) == pytest.approx(min(max(wanted, 20), 400), abs=1e-4)
    assert tempos.with_first(tempos.first) is tempos


def test_what_a_file_says_in_any_order() -> None:
    told = [(960, 60.0), (480, 90.0), (1440, 60.0), (960, 70.0), (1920, 70.0)]
    assert TempoMap.from_changes(told) == TempoMap(
        ((0, 90.0), (960, 70.0), (1440, 60.0), (1920, 70.0))
    )
    assert TempoMap.from_changes([]) == TempoMap()
    many = TempoMap.from_changes((tick, 60.0 + tick % 2) for tick in range(3 * MOST_TEMPI))
    assert len(many.changes) == MOST_TEMPI


@pytest.mark.parametrize(
    "changes",
    [
        (),
        ((1, 60.0),),
        ((0, 60.0), (0, 70.0)),
        ((0, 60.0), (5, 0.0)),
        ((0, float("nan")),),
        ((0, float("inf")),),
    ],
)
def test_what_is_no_map_is_refused(changes: tuple[tuple[int, float], ...]) -> None:
    with pytest.raises(ValueError, match=r"begin at 0|above 0"):
        TempoMap(changes)


def test_a_stretch_has_its_own_tempo_and_the_changes_in_it() -> None:
    tempos = TempoMap(((0, 90.0), (480, 60.0), (960, 120.0)))
    assert tempos.between(0, 480) == ((0, 90.0),)
    assert tempos.between(480, 961) == ((480, 60.0), (960, 120.0))
    assert tempos.between(500, 960) == ((500, 60.0),)
    assert tempos.between(2000, 3000) == ((2000, 120.0),)


@pytest.mark.parametrize(
    ("tempo", "text"), [(100.0, "100"), (92.5, "92.5"), (66.66666666, "66.6667"), (400.0, "400")]
)
def test_a_tempo_has_no_more_decimals_than_it_needs(tempo: float, text: str) -> None:
    assert tempo_text(tempo) == text
