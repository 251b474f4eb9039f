"""Every reader of what strangers wrote: where a fuzzer begins, how it varies, what is read."""

import json
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.carried import recipe_in_file
from core.child import attempt
from core.clip import clip_from_data, clip_from_text
from core.corpus.formats import readings_of
from core.errors import UserError
from core.files.musicxml import song_from_musicxml
from core.model.bundle import open_model, read_card
from core.model.card import Card
from core.model.grid.vocabulary import vocabulary_from_json
from core.model.originality import read_index
from core.music.key import key_from_text
from core.music.meter import meter_from_text
from core.music.song import Song
from core.opening import song_from_file, tunes_in
from core.project import project_from_file
from core.recipe import recipe_from_text
from core.record import FormatError
from core.settings import Settings, settings_from_text, text_from_settings
from core.sound.synth.instruments import instruments_from_soundfont
from core.wordrecord import words_from_object
from core.words import Words
from tests.fuzz import seeds
from tests.fuzz.promise import (
    check_any,
    check_clip,
    check_project,
    check_recipe,
    check_sentence,
    check_song,
)
from tests.fuzz.variation import (
    Vary,
    bytes_varied,
    json_varied,
    midi_varied,
    riff_varied,
    text_varied,
    xml_varied,
    zip_varied,
)
from tests.sound.synth.fonts import write_soundfont

Seeds = Callable[[], Sequence[bytes]]
Read = Callable[[bytes], Any]


@dataclass(frozen=True, slots=True)
class Reader:
    """`read` raises a UserError or a FormatError for what is refused, and nothing else; of what it
    gives all that `check` says is true. `suffix` is that of real files to vary.
    """

    seeds: Seeds
    vary: Vary
    read: Read
    check: Callable[[Any], None] = check_any
    suffix: str = ""


_FOLDER = Path(tempfile.mkdtemp(prefix="cantilena-fuzz-"))


def as_file(suffix: str, read: Callable[[Path], object]) -> Read:
    """Reads from a file with that end of the name; what a refusal says is looked at, too."""
    path = _FOLDER / f"read{suffix}"

    def read_bytes(content: bytes) -> object:
        path.write_bytes(content)
        try:
            return read(path)
        except UserError as error:
            check_sentence(str(error), path)
            raise

    return read_bytes


def as_text(read: Callable[[str], object]) -> Read:
    def read_bytes(content: bytes) -> object:
        try:
            return read(content.decode("utf-8", "surrogateescape"))
        except (UserError, FormatError) as error:
            check_sentence(str(error), _FOLDER)
            raise

    return read_bytes


def _tunes(path: Path) -> Song:
    """What the window does with the first tune, and what a corpus does with all."""
    for title in tunes_in(path)[:100]:
        assert title.strip()
    for reading in readings_of(path):
        with suppress(UserError):
            reading()
    return song_from_file(path, 1)


def _score(path: Path) -> Song:
    """In the process that may hang: whatever music21 raises becomes a sentence there."""
    return attempt(lambda: song_from_musicxml(path))


def _card(path: Path) -> Card:
    mapping = path.with_name("mapping.json")
    if not mapping.exists():
        mapping.write_bytes(seeds.MAPPINGS[0])
    read_card(path)
    return open_model(path).card


def _check_card(card: Card) -> None:
    json.dumps(card.bits_per_note, allow_nan=False)


def _words(text: str) -> Words:
    try:
        return words_from_object(json.loads(text))
    except (ValueError, RecursionError):
        raise UserError("There are no words in it.") from None


def _check_settings(settings: Settings) -> None:
    assert settings_from_text(text_from_settings(settings)) == settings


def _soundfont() -> Sequence[bytes]:
    return (write_soundfont(_FOLDER / "small.sf2").read_bytes(),)


def _of(*texts: str) -> Seeds:
    return lambda: tuple(text.encode() for text in texts)


def _song_reader(own: Seeds, vary: Vary, suffix: str) -> Reader:
    return Reader(own, vary, as_file(suffix, song_from_file), check_song, suffix)


_MODEL = zip_varied({".json": json_varied, ".h5": bytes_varied})

READERS = {
    "kern": _song_reader(_of(seeds.KERN), text_varied, ".krn"),
    "abc": Reader(_of(seeds.ABC), text_varied, as_file(".abc", _tunes), check_song, ".abc"),
    "midi": _song_reader(seeds.midi, midi_varied, ".mid"),
    "musicxml": Reader(
        _of(seeds.XML), xml_varied, as_file(".xml", _score), check_song, ".musicxml"
    ),
    "mxl": Reader(
        seeds.mxl, zip_varied({".xml": xml_varied}), as_file(".mxl", _score), check_song, ".mxl"
    ),
    "typed": _song_reader(_of(seeds.TYPED), text_varied, ".txt"),
    "project": Reader(
        seeds.project, json_varied, as_file(".cantilena", project_from_file), check_project
    ),
    "recipe": Reader(seeds.recipe, json_varied, as_text(recipe_from_text), check_recipe),
    "recipe in midi": Reader(
        lambda: seeds.midi()[1:2], midi_varied, as_file(".mid", recipe_in_file), check_recipe
    ),
    "recipe in text": Reader(
        seeds.remarks, text_varied, as_file(".txt", recipe_in_file), check_recipe
    ),
    "recipe in score": Reader(
        seeds.remarks_in_scores, xml_varied, as_file(".musicxml", recipe_in_file), check_recipe
    ),
    "recipe in project": Reader(
        lambda: seeds.project()[1:],
        json_varied,
        as_file(".cantilena", recipe_in_file),
        check_recipe,
    ),
    "settings": Reader(seeds.settings, json_varied, as_text(settings_from_text), _check_settings),
    "clip": Reader(seeds.clip, json_varied, clip_from_data, check_clip),
    "typed clip": Reader(_of(seeds.TYPED), text_varied, as_text(clip_from_text), check_clip),
    "words": Reader(seeds.words, json_varied, as_text(_words)),
    "keras": Reader(seeds.keras, _MODEL, as_file(".keras", _card), _check_card, ".keras"),
    "h5": Reader(seeds.h5, bytes_varied, as_file(".h5", _card), _check_card, ".h5"),
    "mapping": Reader(lambda: seeds.MAPPINGS, json_varied, as_text(vocabulary_from_json)),
    "index": Reader(seeds.index, bytes_varied, as_file(".index", lambda p: read_index(p).titles)),
    "soundfont": Reader(
        _soundfont, riff_varied, as_file(".sf2", instruments_from_soundfont), suffix=".sf2"
    ),
    "key": Reader(_of("F# minor", "B♭-major"), text_varied, as_text(key_from_text)),
    "meter": Reader(_of("6/8", "12/16"), text_varied, as_text(meter_from_text)),
}
