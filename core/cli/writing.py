"""Tunes into files of the kinds that the command line knows."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from core.cli.command import Draw, Options
from core.cli.sound import NAMES, sound_from_options, write_sound
from core.errors import UserError
from core.files import audio
from core.opening import listed
from core.project import SUFFIX as PROJECT_SUFFIX
from core.project import Project, save_project
from core.sound.choices import SoundChoices
from core.writing import SUFFIXES as SONG_SUFFIXES
from core.writing import write_song

PICTURE_SUFFIXES = (".pdf", ".png")
SUFFIXES = (*SONG_SUFFIXES, *PICTURE_SUFFIXES, *audio.SUFFIXES)

Write = Callable[[Project, Path], None]
"""Writes the tune of a project wholly or not at all, and its recipe with it.

A sound file has no room for a recipe of more than 2,000 letters, a drawing for none.
"""


def writer(path: Path, options: Options) -> Write:
    """What writes tunes to files such as `path`.

    UserError where no tune can be written to a file of such a name, or not sound as it is asked.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(f"'{path}' must end in one of {listed(SUFFIXES)}; choose another name.")
    if suffix in audio.SUFFIXES:
        return partial(_write_sound, sound_from_options(options, is_synth=True))
    if given := [name for name in NAMES if getattr(options, name) is not None]:
        kinds = " or ".join(audio.SUFFIXES)
        raise UserError(f"'{path}' holds no sound: leave --{given[0]} out, or write {kinds}.")
    if suffix in PICTURE_SUFFIXES:
        return partial(_draw, options.draw)
    return save_project if suffix == PROJECT_SUFFIX else _write_song


def _write_sound(sound: SoundChoices, project: Project, path: Path) -> None:
    write_sound(project.song, path, sound, project.recipe)


def _draw(draw: Draw, project: Project, path: Path) -> None:
    draw(project.song, path)


def _write_song(project: Project, path: Path) -> None:
    write_song(project.song, path, project.recipe)
