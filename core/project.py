"""What a user works on, and its file: a readable JSON text."""

import json
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from core.compose.controls import Controls
from core.compose.measures import Measures, Take
from core.compose.pin import Pin
from core.disk import read_text, write_text
from core.errors import UserError
from core.music.key import key_from_text
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap, meter_from_text
from core.music.song import FASTEST_TEMPO, SLOWEST_TEMPO, Song
from core.record import FormatError, object_from_json, object_from_record, record_from_object

SUFFIX = ".cantilena"
FORMAT = "cantilena project"
VERSION = 1
LARGEST_FILE = 16_000_000
"""Bytes; a song of a hundred thousand notes takes 3,000,000."""

_LAST_TICK = 2**31
_OF_SONG = frozenset(
    {"title", "key", "tempo", "meters", "pickup", "phrase_ends", "seed_end", "end", "notes"}
)
_ENTRIES = _OF_SONG | {"format", "version", "model", "controls"}
_OF_TAKE = _OF_SONG | {"controls", "measures", "notices"}
_MAPPING, _TAKES, _PINS = "mapping", "takes", "pins"
"""Entries of those projects only whose model needs one, and that have starred takes and pins."""


@dataclass(frozen=True, slots=True)
class Project:
    """A song, the controls it is being continued with, and the model by its name or its path.

    `mapping` is the path of the mapping that was chosen for a model made elsewhere, or empty;
    `takes` are those that the user has starred, `pins` hold notes of the song.
    """

    song: Song = field(default_factory=Song)
    controls: Controls = field(default_factory=Controls)
    model: str = ""
    mapping: str = ""
    takes: tuple[Take, ...] = ()
    pins: tuple[Pin, ...] = ()


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
        **_values_from_song(project.song),
        "model": project.model,
        "controls": object_from_record(project.controls),
    }
    if project.mapping:
        entries[_MAPPING] = project.mapping
    lines = [f'  "{key}": {_json(value)}' for key, value in entries.items()]
    if project.pins:
        lines.append(_lines(_PINS, map(object_from_record, project.pins)))
    if project.takes:
        lines.append(_lines(_TAKES, map(_values_from_take, project.takes)))
    lines.append(_lines("notes", _values_from_notes(project.song)))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _lines(name: str, values: Iterable[object]) -> str:
    """An entry that is a list, one value a line."""
    lines = ",\n".join(f"    {_json(value)}" for value in values)
    return f'  "{name}": [\n{lines}\n  ]' if lines else f'  "{name}": []'


def _values_from_song(song: Song) -> dict[str, object]:
    """All of a song but its notes."""
    return {
        "title": song.title,
        "key": None if song.key is None else str(song.key),
        "tempo": song.tempo,
        "meters": [[onset, str(meter)] for onset, meter in song.meters.changes],
        "pickup": song.meters.pickup,
        "phrase_ends": song.phrase_ends,
        "seed_end": song.seed_end,
        "end": song.melody.end,
    }


def _values_from_notes(song: Song) -> list[tuple[int, int, int, int]]:
    return [(note.onset, note.duration, note.pitch, note.velocity) for note in song.melody]


def _values_from_take(take: Take) -> dict[str, object]:
    return {
        **_values_from_song(take.song),
        "controls": object_from_record(take.controls),
        "measures": object_from_record(take.measures),
        "notices": take.notices,
        "notes": _values_from_notes(take.song),
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
    _check_entries(values, _ENTRIES, {_MAPPING, _TAKES, _PINS})
    controls = record_from_object(Controls, values["controls"], "controls")
    mapping = _text(values, _MAPPING) if _MAPPING in values else ""
    takes, pins = (_list(values, name) if name in values else [] for name in (_TAKES, _PINS))
    return Project(
        _song_from_values(values),
        controls,
        _text(values, "model"),
        mapping,
        tuple(map(_take_from_value, takes)),
        tuple(record_from_object(Pin, pin, "pins") for pin in pins),
    )


def _check_entries(
    values: dict[str, object], needed: frozenset[str], possible: AbstractSet[str] = frozenset()
) -> None:
    unknown = values.keys() - needed - possible
    if unknown:
        raise FormatError(f"it has the unknown entry '{min(unknown)}'")
    missing = needed - values.keys()
    if missing:
        raise FormatError(f"its entry '{min(missing)}' is missing")


def _take_from_value(value: object) -> Take:
    if not isinstance(value, dict):
        raise FormatError("one of its 'takes' is no JSON object")
    _check_entries(value, _OF_TAKE)
    notices = tuple(text for text in _list(value, "notices") if isinstance(text, str))
    if len(notices) != len(value["notices"]):
        raise FormatError("its notices are not all text")
    return Take(
        _song_from_values(value),
        record_from_object(Controls, value["controls"], "controls"),
        record_from_object(Measures, value["measures"], "measures"),
        notices,
    )


def _song_from_values(values: dict[str, object]) -> Song:
    key, tempo = values["key"], values["tempo"]
    if not isinstance(tempo, int | float) or not SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO:
        raise FormatError(f"its tempo is no number from {SLOWEST_TEMPO:g} to {FASTEST_TEMPO:g}")
    try:
        melody = Melody(tuple(map(_note, _list(values, "notes"))), _tick(values["end"], "end"))
        changes = tuple(map(_change, _list(values, "meters")))
        meters = MeterMap(changes, _tick(values["pickup"], "pickup"))
    except ValueError as error:
        raise FormatError(str(error)) from error
    return Song(
        melody=melody,
        meters=meters,
        key=None if key is None else key_from_text(_text(values, "key")),
        tempo=float(tempo),
        title=_text(values, "title"),
        seed_end=_tick(values["seed_end"], "seed_end"),
        phrase_ends=tuple(_tick(end, "phrase_ends") for end in _list(values, "phrase_ends")),
    )


def _note(value: object) -> Note:
    match value:
        case [int(), int(), int(), int()] if not any(isinstance(v, bool) for v in value):
            onset, duration, pitch, velocity = value
            return Note(_tick(onset, "notes"), duration, pitch, velocity)
    raise FormatError(f"its note {_json(value)[:60]} is not four whole numbers")


def _change(value: object) -> tuple[int, Meter]:
    match value:
        case [onset, str(meter)]:
            return _tick(onset, "meters"), meter_from_text(meter)
    raise FormatError(f"its meter {_json(value)[:60]} is not an onset and a meter")


def _tick(value: object, name: str) -> int:
    if type(value) is not int or not 0 <= value <= _LAST_TICK:
        raise FormatError(f"its '{name}' is no number of ticks")
    return value


def _text(values: dict[str, object], name: str) -> str:
    value = values[name]
    if not isinstance(value, str):
        raise FormatError(f"its '{name}' is no text")
    return value


def _list(values: dict[str, object], name: str) -> list[object]:
    value = values[name]
    if not isinstance(value, list):
        raise FormatError(f"its '{name}' is no list")
    return value


def _json(value: object) -> str:
    readable = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # Half a surrogate pair, as odd file names hold, cannot be written in UTF-8.
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", readable)
