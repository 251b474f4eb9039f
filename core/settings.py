"""What the program remembers from one start to the next, and how it is written."""

import json
import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from core.compose.controls import Controls
from core.errors import UserError
from core.layout import Layout
from core.music.meter import COMMON_TIME, Meter
from core.music.tempo import DEFAULT_TEMPO, FASTEST_TEMPO, SLOWEST_TEMPO
from core.record import fitting, object_from_json, object_from_record
from core.recording.choices import RecordingChoices
from core.sound.choices import SoundChoices

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")

VERSION = 2
"""Before 2 the layout was a word about the piano."""

_LONGEST_ENTRY = 10_000


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a user that outlive a session.

    `output` is a MIDI port or the built-in synth by name, `model` a file, both empty for the
    default; `mapping` is the file of symbols that was chosen for the model. `meter` and `upbeat`,
    in ticks, are the seed's; an upbeat as long as a bar counts for none. `keeps_random_seed` says
    that Generate takes the same random seed again, `shows_field` that the roll shows what the
    model thinks, and `labels` are words for what is written there. `geometry` is what the window
    says about its place and its size, in base64. `export_kind` is the window's word for the kind
    of file that was exported last, empty for the default. `language` is a code such as 'de', empty
    for that of the system. ValueError for a tempo out of range.
    """

    output: str = ""
    model: str = ""
    mapping: str = ""
    seed: str = ""
    meter: Meter = COMMON_TIME
    upbeat: int = 0
    controls: Controls = field(default_factory=Controls)
    sound: SoundChoices = field(default_factory=SoundChoices)
    recording: RecordingChoices = field(default_factory=RecordingChoices)
    keeps_random_seed: bool = False
    shows_field: bool = False
    tempo: float = DEFAULT_TEMPO
    project_folder: str = ""
    export_folder: str = ""
    export_kind: str = ""
    model_folder: str = ""
    geometry: str = ""
    layout: Layout = field(default_factory=Layout)
    labels: str = "names"
    language: str = ""

    def __post_init__(self) -> None:
        if not SLOWEST_TEMPO <= self.tempo <= FASTEST_TEMPO:
            raise ValueError(f"a tempo of {self.tempo:g}")


_GROUPS: "dict[str, type[DataclassInstance]]" = {
    "meter": Meter,
    "controls": Controls,
    "sound": SoundChoices,
    "recording": RecordingChoices,
    "layout": Layout,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of the settings. `strange` names the entries that could not be understood,
    and are defaults: 'tempo', 'controls.bars'. `is_newer`: it is from a later version.
    """

    settings: Settings
    strange: tuple[str, ...] = ()
    is_newer: bool = False


def text_from_settings(settings: Settings) -> str:
    """The settings as JSON."""
    values = object_from_record(settings)
    values |= {name: object_from_record(getattr(settings, name)) for name in _GROUPS}
    return json.dumps({"version": VERSION, **values}, indent=2) + "\n"


def settings_from_text(text: str) -> Reading:
    """What `text_from_settings` wrote, each entry for itself. FormatError where it is no JSON
    object at all.
    """
    values = object_from_json(text)
    version = values.pop("version", None)
    strange: list[str] = []
    if type(version) is not int or version < 1:
        strange.append("version")
        version = VERSION
    if version == 1:
        values.pop("layout", None)
    for name, kind in _GROUPS.items():
        if name in values:
            values[name], others = _read(kind, values[name])
            strange += [f"{name}.{other}" if other else name for other in others]
    settings, others = _read(Settings, values)
    return Reading(settings, (*strange, *others), version > VERSION)


def with_changes(there: Settings, before: Settings, now: Settings) -> Settings:
    """`there` with all that was changed from `before` to `now`."""
    groups = {
        name: _with_changes(*(getattr(settings, name) for settings in (there, before, now)))
        for name in _GROUPS
    }
    return replace(_with_changes(there, before, now), **groups)


def _with_changes(there: R, before: R, now: R) -> R:
    olds, news = object_from_record(before), object_from_record(now)
    try:
        return replace(there, **{name: news[name] for name in news if news[name] != olds[name]})
    except UserError:  # entries that do not go together, such as the two ends of a range
        return now


def _read(kind: type[R], values: object) -> tuple[R, list[str]]:
    if not isinstance(values, dict):
        return fitting(kind, values)
    odd = [key for key, value in values.items() if isinstance(value, str) and not _is_usual(value)]
    record, others = fitting(kind, {key: values[key] for key in values if key not in odd})
    return record, odd + others


def _is_usual(text: str) -> bool:
    """Whether it can be the name of a file, or be shown."""
    try:
        return len(text) <= _LONGEST_ENTRY and b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False
