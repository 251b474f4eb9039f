"""How long the main thread of the window is busy at a time, while long work is done, and how much
longer than alone the work takes beside it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable

from tests.bench.row import Row

BARS = 256
SEED = "c4 d4 e4/2"
PASTED = 10_000
MANY = "c4/16 d4 e4 f#4 " * (PASTED // 4)


def rows() -> list[Row]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "STATE", "CACHE")})
        return _measured()


def _measured() -> list[Row]:
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from core.compose.continuation import continue_song
    from core.compose.controls import Controls
    from core.model.bundle import open_model
    from core.model.library import DEFAULT_MODEL
    from core.music.song import Song
    from core.music.text import parse
    from core.settings import Settings
    from gui.studio import Studio
    from gui.window import Window
    from tests.gui.fakes import FakePlayer, FakeUser
    from tests.gui.heartbeat import Heartbeat

    app = QApplication.instance() or QApplication(sys.argv[:1])

    def wait(is_over: Callable[[], bool]) -> None:
        # Not QTest.qWait: it keeps the interpreter's lock, and threads wait with it.
        while not is_over():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    studio = Studio(Settings(seed=SEED), Window(), FakePlayer, FakeUser())
    studio.window.show()
    studio.start()
    wait(lambda: studio.models.model is not None and not studio.models.is_opening)
    controls = Controls(bars=BARS)
    studio.document.set_controls(controls)
    studio.window.generate.lock.setChecked(True)

    def make() -> float:
        begun = time.perf_counter()
        studio.generate()
        wait(lambda: not studio.generation.is_running)
        return time.perf_counter() - begun

    made_seconds = make()
    making = Heartbeat()  # which takes time itself
    make()
    made = making.longest_seconds
    model, seed = open_model(DEFAULT_MODEL), Song(parse(SEED).melody)
    begun = time.perf_counter()
    notes = list(continue_song(model, seed, controls))
    alone_seconds = time.perf_counter() - begun
    assert studio.document.song.melody.notes[-1] == notes[-1]
    pasting = Heartbeat()
    studio.window.seed.field.setPlainText(MANY)
    wait(lambda: len(studio.document.song.seed) == PASTED)
    QTimer.singleShot(200, lambda: app.exit(0))
    app.exec()
    pasted = pasting.longest_seconds
    begun = time.perf_counter()
    parse(MANY)
    parsed = time.perf_counter() - begun
    studio.close()
    app.processEvents()
    return [
        _row(f"main thread busy at most, {BARS} bars made", made, "the tune alone", alone_seconds),
        _row(f"{BARS} bars made in the window", made_seconds, "the tune alone", alone_seconds),
        _row("main thread busy at most, 10,000 notes pasted", pasted, "their parse alone", parsed),
    ]


def _row(name: str, seconds: float, baseline: str, baseline_seconds: float) -> Row:
    what = f"{baseline}: {1000 * baseline_seconds:.0f} ms"
    return Row(name, 1000 * seconds, "ms", what, baseline_seconds / seconds)
