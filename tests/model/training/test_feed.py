from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model.training.devices import load_devices
from core.model.training.feed import groups


@given(st.lists(st.integers(1, 90), min_size=1, max_size=60), st.none() | st.integers(0, 99))
def test_groups_hold_every_song_once_within_the_size(lengths: list[int], seed: int | None) -> None:
    steps = np.array(lengths, np.int64)
    found = groups(steps, 100, None if seed is None else np.random.default_rng(seed))
    assert sorted(np.concatenate(found)) == [*range(len(lengths))]
    for group in found:
        assert len(group) == 1 or len(group) * steps[group].max() <= 100


def test_songs_of_like_length_are_together_and_meet_others_each_time() -> None:
    steps = np.random.default_rng(1).integers(20, 80, 300)
    orderly = groups(steps, 1000)
    bounds = [(steps[group].min(), steps[group].max()) for group in orderly]
    assert all(before[1] <= after[0] for before, after in pairwise(bounds))
    one, same, other = (groups(steps, 1000, np.random.default_rng(n)) for n in (5, 5, 6))
    assert all(np.array_equal(a, b) for a, b in zip(one, same, strict=True))
    assert {frozenset(group) for group in one} != {frozenset(group) for group in other}
    padded = sum(len(group) * int(steps[group].max()) for group in one)
    assert padded < 1.25 * steps.sum()


@pytest.mark.parametrize(
    "config",
    [
        "no JSON",
        "{}",
        '{"cluster": {"worker": ["a:1", "b:1"]}, "task": {"type": "worker", "index": 2}}',
        '{"cluster": {"worker": ["a:1"]}, "task": {"type": "ps", "index": 0}}',
    ],
)
def test_a_cluster_without_this_process_is_refused(
    config: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TF_CONFIG", config)
    with pytest.raises(UserError, match="TF_CONFIG names no cluster"):
        load_devices(1)
