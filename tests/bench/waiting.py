"""How long the main thread of the window is busy at a time, while long work is done."""

import os
import sys
import tempfile
import time

from tests.bench.row import Row

BARS = 256
SEED = "c4 d4 e4/2"
MANY = "c4/16 d4 e4 f#4 " * 2500


def rows() -> list[Row]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "STATE", "CACHE")})
        return _measured()


def _measured() -> list[Row]:
    from PySide6.QtTest import QTest
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
    studio = Studio(Settings(seed=SEED), Window(), FakePlayer, FakeUser())
    studio.window.show()
    studio.start()
    controls = Controls(bars=BARS)
    while studio.models.is_opening or studio.models.model is None:
        QTest.qWait(20)
    studio.document.set_controls(controls)
    making = Heartbeat()
    studio.generate()
    while studio.generation.is_running:
        QTest.qWait(20)
    QTest.qWait(100)
    made = making.longest_seconds
    model, seed = open_model(DEFAULT_MODEL), Song(parse(SEED).melody)
    begun = time.perf_counter()
    list(continue_song(model, seed, controls))
    whole = time.perf_counter() - begun
    pasting = Heartbeat()
    studio.window.seed.field.setPlainText(MANY)
    QTest.qWait(1500)
    assert len(studio.document.song.seed) == 10_000
    pasted = pasting.longest_seconds
    begun = time.perf_counter()
    parse(MANY)
    parsed = time.perf_counter() - begun
    studio.close()
    app.processEvents()
    return [
        _row(f"main thread busy at most, {BARS} bars made", made, "the tune in one go", whole),
        _row("main thread busy at most, 10,000 notes pasted", pasted, "their parse alone", parsed),
    ]


def _row(name: str, longest: float, baseline: str, baseline_seconds: float) -> Row:
    """`longest` and the baseline are in seconds."""
    what = f"{baseline}: {1000 * baseline_seconds:.0f} ms"
    return Row(name, 1000 * longest, "ms", what, baseline_seconds / longest)
