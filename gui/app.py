"""The window's program: makes the parts, puts them together, and runs them."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserError
from gui.display import check_display

if TYPE_CHECKING:
    from core.sound.player import Player
    from gui.crash.door import Door

_SIGNALLED = 128
_ATTENTION_MS = 200


def run(arguments: Sequence[str]) -> int:
    """Opens the window, with the files that `arguments` name, and returns the exit code.

    2, with one sentence on stderr, where no window can be opened; 130 after Ctrl-C and 143 where
    it was asked to end (SIGTERM), as shells have it.
    """
    try:
        check_display()
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    # Until there is a window nothing can be lost, and Qt would make a traceback of an interrupt.
    _answer_signals(lambda number: os._exit(_SIGNALLED + number))
    from core.crash import fatal

    fatal.watch()
    try:
        return _run([Path(argument).absolute() for argument in arguments])
    finally:
        fatal.release()


def _make_player() -> "Player":
    from core.sound.player import Player  # what it needs is worth an eighth of the start

    return Player()


def settle() -> None:
    """Called when the first picture is on the screen. What is here now stays: no search for
    garbage, which stops everything, need look through it.
    """
    gc.freeze()
    gc.enable()


def _run(files: Sequence[Path]) -> int:
    gc.disable()  # nearly all that is made until the first picture stays
    from core.memory import load_settings

    settings, complaint = load_settings()
    # Qt only now. It takes a tenth of a second, which a mistake should not cost, and once it is
    # there, PySide6 reads the source of every module that is loaded.
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from gui.files.dialogs import Dialogs
    from gui.language import speak, tr
    from gui.look.style import apply_theme
    from gui.studio import Studio
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
    window.painted.connect(lambda: studio.start(files))

    @cache
    def door() -> "Door":
        from gui.crash.door import Door  # which most starts need after the first picture only

        sys.excepthook = sys.__excepthook__
        return Door(studio)

    sys.excepthook = lambda *error: door() and sys.excepthook(*error)
    window.painted.connect(lambda: door().look_back())
    code = 0

    def interrupt(number: int) -> None:
        nonlocal code
        code = _SIGNALLED + number
        QTimer.singleShot(0, studio.close)  # and not between any two steps of what is done now

    _answer_signals(interrupt)
    attention = QTimer()  # Python hears of a signal only when it has something to do
    attention.timeout.connect(lambda: None)
    attention.start(_ATTENTION_MS)
    window.show()
    failed = app.exec()
    door().close()
    return failed or code


def _answer_signals(answer: Callable[[int], object]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: answer(number))
