"""What a user works on, and its file: a readable JSON text.

The version stays 1 as long as an older program does not take a new file for something else: it
refuses an entry that it does not know, and says which. What a project does not have is not written,
so an older program reads on what it could have written itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.batch import MOST, Batch
from core.compose.controls import Controls
from core.disk import read_text, write_file
from core.errors import UserError
from core.music.song import Song
from core.record import (
    FormatError,
    object_from_json,
    object_from_record,
    record_from_object,
    sentence_of,
)
from core.sight import Sight
from core.songrecord import (
    OF_FEW_SONGS,
    OF_SONG,
    check_entries,
    json_line,
    list_at,
    song_from_values,
    text_at,
    texts_from_notes,
    values_from_song,
)
from core.words import Words

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.compose.pins.pin import Pin
    from core.model.mark import Maker
    from core.takerecord import TakeLines

SUFFIX = ".cantilena"
FORMAT = "cantilena project"
VERSION = 1
HEAD = b'{\n  "format": "cantilena project"'
"""How the file of a project begins, whatever it is called."""

LARGEST_FILE = 16_000_000
"""Bytes; a song of a hundred thousand notes takes 3,000,000."""

_ENTRIES = OF_SONG | {"format", "version", "model", "controls"}
_MAPPING, _TAKES, _PINS, _RECIPE = "mapping", "takes", "pins", "recipe"
_DRAWN, _PAIR, _VIEW, _MADE_WITH = "drawn", "pair", "view", "made_with"
_MAKERS, _MADE_BY = "makers", "made_by"
_POSSIBLE = frozenset(
    {_MAPPING, _TAKES, _PINS, _RECIPE, _DRAWN, _PAIR, _VIEW, _MADE_WITH, _MAKERS, _MADE_BY}
)
"""Entries of those projects only whose model needs one, that have starred takes and pins, whose
tune was made from a recipe, that have takes without a star, two takes that are compared, that were
seen in a window, whose tune was made by a model, and whose tune or takes know by which."""

_SEPARATOR = ",\n    "
_CONTROLS = Words("controls", "part of a file")
_PINNED = Words("pins", "part of a file")
_SEEN = Words("choices of view", "part of a file")


@dataclass(frozen=True, slots=True)
class Project:
    """A song, the controls it is being continued with, and the model by its name or its path.

    `mapping` is the path of the mapping that was chosen for a model made elsewhere, or empty;
    `takes` are those that the user has starred, `pins` hold notes of the song; `recipe` is the text
    of that of the tune (core/recipe.py), or empty. `batch` are the takes without a star, and
    `sight` is how all of it was looked at, None where nobody has. `asked` are the controls under
    which the tune was made, as one take; None where it was typed, edited or brought from elsewhere.
    `maker` makes it again from its seed under these alone, as that of a take does, or is None.
    """

    song: Song = field(default_factory=Song)
    controls: Controls = field(default_factory=Controls)
    model: str = ""
    mapping: str = ""
    takes: "tuple[Take, ...]" = ()
    pins: "tuple[Pin, ...]" = ()
    recipe: str = ""
    batch: Batch = field(default_factory=Batch)
    sight: Sight | None = None
    asked: Controls | None = None
    maker: "Maker | None" = None


def project_for(song: Song, before: Project) -> Project:
    """Another tune with the controls and the model of `before`, and nothing that belongs to that
    tune."""
    return Project(song, before.controls, before.model, before.mapping)


def save_project(project: Project, path: Path, lines: "TakeLines | None" = None) -> None:
    """Writes the project's file, wholly or not at all. UserError where that is impossible.

    What the file held before the last save that changed it stays beside it (core/disk.py's
    `backup_of`). `lines` remember what takes look like there, for the next time.
    """
    write_file(path, bytes_from_project(project, lines), keeps_backup=True)


def bytes_from_project(project: Project, lines: "TakeLines | None" = None) -> bytes:
    """`text_from_project` in UTF-8. UserError where no file of a project may be so large.

    Where only the takes without a star make it so they are left out, as they can be drawn again.
    """
    data = text_from_project(project, lines).encode("utf-8")
    if len(data) > LARGEST_FILE and project.batch.takes:
        starred = replace(project, batch=replace(project.batch, takes=()))
        return bytes_from_project(starred, lines)
    if len(data) > LARGEST_FILE:
        raise UserError(
            "The project takes {size:.1f} MB, and no more than {limit} MB could be opened again; "
            "unstar some of its takes.",
            size=len(data) / 1_000_000,
            limit=LARGEST_FILE // 1_000_000,
        )
    return data


def is_project(path: Path) -> bool:
    """Whether a file is a project by its name or, where that has no suffix, by how it begins."""
    if path.suffix:
        return path.suffix.lower() == SUFFIX
    try:
        if not path.is_file():  # of which a pipe would never be read
            return False
        with path.open("rb") as file:
            return file.read(len(HEAD)) == HEAD
    except (OSError, ValueError):
        return False


def project_from_file(path: Path) -> Project:
    """The project in the file `path`. UserError with one sentence for anything else."""
    text = read_text(path, LARGEST_FILE)
    try:
        return project_from_text(text)
    except (FormatError, UserError) as error:
        raise UserError(
            "'{path}' is no proper Cantilena project: {sentence}",
            path=path,
            sentence=sentence_of(error),
        ) from error


def text_from_project(project: Project, lines: "TakeLines | None" = None) -> str:
    """The project as JSON, one entry, note, pin, maker and take a line."""
    from core.makerrecord import key_of, lines_from_makers  # which a start needs not
    from core.takerecord import TakeLines

    take_line = (TakeLines() if lines is None else lines).line
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
    if project.asked is not None:
        entries[_MADE_WITH] = object_from_record(project.asked)
    if project.maker is not None:
        entries[_MADE_BY] = key_of(project.maker)
    if project.batch.pair != (None, None) or project.batch.latest:
        entries[_PAIR] = _value_from_pair(project)
    if project.sight is not None:
        entries[_VIEW] = object_from_record(project.sight)
    parts = [f'  "{key}": {json_line(value)}' for key, value in entries.items()]
    takes = *project.takes, *project.batch.takes
    if makers := lines_from_makers((project.maker, *(take.maker for take in takes))):
        parts.append(f'  "{_MAKERS}": {{\n    {_SEPARATOR.join(makers)}\n  }}')
    if project.pins:
        parts.append(_lines(_PINS, map(json_line, map(object_from_record, project.pins))))
    if project.takes:
        parts.append(_lines(_TAKES, map(take_line, project.takes)))
    if project.batch.takes:
        parts.append(_lines(_DRAWN, map(take_line, project.batch.takes)))
    parts.append(_lines("notes", texts_from_notes(project.song.melody)))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(name: str, values: Iterable[str]) -> str:
    """An entry that is a list, one value a line."""
    lines = _SEPARATOR.join(values)
    return f'  "{name}": [\n    {lines}\n  ]' if lines else f'  "{name}": []'


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
    check_entries(values, _ENTRIES, _POSSIBLE | OF_FEW_SONGS)
    controls = record_from_object(Controls, values["controls"], _CONTROLS)
    mapping, recipe = (
        text_at(values, name) if name in values else "" for name in (_MAPPING, _RECIPE)
    )
    from core.compose.pins.pin import Pin  # few projects have any, and a start needs it not
    from core.makerrecord import maker_named, makers_from_value
    from core.takerecord import take_from_value

    makers = makers_from_value(values.get(_MAKERS, {}))
    takes, drawn, pins = (
        list_at(values, name) if name in values else [] for name in (_TAKES, _DRAWN, _PINS)
    )
    starred = tuple(take_from_value(value, makers) for value in takes)
    seen, asked = values.get(_VIEW), values.get(_MADE_WITH)
    return Project(
        song_from_values(values),
        controls,
        text_at(values, "model"),
        mapping,
        starred,
        tuple(record_from_object(Pin, pin, _PINNED) for pin in pins),
        recipe,
        _batch_from_values(starred, drawn, values.get(_PAIR), makers),
        None if seen is None else record_from_object(Sight, seen, _SEEN),
        None if asked is None else record_from_object(Controls, asked, _CONTROLS),
        maker_named(values[_MADE_BY], makers) if _MADE_BY in values else None,
    )


def _value_from_pair(project: Project) -> dict[str, object]:
    """A and B by their places among the takes, the starred ones first."""
    batch = project.batch
    takes = (*project.takes, *batch.takes)
    a, b = (takes.index(take) if take in takes else None for take in batch.pair)
    return {"a": a, "b": b, "latest": "ab"[batch.latest]}


def _batch_from_values(
    starred: "tuple[Take, ...]", drawn: list[object], pair: object, makers: "dict[str, Maker]"
) -> Batch:
    if len(drawn) > MOST:
        raise FormatError(
            Words("its '{key}' has more than {most:,} entries", key=_DRAWN, most=MOST)
        )
    from core.takerecord import take_from_value

    takes = tuple(take_from_value(value, makers) for value in drawn)
    if pair is None:
        return Batch(takes)
    everything = (*starred, *takes)
    match pair:
        case {"a": a, "b": b, "latest": "a" | "b" as latest, **others} if not others:
            first, second = _take_at(a, everything), _take_at(b, everything)
            return Batch(takes, (first, second), "ab".index(latest))
    raise FormatError(Words("its '{key}' is not two takes and the latest of them", key=_PAIR))


def _take_at(place: object, takes: "tuple[Take, ...]") -> "Take | None":
    if place is None:
        return None
    if type(place) is not int or not 0 <= place < len(takes):
        raise FormatError(Words("its '{key}' names a take that is not there", key=_PAIR))
    return takes[place]
