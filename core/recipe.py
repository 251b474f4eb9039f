"""All that makes a tune, as one small text: whoever has it and the model makes the tune again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.compose.controls import Controls
from core.compose.pins.pin import Pin
from core.model.family import Model
from core.music.melody import Melody, Note
from core.music.song import Song
from core.record import (
    FormatError,
    object_from_json,
    object_from_record,
    record_from_object,
)
from core.songrecord import (
    OF_SONG,
    check_entries,
    list_at,
    note_from_value,
    song_from_values,
    tick_from_value,
    values_from_notes,
    values_from_song,
)
from core.words import Words

FORMAT = "cantilena recipe"
VERSION = 1
LONGEST_TEXT = 2_000_000
"""Letters; 256 bars of sixteenths are 100,000."""

MOST_PARTICLES = 256
_HASH_DIGITS = 64
_CONTROLS = Words("controls", "part of a file")
_PINNED = Words("pins", "part of a file")
_ENTRIES = frozenset(
    {"format", "version", "model", "blend", "controls", "seed", "pins", "particles", "span"}
    | {"notes"}
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A model by its name in the box or its path, what its card calls it, and its identity."""

    name: str
    title: str
    identity: str

    def __post_init__(self) -> None:
        digits = set("0123456789abcdef")
        if len(self.identity) != _HASH_DIGITS or not set(self.identity) <= digits:
            raise FormatError(Words("it names a model without its hash"))

    @property
    def described(self) -> Words:
        """For a sentence."""
        return Words("'{title}' (hash {hash})", title=self.title[:60], hash=self.identity[:12])


@dataclass(frozen=True, slots=True)
class Recipe:
    """A tune and what it was made from.

    `blend` is the second model of a mixture. `seed` goes on, or is the whole tune of which the
    ticks of `span` were drawn anew; `pins` are led into by `particles`, where there are any.
    `controls` are those of this tune alone, its random seed among them. `notes` are its notes: on
    another processor or by another release it may come out otherwise.
    """

    model: Mark
    blend: Mark | None
    controls: Controls
    seed: Song
    notes: tuple[Note, ...]
    pins: tuple[Pin, ...] = ()
    particles: int | None = None
    span: tuple[int, int] | None = None

    @property
    def song(self) -> Song:
        """The tune, as it was made."""
        melody = Melody(self.notes, self.notes[-1].end)
        seed_end = self.seed.melody.end if self.span is None else self.seed.seed_end
        return replace(self.seed, melody=melody, seed_end=min(seed_end, melody.end))

    def made(self, model: Model) -> Iterator[float | Song]:
        """Makes the tune again; yields the share that is done and at last the song.

        `model` is the one named, or the mixture. UserError where it cannot be made.
        """
        from core.compose.pins.pinned import Led, lead_song, redraw_song

        number = self.particles or 1
        if self.span is None:
            steps = lead_song(model, self.seed, self.controls, self.pins, number)
        else:
            steps = redraw_song(model, self.seed, self.controls, *self.span, self.pins, number)
        for step in steps:
            yield step.song if isinstance(step, Led) else step

    def differing(self, song: Song) -> int:
        """How many notes of `song` are not those of the recipe, or are missing."""
        return len(set(song.melody) ^ set(self.notes))


def text_from_recipe(recipe: Recipe) -> str:
    """One line of JSON in plain ASCII, so that any file can carry it."""
    values = {
        "format": FORMAT,
        "version": VERSION,
        "model": object_from_record(recipe.model),
        "blend": None if recipe.blend is None else object_from_record(recipe.blend),
        "controls": object_from_record(recipe.controls),
        "seed": {**values_from_song(recipe.seed), "notes": values_from_notes(recipe.seed.melody)},
        "pins": [object_from_record(pin) for pin in recipe.pins],
        "particles": recipe.particles,
        "span": recipe.span,
        "notes": values_from_notes(recipe.notes),
    }
    return json.dumps(values)


def is_recipe(text: str) -> bool:
    """Whether a text begins like a recipe."""
    return text.lstrip().startswith(f'{{"format": "{FORMAT}"')


def recipe_from_text(text: str) -> Recipe:
    """The recipe that `text_from_recipe` wrote.

    FormatError for a text that is none, and UserError where a value in it is out of range.
    """
    if len(text) > LONGEST_TEXT:
        raise FormatError(Words("it is longer than {most} letters", most=LONGEST_TEXT))
    values = object_from_json(text)
    if values.get("format") != FORMAT:
        raise FormatError(Words("it is some other JSON text"))
    if type(version := values.get("version")) is not int or version < 1:
        raise FormatError(Words("it has no version number"))
    if version > VERSION:
        raise FormatError(
            Words("it was written by a newer version of the program, so update this one")
        )
    check_entries(values, _ENTRIES)
    seed, notes = values["seed"], tuple(map(note_from_value, list_at(values, "notes")))
    if not isinstance(seed, dict):
        raise FormatError(Words("its seed is no JSON object"))
    check_entries(seed, OF_SONG)
    if not notes:
        raise FormatError(Words("it has no notes"))
    blend = values["blend"]
    recipe = Recipe(
        _mark(values["model"], "model"),
        None if blend is None else _mark(blend, "blend"),
        record_from_object(Controls, values["controls"], _CONTROLS),
        song_from_values(seed),
        notes,
        tuple(record_from_object(Pin, pin, _PINNED) for pin in list_at(values, "pins")),
        _particles(values["particles"]),
        _span(values["span"]),
    )
    try:
        _ = recipe.song
    except ValueError as error:
        raise FormatError(
            Words("its notes do not fit together ({reason})", reason=str(error))
        ) from error
    return recipe


def _mark(values: object, name: str) -> Mark:
    if not isinstance(values, dict) or values.keys() != set(Mark.__slots__):
        raise FormatError(Words("its '{key}' names no model", key=name))
    return record_from_object(Mark, values, name)


def _particles(value: object) -> int | None:
    if value is None or (type(value) is int and 1 <= value <= MOST_PARTICLES):
        return value
    raise FormatError(Words("its particles are not 1 to {most}", most=MOST_PARTICLES))


def _span(value: object) -> tuple[int, int] | None:
    match value:
        case None:
            return None
        case [begin, end]:
            return tick_from_value(begin, "span"), tick_from_value(end, "span")
    raise FormatError(Words("its span is not two ticks"))
