"""Tunes into files of the kinds that the command line knows."""

from pathlib import Path

from core.disk import write_text
from core.errors import UserError
from core.files import midi
from core.music.key import Key
from core.opening import TEXT_SUFFIX, listed
from core.project import SUFFIX as PROJECT_SUFFIX
from core.project import Project, save_project

SUFFIXES = (*midi.SUFFIXES, TEXT_SUFFIX, PROJECT_SUFFIX)


def check_suffix(path: Path) -> None:
    """UserError where no tune can be written to a file of such a name."""
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(f"'{path}' must end in one of {listed(SUFFIXES)}; choose another name.")


def write_tune(project: Project, path: Path) -> None:
    """Writes the tune by the suffix of `path`, wholly or not at all, and its recipe with it."""
    suffix = path.suffix.lower()
    if suffix == PROJECT_SUFFIX:
        save_project(project, path)
    elif suffix == TEXT_SUFFIX:
        from core.music.text import COMMENT, text_from_melody

        song = project.song
        remark = f"{COMMENT} {project.recipe}\n" if project.recipe else ""
        write_text(path, text_from_melody(song.melody, song.key or Key()) + "\n" + remark)
    else:
        midi.write_midi(project.song, path, project.recipe)
