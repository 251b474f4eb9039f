"""Files that are no models, or not quite; what Keras writes is opened in test_keras.py."""

import io
import json
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
import pytest

from core.errors import UserError
from core.model.archive.weights import MappingError
from core.model.bundle import CARD, VOCABULARY, open_model, save_bundle
from core.model.card import Card
from core.model.grid.vocabulary import json_from_vocabulary, vocabulary_of
from core.model.library import DEFAULT_MODEL, bundled_models
from tests.model.archive.strangers import (
    PLAIN,
    SIZE,
    WORDS,
    Config,
    archive,
    config_of,
    weights_member,
)


@pytest.fixture
def stranger(tmp_path: Path) -> Callable[[bytes], Path]:
    """Writes a file as from elsewhere, with its mapping.json beside it."""
    (tmp_path / "mapping.json").write_text(json_from_vocabulary(WORDS))

    def write(content: bytes) -> Path:
        path = tmp_path / "model.keras"
        path.write_bytes(content)
        return path

    return write


def test_a_bundle_opens_with_its_vocabulary_and_its_card(tmp_path: Path) -> None:
    out = tmp_path / "mine.keras"
    card = Card("Mine", "grid", "Songs of our own", 3, 40, bits_per_note=3.2, command="train")
    written = save_bundle(archive(), WORDS, card, out)
    model = open_model(out)
    assert model.card == written
    assert model.card.parameters == sum(array.size for _, arrays in PLAIN for array in arrays)
    assert not model.card.is_from_elsewhere
    assert [model.nearest_pitch(pitch) for pitch in (62, 74)] == [62, 62]
    assert list(tmp_path.iterdir()) == [out]


def test_a_model_from_elsewhere_opens_with_the_mapping_beside_it(
    stranger: Callable[[bytes], Path], tmp_path: Path
) -> None:
    path = stranger(archive())
    assert open_model(path).card.is_from_elsewhere
    assert open_model(path).card.name == "model"
    other = tmp_path / "other.json"
    (tmp_path / "mapping.json").rename(other)
    assert open_model(path, mapping=other).card.parameters > 0
    with pytest.raises(MappingError, match=r"choose the mapping\.json"):
        open_model(path)


def test_a_vocabulary_of_another_size_is_refused_with_both_sizes(
    stranger: Callable[[bytes], Path], tmp_path: Path
) -> None:
    path = stranger(archive())
    (tmp_path / "mapping.json").write_text(json_from_vocabulary(vocabulary_of(range(60, 70))))
    with pytest.raises(MappingError, match="vocabulary has 13 symbols and its network 8"):
        open_model(path)
    (tmp_path / "mapping.json").write_text('{"_": 0, "r": 1}')
    with pytest.raises(UserError) as caught:
        open_model(path)
    assert str(caught.value) == (
        "model.keras cannot be opened as a model: its vocabulary lacks '/' (mapping: mapping.json)."
    )


def test_a_bundle_takes_no_other_mapping(tmp_path: Path) -> None:
    out, mapping = tmp_path / "mine.keras", tmp_path / "mapping.json"
    save_bundle(archive(), WORDS, Card("Mine", "grid", command="train"), out)
    mapping.write_text(json_from_vocabulary(WORDS))
    with pytest.raises(UserError, match="brings its own vocabulary and takes no mapping"):
        open_model(out, mapping)


def test_weights_other_than_the_card_was_written_for_are_refused(tmp_path: Path) -> None:
    out = tmp_path / "mine.keras"
    save_bundle(archive(), WORDS, Card("Mine", "grid", command="train"), out)
    with zipfile.ZipFile(out) as file:
        card, words = file.read(CARD), file.read(VOCABULARY)

    def change(file: Any) -> None:
        file["layers/dense/vars/1"][0] += 1

    with zipfile.ZipFile(out, "w") as file:
        file.writestr("config.json", json.dumps(config_of(PLAIN)))
        file.writestr("model.weights.h5", weights_member(spoil=change))
        file.writestr(CARD, card)
        file.writestr(VOCABULARY, words)
    with pytest.raises(UserError, match="not those that its card was written for"):
        open_model(out)


