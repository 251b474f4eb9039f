"""Bytes of a text file from anywhere -> text."""

import re
from pathlib import Path

from core.disk import read_file
from core.errors import UserError
from core.words import Words

_ONLY_IN_DOS = re.compile(rb"[\x80-\x9f]")


class TextError(UserError):
    """What is wrong with a text, and in which line (from 1)."""

    def __init__(self, line: int, sentence: Words) -> None:
        super().__init__(Words("Line {line}: {sentence}", line=line, sentence=sentence))
        self.args = line, sentence
        self.line = line
        self.sentence = sentence


def refusal(path: Path, reason: Words) -> UserError:
    """That `path` cannot be opened; `reason` is a sentence that may name the file itself."""
    if str(path) in reason:
        return UserError(reason)
    return UserError("'{path}' cannot be opened: {reason}", path=path, reason=reason)


def text_from_file(path: Path, limit: int) -> str:
    """The text of a file of at most `limit` bytes. UserError for what cannot be read."""
    return text_from_bytes(read_file(path, limit))


def text_from_bytes(data: bytes) -> str:
    """UTF-8; else, since older files are often from DOS, code page 437 or Latin-1."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Latin-1 has only control characters where code page 437 has its umlauts.
        return data.decode("cp437" if _ONLY_IN_DOS.search(data) else "latin-1")


def lines_of(text: str) -> list[str]:
    """The lines, whatever system ended them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
