import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.note.compass import Compass, Compasses, compass_of
from core.music.text import melody_from_text

LOW, HIGH = 55, 79
SONGS = {Compass(60, 72): 30, Compass(59, 72): 8, Compass(60, 69): 2}
COMPASSES = Compasses(LOW, HIGH, SONGS)
PAIRS = [Compass(low, high) for low in range(LOW, HIGH + 1) for high in range(low, HIGH + 1)]
ALL = np.ones(HIGH - LOW + 1, bool)


def shares(heard: tuple[int, ...] = ()) -> dict[Compass, float]:
    logits = COMPASSES.logits(heard, ALL, ALL)
    return {COMPASSES[place]: float(np.exp(logit)) for place, logit in enumerate(logits)}


def test_the_compass_of_a_melody() -> None:
    assert compass_of(melody_from_text("e4 c4 r a4 g4")) == Compass(60, 69)


def test_every_pair_stands_once_low_ones_first() -> None:
    assert [COMPASSES[place] for place in range(len(PAIRS))] == PAIRS
    assert [COMPASSES.place(compass) for compass in PAIRS] == [*range(len(PAIRS))]


def test_pairs_are_as_likely_as_songs_have_them() -> None:
    known = shares()
    assert sum(known.values()) == pytest.approx(1)
    assert all(share > 0 for share in known.values())
    assert sum(known[compass] for compass in SONGS) > 0.9
    assert known[Compass(60, 72)] > 3 * known[Compass(59, 72)] > 3 * known[Compass(60, 69)]
    assert known[Compass(59, 69)] > 10 * known[Compass(58, 68)], "both bounds are known"


@given(st.lists(st.integers(LOW, HIGH), max_size=5), st.data())
def test_what_can_be_holds_what_was_heard_and_what_is_wanted(
    heard: list[int], data: st.DataObject
) -> None:
    low = data.draw(st.integers(LOW, HIGH))
    high = data.draw(st.integers(low, HIGH))
    wanted = {*data.draw(st.lists(st.integers(low, high), min_size=1))}
    pitches = np.arange(LOW, HIGH + 1)
    allowed, closing = (pitches >= low) & (pitches <= high), np.isin(pitches, [*wanted])
    logits = COMPASSES.logits(heard, allowed, closing)
    assert [COMPASSES[int(place)] for place in np.flatnonzero(np.isfinite(logits))] == [
        (floor, ceiling)
        for floor, ceiling in PAIRS
        if all(floor <= pitch <= ceiling for pitch in heard)
        and any(floor <= pitch <= ceiling for pitch in wanted)
        and floor >= min([low, *heard])
        and ceiling <= max([high, *heard])
    ]
    assert np.isfinite(logits).any()
