"""`train`: a model of one's own from a folder of songs."""

import shlex
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Command, Options, Status, add_json, print_json, tell
from core.cli.values import whole
from core.compose.controls import HIGHEST_RANDOM_SEED, LOWEST_RANDOM_SEED
from core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model.course import Progress

FAMILIES = ("note", "grid")
SUFFIX = ".keras"


def _describe(parser: ArgumentParser) -> None:
    add = parser.add_argument
    seed = whole("Random seed", LOWEST_RANDOM_SEED, HIGHEST_RANDOM_SEED)
    add("folders", nargs="+", type=Path, metavar="FOLDER", help="folders of kern files")
    add("--family", default=FAMILIES[0], choices=FAMILIES, help="kind (default: %(default)s)")
    add(
        "--more",
        action="append",
        type=Path,
        default=[],
        metavar="FOLDER",
        help="folder of songs of other styles that a note model learns from first",
    )
    add("--out", required=True, type=Path, metavar="FILE", help=f"model to write ({SUFFIX})")
    add(
        "--split", type=Path, metavar="FILE", help="which songs to learn from, and which to test on"
    )
    add("--random-seed", type=seed, default=1, metavar="N", help="default %(default)s")
    add("--epochs", type=whole("Number of epochs", 1, 1000), metavar="N", help="at most so many")
    add(
        "--classic-durations",
        action="store_true",
        help="grid only: leave out songs with durations not in .25 .5 .75 1 1.5 2 3 4 quarters",
    )
    add("--name", help="name of the model for its card (default: that of the file)")
    add("--corpus", default="", help="where the songs come from, for the card")
    add("--licence", default="", help="what the songs' licence allows, for the card")
    add_json(parser)


def _run(options: Options) -> None:
    out: Path = options.out
    if out.suffix.lower() != SUFFIX:
        raise UserError(f"'{out}' must end in {SUFFIX}; choose another name.")
    epoch = 0
    try:
        with Status() as status:
            for progress in _steps(options):
                if progress.epoch > epoch:
                    epoch = progress.epoch
                    status.show("")
                    tell(_figures(progress))
                status.show(f"{progress.stage.capitalize()} {progress.share:.0%}")
    except KeyboardInterrupt:
        if epoch:
            tell(f"Stopped; '{out}' holds the best model so far.")
        raise
    _report(progress, out, options.json)


def _steps(options: Options) -> "Iterator[Progress]":
    from core.corpus.preparation import CLASSIC_DURATIONS
    from core.model.card import Card
    from core.model.hyperparameters import Hyperparameters
    from core.model.notetrainer import NoteHyperparameters
    from core.model.notetraining import train_notes
    from core.model.training import train

    card = Card(
        name=options.name or options.out.stem,
        family=options.family,
        corpus=options.corpus,
        licence=options.licence,
        command=_command(options),
    )
    changed = {"random_seed": options.random_seed}
    if options.epochs is not None:
        changed["epochs"] = options.epochs
    if options.family == "note":
        if options.classic_durations:
            raise UserError("--classic-durations is for --family grid; leave one of them out.")
        return train_notes(
            options.folders,
            options.out,
            more=options.more,
            split=options.split,
            hyperparameters=replace(NoteHyperparameters(), **changed),
            card=card,
        )
    if options.more:
        raise UserError("--more is for --family note; leave one of them out.")
    return train(
        options.folders,
        options.out,
        split=options.split,
        durations=CLASSIC_DURATIONS if options.classic_durations else None,
        hyperparameters=replace(Hyperparameters(), **changed),
        card=card,
    )


def _command(options: Options) -> str:
    """How the training can be repeated; files by their bare names, since the card is passed on."""
    words = ["python", "main.py", "train", *(path.name for path in options.folders)]
    words += ["--family", options.family, "--out", options.out.name]
    for folder in options.more:
        words += ["--more", folder.name]
    if options.split is not None:
        words += ["--split", options.split.name]
    words += ["--random-seed", str(options.random_seed)]
    if options.epochs is not None:
        words += ["--epochs", str(options.epochs)]
    if options.classic_durations:
        words += ["--classic-durations"]
    return shlex.join(words)


def _figures(progress: "Progress") -> str:
    return (
        f"Epoch {progress.epoch}: {progress.training:.3f} bits per note in training, "
        f"{progress.validation:.3f} in validation"
    )


def _report(progress: "Progress", out: Path, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "file": str(out),
                "songs": progress.songs,
                "left_out": dict(progress.left_out),
                "epochs": progress.epoch,
                "validation_bits_per_note": progress.best,
                "test_bits_per_note": progress.test,
            }
        )
        return
    for reason, count in progress.left_out:
        tell(f"{count} songs left out: {reason}")
    figures = f"{progress.best:.3f} bits per note in validation"
    if progress.test is not None:
        figures += f", {progress.test:.3f} in the test"
    print(f"{out}: learnt from {progress.songs} songs; {figures}")


COMMAND = Command("train", "train a model on a folder of songs", _describe, _run)
