"""Cantilena: without arguments, or with files to open, the window; `main.py COMMAND …`: the same
work without a screen.

Processes that the program starts import this file, so it imports next to nothing by itself.
"""

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from core.music.song import Song


def main() -> int:
    """Runs the program; the exit code. The last door: nothing unexpected leaves as a traceback."""
    if getattr(sys, "frozen", False):  # a process that a packaged program starts begins here too
        import multiprocessing

        multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        from core.crash.telling import tell

        sentence = tell(error, "start")
        print(sentence, file=sys.stderr)
        if _opens_window(sys.argv[1:]):
            _show(error)
        return 2


def _run(arguments: list[str]) -> int:
    if _opens_window(arguments):
        from gui import app

        return app.run(arguments)
    from core import cli

    return cli.run(arguments, _draw)


def _show(error: Exception) -> None:
    """Shows what went wrong before there was a window, where something can be shown at all."""
    try:
        from gui.crash.plain import show

        show(error)
    except Exception as other:
        from core.crash.telling import tell

        tell(other, "start")


def _draw(song: "Song", path: "Path") -> None:
    from gui.files.printing import print_score

    print_score(song, path)


def _opens_window(arguments: list[str]) -> bool:
    """Whether the program was called with nothing, or to open files, as by a double click on them,
    which gives the whole paths."""
    from pathlib import Path

    if any(argument[:1] == "-" for argument in arguments):
        return False
    paths = map(Path, arguments)
    return all(path.suffix or path.is_absolute() for path in paths)


if __name__ == "__main__":
    sys.exit(main())
