"""Time to draw one symbol: the carried state against Keras on a window of 64 symbols."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.model.bundle import open_model
from core.model.grid.model import GridModel
from core.model.library import CLASSIC_MODEL
from core.music.melody import SIXTEENTH
from core.music.song import Song
from tests.bench.row import Row

_WINDOW = 64
_BARS = 32


def rows() -> list[Row]:
    """Empty where TensorFlow is not installed: there is then nothing to compare with."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        import keras  # type: ignore[import-untyped]
    except ImportError:
        return []
    model = open_model(CLASSIC_MODEL)
    assert isinstance(model, GridModel)
    drawn = _milliseconds(lambda: _compose(model), 10) / (_BARS * 16)
    state = model.network.start(16)
    symbols = np.arange(16)
    batch = _milliseconds(lambda: model.network.logits(model.network.hear(symbols, state)), 500)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "model.keras"
        copy.write_bytes(CLASSIC_MODEL.read_bytes())
        network = keras.saving.load_model(copy)
    window = np.eye(len(model.vocabulary), dtype=np.float32)[np.arange(_WINDOW) % 3][None]
    predicted = _milliseconds(lambda: network.predict(window, verbose=0), 20)
    baseline = f"Keras predict on {_WINDOW} symbols, {predicted:.0f} ms"
    return [
        Row("one symbol drawn, all included", drawn, "ms", baseline, predicted / drawn),
        Row("one step of 16 takes at once", batch, "ms", "16 single symbols", 16 * drawn / batch),
    ]


def _compose(model: GridModel) -> None:
    song = continue_song(model, Song(), Controls(bars=_BARS))
    assert song.song(song).melody.end == _BARS * 16 * SIXTEENTH


def _milliseconds(act: Callable[[], object], times: int) -> float:
    """The middle one of several runs, after one that warms up."""
    act()
    taken = []
    for _ in range(times):
        before = perf_counter()
        act()
        taken.append(perf_counter() - before)
    return float(np.median(taken)) * 1000
