"""Cantilena: without arguments, or with a file to open, the window; `main.py COMMAND …`: the same
work without a screen.

Processes that the program starts import this file, so it imports next to nothing by itself.
"""

import io
import sys


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
        from core.crash import sentence_from_defect

        print(sentence_from_defect(error), file=sys.stderr)
        return 2


def _run(arguments: list[str]) -> int:
    if arguments and not _names_a_file(arguments):
        from core import cli

        return cli.run(arguments)
    from gui import app

    return app.run(arguments)


def _names_a_file(arguments: list[str]) -> bool:
    """Whether the program was called to open a file, as by a double click on it."""
    from pathlib import Path

    return len(arguments) == 1 and arguments[0][:1] != "-" and bool(Path(arguments[0]).suffix)


if __name__ == "__main__":
    sys.exit(main())
