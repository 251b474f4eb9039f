"""What the program remembers from one start to the next."""

import contextlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from core.compose.controls import Controls
from core.disk import read_text, write_text
from core.errors import UserError
from core.layout import Layout
from core.music.song import DEFAULT_TEMPO, FASTEST_TEMPO, SLOWEST_TEMPO
from core.record import FormatError, object_from_json, object_from_record, record_from_object
from core.recording.choices import RecordingChoices
from core.sound.choices import SoundChoices
from core.words import Words

VERSION = 2
"""Before 2 the layout was a word about the piano."""

_LARGEST_FILE = 1_000_000

_CONTROLS = Words("controls", "part of a file")
_SOUND = Words("choices of sound", "part of a file")
_RECORDING = Words("choices of recording", "part of a file")
_LAYOUT = Words("layout", "part of a file")
_SETTINGS = Words("settings", "part of a file")


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of a user that outlive a session.

    `output` is a MIDI port or the built-in synth by name, `model` a file, both empty for the
    default; `mapping` is the file of symbols that was chosen for the model. `keeps_random_seed`
    says that Generate takes the same random seed again, `shows_field` that the roll shows what the
    model thinks, and `labels` are words for what is written there. `geometry` is what the window
    says about its place and its size, in base64. `export_kind` is the window's word for the kind
    of file that was exported last, empty for the default. `language` is a code such as 'de', empty
    for that of the system.
    """

    output: str = ""
    model: str = ""
    mapping: str = ""
    seed: str = ""
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


def settings_file() -> Path:
    """Where the settings are kept: the platform's place for them."""
    from platformdirs import user_config_path

    return user_config_path("cantilena", appauthor=False) / "settings.json"


def load_settings() -> tuple[Settings, Words | None]:
    """The remembered settings, and a sentence for the user if they could not be read.

    Then the settings are the defaults, and the unreadable file is kept beside them.
    """
    path = settings_file()
    with contextlib.suppress(OSError):  # a folder that may not be looked into is told below
        if not path.exists():
            return Settings(), None
    try:
        return settings_from_text(read_text(path, _LARGEST_FILE)), None
    except FormatError as error:
        complaint = Words(
            "The settings are the defaults again, '{path}' was no use: {clause}.",
            path=path,
            clause=error.words,
        )
    except UserError as error:
        complaint = Words(
            "The settings are the defaults again, '{path}' was no use: {sentence}",
            path=path,
            sentence=error.words,
        )
    with contextlib.suppress(OSError):
        path.replace(path.with_suffix(".unread.json"))
    return Settings(), complaint


def save_settings(settings: Settings) -> None:
    """Keeps the settings for the next start. UserError where that is impossible."""
    path = settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "The settings cannot be kept in '{folder}': {reason}.",
            folder=path.parent,
            reason=str(error),
        ) from error
    write_text(path, text_from_settings(settings))


def text_from_settings(settings: Settings) -> str:
    """The settings as JSON."""
    values = object_from_record(settings)
    values["controls"] = object_from_record(settings.controls)
    values["sound"] = object_from_record(settings.sound)
    values["recording"] = object_from_record(settings.recording)
    values["layout"] = object_from_record(settings.layout)
    return json.dumps({"version": VERSION, **values}, indent=2) + "\n"


def settings_from_text(text: str) -> Settings:
    """What `text_from_settings` wrote. FormatError or UserError for anything else."""
    values = object_from_json(text)
    version = values.pop("version", None)
    if type(version) is not int or version < 1:
        raise FormatError(Words("it has no version number"))
    if version > VERSION:
        raise FormatError(Words("it was written by a newer version of the program"))
    if "controls" in values:
        values["controls"] = record_from_object(Controls, values["controls"], _CONTROLS)
    if "sound" in values:
        values["sound"] = record_from_object(SoundChoices, values["sound"], _SOUND)
    if "recording" in values:
        chosen = record_from_object(RecordingChoices, values["recording"], _RECORDING)
        values["recording"] = chosen
    if version == 1:
        values.pop("layout", None)
    if "layout" in values:
        values["layout"] = record_from_object(Layout, values["layout"], _LAYOUT)
    settings = record_from_object(Settings, values, _SETTINGS)
    if not SLOWEST_TEMPO <= settings.tempo <= FASTEST_TEMPO:
        raise FormatError(Words("its tempo is {tempo:g}", tempo=settings.tempo))
    return settings
