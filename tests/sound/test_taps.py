from hypothesis import given
from hypothesis import strategies as st

from core.sound.taps import Taps


def tapped(taps: Taps, moments: list[float], beat: float = 1.0) -> float | None:
    return [taps.tap(seconds, beat) for seconds in moments][-1]


@given(st.integers(20, 400), st.integers(2, 12))
def test_even_taps_give_their_tempo(tempo: int, count: int) -> None:
    assert tapped(Taps(), [n * 60 / tempo for n in range(count)]) == tempo


def test_one_tap_says_nothing() -> None:
    assert Taps().tap(5.0) is None


def test_taps_that_are_a_little_uneven_are_averaged() -> None:
    assert tapped(Taps(), [0, 0.52, 0.98, 1.51, 2.0]) == 120


def test_a_pause_begins_anew() -> None:
    taps = Taps()
    tapped(taps, [0, 0.5, 1.0])
    assert taps.tap(60.0) is None
    assert taps.tap(61.0) == 60


def test_another_tempo_is_taken_at_once() -> None:
    taps = Taps()
    tapped(taps, [0, 1, 2, 3])
    assert tapped(taps, [3.5, 4.0]) == 120


def test_taps_on_dotted_quarters_are_a_tempo_in_quarters() -> None:
    assert tapped(Taps(), [0, 1, 2], 1.5) == 90


def test_a_bouncing_finger_stays_within_the_fastest() -> None:
    assert tapped(Taps(), [0, 0.01, 0.02]) == 400
