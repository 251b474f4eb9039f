"""A training that truly runs, on a few tunes of our own."""

from pathlib import Path
from random import Random

import numpy as np
import pytest

from core.errors import UserError
from core.model.bundle import open_model
from core.model.card import Card
from core.model.grid.training import train
from core.model.training.course import Saving
from core.model.training.hyperparameters import GridHyperparameters
from core.model.training.progress import Progress
from core.model.training.recurrence import recurrence

keras = pytest.importorskip("keras")
import tensorflow as tf  # type: ignore[import-untyped]  # noqa: E402

pytestmark = [
    pytest.mark.slow,
    # Keras 3.15 itself, under numpy 2.
    pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning"),
]

SMALL = GridHyperparameters(units=24, epochs=12, batch=200, rate=0.02, dropout=0.1, average=0.8)
SCALE = ("c", "d", "e", "f", "g", "a", "b", "cc")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Fifty tunes of quarters, no two alike: every part of a split has some."""
    songs = tmp_path / "songs"
    songs.mkdir()
    random = Random(1)
    for number in range(50):
        notes = "\n".join(f"4{letter}" for letter in random.choices(SCALE, k=16))
        (songs / f"run{number}.krn").write_text(f"**kern\n*M4/4\n*C:\n{notes}\n*-\n")
    return songs


def test_a_training_learns_and_writes_a_model_with_its_card(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "runs.keras"
    card = Card("Runs", "grid", corpus="Scales", command="python main.py train", licence="Ours")
    progress = list(train([folder], Saving(out), hyperparameters=SMALL, card=card))
    figures = [epoch.validation for epoch in progress[-1].curve]
    assert figures[-1] < figures[0] - 2
    last = progress[-1]
    assert last.stage == "finished"
    assert last.test is not None
    written = open_model(out).card
    assert (written.name, written.corpus, written.licence) == ("Runs", "Scales", "Ours")
    assert written.bits_per_note == pytest.approx(last.test, abs=1e-3)
    assert written.songs == last.songs
    assert written.held_out.endswith("test songs")
    shares = [p.share for p in progress if p.stage == "training"]
    assert shares == sorted(shares)


def test_the_same_random_seed_trains_the_same_model(folder: Path, tmp_path: Path) -> None:
    hashes = []
    for name in ("one", "two"):
        out = tmp_path / f"{name}.keras"
        for progress in train(
            [folder], Saving(out), hyperparameters=GridHyperparameters(units=8, epochs=1)
        ):
            assert isinstance(progress, Progress)
        hashes.append(open_model(out).card.weights_hash)
    assert hashes[0] == hashes[1]


def test_closing_the_iterator_keeps_the_best_model_so_far(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "runs.keras"
    steps = train([folder], Saving(out), hyperparameters=SMALL)
    first = next(progress for progress in steps if progress.epoch == 1)
    steps.close()
    card = open_model(out).card
    assert card.bits_per_note == pytest.approx(first.curve[0].validation, abs=1e-3)
    assert card.held_out.endswith("validation songs")


def test_a_folder_that_cannot_be_written_is_told_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="choose another"):
        next(train([tmp_path], Saving(tmp_path / "none" / "model.keras")))


def test_the_fast_recurrence_is_that_of_keras_gradients_too() -> None:
    keras.utils.set_random_seed(2)
    layer = keras.layers.LSTM(7, return_sequences=True)
    told = np.random.default_rng(1).normal(size=(3, 11, 5)).astype(np.float32)
    layer(told)
    kernel, recurrent, bias = layer.trainable_variables
    with tf.GradientTape() as theirs:
        loss = tf.reduce_sum(layer(told) ** 3)
    wanted = theirs.gradient(loss, [kernel.value, recurrent.value, bias.value])
    with tf.GradientTape() as ours:
        inputs = tf.transpose(tf.convert_to_tensor(told), (1, 0, 2))
        own = recurrence(tf.tensordot(inputs, kernel.value, 1) + bias.value, recurrent.value)
        own_loss = tf.reduce_sum(own**3)
    assert float(own_loss) == pytest.approx(float(loss), rel=1e-5)
    for mine, yours in zip(
        ours.gradient(own_loss, theirs.watched_variables()), wanted, strict=True
    ):
        np.testing.assert_allclose(mine, yours, rtol=1e-4, atol=1e-6)
