"""`info`: the card of a model."""

from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path

from core.cli.command import Command, Options, add_json, print_json


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL", help="a trained model")
    add_json(parser)


def _run(options: Options) -> None:
    from core.model.bundle import open_model

    card = asdict(open_model(options.model).card)
    if options.json:
        print_json({"file": str(options.model), **card})
        return
    for name, value in card.items():
        if value not in ("", None):
            print(f"{name.replace('_', ' ').capitalize()}: {value}")


COMMAND = Command("info", "what a model says of itself", _describe, _run)
