"""The window's program: makes the parts, puts them together, and runs them."""

import gc
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from gui.display import check_display

if TYPE_CHECKING:
    from core.sound.player import Player


def run(arguments: Sequence[str]) -> int:
    """Opens the window, with the file that `arguments` names, and returns the exit code.

    2, with one sentence on stderr, where no window can be opened.
    """
    try:
        file = _file_from_arguments(arguments)
        check_display()
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    return _run(file)


def _file_from_arguments(arguments: Sequence[str]) -> Path | None:
    if len(arguments) > 1:
        raise UserError(
            "One file can be opened at a time, not {number}; see --help.", number=len(arguments)
        )
    return Path(arguments[0]).absolute() if arguments else None


def _make_player() -> "Player":
    from core.sound.player import Player  # what it needs is worth an eighth of the start

    return Player()


def settle() -> None:
    """Called when the first picture is on the screen. What is here now stays: no search for
    garbage, which stops everything, need look through it.
    """
    gc.freeze()
    gc.enable()


def _run(file: Path | None) -> int:
    gc.disable()  # nearly all that is made until the first picture stays
    from core.crash import sentence_from_defect
    from core.settings import load_settings

    settings, complaint = load_settings()
    # Qt only now. It takes a tenth of a second, which a mistake should not cost, and once it is
    # there, PySide6 reads the source of every module that is loaded.
    from PySide6.QtWidgets import QApplication

    from gui.dialogs import Dialogs
    from gui.language import speak, tr
    from gui.studio import Studio
    from gui.style import apply_theme
    from gui.window import Window

    # Asked for in this way the style costs nothing; setStyle would bring all its names to Python.
    app = QApplication(["cantilena", "-style", "fusion"])
    app.setApplicationName("cantilena")
    app.setApplicationDisplayName("Cantilena")
    app.setDesktopFileName("cantilena")
    app.setQuitOnLastWindowClosed(False)
    speak(settings.language)
    apply_theme(app)
    window = Window()
    studio = Studio(settings, window, _make_player, Dialogs(window))
    if complaint:
        studio.tell(tr(complaint))
    studio.closed.connect(lambda: app.exit(0))  # quit would wait for an open dialog
    window.painted.connect(settle)
    window.painted.connect(lambda: studio.start(file))
    sys.excepthook = lambda _kind, error, _trace: studio.tell(tr(sentence_from_defect(error)))
    interrupted = False

    def interrupt(*_: object) -> None:
        nonlocal interrupted
        interrupted = True
        studio.close()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    window.show()
    app.exec()
    return 130 if interrupted else 0
