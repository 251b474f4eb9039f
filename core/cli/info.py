"""`info`: the card of a model, or of those in the box."""

from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path

from core.cli.command import Command, Options, add_json, print_json
from core.cli.model import add_mapping, opened
from core.errors import UserError
from core.model.card import Card


def _describe(parser: ArgumentParser) -> None:
    parser.add_argument(
        "model", type=Path, nargs="?", metavar="MODEL", help="a trained model (default: all here)"
    )
    add_mapping(parser)
    add_json(parser)


def _run(options: Options) -> None:
    if options.model is None:
        _show_box(options)
        return
    card = opened(options.model, options.mapping).card
    if options.json:
        print_json(_entry(options.model, card))
    else:
        _print(card)


def _show_box(options: Options) -> None:
    from core.model.bundle import read_card
    from core.model.library import bundled_models

    if options.mapping is not None:
        raise UserError("A mapping belongs to a model; name the MODEL too.")
    cards = [(path, card) for path in bundled_models() if (card := read_card(path)) is not None]
    if options.json:
        print_json({"models": [_entry(path, card) for path, card in cards]})
        return
    for path, card in cards:
        print(f"File: {path}")
        _print(card)
        print()


def _entry(path: Path, card: Card) -> dict[str, object]:
    return {"file": str(path), **asdict(card)}


def _print(card: Card) -> None:
    for name, value in asdict(card).items():
        if value not in ("", None):
            print(f"{name.replace('_', ' ').capitalize()}: {value}")


COMMAND = Command("info", "what a model says of itself", _describe, _run)
