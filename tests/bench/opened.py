"""A window without a screen, as benchmarks need it: settings of its own, its model open."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.playing.player import Sounding
    from gui.studio import Studio


@contextmanager
def opened_studio(
    seed: str, make_player: "Callable[[], Sounding] | None" = None
) -> "Iterator[Studio]":
    """A studio at 1280 by 800 pixels whose seed is `seed`; it is closed afterwards.

    Without `make_player` it makes no sound.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "STATE", "CACHE")})
        from PySide6.QtWidgets import QApplication

        from core.settings import Settings
        from gui.studio import Studio
        from gui.window import Window
        from tests.gui.fakes import FakePlayer, FakeUser

        app = QApplication.instance() or QApplication(sys.argv[:1])
        studio = Studio(Settings(seed=seed), Window(), make_player or FakePlayer, FakeUser())
        studio.window.resize(1280, 800)
        studio.window.show()
        studio.start()
        wait(lambda: studio.models.model is not None and not studio.models.is_opening)
        yield studio
        studio.close()
        app.processEvents()


def wait(is_over: Callable[[], bool]) -> None:
    """Lets the window live until `is_over`.

    Not QTest.qWait: it keeps the interpreter's lock, and threads wait with it.
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop

    while not is_over():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def rest(milliseconds: int) -> None:
    """Lets the window live for so long."""
    from PySide6.QtCore import QCoreApplication, QTimer

    QTimer.singleShot(milliseconds, lambda: QCoreApplication.exit(0))
    QCoreApplication.exec()


def worked_ms(act: Callable[[], object]) -> float:
    """The main thread's own time, in milliseconds, until the window shows what has been done."""
    from PySide6.QtCore import QCoreApplication

    begun = time.thread_time()
    act()
    QCoreApplication.processEvents()
    return 1000 * (time.thread_time() - begun)
