"""What a command of the command line is, and what all of them share."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import NoReturn, TypeVar

from core.corpus.task import Task, result_of
from core.errors import UserError
from core.music.song import Song

Options = Namespace

Draw = Callable[[Song, Path], None]
"""Draws the score of a song into a file, as PDF or PNG by its suffix; Qt does, so `core` cannot."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Command:
    """`describe` tells the parser the arguments, `run` does the work with them.

    `run` prints what was asked for to stdout and raises UserError where it cannot be done.
    """

    name: str
    purpose: str
    describe: Callable[[ArgumentParser], None]
    run: Callable[[Options], None]


class Parser(ArgumentParser):
    """A parser whose complaints are UserErrors."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise UserError(f"{sentence}; '{self.prog} --help' shows what is possible.")


def add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def print_json(report: dict[str, object]) -> None:
    print(json.dumps(report, indent=2))


def tell(sentence: str) -> None:
    """One line to stderr, where whoever pipes the results elsewhere still reads it."""
    print(" ".join(sentence.splitlines()), file=sys.stderr)


class Status:
    """A line on the terminal that says how far a long task is; nothing where nobody looks."""

    def __init__(self) -> None:
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> "Status":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.show("")

    def follow(self, task: Task[T], things: str) -> T:
        """What `task` makes; meanwhile it is shown how many `things` are done."""
        return result_of(task, lambda done, count: self.show(f"{done} of {count} {things}"))

    def show(self, text: str) -> None:
        if self._is_seen:
            print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
