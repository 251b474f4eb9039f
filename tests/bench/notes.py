"""Time to compose with the note family: takes, and one step of the network, against Keras.

A step is what one note or rest needs of the network: to hear the one before, the logits of
durations, the logits of pitches.
"""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import numpy as np

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.measures import Take
from core.compose.take import Takes
from core.model.bundle import open_model
from core.model.library import DEFAULT_MODEL
from core.model.note.dataset import Lesson, lesson_from_song
from core.model.note.model import NoteModel
from core.model.note.network import NoteNetwork
from core.music.song import Song
from tests.bench.row import Row

_TAKES = 16
_RUNS = 7


def rows() -> list[Row]:
    model = open_model(DEFAULT_MODEL)
    assert isinstance(model, NoteModel)
    songs: list[Song] = []
    single = [
        _milliseconds(lambda seed=seed: songs.append(_take(model, seed)))  # type: ignore[misc]
        for seed in range(1, _TAKES + 1)
    ]
    each = f"{_TAKES} takes one by one, {sum(single):.0f} ms"
    together = _milliseconds(lambda: _takes(model))
    lesson = lesson_from_song(songs[0], model.vocabulary)
    count = len(lesson.durations)
    step = _milliseconds(lambda: _step(model.network, lesson)) / count
    floor, gigabytes = _floor(model.network)
    rows = [
        Row(
            f"{_TAKES} takes of 8 bars drawn together", together, "ms", each, sum(single) / together
        ),
        Row(
            *("one step, note family", step, "ms"),
            f"its weights read from the cache at {gigabytes:.0f} GB/s, {floor:.3f} ms",
            floor / step,
        ),
    ]
    keras = _keras(model, lesson)
    if keras is None:
        return rows
    predict, compiled = keras
    decisions = 2 * float(np.median([len(song.melody) for song in songs]))
    take = float(np.median(single))
    return [
        Row(
            *("8-bar take, note family", take, "ms"),
            f"Keras predict for each of its {decisions:.0f} decisions, {predict:.0f} ms",
            decisions * predict / take,
        ),
        *rows,
        Row(
            *("one step, note family", step, "ms"),
            f"Keras predict for each of its 2 decisions, {predict:.0f} ms",
            2 * predict / step,
        ),
        Row(
            *("one step, note family", step, "ms"),
            f"a compiled tf.function with carried state, one call for both decisions, "
            f"{compiled:.3f} ms",
            compiled / step,
        ),
    ]


def _take(model: NoteModel, random_seed: int) -> Song:
    continuation = continue_song(model, Song(), Controls(random_seed=random_seed))
    return continuation.song(continuation)


def _takes(model: NoteModel) -> None:
    takes = Takes(continue_song(model, Song(), Controls(takes=_TAKES)))
    assert sum(isinstance(step, Take) for step in takes) == _TAKES


def _step(network: NoteNetwork, lesson: Lesson) -> None:
    """Every step of a tune."""
    state = network.start()
    for place, duration in enumerate(lesson.durations):
        one = slice(place, place + 1)
        state = network.hear(lesson.codes[one], state)
        network.duration_logits(state, lesson.landings[one])
        network.pitch_logits(state, np.array([duration]), lesson.landings[one, duration])


def _floor(network: NoteNetwork) -> tuple[float, float]:
    """The milliseconds that it takes to read the weights of a step, and the gigabytes a second.

    Read as fast as BLAS multiplies two arrays as large as they, of which this is the floor.
    """
    layers = (
        *(network.gates, network.hidden, network.duration_head.out),
        *(network.pitch_head.out, network.compass_head),
    )
    size = sum(layer.weights.size for layer in layers) // 2
    one, other = np.ones(size, np.float32), np.ones(size, np.float32)
    milliseconds = _milliseconds(lambda: one @ other, 101)
    return milliseconds, 8 * size / milliseconds / 1e6


def _keras(model: NoteModel, lesson: Lesson) -> tuple[float, float] | None:
    """Milliseconds of `predict` on a whole tune, and of a compiled step; None without Keras."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    try:
        import keras  # type: ignore[import-untyped]
    except ImportError:
        return None
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "model.keras"
        copy.write_bytes(DEFAULT_MODEL.read_bytes())
        network = keras.saving.load_model(copy)
    codes = lesson.codes[:, : network.inputs[0].shape[-1]].astype(np.int32)
    told = [codes[None], lesson.durations[None].astype(np.int32), lesson.landings[None]]
    predict = _milliseconds(lambda: network.predict(told, verbose=0))
    step = _compiled(model, network)

    def tune() -> None:
        units = network.get_layer("lstm").units
        hidden = memory = np.zeros((1, units), np.float32)
        for place, duration in enumerate(lesson.durations):
            one = slice(place, place + 1)
            landings = lesson.landings[None, one].astype(np.int32)
            made = step(
                codes[None, one], np.array([[duration]], np.int32), landings, hidden, memory
            )
            *logits, hidden, memory = made
            assert all(row.numpy().shape[-1] for row in logits)

    return predict, _milliseconds(tune) / len(lesson.durations)


def _compiled(model: NoteModel, network: Any) -> Callable[..., tuple[Any, ...]]:
    """One step as TensorFlow compiles it, with the weights of `network`."""
    import tensorflow as tf  # type: ignore[import-untyped]

    from core.model.note.graph import NoteGraph, Sizes

    graph = NoteGraph(model.vocabulary, Sizes())
    graph.layers = {name: network.get_layer(name) for name in graph.layers}
    cell = network.get_layer("lstm").cell

    @tf.function(jit_compile=False)  # type: ignore[untyped-decorator]
    def step(codes: Any, durations: Any, landings: Any, hidden: Any, memory: Any) -> Any:
        states: list[Any] = []

        def recur(x: Any) -> Any:
            out, after = cell(x[:, 0], [hidden, memory])
            states.extend(after)
            return out[:, None]

        logits = graph.logits(codes, durations, landings, recur=recur)
        return (*logits, *states)

    compiled: Callable[..., tuple[Any, ...]] = step
    return compiled


def _milliseconds(act: Callable[[], object], runs: int = _RUNS) -> float:
    """The middle one of several runs, after one that warms up."""
    act()
    times = []
    for _ in range(runs):
        before = perf_counter()
        act()
        times.append(1000 * (perf_counter() - before))
    return float(np.median(times))
