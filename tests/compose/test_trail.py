"""A tune that follows the trail of the last one is the tune that it would be alone."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.continuation import Making, continue_song
from core.compose.controls import Controls
from core.compose.live.line import continue_from
from core.compose.trail import Trail
from core.model.bundle import open_model
from core.model.family import Frame, Model
from core.model.grid.model import GridModel
from core.model.library import CLASSIC_MODEL, DEFAULT_MODEL
from core.model.note.model import NoteModel
from core.music.key import C_MAJOR
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song
from tests.model.tunes import tiny_model, tiny_note_model

MODELS = tiny_model(), tiny_note_model()
SEED = Song(Melody((Note(0, 480, 60), Note(480, 240, 64), Note(720, 240, 67)), 960), key=C_MAJOR)
FRAME = Frame(MeterMap(), "major", 4 * 4 * QUARTER)
TURNS = st.lists(
    st.one_of(
        st.builds(lambda value: {"temperature": value}, st.floats(0, 2)),
        st.builds(lambda value: {"density": value}, st.floats(-1, 1)),
        st.builds(lambda value: {"top_p": value}, st.floats(0.5, 1)),
        st.builds(lambda value: {"in_scale": value}, st.booleans()),
        st.builds(lambda value: {"bars": value}, st.integers(2, 5)),
        st.builds(lambda value: {"random_seed": value}, st.integers(1, 3)),
    ),
    min_size=2,
    max_size=8,
)


def made(model: Model, controls: Controls, trail: Trail | None) -> tuple[object, ...]:
    making = Making(continue_song(model, SEED, controls), trail)
    return list(making), making.bits, making.notices


@settings(max_examples=40)
@given(st.sampled_from(MODELS), TURNS)
def test_however_the_knobs_are_turned(model: Model, turns: list[dict[str, Any]]) -> None:
    trail, controls = Trail(), Controls(bars=4)
    for turn in turns:
        controls = replace(controls, **turn)
        assert made(model, controls, trail) == made(model, controls, None), turn


def test_another_model_or_seed_has_another_trail() -> None:
    trail = Trail()
    for model in (*MODELS, *MODELS):
        for seed in (SEED, Song(), SEED):
            followed = list(Making(continue_song(model, seed, Controls(bars=3)), trail))
            assert followed == list(continue_song(model, seed, Controls(bars=3)))


@pytest.mark.parametrize("path", [DEFAULT_MODEL, CLASSIC_MODEL])
def test_the_model_is_asked_only_where_the_tunes_part(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, trail, times = open_model(path), Trail(), Counter[str]()
    assert isinstance(model, GridModel | NoteModel)
    network = type(model.network)
    hear = network.hear

    def counted(*told: Any) -> Any:
        times["heard"] += 1
        return hear(*told)

    monkeypatch.setattr(network, "hear", counted)

    def heard(temperature: float) -> int:
        times.clear()
        made(model, Controls(temperature, bars=8), trail)
        return times["heard"]

    whole = heard(1.0)
    assert heard(1.0) == 0
    assert heard(1 + 1e-9) == 0
    turned = [heard(1 + turn / 50) for turn in range(1, 11)]
    assert 0 < sum(turned) < whole * len(turned) * 3 / 4
    assert 0 in turned
    assert heard(1.2) == 0


def test_a_tune_that_is_left_half_done_leaves_no_trail() -> None:
    model, trail = MODELS[1], Trail()
    whole, broken = Controls(bars=4), Controls(bars=4, temperature=1.7)
    expected = made(model, whole, trail)
    next(Making(continue_song(model, SEED, broken), trail))
    assert made(model, whole, trail) == expected


def test_what_is_heard_on_the_way_is_not_followed() -> None:
    model, trail = MODELS[1], Trail()
    song = continue_song(model, SEED, Controls(bars=4))
    tune = song.song(Making(song, trail))
    for tick in (1920, 3840, 1920):
        line = continue_from(model, tune, Controls(bars=4, density=0.5), tick)
        assert list(Making(line, trail)) == list(line)


@pytest.mark.parametrize("model", MODELS)
def test_a_follower_forks_and_aims_as_its_model_does(model: Model) -> None:
    trail = Trail()
    first = trail.cursor(model, SEED.melody, FRAME)
    while not first.is_done:
        first.choose(int(first.logits().argmax()))
    one, other = trail.cursor(model, SEED.melody, FRAME), model.cursor(SEED.melody, FRAME)
    for _ in range(9):
        symbol = int(other.logits().argmax())
        assert (one.decision, one.tick, one.is_done) == (other.decision, other.tick, False)
        np.testing.assert_array_equal(one.logits(), other.logits())
        assert one.choose(symbol) == other.choose(symbol)
    twin = one.fork()
    while not twin.is_done:
        twin.choose(int(twin.logits().argmin()))
    while one.choices().durations is None and not other.choices().holds:
        assert one.choose(1) == other.choose(1)
    one.aim(8 * QUARTER)
    other.aim(8 * QUARTER)
    np.testing.assert_array_equal(one.fitting(), other.fitting())
    np.testing.assert_array_equal(one.logits(), other.logits())
    assert one.tick == other.tick
