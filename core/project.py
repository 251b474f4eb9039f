"""What a user works on, and its file: a readable JSON text."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.compose.controls import Controls
from core.disk import read_text, write_text
from core.errors import UserError
from core.music.song import Song
from core.record import FormatError, object_from_json, object_from_record, record_from_object
from core.songrecord import (
    OF_SONG,
    check_entries,
    json_line,
    list_at,
    song_from_values,
    text_at,
    values_from_notes,
    values_from_song,
)

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.compose.pins.pin import Pin

SUFFIX = ".cantilena"
FORMAT = "cantilena project"
VERSION = 1
LARGEST_FILE = 16_000_000
"""Bytes; a song of a hundred thousand notes takes 3,000,000."""

_ENTRIES = OF_SONG | {"format", "version", "model", "controls"}
_OF_TAKE = OF_SONG | {"controls", "measures", "notices"}
_MAPPING, _TAKES, _PINS, _RECIPE = "mapping", "takes", "pins", "recipe"
"""Entries of those projects only whose model needs one, that have starred takes and pins, and whose
tune was made from a recipe."""


@dataclass(frozen=True, slots=True)
class Project:
    """A song, the controls it is being continued with, and the model by its name or its path.

    `mapping` is the path of the mapping that was chosen for a model made elsewhere, or empty;
    `takes` are those that the user has starred, `pins` hold notes of the song; `recipe` is the text
    of that of the tune (core/recipe.py), or empty.
    """

    song: Song = field(default_factory=Song)
    controls: Controls = field(default_factory=Controls)
    model: str = ""
    mapping: str = ""
    takes: "tuple[Take, ...]" = ()
    pins: "tuple[Pin, ...]" = ()
    recipe: str = ""


def save_project(project: Project, path: Path) -> None:
    """Writes the project's file, wholly or not at all. UserError where that is impossible."""
    write_text(path, text_from_project(project))


def project_from_file(path: Path) -> Project:
    """The project in the file `path`. UserError with one sentence for anything else."""
    text = read_text(path, LARGEST_FILE)
    try:
        return project_from_text(text)
    except FormatError as error:
        raise UserError(f"'{path}' is no proper Cantilena project: {error}.") from error
    except UserError as error:
        clause = str(error).rstrip(".")
        raise UserError(f"'{path}' is no proper Cantilena project: {clause}.") from error


def text_from_project(project: Project) -> str:
    """The project as JSON, one entry, note, pin and take a line."""
    entries: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        **values_from_song(project.song),
        "model": project.model,
        "controls": object_from_record(project.controls),
    }
    if project.mapping:
        entries[_MAPPING] = project.mapping
    if project.recipe:
        entries[_RECIPE] = project.recipe
    lines = [f'  "{key}": {json_line(value)}' for key, value in entries.items()]
    if project.pins:
        lines.append(_lines(_PINS, map(object_from_record, project.pins)))
    if project.takes:
        lines.append(_lines(_TAKES, map(_values_from_take, project.takes)))
    lines.append(_lines("notes", values_from_notes(project.song.melody)))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _lines(name: str, values: Iterable[object]) -> str:
    """An entry that is a list, one value a line."""
    lines = ",\n".join(f"    {json_line(value)}" for value in values)
    return f'  "{name}": [\n{lines}\n  ]' if lines else f'  "{name}": []'


def _values_from_take(take: "Take") -> dict[str, object]:
    return {
        **values_from_song(take.song),
        "controls": object_from_record(take.controls),
        "measures": object_from_record(take.measures),
        "notices": take.notices,
        "notes": values_from_notes(take.song.melody),
    }


def project_from_text(text: str) -> Project:
    """The project that `text_from_project` wrote.

    FormatError for a text that is none, and UserError where a value in it is out of range.
    """
    values = object_from_json(text)
    if values.get("format") != FORMAT:
        raise FormatError("it is some other JSON text")
    version = values.get("version")
    if type(version) is not int or version < 1:
        raise FormatError("it has no version number")
    if version > VERSION:
        raise FormatError("it was saved by a newer version of the program, so update this one")
    check_entries(values, _ENTRIES, {_MAPPING, _TAKES, _PINS, _RECIPE})
    controls = record_from_object(Controls, values["controls"], "controls")
    mapping, recipe = (
        text_at(values, name) if name in values else "" for name in (_MAPPING, _RECIPE)
    )
    from core.compose.pins.pin import Pin  # few projects have any, and a start needs it not

    takes, pins = (list_at(values, name) if name in values else [] for name in (_TAKES, _PINS))
    return Project(
        song_from_values(values),
        controls,
        text_at(values, "model"),
        mapping,
        tuple(map(_take_from_value, takes)),
        tuple(record_from_object(Pin, pin, "pins") for pin in pins),
        recipe,
    )


def _take_from_value(value: object) -> "Take":
    if not isinstance(value, dict):
        raise FormatError("one of its 'takes' is no JSON object")
    check_entries(value, _OF_TAKE)
    from core.compose.measures import Measures, Take

    notices = tuple(text for text in list_at(value, "notices") if isinstance(text, str))
    if len(notices) != len(value["notices"]):
        raise FormatError("its notices are not all text")
    return Take(
        song_from_values(value),
        record_from_object(Controls, value["controls"], "controls"),
        record_from_object(Measures, value["measures"], "measures"),
        notices,
    )
