"""`info`: the card of a model."""

from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path

from core.cli.command import Command, Options, add_json, print_json
from core.cli.model import add_mapping, opened


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL", help="a trained model")
    add_mapping(parser)
    add_json(parser)


def _run(options: Options) -> None:
    card = asdict(opened(options.model, options.mapping).card)
    if options.json:
        print_json({"file": str(options.model), **card})
        return
    for name, value in card.items():
        if value not in ("", None):
            print(f"{name.replace('_', ' ').capitalize()}: {value}")


COMMAND = Command("info", "what a model says of itself", _describe, _run)
