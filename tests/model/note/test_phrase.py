import numpy as np
import pytest

from core.model.note.phrase import (
    LEFT_SIZE,
    MET,
    OVER,
    SINCE_SIZE,
    codes_of_phrase,
    left_of_phrase,
)
from core.music.melody import QUARTER, SIXTEENTH


def test_what_is_left_tells_met_from_nearly_and_from_over() -> None:
    lasting = np.array([0, 5, 6, 23, 24, 25, 48])
    lefts = left_of_phrase(np.array(24), lasting)
    assert [*(lefts - MET)] == [4, 4, 3, 1, 0, OVER - MET, OVER - MET]
    assert not left_of_phrase(np.array(0), lasting).any(), "no phrase told of"


@pytest.mark.parametrize("until", [1, 19, 20, 21, SIXTEENTH, QUARTER, 10**9])
@pytest.mark.parametrize("since", [0, 1, QUARTER, 10**9])
def test_all_codes_have_their_places(since: int, until: int) -> None:
    eighths, steps = codes_of_phrase(since, until)
    assert 0 < eighths < SINCE_SIZE
    assert 0 < steps < 1 << 15, "also as a small whole number"
    assert steps * 20 >= min(until, 20), "not taken for an end that is met already"
    lefts = left_of_phrase(np.array(steps), np.arange(500))
    assert lefts.min() >= OVER
    assert lefts.max() < LEFT_SIZE
