"""Recipes of tunes that were made in the window, for the files that it writes, and back."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.compose.controls import Controls
from core.document import Document
from core.errors import UserError
from core.music.song import Song
from core.project import Project
from gui.blending import Blending
from gui.models import Models

if TYPE_CHECKING:
    from core.compose.pins.pin import Pin


class Recipes:
    """Writes down how the document's tune was made."""

    def __init__(self, document: Document, models: Models, blending: Blending) -> None:
        self._document, self._models, self._blending = document, models, blending

    def present(self) -> Callable[[], Iterator[str | None]]:
        """What makes the text for the tune as it is now, on another thread and after some None: the
        tune is made again to see that the recipe is right. The text is empty for a tune that was
        typed or edited, or made otherwise than by one recipe.
        """
        document = self._document
        return self.of(document.song, document.asked, document.pins)

    def of(
        self, song: Song, asked: Controls | None, pins: "tuple[Pin, ...]" = ()
    ) -> Callable[[], Iterator[str | None]]:
        """The same for another tune, `asked` for with these controls; None where nobody knows."""
        name, model = self._models.name, self._blending.model
        parts = tuple(filter(None, (self._models.model, self._blending.second)))

        def steps() -> Iterator[str | None]:
            if asked is None or model is None or not song.melody.notes:
                yield ""
                return
            from core.compose.pins.particle import PARTICLES
            from core.model.identity import identity
            from core.recipe import Mark, Recipe, text_from_recipe

            text = ""
            with suppress(UserError):  # a model of which nobody knows what it is
                names = (name, asked.blend)
                first, *others = (
                    Mark(known, part.card.name, identity(part))
                    for known, part in zip(names, parts, strict=False)
                )
                recipe = Recipe(
                    first,
                    others[0] if others and asked.blend_share else None,
                    replace(asked, takes=1),
                    replace(song, melody=song.seed, seed_end=song.seed.end),
                    song.melody.notes,
                    pins,
                    PARTICLES if pins else None,
                )
                for step in recipe.made(model):
                    if isinstance(step, Song) and not recipe.differing(step):
                        text = text_from_recipe(recipe)
                    yield None
            yield text

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
    name = recipe.model.name
    has_model = path_named(name).is_file()
    return replace(
        opened,
        song=replace(opened.song, seed_end=recipe.song.seed_end, key=recipe.seed.key),
        controls=recipe.controls,
        model=name if has_model else opened.model,
        mapping="" if has_model else opened.mapping,
    )
