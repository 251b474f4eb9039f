"""The note network in numpy gives the numbers of Keras, and its file opens in Keras itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.model.bundle import open_model, save_bundle
from core.model.card import Card
from core.model.notedataset import Lesson, lesson_from_song
from core.model.notegraph import NoteGraph, Sizes
from core.model.notemodel import NoteModel
from core.music.key import C_MAJOR
from core.music.song import Song
from tests.model.tunes import NOTE_WORDS, TUNES

pytestmark = [
    pytest.mark.slow,
    # Keras 3.15 itself, under numpy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]
keras = pytest.importorskip("keras")

SONGS = [Song(tune, key=C_MAJOR) for tune in TUNES]


def shares(logits: Any) -> Any:
    raised = np.exp(np.asarray(logits, np.float64) - np.max(logits, axis=-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def assert_equal(model: NoteModel, network: Any, lessons: Sequence[Lesson]) -> None:
    """Probabilities of every decision, all inputs told, agree within 1e-5."""
    for lesson in lessons:
        codes, landings = lesson.codes.astype(np.int32), lesson.landings.astype(np.int32)
        of_durations, of_pitches = network([codes[None], lesson.durations[None], landings[None]])
        state = model.network.start()
        for place, duration in enumerate(lesson.durations):
            one = slice(place, place + 1)
            state = model.network.hear(codes[one], state)
            mine = model.network.duration_logits(state, landings[one])[0]
            assert np.abs(shares(mine) - shares(of_durations[0, place])).max() < 1e-5
            mine = model.network.pitch_logits(state, np.array([duration]), landings[one, duration])
            assert np.abs(shares(mine[0]) - shares(of_pitches[0, place])).max() < 1e-5


def test_a_new_network_gives_the_same_probabilities_and_opens_in_keras(tmp_path: Path) -> None:
    keras.utils.set_random_seed(3)
    network = NoteGraph(NOTE_WORDS, Sizes(units=24)).model()
    for array in network.trainable_variables:  # livelier than fresh weights, biases too
        array.assign(array + np.random.default_rng(0).normal(0, 0.2, array.shape))
    plain, out = tmp_path / "plain.keras", tmp_path / "bundle.keras"
    network.save(plain)
    card = save_bundle(plain.read_bytes(), NOTE_WORDS, Card("Mine", "note", command="train"), out)
    assert card.parameters == network.count_params()
    model = open_model(out)
    assert isinstance(model, NoteModel)
    assert model.card == card
    again = keras.saving.load_model(out)
    for mine, theirs in zip(network.get_weights(), again.get_weights(), strict=True):
        np.testing.assert_array_equal(mine, theirs)
    assert_equal(model, again, [lesson_from_song(song, NOTE_WORDS) for song in SONGS])
