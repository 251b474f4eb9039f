"""Time to compose with the note family: a whole take, against Keras on every event anew."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.model.bundle import open_model
from core.model.library import DEFAULT_MODEL
from core.model.notedataset import lesson_from_song
from core.model.notemodel import NoteModel
from core.music.song import Song
from tests.bench.row import Row

_TAKES = 21


def rows() -> list[Row]:
    """Empty where TensorFlow is not installed: there is then nothing to compare with."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        import keras  # type: ignore[import-untyped]
    except ImportError:
        return []
    model = open_model(DEFAULT_MODEL)
    assert isinstance(model, NoteModel)
    times, events, song = [], [], Song()
    for random_seed in range(_TAKES):
        before = perf_counter()
        continuation = continue_song(model, Song(), Controls(random_seed=random_seed))
        song = continuation.song(continuation)
        times.append(1000 * (perf_counter() - before))
        events.append(len(song.melody))
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "model.keras"
        copy.write_bytes(DEFAULT_MODEL.read_bytes())
        network = keras.saving.load_model(copy)
    lesson = lesson_from_song(song, model.vocabulary)
    told = [
        array.astype(np.int32)[None] for array in (lesson.codes, lesson.durations, lesson.landings)
    ]
    predicted = []
    for _ in range(11):
        before = perf_counter()
        network.predict(told, verbose=0)
        predicted.append(1000 * (perf_counter() - before))
    take, each = float(np.median(times)), float(np.median(predicted))
    count = float(np.median(events))
    baseline = f"Keras predict for each of its {2 * count:.0f} decisions, {each:.0f} ms"
    return [Row("8-bar take, note family", take, "ms", baseline, 2 * count * each / take)]
