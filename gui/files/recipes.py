"""Recipes of tunes that were made in the window, for the files that it writes, and back."""

from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.compose.controls import Controls
from core.document import Document
from core.errors import UserError
from core.music.song import Song
from core.project import Project
from gui.models.blending import Blending

if TYPE_CHECKING:
    from core.compose.pins.pin import Pin
    from core.model.mark import Maker

RecipeWriting = Callable[[], Generator[None, None, str]]
"""What makes the text of a recipe, and returns it."""


class Recipes:
    """Writes down how the document's tune was made."""

    def __init__(self, document: Document, blending: Blending) -> None:
        self._document, self._blending = document, blending

    def present(self) -> RecipeWriting:
        """What makes the text for the tune as it is now. The text is empty for a tune that was
        typed or edited, or made otherwise than by one recipe.
        """
        document = self._document
        return self.of(document.song, document.asked, document.maker, document.pins)

    def of(
        self,
        song: Song,
        asked: Controls | None,
        maker: "Maker | None",
        pins: "tuple[Pin, ...]" = (),
    ) -> RecipeWriting:
        """The same for another tune, `asked` for with these controls; None where nobody knows.

        Where it is not known what made it, the present model makes it again, on another thread and
        with pauses in which it can end: if that brings the same, it was this model.
        """
        present, model = self._blending.maker, self._blending.model
        if maker is not None or present is None or asked is None or not song.melody.notes:
            return recipe_writing(song, asked, maker)

        def steps() -> Generator[None, None, str]:
            from core.compose.pins.particle import PARTICLES
            from core.recipe import recipe_of, text_from_recipe

            text = ""
            recipe = replace(
                recipe_of(song, asked, present),
                pins=pins,
                particles=PARTICLES if pins else None,
            )
            assert model is not None  # which is what is present
            with suppress(UserError):  # a tune that this model cannot make
                for step in recipe.made(model):
                    if isinstance(step, Song) and not recipe.differing(step):
                        text = text_from_recipe(recipe)
                    yield
            return text

        return steps


def recipe_writing(song: Song, asked: Controls | None, maker: "Maker | None") -> RecipeWriting:
    """What makes the text for a tune that `maker` makes from its seed under the controls `asked`.

    The text is empty where either is None.
    """

    def steps() -> Generator[None, None, str]:
        if asked is None or maker is None or not song.melody.notes:
            return ""
        from core.recipe import recipe_of, text_from_recipe  # numpy, which the start needs not

        yield
        return text_from_recipe(recipe_of(song, asked, maker))

    return steps


def told_by_recipe(path: Path, opened: Project) -> Project:
    """What was opened from `path`, with the controls, the model and the seed that its recipe names.

    As it is where there is no proper recipe, or the notes are others by now.
    """
    from core.carried import recipe_in_file
    from core.model.library import path_named

    try:
        recipe = recipe_in_file(path)
    except UserError:
        return opened
    if recipe.differing(opened.song):
        return opened
    name = recipe.maker.model.name
    has_model = path_named(name).is_file()
    return replace(
        opened,
        song=replace(opened.song, seed_end=recipe.song.seed_end, key=recipe.seed.key),
        controls=recipe.controls,
        model=name if has_model else opened.model,
        mapping="" if has_model else opened.mapping,
        asked=recipe.controls if recipe.span is None else None,
        maker=recipe.maker_alone,
    )


def with_model(project: Project, before: Project) -> Project:
    """With the model of `before` where it names none."""
    if project.model:
        return project
    return replace(project, model=before.model, mapping=before.mapping)
