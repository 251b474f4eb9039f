"""`train`: a model of one's own from a folder of songs."""

import shlex
from argparse import ArgumentParser
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Command, Options, Status, add_json, print_json, tell
from core.cli.curve import lines_from_curve
from core.cli.folders import FOLDERS
from core.cli.values import whole
from core.compose.controls import HIGHEST_RANDOM_SEED, LOWEST_RANDOM_SEED
from core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.model.training.progress import Epoch, Progress

FAMILIES = ("note", "grid")
SUFFIX = ".keras"


def _describe(parser: ArgumentParser) -> None:
    add = parser.add_argument
    seed = whole("Random seed", LOWEST_RANDOM_SEED, HIGHEST_RANDOM_SEED)
    add("folders", nargs="+", metavar="FOLDER", help=FOLDERS)
    add("--family", default=FAMILIES[0], choices=FAMILIES, help="kind (default: %(default)s)")
    add(
        "--more",
        action="append",
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
    add("--resume", action="store_true", help="go on with a training that was interrupted")
    add("--log", type=Path, metavar="FILE", help="table of all epochs to write (.csv)")
    add(
        "--save-every",
        type=whole("Time between checkpoints", 0, 3600),
        default=20,
        metavar="SECONDS",
        help="time between checkpoints (default: %(default)s)",
    )
    add("--name", help="name of the model for its card (default: that of the file)")
    add("--corpus", default="", help="where the songs come from, for the card")
    add("--licence", default="", help="what the songs' licence allows, for the card")
    add_json(parser)


def _run(options: Options) -> None:
    out: Path = options.out
    if out.suffix.lower() != SUFFIX:
        raise UserError(f"'{out}' must end in {SUFFIX}; choose another name.")
    from core.model.training.checkpoint import checkpoint_path

    checkpoint = checkpoint_path(out)
    told: int | None = None
    try:
        with Status() as status:
            for progress in _steps(options):
                if told is None and progress.epochs:
                    told = progress.epoch  # those of an interrupted training are told already
                    if options.resume and not progress.is_resumed:
                        tell(f"No training of '{out}' was interrupted; it begins anew.")
                for epoch in progress.curve[told:]:
                    status.show("")
                    tell(_figures(epoch))
                told = progress.epoch if progress.epochs else None
                status.show(_status(progress))
    except KeyboardInterrupt:
        if checkpoint.exists():
            best = f"'{out}' holds the best model so far, and " if out.exists() else ""
            tell(f"Stopped; {best}the same command with --resume goes on.")
        raise
    _report(progress, out, options.json)


def _steps(options: Options) -> "Iterator[Progress]":
    from core.corpus.preparation import CLASSIC_DURATIONS
    from core.model.card import Card
    from core.model.grid.training import train
    from core.model.note.training import train_notes
    from core.model.training.course import Saving
    from core.model.training.hyperparameters import GridHyperparameters, NoteHyperparameters

    card = Card(
        name=options.name or options.out.stem,
        family=options.family,
        corpus=options.corpus,
        licence=options.licence,
        command=_command(options),
    )
    saving = Saving(options.out, options.resume, options.log, options.save_every)
    changed = {"random_seed": options.random_seed}
    if options.epochs is not None:
        changed["epochs"] = options.epochs
    if options.family == "note":
        if options.classic_durations:
            raise UserError("--classic-durations is for --family grid; leave one of them out.")
        return train_notes(
            options.folders,
            saving,
            more=options.more,
            split=options.split,
            hyperparameters=replace(NoteHyperparameters(), **changed),
            card=card,
        )
    if options.more:
        raise UserError("--more is for --family note; leave one of them out.")
    return train(
        options.folders,
        saving,
        split=options.split,
        durations=CLASSIC_DURATIONS if options.classic_durations else None,
        hyperparameters=replace(GridHyperparameters(), **changed),
        card=card,
    )


def _command(options: Options) -> str:
    """How the training can be repeated; files by their bare names, since the card is passed on."""
    words = ["python", "main.py", "train", *map(_bare, options.folders)]
    words += ["--family", options.family, "--out", options.out.name]
    for folder in options.more:
        words += ["--more", _bare(folder)]
    if options.split is not None:
        words += ["--split", options.split.name]
    words += ["--random-seed", str(options.random_seed)]
    if options.epochs is not None:
        words += ["--epochs", str(options.epochs)]
    if options.classic_durations:
        words += ["--classic-durations"]
    return shlex.join(words)


def _bare(folder: str) -> str:
    """A folder's own name; a collection of music21 has no other."""
    return Path(folder).name


def _figures(epoch: "Epoch") -> str:
    return (
        f"{epoch.stage.capitalize()}, epoch {epoch.number}: {epoch.training:.3f} bits per note "
        f"in training, {epoch.validation:.3f} in validation"
    )


def _status(progress: "Progress") -> str:
    words = f"{progress.stage.capitalize()} {progress.share:.0%}"
    if progress.stage in ("pretraining", "training"):
        words += f", epoch {progress.epoch + 1} of {progress.epochs}"
        if progress.seconds_left is not None:
            words += f", {_time(progress.seconds_left)} left"
        if progress.curve:
            last = progress.curve[-1]
            words += f"; bits per note {last.training:.3f}, in validation {last.validation:.3f}"
    return words


def _time(seconds: float) -> str:
    minutes, hours = round(seconds / 60), round(seconds / 3600)
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 100 else f"{hours} h"


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
                "curve": [asdict(epoch) for epoch in progress.curve],
            }
        )
        return
    for reason, count in progress.left_out:
        tell(f"{count} songs left out: {reason}")
    figures = f"{progress.best:.3f} bits per note in validation"
    if progress.test is not None:
        figures += f", {progress.test:.3f} in the test"
    for line in lines_from_curve(progress.curve):
        tell(line)
    if not out.exists():
        print("The first worker has written the model.")
        return
    print(f"{out}: learnt from {progress.songs} songs; {figures}")


COMMAND = Command("train", "train a model on a folder of songs", _describe, _run)
