"""How long a turned knob takes to show: from its new value to the drawn roll."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import quantiles

from tests.bench.row import Row

BARS, FRAMES, PAUSE_MS = 16, 100, 30
SEED = "c4 d4 e4/2"


def rows() -> list[Row]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "STATE", "CACHE")})
        return _measured()


def _measured() -> list[Row]:
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    from core.compose.continuation import continue_song
    from core.model.bundle import open_model
    from core.model.library import DEFAULT_MODEL
    from core.music.song import Song
    from core.music.text import parse
    from core.settings import Settings
    from gui.roll.canvas import Canvas
    from gui.studio import Studio
    from gui.window import Window
    from tests.gui.fakes import FakePlayer, FakeUser

    app = QApplication.instance() or QApplication(sys.argv[:1])

    def wait(is_over: Callable[[], bool]) -> None:
        # Not QTest.qWait: it keeps the interpreter's lock, and threads wait with it.
        while not is_over():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    class Eye(QObject):
        """Notes which song each painting of the roll shows."""

        seen: Song | None = None

        def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                self.seen = studio.window.roll.scene.song
            return False

    studio = Studio(Settings(seed=SEED), Window(), FakePlayer, FakeUser())
    studio.window.resize(1280, 800)
    studio.window.show()
    studio.start()
    wait(lambda: studio.models.model is not None and not studio.models.is_opening)
    studio.document.set_controls(replace(studio.document.controls, bars=BARS))
    studio.generate()
    wait(lambda: studio.document.asked is not None)
    eye = Eye()
    canvas = studio.window.roll.findChild(Canvas)
    assert canvas is not None
    canvas.installEventFilter(eye)
    model, seed = open_model(DEFAULT_MODEL), Song(parse(SEED).melody)
    drawn, alone = [], []
    for frame in range(FRAMES):
        QTimer.singleShot(PAUSE_MS, lambda: app.exit(0))
        app.exec()
        before = studio.document.song
        controls = replace(studio.document.controls, temperature=0.5 + frame / FRAMES)
        begun = time.perf_counter()
        studio.document.set_controls(controls)
        wait(lambda: studio.document.asked == studio.document.controls)
        if studio.document.song != before:
            wait(lambda: eye.seen is studio.document.song)
            drawn.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        list(continue_song(model, seed, controls))
        alone.append(time.perf_counter() - begun)
    studio.close()
    app.processEvents()
    return [
        _row(f"slider to drawn roll, {BARS} bars, {part}", drawn, alone, place)
        for part, place in (("p50", 49), ("p95", 94))
    ]


def _row(name: str, drawn: list[float], alone: list[float], place: int) -> Row:
    value, baseline = (quantiles(seconds, n=100)[place] for seconds in (drawn, alone))
    what = f"the tune alone: {1000 * baseline:.1f} ms"
    return Row(name, 1000 * value, "ms", what, baseline / value)
