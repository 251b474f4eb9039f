import pytest

from core.compose.wishes.motive import followers


def test_what_followed_the_longest_match_is_expected() -> None:
    assert followers([1, 2, 3, 9, 1, 2, 3]) == {9: pytest.approx(3 / 6)}


def test_matches_of_one_length_share() -> None:
    assert followers([2, 5, 2, 6, 2, 6, 2]) == {6: pytest.approx(3 / 6)}
    assert followers([1, 4, 1, 5, 1]) == {4: pytest.approx(1 / 12), 5: pytest.approx(1 / 12)}


def test_without_a_match_nothing_is_expected() -> None:
    assert followers([1, 2, 3]) == {}
    assert followers([]) == {}


def test_a_match_counts_up_to_six_signs() -> None:
    assert followers([1] * 20) == {1: pytest.approx(1)}
