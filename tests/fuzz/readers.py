"""Every reader of what strangers wrote: where a fuzzer begins, how it varies, what is read."""

import atexit
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from core.carried import recipe_in_file
from core.child import attempt
from core.clip import clip_from_data, clip_from_text
from core.corpus import cache
from core.corpus.collection import Known, known_from_bytes
from core.corpus.formats import readings_of
from core.corpus.packing import unpack, unpack_refusal
from core.corpus.partpacking import contents_from_bytes
from core.disk import read_text
from core.errors import UserError
from core.files.musicxml import contents_from_musicxml
from core.files.part import MOST_PARTS, Contents, name_of_part
from core.lock import Hold, Holder, hold
from core.model.bundle import open_model, read_card
from core.model.card import Card
from core.model.grid.vocabulary import vocabulary_from_json
from core.model.originality import read_index
from core.music.key import key_from_text
from core.music.meter import meter_from_text
from core.opening import contents_in, tunes_in
from core.project import Project, project_from_file
from core.recent import Recent, looked_at, recents_from_text, text_from_recents
from core.recipe import recipe_from_text
from core.record import FormatError
from core.recovery.claim import words_from_holder
from core.recovery.entry import entry_from_file, project_from_kept
from core.settings import Reading, settings_from_text, text_from_settings
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
    lines_varied,
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


_MOST_CHECKED = 4
_FOLDER = Path(tempfile.mkdtemp(prefix="cantilena-fuzz-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)


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


def _offered(path: Path) -> Contents:
    """All that the window shows of a file before a part of it is taken."""
    *_, contents = contents_in(path)
    assert contents is not None
    return contents


def _check_contents(contents: Contents) -> None:
    assert 0 <= contents.proposed < len(contents.parts) <= MOST_PARTS
    for number, part in enumerate(contents.parts[:_MOST_CHECKED], start=1):
        check_sentence(name_of_part(part, number), _FOLDER)
        check_song(part.song)
    check_song(contents.proposal.song)


def _sent(data: bytes) -> Contents:
    """By the process that reads what may hang."""
    try:
        return contents_from_bytes(data)
    except ValueError:
        raise UserError("There are no parts in it.") from None


def _tunes(path: Path) -> Contents:
    """What the window does with the first tune, and what a corpus does with all."""
    for title in tunes_in(path)[:100]:
        assert title.strip()
    for reading in readings_of(path):
        with suppress(UserError):
            reading()
    return _offered(path)


def _score(path: Path) -> Contents:
    """In the process that may hang: whatever music21 raises becomes a sentence there."""
    return attempt(lambda: contents_from_musicxml(path))


def _card(path: Path) -> Card:
    mapping = path.with_name("mapping.json")
    if not mapping.exists():
        mapping.write_bytes(seeds.MAPPINGS[0])
    read_card(path)
    return open_model(path).card


def _check_card(card: Card) -> None:
    json.dumps(card.bits_per_note, allow_nan=False)


def _kept(path: Path) -> Project:
    """Unsaved work, as the next start looks at it and takes it."""
    entry_from_file(path)
    return project_from_kept(path)


def _recents(path: Path) -> tuple[Recent, ...]:
    return recents_from_text(read_text(path, 1_000_000))


def _check_recents(recents: tuple[Recent, ...]) -> None:
    assert recents_from_text(text_from_recents(recents)) == recents
    for recent in recents:
        looked_at(replace(recent, path=_FOLDER / "none"))


def _holder(content: bytes) -> object:
    """Whose lock file it is, which somebody holds."""
    path = _FOLDER / ".tune.lock"
    own = hold(path)
    assert isinstance(own, Hold)
    path.write_bytes(content)
    holder = hold(path)
    own.release()
    assert isinstance(holder, Holder)
    check_sentence(words_from_holder(path, holder), path)
    if holder == Holder():
        raise UserError("It says nothing of a holder.")
    return holder


def _known(content: bytes) -> Known:
    """An entry of the cache behind its checksum."""
    try:
        return known_from_bytes(content)
    except ValueError:
        raise UserError("It is damaged.") from None


def _check_known(known: Known) -> None:
    for _, tunes in known.values():
        for packed in tunes:
            with suppress(ValueError):
                if packed.is_song:
                    unpack(packed)
                else:
                    unpack_refusal(packed)


def _cached(content: bytes) -> bytes:
    """An entry of the cache as it lies on the disk: it is what was kept there, or nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "cache_folder", lambda: _FOLDER / "cache")
        cache.save(b"name", seeds.KEPT, cache.silent)
        (place,) = cache.cache_folder().iterdir()
        place.write_bytes(content)
        found = cache.load(b"name", cache.silent, bytes)
    if found is None:
        raise UserError("It is damaged.")
    return found


def _check_cached(content: bytes) -> None:
    assert content == seeds.KEPT


def _words(text: str) -> Words:
    try:
        return words_from_object(json.loads(text))
    except (ValueError, RecursionError):
        raise UserError("There are no words in it.") from None


def _check_settings(reading: Reading) -> None:
    settings = reading.settings
    assert settings_from_text(text_from_settings(settings)) == Reading(settings)


def _soundfont() -> Sequence[bytes]:
    return (write_soundfont(_FOLDER / "small.sf2").read_bytes(),)


def _of(*texts: str) -> Seeds:
    return lambda: tuple(text.encode() for text in texts)


def _song_reader(own: Seeds, vary: Vary, suffix: str) -> Reader:
    return Reader(own, vary, as_file(suffix, _offered), _check_contents, suffix)


_MODEL = zip_varied({".json": json_varied, ".h5": bytes_varied})

READERS = {
    "kern": _song_reader(_of(seeds.KERN), text_varied, ".krn"),
    "abc": Reader(_of(seeds.ABC), text_varied, as_file(".abc", _tunes), _check_contents, ".abc"),
    "midi": _song_reader(seeds.midi, midi_varied, ".mid"),
    "musicxml": Reader(
        _of(seeds.XML), xml_varied, as_file(".xml", _score), _check_contents, ".musicxml"
    ),
    "mxl": Reader(
        seeds.mxl,
        zip_varied({".xml": xml_varied}),
        as_file(".mxl", _score),
        _check_contents,
        ".mxl",
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
    "recovery": Reader(
        seeds.kept_work, lines_varied(json_varied), as_file(".work", _kept), check_project
    ),
    "recent": Reader(seeds.recent, json_varied, as_file(".json", _recents), _check_recents),
    "lock": Reader(seeds.lock, json_varied, _holder),
    "contents": Reader(seeds.contents, lines_varied(json_varied), _sent, _check_contents),
    "songs in cache": Reader(seeds.known, lines_varied(json_varied), _known, _check_known),
    "cache": Reader(seeds.cached, bytes_varied, _cached, _check_cached),
    "key": Reader(_of("F# minor", "B♭-major"), text_varied, as_text(key_from_text)),
    "meter": Reader(_of("6/8", "12/16"), text_varied, as_text(meter_from_text)),
}
