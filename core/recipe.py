"""All that makes a tune, as one small text: whoever has it and the model makes the tune again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.compose.controls import Controls
from core.compose.pins.pin import Pin
from core.makerrecord import maker_from_values, object_from_maker
from core.model.family import Model
from core.model.mark import Maker
from core.music.melody import Melody, Note
from core.music.song import Song
from core.record import (
    FormatError,
    object_from_json,
    object_from_record,
    record_from_object,
)
from core.songrecord import (
    OF_FEW_SONGS,
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
_CONTROLS = Words("controls", "part of a file")
_PINNED = Words("pins", "part of a file")
_ENTRIES = frozenset(
    {"format", "version", "model", "blend", "controls", "seed", "pins", "particles", "span"}
    | {"notes"}
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A tune and what it was made from.

    `maker` is the model, or the mixture, that made it. `seed` goes on, or is the whole tune of
    which the ticks of `span` were drawn anew; `pins` are led into by `particles`, where there are
    any.
    `controls` are those of this tune alone, its random seed among them. `notes` are its notes: on
    another processor or by another release it may come out otherwise.
    """

    maker: Maker
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

    @property
    def maker_alone(self) -> Maker | None:
        """The maker, where nothing but seed and controls is needed beside it."""
        return self.maker if self.span is None and self.particles is None else None

    def made(self, model: Model) -> Iterator[float | Song]:
        """Makes the tune again; yields the share that is done and at last the song.

        `model` is that of the maker. UserError where it cannot be made.
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


def recipe_of(song: Song, controls: Controls, maker: Maker) -> Recipe:
    """That of a tune which `maker` makes from its seed under `controls` alone.

    ValueError for a song without notes.
    """
    if not song.melody.notes:
        raise ValueError("a tune without notes has no recipe")
    seed = replace(song, melody=song.seed, seed_end=song.seed.end)
    return Recipe(maker, replace(controls, takes=1), seed, song.melody.notes)


def text_from_recipe(recipe: Recipe) -> str:
    """One line of JSON in plain ASCII, so that any file can carry it."""
    values = {
        "format": FORMAT,
        "version": VERSION,
        **object_from_maker(recipe.maker),
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
    check_entries(seed, OF_SONG, OF_FEW_SONGS)
    if not notes:
        raise FormatError(Words("it has no notes"))
    recipe = Recipe(
        maker_from_values(values["model"], values["blend"]),
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
