"""Recipes of the command line: every tune is written with its own, `--recipe FILE` repeats it."""

from argparse import ArgumentParser
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Options, Status, print_json, tell
from core.cli.model import opened
from core.cli.pins import asked
from core.cli.seed import file_and_number
from core.cli.sound import NAMES
from core.cli.writing import Write
from core.errors import UserError
from core.music.song import Song
from core.project import Project

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.model.family import Model
    from core.model.mark import Maker, Mark

_BESIDE = {"command", "recipe", "out", "model", "mapping", "blend_model", "json", *NAMES}
"""What may be given with a recipe, which brings all else."""


def add_recipe(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--recipe",
        metavar="FILE",
        help="make a tune again: a recipe, or a tune that carries one, as all do that are written "
        "here, or FILE#N for a take of a project; it brings seed and wishes",
    )


def check_alone(options: Options, plain: Options) -> None:
    """UserError where something is given that the recipe brings; `plain` is what nobody gave."""
    for name, value in vars(plain).items():
        if name not in _BESIDE and getattr(options, name) != value:
            flag = {"lowest": "low", "highest": "high"}.get(name, name).replace("_", "-")
            raise UserError(f"--recipe brings its own seed and wishes; leave --{flag} out.")


def recipe_text(maker: "Maker", take: "Take", seed: Song, options: Options) -> str:
    """The recipe of a take that went on from `seed`."""
    from core.recipe import Recipe, text_from_recipe

    pins, span, particles = asked(options, seed)
    notes = take.song.melody.notes
    return text_from_recipe(Recipe(maker, take.controls, seed, notes, pins, particles, span))


def repeat(options: Options, write: Write) -> None:
    """Makes the tune of a recipe again and writes it, with the same recipe."""
    from core.carried import recipe_in_file
    from core.model.blend import blend
    from core.recipe import text_from_recipe

    name, number = file_and_number(options.recipe)
    recipe, out = recipe_in_file(Path(name), number), Path(options.out)
    maker = recipe.maker
    model = _model(maker.model, options.model, options.mapping, "--model")
    if maker.blend is not None:
        second = _model(maker.blend, options.blend_model, None, "--blend")
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
        *(song, recipe.controls, maker.model.name, mapping),
        pins=recipe.pins,
        recipe=text,
        asked=recipe.controls if recipe.span is None else None,
        maker=made.maker_alone,
    )
    write(project, out)
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
    own = path_named(mark.name)
    for path in dict.fromkeys((own, *bundled_models())):
        with suppress(UserError, OSError):
            if path.is_file() and identity(model := open_model(path, mapping)) == mark.identity:
                return model
    if own.is_file():
        raise UserError(
            f"The recipe needs the model {mark.described}, but '{own}' is another one by now; "
            f"name its file by {flag}."
        )
    raise UserError(
        f"The recipe needs the model {mark.described}, which is not here; name its file by {flag}."
    )
