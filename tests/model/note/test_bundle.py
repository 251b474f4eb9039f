"""Bundles of the note family that are not as they should be; whole ones are in test_notekeras."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
import pytest

from core.errors import UserError
from core.model.bundle import CARD, VOCABULARY, open_model, save_bundle
from core.model.card import Card
from core.model.note.model import NoteModel
from core.music.melody import Melody
from tests.model.note.test_model import FRAME
from tests.model.tunes import NOTE_WORDS, TUNES, note_layers, tiny_note_model

CARD_OF_OURS = Card("Mine", "note", command="train")
KINDS = {
    "lstm": ("LSTM", "lstm", "cell/vars"),
    "normal": ("LayerNormalization", "layer_normalization", "vars"),
}
EMBEDDINGS = ("context", "flag", "duration", "pitch", "chosen", "landing")


def archive(spoil: Callable[[Any], None] = lambda _: None) -> bytes:
    """As Keras 3 writes it, less what nobody reads: operations stand between the layers."""
    entries: list[dict[str, object]] = [{"class_name": "Add", "config": {"name": "add"}}]
    weights, content = io.BytesIO(), io.BytesIO()
    with h5py.File(weights, "w") as file:
        counts: dict[str, int] = {}
        for name, layer in note_layers().items():
            is_table = name in EMBEDDINGS or name.endswith("_trust")
            plain = ("Embedding", "embedding", "vars") if is_table else ("Dense", "dense", "vars")
            kind, group, place = KINDS.get(name, plain)
            entries.append({"class_name": kind, "config": dict(layer.settings)})
            number = counts.get(group, 0)
            counts[group] = number + 1
            path = f"layers/{group}_{number}" if number else f"layers/{group}"
            for index, array in enumerate(layer.arrays):
                file[f"{path}/{place}/{index}"] = array
        spoil(file)
    with zipfile.ZipFile(content, "w") as file:
        config = {"class_name": "Functional", "config": {"layers": entries}}
        file.writestr("metadata.json", json.dumps({"keras_version": "3.15.0"}))
        file.writestr("config.json", json.dumps(config))
        file.writestr("model.weights.h5", weights.getvalue())
    return content.getvalue()


def changed(path: Path, name: str, text: str | None) -> None:
    """Puts another text, or none, in the place of a member."""
    with zipfile.ZipFile(path) as file:
        members = {member: file.read(member) for member in file.namelist() if member != name}
    with zipfile.ZipFile(path, "w") as file:
        for member, content in members.items():
            file.writestr(member, content)
        if text is not None:
            file.writestr(name, text)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "mine.keras"
    save_bundle(archive(), NOTE_WORDS, CARD_OF_OURS, path)
    return path


def test_a_bundle_opens_as_the_model_that_it_was(bundle: Path) -> None:
    model = open_model(bundle)
    assert isinstance(model, NoteModel)
    assert model.vocabulary == NOTE_WORDS
    assert model.card.parameters == model.network.parameters
    whole = tiny_note_model()
    for seed in (Melody(), *(tune.until(1920) for tune in TUNES)):
        np.testing.assert_array_equal(
            model.cursor(seed, FRAME).logits(), whole.cursor(seed, FRAME).logits()
        )


def test_weights_other_than_the_card_was_written_for_are_refused(bundle: Path) -> None:
    def change(file: Any) -> None:
        file["layers/dense/vars/1"][0] += 1

    with zipfile.ZipFile(bundle) as file:
        card, words = file.read(CARD), file.read(VOCABULARY)
    bundle.write_bytes(archive(change))
    changed(bundle, CARD, card.decode())
    changed(bundle, VOCABULARY, words.decode())
    with pytest.raises(UserError, match="not those that its card was written for"):
        open_model(bundle)


def test_a_bundle_without_its_words_or_with_others_is_refused(bundle: Path) -> None:
    changed(bundle, VOCABULARY, None)
    with pytest.raises(UserError, match=r"has no vocabulary\.json"):
        open_model(bundle)
    changed(bundle, VOCABULARY, '{"/": 0, "_": 1, "r": 2, "60": 3}')
    with pytest.raises(UserError, match="does not name durations"):
        open_model(bundle)


def test_a_note_network_with_the_card_of_a_grid_is_refused(bundle: Path) -> None:
    with zipfile.ZipFile(bundle) as file:
        card = json.loads(file.read(CARD))
    changed(bundle, CARD, json.dumps({**card, "family": "grid"}))
    with pytest.raises(UserError, match=r"^mine\.keras cannot be opened as a model: "):
        open_model(bundle)
    changed(bundle, CARD, json.dumps({**card, "family": "choir"}))
    with pytest.raises(UserError, match="'choir', which this release does not know"):
        open_model(bundle)


def no_number(file: Any) -> None:
    file["layers/lstm/cell/vars/0"][1, 1] = np.nan


def one_missing(file: Any) -> None:
    del file["layers/lstm/cell/vars/2"]


def other_shape(file: Any) -> None:
    del file["layers/embedding/vars/0"]
    file["layers/embedding/vars/0"] = np.zeros((3, 3), np.float32)


@pytest.mark.parametrize("spoil", [no_number, one_missing, other_shape])
def test_weights_that_cannot_be_are_refused_in_a_sentence(
    spoil: Callable[[Any], None], tmp_path: Path
) -> None:
    path = tmp_path / "mine.keras"
    content = archive(spoil)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    save_bundle(archive(), NOTE_WORDS, CARD_OF_OURS, path)
    changed(path, "model.weights.h5", None)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("model.weights.h5", members["model.weights.h5"])
    with pytest.raises(UserError, match=r"^mine\.keras cannot be opened as a model: "):
        open_model(path)
