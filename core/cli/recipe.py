"""Recipes of the command line: every tune is written with its own, `--recipe FILE` repeats it."""

from argparse import ArgumentParser
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Options, Status, print_json, tell
from core.cli.model import opened
from core.cli.pins import asked
from core.cli.sound import NAMES
from core.cli.writing import write_tune
from core.errors import UserError
from core.music.song import Song
from core.project import Project
from core.sound.choices import SoundChoices

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.model.family import Model
    from core.recipe import Mark

_BESIDE = {"command", "recipe", "out", "model", "mapping", "blend_model", "json", *NAMES}
"""What may be given with a recipe, which brings all else."""


def add_recipe(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--recipe",
        type=Path,
        metavar="FILE",
        help="make a tune again: a recipe, or a tune that carries one, as all do that are written "
        "here; it brings seed and wishes",
    )


def check_alone(options: Options, plain: Options) -> None:
    """UserError where something is given that the recipe brings; `plain` is what nobody gave."""
    for name, value in vars(plain).items():
        if name not in _BESIDE and getattr(options, name) != value:
            flag = {"lowest": "low", "highest": "high"}.get(name, name).replace("_", "-")
            raise UserError(f"--recipe brings its own seed and wishes; leave --{flag} out.")


class Marks:
    """The models that tunes are made with, for their recipes."""

    def __init__(self, models: "tuple[Model, ...]", names: tuple[str, ...]) -> None:
        from core.model.identity import identity
        from core.recipe import Mark

        first, *others = (
            Mark(name, model.card.name, identity(model))
            for model, name in zip(models, names, strict=True)
        )
        self._first, self._blend = first, others[0] if others else None

    def recipe_text(self, take: "Take", seed: Song, options: Options) -> str:
        """The recipe of a take that went on from `seed`."""
        from core.recipe import Recipe, text_from_recipe

        pins, span, particles = asked(options, seed)
        notes = take.song.melody.notes
        recipe = Recipe(self._first, self._blend, take.controls, seed, notes, pins, particles, span)
        return text_from_recipe(recipe)


def repeat(options: Options, sound: SoundChoices) -> None:
    """Makes the tune of a recipe again and writes it, with the same recipe."""
    from core.carried import recipe_in_file
    from core.model.blend import blend
    from core.recipe import text_from_recipe

    recipe, out = recipe_in_file(options.recipe), Path(options.out)
    model = _model(recipe.model, options.model, options.mapping, "--model")
    if recipe.blend is not None:
        second = _model(recipe.blend, options.blend_model, None, "--blend")
        model = blend(model, second, recipe.controls.blend_share)
    song: Song | None = None
    with Status() as status:
        for step in recipe.made(model):
            if isinstance(step, Song):
                song = step
            else:
                status.show(f"Drawing: {step:.0%}")
    assert song is not None  # it comes last
    differing = recipe.differing(song)
    made = replace(recipe, notes=song.melody.notes)
    mapping = str(options.mapping.resolve()) if options.mapping else ""
    text = text_from_recipe(made)
    project = Project(
        song, recipe.controls, recipe.model.name, mapping, pins=recipe.pins, recipe=text
    )
    write_tune(project, out, sound)
    if differing:
        notes = "1 note differs" if differing == 1 else f"{differing} notes differ"
        tell(
            f"{notes} from the tune that the recipe keeps: it was made by another release or "
            "on another processor."
        )
    if options.json:
        print_json({"file": str(out), "notes": len(song.melody), "differing": differing})
    else:
        which = "another tune" if differing else "the same tune"
        print(f"{out}: notes {len(song.melody)}, {which}")


def _model(mark: "Mark", given: Path | None, mapping: Path | None, flag: str) -> "Model":
    """The very model that a recipe names. UserError where it is not here."""
    from core.model.bundle import open_model
    from core.model.identity import identity
    from core.model.library import bundled_models, path_named

    if given is not None:
        model = opened(given, mapping)
        if identity(model) != mark.identity:
            raise UserError(f"'{given}' is not the model {mark.described} that the recipe needs.")
        return model
    for path in dict.fromkeys((path_named(mark.name), *bundled_models())):
        with suppress(UserError, OSError):
            if path.is_file() and identity(model := open_model(path, mapping)) == mark.identity:
                return model
    raise UserError(
        f"The recipe needs the model {mark.described}, which is not here; name its file by {flag}."
    )
