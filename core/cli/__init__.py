"""The command line: every command does, without a screen, what the window does with one."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from core.cli import convert, corpus, evaluate, generate, hear, index, info, play, ports, train
from core.cli.command import Draw, Options, Parser, tell
from core.errors import UserError
from core.music.song import Song
from core.version import VERSION

DONE, FAILED, INTERRUPTED = 0, 2, 130

COMMANDS = {
    module.COMMAND.name: module.COMMAND
    for module in (generate, convert, hear, train, index, evaluate, corpus, info, ports, play)
}


def no_drawing(_song: Song, path: Path) -> None:
    """The Draw of whoever has none."""
    raise UserError(f"'{path}' cannot be drawn here; write SVG instead.")


def run(arguments: Sequence[str], draw: Draw = no_drawing) -> int:
    """Runs the command that `arguments` begin with and returns the exit code: 0 when it is done,
    2 after a sentence on stderr, 130 after Ctrl-C.
    """
    try:
        options = _parser().parse_args(arguments, Options(draw=draw))
        COMMANDS[options.command].run(options)
        if sys.stdout is not None:  # as in a program without a console
            sys.stdout.flush()
    except UserError as error:
        tell(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python's own flush at the exit must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except SystemExit:
        pass  # --help and --version are done
    return DONE


def _parser() -> Parser:
    parser = Parser(
        prog="python main.py",
        description="Goes on with your melody. Without a command the window opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Cantilena {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        purpose = command.purpose
        described = commands.add_parser(
            name, help=purpose, description=f"{purpose.capitalize()}.", allow_abbrev=False
        )
        command.describe(described)
    return parser
