from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model.note.turns import (
    NO_TURNS,
    Turns,
    TurnTable,
    texts_from_turns,
    turns_from_texts,
    turns_of,
)

PITCHES = 30
QUARTER, HALF = 4, 7  # symbols of durations
SCALE = [(QUARTER, pitch) for pitch in (10, 12, 14, 15)]
"""Up by two, two, one."""


def shares(turns: Turns, tune: list[tuple[int, int]], duration: int) -> dict[int, float]:
    """How likely every pitch is behind `tune`, as a whole."""
    leaders, last = [], 0
    for _, pitch in tune:
        leaders.append(last)
        last = pitch or last
    heard = [(*event, leader) for event, leader in zip(tune, leaders, strict=True)]
    raised = np.exp(TurnTable(turns, PITCHES).logits(duration, reversed(heard), last))
    return dict(enumerate((raised / raised.sum()).tolist()))


def likeliest(turns: Turns, tune: list[tuple[int, int]], duration: int = QUARTER) -> int:
    known = shares(turns, tune, duration)
    return max(known, key=known.__getitem__)


def moved(tune: list[tuple[int, int]], by: int) -> list[tuple[int, int]]:
    return [(duration, pitch and pitch + by) for duration, pitch in tune]


def test_what_songs_have_in_common_is_expected_in_any_key() -> None:
    turns = turns_of([SCALE, moved(SCALE, 5)])
    assert likeliest(turns, SCALE[:3]) == 15
    assert likeliest(turns, moved(SCALE[:3], -4)) == 11
    assert likeliest(turns, SCALE[:2]) == 14
    assert likeliest(turns_of([SCALE, [(HALF, 10), (HALF, 9)] * 9]), SCALE[:3], HALF) == 13


def test_what_one_song_alone_has_is_forgotten() -> None:
    odd = [(QUARTER, pitch) for pitch in (10, 17, 3, 21)]
    for tunes, expected in (([SCALE, SCALE, odd], False), ([SCALE, SCALE, odd, odd], True)):
        known = shares(turns_of(tunes), odd[:3], QUARTER)
        assert (known[21] > 0.3) is expected


def test_rests_count_and_intervals_reach_over_them() -> None:
    rested = [(QUARTER, 10), (HALF, 0), (QUARTER, 14), (QUARTER, 0)]
    turns = turns_of([rested, rested])
    assert likeliest(turns, rested[:3]) == 0
    assert likeliest(turns, moved(rested[:2], 3)) == 17


def test_longer_runs_weigh_more() -> None:
    down = [(QUARTER, 20), (QUARTER, 12), (QUARTER, 14), (QUARTER, 11)]
    turns = turns_of([SCALE, SCALE, SCALE, down, down])
    assert likeliest(turns, SCALE[:3]) == 15
    assert likeliest(turns, down[:3]) == 11


@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 3), st.integers(0, PITCHES - 1)), max_size=12),
        max_size=4,
    ),
    st.integers(0, 3),
)
def test_every_share_is_as_witten_and_bell_say(
    tunes: list[list[tuple[int, int]]], duration: int
) -> None:
    turns = turns_of(tunes)
    again = turns_from_texts(texts_from_turns(turns))
    for tune in tunes:
        if not any(pitch for _, pitch in tune):
            continue
        known = shares(again, tune, duration)
        assert min(known.values()) > 0
        last = next(pitch for _, pitch in reversed(tune) if pitch)
        runs = [_heard(tunes, length, tune, duration) for length in range(6)]
        expected = np.full(50, 1 / 50)
        for length, followed in enumerate(runs):
            if length and sum(followed.values()) < 2:
                break
            if not followed:
                continue
            total = sum(followed.values()) + len(followed)
            expected *= len(followed) / total
            for step, count in followed.items():
                expected[step] += count / total
        wanted = np.array(
            [expected[0], *(expected[_interval(pitch, last)] for pitch in range(1, PITCHES))]
        )
        np.testing.assert_allclose([*known.values()], wanted / wanted.sum(), rtol=1e-9)


def _heard(
    tunes: list[list[tuple[int, int]]], length: int, now: list[tuple[int, int]], duration: int
) -> Counter[int]:
    """By definition: the steps behind every place that looks back on the same run."""

    def told(tune: list[tuple[int, int]], place: int, own: int) -> tuple[object, ...] | None:
        back = length - 1
        if length and place < back:
            return None
        events = range(place - 1, place - 1 - back, -1)
        return *[own][:length], *((tune[event][0], _step(tune, event)) for event in events)

    wanted = told(now, len(now), duration)
    found: Counter[int] = Counter()
    for tune in tunes:
        for place, (own, _) in enumerate(tune):
            step = _step(tune, place)
            has_begun = any(pitch for _, pitch in tune[:place])
            if has_begun and wanted is not None and told(tune, place, own) == wanted:
                assert step is not None
                found[step] += 1
    return found


def _step(tune: list[tuple[int, int]], place: int) -> int | None:
    """0 for a rest, else the interval from the last note and 25; None for the first note."""
    pitch = tune[place][1]
    last = next((pitch for _, pitch in reversed(tune[:place]) if pitch), None)
    if not pitch:
        return 0
    return None if last is None else _interval(pitch, last)


def _interval(pitch: int, last: int) -> int:
    return min(max(pitch - last, -24), 24) + 25


def test_without_songs_every_step_is_as_likely() -> None:
    for turns in (NO_TURNS, turns_of([])):
        known = shares(turns, SCALE, QUARTER)
        assert len({*known.values()}) == 1


def numbers(*values: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint32]]:
    return np.array(values, np.uint32)


@pytest.mark.parametrize(
    "changes",
    [
        {"children": numbers()},
        {"children": numbers(2, 0)},
        {"children": numbers(1, 1)},
        {"symbols": numbers()},
        {"symbols": numbers(1 << 16)},
        {"kinds": numbers(1)},
        {"kinds": numbers(1, 2)},
        {"steps": numbers(25, 50)},
        {"counts": numbers(1, 0)},
        {"counts": numbers(1)},
    ],
)
def test_what_is_no_tree_is_refused(changes: dict[str, object]) -> None:
    tree = Turns(numbers(1, 0), numbers(3), numbers(1, 1), numbers(25, 26), numbers(5, 2))
    with pytest.raises(UserError, match="impossible turns"):
        replace(tree, **changes)  # type: ignore[arg-type]


def test_children_in_another_order_are_refused() -> None:
    with pytest.raises(UserError, match="impossible turns"):
        Turns(numbers(2, 0, 0), numbers(4, 3), numbers(0, 0, 0), numbers(), numbers())


@pytest.mark.parametrize(
    "texts", [{}, {"children": ""}, {**texts_from_turns(NO_TURNS), "kinds": "AAA="}]
)
def test_what_is_no_text_of_turns_is_refused(texts: dict[str, object]) -> None:
    with pytest.raises(UserError, match="unreadable turns"):
        turns_from_texts(texts)
    with pytest.raises(UserError, match="unreadable turns"):
        turns_from_texts({**texts_from_turns(NO_TURNS), "steps": "no base 64!"})
