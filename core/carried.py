"""Recipes that files of tunes carry: in a text of a MIDI file, a comment of typed notes, a project.

A file of the text alone is one, too.
"""

from pathlib import Path

from core.disk import read_text
from core.errors import UserError
from core.files.midi import SUFFIXES as MIDI_SUFFIXES
from core.files.midi import remarks_in_midi
from core.music.text import COMMENT
from core.project import SUFFIX as PROJECT_SUFFIX
from core.project import project_from_file
from core.recipe import LONGEST_TEXT, Recipe, is_recipe, recipe_from_text
from core.record import FormatError


def recipe_in_file(path: Path) -> Recipe:
    """The recipe in the file `path`. UserError where there is none, or no proper one."""
    text = recipe_text_in(path)
    if text is None:
        raise UserError(
            "'{path}' carries no recipe; choose a recipe, or a tune that 'generate' has written.",
            path=path,
        )
    try:
        return recipe_from_text(text)
    except FormatError as error:
        raise UserError(
            "'{path}' holds no proper recipe: {clause}.", path=path, clause=error.words
        ) from error
    except UserError as error:
        raise UserError(
            "'{path}' holds no proper recipe: {sentence}", path=path, sentence=error.words
        ) from error


def recipe_text_in(path: Path) -> str | None:
    """What looks like a recipe in the file, still unread. UserError for a file that is damaged."""
    suffix = path.suffix.lower()
    if suffix in MIDI_SUFFIXES:
        texts = remarks_in_midi(path)
    elif suffix == PROJECT_SUFFIX:
        texts = [project_from_file(path).recipe]
    else:
        text = read_text(path, LONGEST_TEXT)
        texts = [text, *(line.removeprefix(COMMENT) for line in text.splitlines())]
    return next((text for text in texts if is_recipe(text)), None)
