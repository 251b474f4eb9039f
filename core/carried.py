"""Recipes that files of tunes carry: in a text of a MIDI file, a field of MusicXML, a comment of
typed notes, ABC or kern, a project, whose takes have recipes of their own.

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
from core.project import Project, project_from_file
from core.recipe import Recipe, is_recipe, recipe_from_text, recipe_of, text_from_recipe
from core.record import FormatError, sentence_of
from core.words import counted


def recipe_in_file(path: Path, take: int | None = None) -> Recipe:
    """The recipe in the file `path`, or that of a take of the project in it, which are counted from
    1, those with a star first. UserError where there is none, or no proper one.
    """
    if take is not None:
        return _recipe_of_take(path, take)
    text = recipe_text_in(path)
    if text is None:
        raise UserError(
            "'{path}' carries no recipe; choose a recipe, or a tune that 'generate' has written.",
            path=path,
        )
    try:
        return recipe_from_text(text)
    except (FormatError, UserError) as error:
        raise UserError(
            "'{path}' holds no proper recipe: {sentence}", path=path, sentence=sentence_of(error)
        ) from error


def recipe_text_in(path: Path) -> str | None:
    """What looks like a recipe in the file, still unread. UserError for a file that is damaged."""
    suffix = path.suffix.lower()
    if suffix in MIDI_SUFFIXES:
        texts = remarks_in_midi(path)
    elif suffix in MUSICXML_SUFFIXES:
        texts = remarks_in_musicxml(path)
    elif suffix == PROJECT_SUFFIX:
        texts = [_recipe_of_tune(project_from_file(path))]
    else:
        text = text_from_file(path, MOST_CHARACTERS)
        remarks = (line.removeprefix(COMMENT) for line in text.splitlines())
        texts = [text, *(remark.removeprefix(KERN_REMARK) for remark in remarks)]
    return next((text for text in texts if is_recipe(text)), None)


def _recipe_of_tune(project: Project) -> str:
    """The one that a project names, or of which it has all that makes one."""
    song, asked, maker = project.song, project.asked, project.maker
    if project.recipe or asked is None or maker is None or not song.melody.notes:
        return project.recipe
    return text_from_recipe(recipe_of(song, asked, maker))


def _recipe_of_take(path: Path, number: int) -> Recipe:
    project = project_from_file(path)
    takes = *project.takes, *project.batch.takes
    if not 1 <= number <= len(takes):
        raise UserError(
            "'{path}' has no take {number}; it has {count}.",
            path=path,
            number=number,
            count=counted("{n:,} takes", "{n:,} take", len(takes)),
        )
    take = takes[number - 1]
    if take.maker is None or not take.song.melody.notes:
        raise UserError(
            "Nobody knows by which model take {number} of '{path}' was made.",
            number=number,
            path=path,
        )
    return recipe_of(take.song, take.controls, take.maker)