def layer(number: int, **changes: object) -> Config:
    settings = deepcopy(config_of(PLAIN))
    settings["config"]["layers"][number]["config"].update(changes)
    return settings


def kind(number: int, name: str) -> Config:
    settings = deepcopy(config_of(PLAIN))
    settings["config"]["layers"][number]["class_name"] = name
    return settings


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        (kind(1, "Bidirectional"), "Bidirectional layer"),
        (kind(2, "Lambda"), "of the kind 'Lambda'"),
        (kind(0, "TFOpLambda"), "of the kind 'TFOpLambda'"),
        (kind(1, "GRU"), "no weights at 'layers/gru"),
        (kind(2, "LayerNormalization"), "of the kind 'LayerNormalization'"),
        (kind(2, "Flatten"), "of the kind 'Flatten'"),
        (layer(1, recurrent_activation="relu"), "recurrent_activation=relu"),
        (layer(1, activation="relu"), "activation=relu"),
        (layer(1, go_backwards=True), "go_backwards=True"),
        (layer(1, use_bias=False), "use_bias=False"),
        (layer(1, units=5), "do not fit"),
        (layer(1, units=200_000), "has 200000 units"),
        (layer(1, units=10**30), "units, not 1 to"),
        (layer(1, units=[4]), "units, not 1 to"),
        (layer(1, activation={"class_name": "function", "config": "tanh"}), "only tanh"),
        (layer(1, units=True), "do not fit"),
        (layer(3, units=7), "do not fit"),
        (layer(3, activation="gelu"), "activation 'gelu'"),
        (layer(3, activation="relu"), "does not end with a softmax"),
        ({"class_name": "Sequential", "config": {"layers": []}}, "no layers"),
        ({"class_name": "Sequential", "config": {"layers": [{}]}}, "damaged"),
        ({"class_name": "Sequential", "config": {"layers": [3]}}, "damaged"),
        ({"class_name": "Sequential", "config": {"layers": [{}] * 33}}, "more than 32"),
        ({"class_name": "Sequential", "config": 3}, "no layers"),
        ({"class_name": "Net", "config": {}}, "no Sequential or Functional"),
    ],
)
def test_a_network_that_is_not_known_here_is_refused_in_a_sentence(
    settings: Config, sentence: str, stranger: Callable[[bytes], Path]
) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        open_model(stranger(archive(settings)))
    assert str(caught.value).startswith("model.keras cannot be opened as a model: ")
    assert str(caught.value).count(". ") == 0


def not_a_number(file: Any) -> None:
    file["layers/lstm/cell/vars/0"][1, 1] = np.nan


def of_bytes(file: Any) -> None:
    del file["layers/dense/vars/1"]
    file["layers/dense/vars/1"] = np.zeros(SIZE, np.uint8)


def out_of_the_file(file: Any) -> None:
    del file["layers/dense/vars/1"]
    file["layers/dense/vars/1"] = h5py.ExternalLink("secret.h5", "/x")


def stored_elsewhere(file: Any) -> None:
    del file["layers/dense/vars/1"]
    file["layers/dense/vars"].create_dataset(
        "1", (SIZE,), np.float32, external=[("secret.bin", 0, 4 * SIZE)]
    )


def huge(file: Any) -> None:
    del file["layers/dense/vars/1"]
    file["layers/dense/vars"].create_dataset("1", (2**40,), np.float32)


def huge_beyond_counting(file: Any) -> None:
    """Its number of weights is 0 in 64 bits."""
    del file["layers/dense/vars/0"]
    file["layers/dense/vars"].create_dataset("0", (2**40, 2**40), np.float32, chunks=(64, 64))


