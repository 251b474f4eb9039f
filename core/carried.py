"""Recipes that files of tunes carry: in a text of a MIDI file, a field of MusicXML, a comment of
typed notes, ABC or kern, a project.

A file of the text alone is one, too.
"""

from pathlib import Path

from core.errors import UserError
from core.files.decoding import text_from_file
from core.files.kern_writing import REMARK as KERN_REMARK
from core.files.midi import SUFFIXES as MIDI_SUFFIXES
from core.files.midi import remarks_in_midi
from core.files.musicxml import SUFFIXES as MUSICXML_SUFFIXES
from core.files.musicxml import remarks_in_musicxml
from core.files.transcript import MOST_CHARACTERS
from core.music.text import COMMENT
from core.project import SUFFIX as PROJECT_SUFFIX
from core.project import project_from_file
from core.recipe import Recipe, is_recipe, recipe_from_text
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
    elif suffix in MUSICXML_SUFFIXES:
        texts = remarks_in_musicxml(path)
    elif suffix == PROJECT_SUFFIX:
        texts = [project_from_file(path).recipe]
    else:
        text = text_from_file(path, MOST_CHARACTERS)
        remarks = (line.removeprefix(COMMENT) for line in text.splitlines())
        texts = [text, *(remark.removeprefix(KERN_REMARK) for remark in remarks)]
    return next((text for text in texts if is_recipe(text)), None)
