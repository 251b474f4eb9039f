"""The note network in numpy gives the numbers of Keras, and its file opens in Keras itself."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.corpus.preparation import transposed_home
from core.corpus.reading import SongFile, kern_files, read_songs
from core.model.bundle import open_model, save_bundle
from core.model.card import Card
from core.model.library import DEFAULT_MODEL
from core.model.note.dataset import Lesson, is_told, lesson_from_song
from core.model.note.features import HEARD, SINCE, UNTIL
from core.model.note.graph import NoteGraph, Sizes
from core.model.note.model import NoteModel
from core.music.key import C_MAJOR
from core.music.song import Song
from tests.model.tunes import NOTE_WORDS, TUNES

pytestmark = [
    pytest.mark.slow,
    # Keras 3.15 itself, under numpy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]
keras = pytest.importorskip("keras")

SONGS = [
    Song(tune, key=C_MAJOR, phrase_ends=tuple(range(1800, tune.end + 1, 3600))) for tune in TUNES
]


def shares(logits: Any) -> Any:
    raised = np.exp(np.asarray(logits, np.float64) - np.max(logits, axis=-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def assert_equal(model: NoteModel, network: Any, lessons: Sequence[Lesson]) -> None:
    """Probabilities of every decision agree within 1e-5: with no compass and no phrase told, with
    the compass alone, and with both."""
    for lesson in lessons:
        codes, landings = lesson.codes.astype(np.intp), lesson.landings.astype(np.intp)
        read = codes[None, :, : network.inputs[0].shape[-1]].astype(np.int32)
        logits = network([read, lesson.durations[None], lesson.landings[None].astype(np.int32)])
        of_durations, free, within, *phrased = (shares(of_events[0]) for of_events in logits)
        compass, nothing = codes.copy(), codes.copy()
        compass[:, [SINCE, UNTIL]] = nothing[:, HEARD:] = 0
        ways = [(nothing, of_durations, free), (compass, of_durations, within)]
        ways += [(codes, *phrased)] if model.vocabulary.phrases else []
        for told, durations, pitches in ways:
            state = model.network.start()
            for place, duration in enumerate(lesson.durations):
                one, length = slice(place, place + 1), np.array([duration])
                state = model.network.hear(told[one], state)
                mine = model.network.duration_logits(state, landings[one])
                assert np.abs(shares(mine[0]) - durations[place]).max() < 1e-5
                mine = model.network.pitch_logits(state, length, landings[one, duration])
                assert np.abs(shares(mine[0]) - pitches[place]).max() < 1e-5


@pytest.mark.parametrize("phrases", [True, False])
def test_a_new_network_gives_the_same_probabilities_and_opens_in_keras(
    phrases: bool, tmp_path: Path
) -> None:
    keras.utils.set_random_seed(3)
    words = replace(NOTE_WORDS, phrases=phrases)
    network = NoteGraph(words, Sizes(units=24)).model()
    for array in network.trainable_variables:  # livelier than fresh weights, biases too
        array.assign(array + np.random.default_rng(0).normal(0, 0.2, array.shape))
    plain, out = tmp_path / "plain.keras", tmp_path / "bundle.keras"
    network.save(plain)
    card = save_bundle(plain.read_bytes(), words, Card("Mine", "note", command="train"), out)
    assert card.parameters == network.count_params()
    model = open_model(out)
    assert isinstance(model, NoteModel)
    assert model.card == card
    assert model.knows_phrases is phrases
    again = keras.saving.load_model(out)
    for mine, theirs in zip(network.get_weights(), again.get_weights(), strict=True):
        np.testing.assert_array_equal(mine, theirs)
    assert_equal(model, again, [lesson_from_song(song, NOTE_WORDS) for song in SONGS])


@pytest.fixture(scope="module")
def boxed(tmp_path_factory: pytest.TempPathFactory) -> tuple[NoteModel, Any]:
    """The model in the box, by us and by Keras."""
    copy = shutil.copy(DEFAULT_MODEL, tmp_path_factory.mktemp("model"))
    model = open_model(DEFAULT_MODEL)
    assert isinstance(model, NoteModel)
    return model, keras.saving.load_model(copy)


def test_the_model_in_the_box_is_what_keras_says_it_is(boxed: tuple[NoteModel, Any]) -> None:
    model, network = boxed
    assert_equal(model, network, [lesson_from_song(song, model.vocabulary) for song in SONGS])


def test_it_is_so_on_songs_of_the_collection(boxed: tuple[NoteModel, Any], essen: Path) -> None:
    model, network = boxed
    lessons = []
    for item in read_songs(kern_files([essen / "europa" / "deutschl"])[::500]):
        assert isinstance(item, SongFile)
        song = transposed_home(item.song)
        if is_told(song, model.vocabulary):
            lessons.append(lesson_from_song(song, model.vocabulary))
    assert len(lessons) > 8
    assert_equal(model, network, lessons)
