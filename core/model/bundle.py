"""One file for one model: a `.keras` archive with its vocabulary and its card inside.

Keras itself opens the archive and overlooks the two members that it does not know.
"""

import hashlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path

from core.disk import read_file, read_text, write_file
from core.errors import UserError
from core.model.assembly import network_from_layers
from core.model.card import Card, card_from_json, json_from_card
from core.model.family import Model
from core.model.gridmodel import GridModel
from core.model.vocabulary import Vocabulary, json_from_vocabulary, vocabulary_from_json
from core.model.weights import (
    LARGEST_CONFIG,
    LARGEST_FILE,
    Layer,
    plain_sentences,
    read_layers,
    read_member,
)

VOCABULARY, CARD = "vocabulary.json", "card.json"
MAPPING = "mapping.json"

_WINDOW = 64
"""Symbols `/` before a tune in models made elsewhere, which learn from windows of that length."""


def open_model(path: Path, mapping: Path | None = None) -> Model:
    """The model in a file of ours, or in a `.keras` or `.h5` file made elsewhere.

    A file made elsewhere needs a vocabulary: `mapping`, else the `mapping.json` beside it. Keras is
    not loaded, and nothing that is in the file is run. UserError for whatever is wrong with it.
    """
    content = read_file(path, LARGEST_FILE)
    with plain_sentences(path):
        layers = read_layers(content)
        own_vocabulary, own_card = read_member(content, VOCABULARY), read_member(content, CARD)
        if own_vocabulary is None:
            own_vocabulary = _mapping_text(mapping or path.with_name(MAPPING))
        vocabulary = vocabulary_from_json(own_vocabulary)
        network = network_from_layers(layers)
        for size in (network.inputs, network.outputs):
            if size != len(vocabulary):
                raise UserError(
                    f"its vocabulary has {len(vocabulary)} symbols and its network {size}"
                )
        if own_card is None:
            card = Card(path.stem, "grid", parameters=network.parameters)
            return GridModel(network, vocabulary, card, opening=_WINDOW)
        card = card_from_json(own_card)
        if card.family != "grid":
            raise UserError(
                f"it is of the family {card.family[:40]!r}, which this release does not know"
            )
        if card.weights_hash != weights_hash(layers):
            raise UserError("its weights are not those that its card was written for")
        return GridModel(network, vocabulary, card)


def _mapping_text(mapping: Path) -> str:
    if not mapping.exists():
        raise UserError(
            f"it brings no vocabulary; put the {MAPPING} that it was trained with beside it"
        )
    return read_text(mapping, LARGEST_CONFIG)


def save_bundle(archive: bytes, vocabulary: Vocabulary, card: Card, out: Path) -> Card:
    """Writes a `.keras` archive, as Keras saved it, with vocabulary and card to the file `out`.

    Returns the card as written, completed with the number of weights and their hash. UserError
    where `out` cannot be written; it is then as it was.
    """
    layers = read_layers(archive)
    complete = replace(
        card,
        parameters=sum(array.size for layer in layers for array in layer.arrays),
        weights_hash=weights_hash(layers),
    )
    content = io.BytesIO(archive)
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(VOCABULARY, json_from_vocabulary(vocabulary))
        file.writestr(CARD, json_from_card(complete))
    write_file(out, content.getvalue())
    return complete


def weights_hash(layers: tuple[Layer, ...]) -> str:
    """SHA-256 over the weights of all layers in order, in hexadecimal."""
    digest = hashlib.sha256()
    for layer in layers:
        for array in layer.arrays:
            digest.update(array.tobytes())
    return digest.hexdigest()
