"""What a user works on, and its file: a readable JSON text."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.compose.controls import Controls
from core.disk import read_text, write_file
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
from core.wordrecord import object_from_words, words_from_object
from core.words import Words

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

_CONTROLS = Words("controls", "part of a file")
_MEASURES = Words("measures", "part of a file")
_PINNED = Words("pins", "part of a file")


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


def line_from_take(take: "Take") -> str:
    """A starred take as the file has it."""
    return json_line(
        {
            **values_from_song(take.song),
            "controls": object_from_record(take.controls),
            "measures": object_from_record(take.measures),
            "notices": [object_from_words(notice) for notice in take.notices],
            "notes": values_from_notes(take.song.melody),
        }
    )


def save_project(project: Project, path: Path) -> None:
    """Writes the project's file, wholly or not at all. UserError where that is impossible.

    What the file held before the last save that changed it stays beside it (core/disk.py's
    `backup_of`).
    """
    write_file(path, bytes_from_project(project), keeps_backup=True)


def bytes_from_project(
    project: Project, take_line: "Callable[[Take], str]" = line_from_take
) -> bytes:
    """`text_from_project` in UTF-8. UserError where no file of a project may be so large."""
    data = text_from_project(project, take_line).encode("utf-8")
    if len(data) > LARGEST_FILE:
        raise UserError(
            "The project takes {size:.1f} MB, and no more than {limit} MB could be opened again; "
            "unstar some of its takes.",
            size=len(data) / 1_000_000,
            limit=LARGEST_FILE // 1_000_000,
        )
    return data


def project_from_file(path: Path) -> Project:
    """The project in the file `path`. UserError with one sentence for anything else."""
    text = read_text(path, LARGEST_FILE)
    try:
        return project_from_text(text)
    except FormatError as error:
        raise UserError(
            "'{path}' is no proper Cantilena project: {clause}.", path=path, clause=error.words
        ) from error
    except UserError as error:
        raise UserError(
            "'{path}' is no proper Cantilena project: {sentence}", path=path, sentence=error.words
        ) from error


def text_from_project(project: Project, take_line: "Callable[[Take], str]" = line_from_take) -> str:
    """The project as JSON, one entry, note, pin and take a line.

    `take_line` does what `line_from_take` does: for those who remember what that gave.
    """
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
        lines.append(_lines(_PINS, map(json_line, map(object_from_record, project.pins))))
    if project.takes:
        lines.append(_lines(_TAKES, map(take_line, project.takes)))
    lines.append(_lines("notes", map(json_line, values_from_notes(project.song.melody))))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _lines(name: str, values: Iterable[str]) -> str:
    """An entry that is a list, one value a line."""
    lines = ",\n".join(f"    {value}" for value in values)
    return f'  "{name}": [\n{lines}\n  ]' if lines else f'  "{name}": []'


def project_from_text(text: str) -> Project:
    """The project that `text_from_project` wrote.

    FormatError for a text that is none, and UserError where a value in it is out of range.
    """
    values = object_from_json(text)
    if values.get("format") != FORMAT:
        raise FormatError(Words("it is some other JSON text"))
    version = values.get("version")
    if type(version) is not int or version < 1:
        raise FormatError(Words("it has no version number"))
    if version > VERSION:
        raise FormatError(
            Words("it was saved by a newer version of the program, so update this one")
        )
    check_entries(values, _ENTRIES, {_MAPPING, _TAKES, _PINS, _RECIPE})
    controls = record_from_object(Controls, values["controls"], _CONTROLS)
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
        tuple(record_from_object(Pin, pin, _PINNED) for pin in pins),
        recipe,
    )


def _take_from_value(value: object) -> "Take":
    if not isinstance(value, dict):
        raise FormatError(Words("one of its 'takes' is no JSON object"))
    check_entries(value, _OF_TAKE)
    from core.compose.measures import Measures, Take

    return Take(
        song_from_values(value),
        record_from_object(Controls, value["controls"], _CONTROLS),
        record_from_object(Measures, value["measures"], _MEASURES),
        tuple(map(_notice_from_value, list_at(value, "notices"))),
    )


def _notice_from_value(value: object) -> Words:
    """A notice, which is a text alone in projects of earlier versions."""
    try:
        return Words(value) if isinstance(value, str) else words_from_object(value)
    except ValueError as error:
        raise FormatError(Words("its notices are not all text")) from error
