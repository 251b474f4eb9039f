"""The model that a command works with, from the box or from elsewhere."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import tell
from core.cli.values import number

if TYPE_CHECKING:
    from core.model.family import Model


def add_mapping(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--mapping",
        type=Path,
        metavar="FILE",
        help="symbols of a model made elsewhere (default: the mapping.json beside it)",
    )


def add_blend(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("mixture")
    group.add_argument(
        "--blend",
        dest="blend_model",
        type=Path,
        metavar="FILE",
        help="a second model of the same family, to be mixed with the first",
    )
    group.add_argument(
        "--blend-share",
        type=number("Share of the second model", 0, 1),
        metavar="X",
        help="0 is the first alone, 1 the second (default .5)",
    )


def opened(path: Path, mapping: Path | None) -> "Model":
    """The model in a file, after a warning on stderr where its mapping seems not to be its own."""
    from core.model.bundle import open_model
    from core.model.trial import doubt

    model = open_model(path, mapping)
    warning = doubt(model)
    if warning is not None:
        tell(warning)
    return model
