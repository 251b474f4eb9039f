"""An unexpected error of the program, as it is kept and told."""

import traceback
from dataclasses import dataclass
from pathlib import Path

_LONGEST_WHAT = 300
_LONGEST_TRACE = 20_000


@dataclass(frozen=True, slots=True)
class Defect:
    """`what` is said of it in a line, `where` is the part of the program, such as 'window'.

    `mark` is the same for each time that the same place of the code fails in the same way,
    whatever the error says.
    """

    what: str
    where: str
    trace: str
    mark: str


def defect_from_error(error: BaseException, where: str) -> Defect:
    """Never raises, whatever the error does when it is asked what it says."""
    what = " ".join(traceback.format_exception_only(error)[-1].split())
    lines = [
        f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    return Defect(
        discreet(what[:_LONGEST_WHAT]),
        where,
        discreet(_shortened("".join(traceback.format_exception(error)))),
        " ".join((type(error).__name__, *lines[:1], *lines[-1:])),
    )


def discreet(text: str) -> str:
    """`text` with ~ for the user's own folder, whose name is often that of the user."""
    try:
        home = Path.home()
        for name in {str(home), str(home.resolve())}:
            if len(name) > 1:
                text = text.replace(name, "~")
    except (OSError, RuntimeError):  # who has no home has no name there
        pass
    return text


def _shortened(trace: str) -> str:
    if len(trace) <= _LONGEST_TRACE:
        return trace
    half = _LONGEST_TRACE // 2
    return f"{trace[:half]}\n…\n{trace[-half:]}"
