"""The key Exec of a desktop file: a command line as the Desktop Entry Specification 1.5 has it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from core.errors import UserError

_RESERVED = frozenset(" \t\n\"'\\><~|&;$*?#()`")
"""An argument with one of these must be quoted, as a whole."""

_ESCAPED_IN_QUOTES = '"`$\\'
_ESCAPED_IN_VALUES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_MAIN = Path(__file__).parents[2] / "main.py"


def own_command() -> list[str]:
    """What starts this very installation, whatever folder the caller is in."""
    if getattr(sys, "frozen", False):  # a packaged program is one file
        return [sys.executable]
    return [sys.executable, str(_MAIN)]


def exec_from_command(command: Sequence[str]) -> str:
    """The value of Exec that calls `command` with a file behind it, if one is to be opened.

    UserError for a command that no desktop file can hold.
    """
    program = command[0]
    if "=" in program:
        raise UserError(
            "No desktop can start '{program}', as there is an equals sign in its path; move the "
            "program to another folder.",
            program=program,
        )
    return value_from_text(" ".join([*map(_argument, command), "%f"]))


def value_from_text(text: str) -> str:
    """`text` as the value of a key, in which the ends of lines, for one, are escaped.

    UserError for text that UTF-8 cannot hold, as the names of odd files are, or no value may.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UserError(
            "The program lies in a folder whose name is no proper text, and no desktop could "
            "find it there; move it to another folder."
        ) from error
    return "".join(_ESCAPED_IN_VALUES.get(sign, sign) for sign in text)


def _argument(text: str) -> str:
    """Quoted where it has to be; a percent sign would else begin a field code."""
    text = text.replace("%", "%%")
    if text and not _RESERVED & set(text):
        return text
    return '"' + "".join(f"\\{sign}" if sign in _ESCAPED_IN_QUOTES else sign for sign in text) + '"'
