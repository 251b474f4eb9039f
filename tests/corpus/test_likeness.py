from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus import likeness
from core.corpus.likeness import LEAST_JACCARD, alike, beginning, variants_of
from core.corpus.task import result_of
from core.music.text import melody_from_text


def pitches(text: str) -> bytes:
    return bytes(note.pitch for note in melody_from_text(text))


HELD_OUT = pitches("c4 d4 e4 f4 g4 e4 c4 d4 e4 f4 g4 a4 b4 c5 g4 e4")
SAME_BEGINNING = pitches("c4 d4 e4 f4 g4 e4 c4 d4 e4 f4 g4 a4 b4 e3 a3 c3 e5 a2")
OTHER = pitches("g4 e4 g4 e4 f4 d4 f4 d4 e4 c4 e4 c4 d4 b3 c4 c4")
SHORT = pitches("c4 d4")


def test_variants_of_held_out_tunes_are_found() -> None:
    moved = bytes(pitch + 5 for pitch in HELD_OUT)
    ending = pitches("g4") + HELD_OUT[3:]
    tunes = [moved, OTHER, SAME_BEGINNING, SHORT, ending, OTHER]
    assert result_of(variants_of([HELD_OUT], tunes)) == {0, 2, 4}
    assert result_of(variants_of([OTHER, SHORT], tunes)) == {1, 5}
    assert result_of(variants_of([], tunes)) == set()
    assert result_of(variants_of([HELD_OUT], [])) == set()


def test_a_beginning_is_told_in_intervals() -> None:
    assert beginning(HELD_OUT[:13]) == (2, 2, 1, 2, -3, -4, 2, 2, 1, 2, 2, 2)
    assert beginning(HELD_OUT[:12]) is None


def runs(tune: bytes) -> set[tuple[int, ...]]:
    steps = [b - a for a, b in pairwise(tune)]
    return {tuple(steps[place : place + 6]) for place in range(len(steps) - 5)}


def by_hand(one: bytes, other: bytes) -> bool:
    shared = len(runs(one) & runs(other))
    return shared > 0 and shared >= LEAST_JACCARD * len(runs(one) | runs(other))


def pairs(tunes: list[bytes], first: int | None = None) -> list[tuple[int, int]]:
    compared, found = 0, []
    for count, some in alike(tunes, first):
        assert compared < count <= len(tunes)
        compared = count
        found += some
    return found


tunes_of_two_steps = st.lists(
    st.lists(st.sampled_from((60, 62)), max_size=14).map(bytes), max_size=12
)


@pytest.mark.parametrize("block", [1, 7, 2_000_000])
@given(tunes=tunes_of_two_steps, first=st.integers(0, 12))
def test_pairs_are_those_that_are_found_one_by_one(
    block: int, tunes: list[bytes], first: int
) -> None:
    wanted = {
        (one, other)
        for one, other in product(range(len(tunes)), repeat=2)
        if one < other and by_hand(tunes[one], tunes[other])
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likeness, "_BLOCK", block)
        assert sorted(pairs(tunes)) == sorted(wanted)
        assert set(pairs(tunes, first)) == {(a, b) for a, b in wanted if a < first <= b}
