"""What the window remembers from one start to the next."""

from dataclasses import replace
from typing import TYPE_CHECKING

from core.music.song import Song
from core.music.text import parse
from core.project import Project
from core.settings import Settings
from gui.roll.labels import words_from_labels

if TYPE_CHECKING:
    from gui.studio import Studio

EXAMPLE_SEED = "c4 e4 g4 e4 | a4/8 g4 f4 e4 g4/2"
"""What stands in the field on the first start, so that Generate and Play have something to do."""

_LONGEST_KEPT_SEED = 2000
"""Letters; a longer one would be read again before the window opens, and belongs in a project."""


def project_from_settings(settings: Settings) -> Project:
    """What the window opens on."""
    seed = parse(settings.seed or EXAMPLE_SEED).melody
    song = Song(seed, tempo=settings.tempo, seed_end=seed.end)
    return Project(song, settings.controls, settings.model, settings.mapping)


def present_settings(studio: "Studio") -> Settings:
    """How everything stands now."""
    window, files, models = studio.window, studio.files, studio.models
    seed = window.seed.text
    return Settings(
        output=studio.playback.choice,
        model=models.name,
        mapping=models.mapping,
        seed=seed if len(seed) <= _LONGEST_KEPT_SEED else "",
        controls=studio.document.controls,
        sound=studio.sound.choices,
        recording=window.record.choices,
        keeps_random_seed=window.generate.lock.isChecked(),
        shows_field=studio.probing.survey.is_on,
        tempo=studio.document.song.tempo,
        project_folder=files.project_folder,
        export_folder=files.export_folder,
        export_kind=studio.export.kind,
        model_folder=files.model_folder,
        geometry=window.place,
        layout=replace(window.layout_of_parts, shows_velocities=studio.workbench.shows_velocities),
        labels=words_from_labels(window.roll.scene.labels),
        language=studio.languages.choice,
    )
