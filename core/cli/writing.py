"""Tunes into files of the kinds that the command line knows."""

from pathlib import Path

from core.cli.command import Options
from core.cli.sound import NAMES, sound_from_options, write_sound
from core.errors import UserError
from core.files import audio
from core.opening import listed
from core.project import SUFFIX as PROJECT_SUFFIX
from core.project import Project, save_project
from core.sound.choices import SoundChoices
from core.writing import SUFFIXES as SONG_SUFFIXES
from core.writing import write_song

PLAIN = SoundChoices()
SUFFIXES = (*SONG_SUFFIXES, *audio.SUFFIXES)


def check_writing(path: Path, options: Options) -> SoundChoices:
    """How it shall sound. UserError where no tune can be written to a file of such a name, or not
    sound so."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(f"'{path}' must end in one of {listed(SUFFIXES)}; choose another name.")
    if suffix in audio.SUFFIXES:
        return sound_from_options(options, is_synth=True)
    if given := [name for name in NAMES if getattr(options, name) is not None]:
        kinds = " or ".join(audio.SUFFIXES)
        raise UserError(f"'{path}' holds no sound: leave --{given[0]} out, or write {kinds}.")
    return PLAIN


def write_tune(project: Project, path: Path, sound: SoundChoices = PLAIN) -> None:
    """Writes the tune by the suffix of `path`, wholly or not at all, and its recipe with it.

    A sound file has no room for a recipe of more than 2,000 letters, a drawing for none.
    """
    suffix = path.suffix.lower()
    if suffix == PROJECT_SUFFIX:
        save_project(project, path)
    elif suffix in audio.SUFFIXES:
        write_sound(project.song, path, sound, project.recipe)
    else:
        write_song(project.song, path, project.recipe)