def in_pieces(file: Any) -> None:
    del file["layers/dense/vars/1"]
    file["layers/dense/vars"].create_dataset("1", data=np.zeros(SIZE, "f4"), compression="gzip")


def virtual(file: Any) -> None:
    del file["layers/dense/vars/1"]
    layout = h5py.VirtualLayout((SIZE,), np.float32)
    layout[:] = h5py.VirtualSource("secret.h5", "x", shape=(SIZE,))
    file["layers/dense/vars"].create_virtual_dataset("1", layout)


def by_a_soft_link(file: Any) -> None:
    del file["layers/dense/vars/1"]
    file["layers/dense/vars/1"] = h5py.SoftLink("/layers/lstm/cell/vars/2")


def the_same_many_times(file: Any) -> None:
    """Each array is as large as half the file, by hard links to one."""
    for place in ("layers/lstm/cell/vars", "layers/dense/vars"):
        for key in list(file[place]):
            del file[place][key]
            if "large" not in file:
                file["large"] = np.zeros(4_000, np.float32)
            file[place][key] = file["large"]


def of_objects(file: Any) -> None:
    del file["layers/dense/vars/1"]
    file["layers/dense/vars"].create_dataset("1", data=["a"] * SIZE, dtype=h5py.string_dtype())


def of_three_dimensions(file: Any) -> None:
    del file["layers/dense/vars/1"]
    file["layers/dense/vars/1"] = np.zeros((SIZE, 1, 1), np.float32)


def one_too_many(file: Any) -> None:
    file["layers/dense/vars/2"] = np.zeros(3, np.float32)


def one_missing(file: Any) -> None:
    del file["layers/lstm/cell/vars/2"]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (not_a_number, "no finite number"),
        (of_bytes, "no tables of numbers"),
        (out_of_the_file, "no weights at"),
        (stored_elsewhere, "outside the file"),
        (huge, "claims to hold more weights"),
        (huge_beyond_counting, "in a way that Keras does not use"),
        (in_pieces, "in a way that Keras does not use"),
        (virtual, "outside the file"),
        (by_a_soft_link, "no weights at"),
        (the_same_many_times, "claims to hold more weights"),
        (of_objects, "no tables of numbers"),
        (of_three_dimensions, "no tables of numbers"),
        (one_too_many, "3 arrays of weights, not 2"),
        (one_missing, "2 arrays of weights, not 3"),
    ],
)
def test_weights_that_cannot_be_are_refused_in_a_sentence(
    spoil: Callable[[Any], None], sentence: str, stranger: Callable[[bytes], Path]
) -> None:
    with pytest.raises(UserError, match=sentence):
        open_model(stranger(archive(weights=weights_member(spoil=spoil))))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "neither a .keras nor an .h5 file"),
        (b"These are no weights, but plain words.", "neither a .keras nor an .h5 file"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\x89HDF\r\n\x1a\n and then nothing", "laid out as Keras never does"),
        (archive()[:-400], "damaged"),
        (archive(weights=weights_member()[:900]), "damaged"),
        (weights_member(), "weights only"),
    ],
)
def test_other_files_and_torn_ones_are_refused_in_a_sentence(
    content: bytes, sentence: str, stranger: Callable[[bytes], Path]
) -> None:
    with pytest.raises(UserError, match=sentence):
        open_model(stranger(content))


def test_a_configuration_that_unpacks_without_end_is_refused(
    stranger: Callable[[bytes], Path],
) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("config.json", b" " * (8 << 20))
        file.writestr("model.weights.h5", weights_member())
    with pytest.raises(UserError, match=r"config.json is larger than 1 MB"):
        open_model(stranger(content.getvalue()))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no file"):
        open_model(tmp_path / "none.keras")


def test_a_bundle_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        save_bundle(archive(), WORDS, Card("Mine", "grid"), tmp_path / "none" / "mine.keras")


def test_the_default_model_is_the_first_in_the_box() -> None:
    assert bundled_models()[0] == DEFAULT_MODEL
