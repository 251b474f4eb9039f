"""One file for one model: a `.keras` archive with its vocabulary and its card inside.

Keras itself opens the archive and overlooks the two members that it does not know.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from core.disk import read_file, read_text, write_file
from core.errors import UserError
from core.model.archive.storage import LARGEST_CONFIG, LARGEST_FILE
from core.model.archive.weights import (
    Layer,
    MappingError,
    plain_sentences,
    read_layers,
    read_member,
    read_named_layers,
)
from core.model.card import Card, card_from_json, json_from_card
from core.model.family import Model
from core.model.grid.assembly import network_from_layers
from core.model.grid.model import GridModel
from core.model.grid.vocabulary import Vocabulary, json_from_vocabulary, vocabulary_from_json
from core.model.network import Network
from core.model.note.assembly import notenetwork_from_layers
from core.model.note.model import NoteModel
from core.model.note.vocabulary import (
    NoteVocabulary,
    json_from_notevocabulary,
    notevocabulary_from_json,
)
from core.model.originality import indexes_beside
from core.words import Words

VOCABULARY, CARD = "vocabulary.json", "card.json"
MAPPING = "mapping.json"

_LARGEST_VOCABULARY = 1 << 24
"""Bytes; most of them are turns of phrase."""

_WINDOW = 64
"""Symbols `/` before a tune in models made elsewhere, which learn from windows of that length."""


def open_model(path: Path, mapping: Path | None = None) -> Model:
    """The model in a file of ours, or in a `.keras` or `.h5` file made elsewhere, with the index of
    the songs that it learnt from, where that lies beside it.

    A file made elsewhere needs a vocabulary: `mapping`, else the `mapping.json` beside it. Keras is
    not loaded, and nothing that is in the file is run. MappingError where another mapping may help,
    UserError for whatever else is wrong with it.
    """
    model = _opened(path, mapping)
    model.indexes = indexes_beside(path)
    return model


def _opened(path: Path, mapping: Path | None) -> NoteModel | GridModel:
    content = read_file(path, LARGEST_FILE)
    with plain_sentences(path):
        words = read_member(content, VOCABULARY, _LARGEST_VOCABULARY)
        own_card = read_member(content, CARD)
        if words is not None and mapping is not None:
            raise UserError("it brings its own vocabulary and takes no mapping")
        card = None if own_card is None else card_from_json(own_card)
        if card is None or card.family == "grid":
            return _grid_model(content, words, mapping, card, path)
        if card.family != "note":
            raise UserError(
                "it is of the family {family!r}, which this release does not know",
                family=card.family[:40],
            )
        if words is None:
            raise UserError("it has no {name}", name=VOCABULARY)
        vocabulary = notevocabulary_from_json(words)
        layers = read_named_layers(content)
        network = notenetwork_from_layers(layers, vocabulary)
        _check_hash(layers.values(), card)
        return NoteModel(network, vocabulary, card)


def read_card(path: Path) -> Card | None:
    """The card in a model's file, None where there is none. Quick: its weights are not looked at.

    UserError for a file that is no model's at all.
    """
    content = read_file(path, LARGEST_FILE)
    with plain_sentences(path):
        card = read_member(content, CARD)
        return None if card is None else card_from_json(card)


def _grid_model(
    content: bytes, words: str | None, mapping: Path | None, card: Card | None, path: Path
) -> GridModel:
    layers = read_layers(content)
    network = network_from_layers(layers)
    if network.inputs == 1:
        raise UserError(
            "it takes symbols as plain numbers; only one-hot and embedded are known here"
        )
    if words is None:
        vocabulary = _vocabulary_beside(path, mapping, network)
    else:
        vocabulary = vocabulary_from_json(words)
        _check_sizes(vocabulary, network)
    if card is None:
        card = Card(
            path.stem, "grid", parameters=network.parameters, weights_hash=weights_hash(layers)
        )
        return GridModel(network, vocabulary, card, opening=_WINDOW)
    _check_hash(layers, card)
    return GridModel(network, vocabulary, card)


def _vocabulary_beside(path: Path, chosen: Path | None, network: Network) -> Vocabulary:
    """From the mapping that was chosen, else from the one that lies beside the model."""
    mapping = chosen or path.with_name(MAPPING)
    if chosen and not mapping.exists():
        raise MappingError(Words("there is no mapping '{mapping}'", mapping=mapping))
    if not mapping.exists():
        raise MappingError(
            Words(
                "it brings no vocabulary; choose the {mapping} that it was trained with",
                mapping=MAPPING,
            )
        )
    try:
        text = read_text(mapping, LARGEST_CONFIG)
    except UserError as error:
        raise MappingError(error.words) from error
    try:
        vocabulary = vocabulary_from_json(text)
        _check_sizes(vocabulary, network)
    except UserError as error:
        raise MappingError(
            Words("{reason} (mapping: {mapping})", reason=error.words, mapping=mapping.name)
        ) from error
    return vocabulary


def _check_sizes(vocabulary: Vocabulary, network: Network) -> None:
    for size in (network.inputs, network.outputs):
        if size != len(vocabulary):
            raise UserError(
                "its vocabulary has {symbols} symbols and its network {size}",
                symbols=len(vocabulary),
                size=size,
            )


def _check_hash(layers: Iterable[Layer], card: Card) -> None:
    if card.weights_hash != weights_hash(layers):
        raise UserError("its weights are not those that its card was written for")


def save_bundle(
    archive: bytes, vocabulary: Vocabulary | NoteVocabulary, card: Card, out: Path
) -> Card:
    """Writes a `.keras` archive, as Keras saved it, with vocabulary and card to the file `out`.

    Returns the card as written, completed with the number of weights and their hash. UserError
    where `out` cannot be written; it is then as it was.
    """
    layers: Iterable[Layer]
    if isinstance(vocabulary, NoteVocabulary):
        layers, words = read_named_layers(archive).values(), json_from_notevocabulary(vocabulary)
    else:
        layers, words = read_layers(archive), json_from_vocabulary(vocabulary)
    complete = replace(
        card,
        parameters=sum(array.size for layer in layers for array in layer.arrays),
        weights_hash=weights_hash(layers),
    )
    content = io.BytesIO(archive)
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(VOCABULARY, words)
        file.writestr(CARD, json_from_card(complete))
    write_file(out, content.getvalue())
    return complete


def weights_hash(layers: Iterable[Layer]) -> str:
    """SHA-256 over the weights of all layers in order, in hexadecimal."""
    digest = hashlib.sha256()
    for layer in layers:
        for array in layer.arrays:
            digest.update(array.tobytes())
    return digest.hexdigest()
