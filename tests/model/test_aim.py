"""Cursors of both families that have to be somewhere before the end."""

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.family import Frame, Model
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import MeterMap
from tests.model.tunes import tiny_model, tiny_note_model

MODELS = tiny_note_model(), tiny_model()
FRAME = Frame(MeterMap(), "major", 8 * QUARTER, "tonic")
both = pytest.mark.parametrize("model", MODELS, ids=["note", "grid"])


@settings(max_examples=80)
@given(
    st.sampled_from(MODELS),
    st.lists(st.tuples(st.integers(1, 960), st.booleans()), min_size=1, max_size=6),
    st.randoms(),
)
def test_something_begins_at_each_aim_and_what_is_whole_lasts_until_there(
    model: Model, steps: list[tuple[int, bool]], random: Random
) -> None:
    cursor = model.cursor(Melody(), FRAME)
    while cursor.decision < 0:
        cursor.choose(int(np.argmax(cursor.logits())))
    aims = [cursor.tick + sum(step for step, _ in steps[: n + 1]) for n in range(len(steps))]
    begins = [cursor.tick]
    for aim, (_, whole) in zip(aims, steps, strict=True):
        if aim > FRAME.end:
            break
        cursor.aim(aim, whole=whole)
        began = cursor.tick
        while cursor.tick < aim:
            fitting = cursor.fitting()
            assert fitting.any()
            both = fitting & np.isfinite(cursor.logits())
            open_ones = np.flatnonzero(both if both.any() else fitting)
            note = cursor.choose(int(random.choice(open_ones)))
            assert note is None or note.end <= aim
            begins.append(cursor.tick)
        assert cursor.tick == aim
        if whole and model is MODELS[0]:
            assert begins[-2:] == [began, aim]


@both
def test_an_aim_that_is_the_end_changes_nothing(model: Model) -> None:
    def tune(aims: bool) -> list[Note]:
        cursor, notes = model.cursor(Melody(), FRAME), []
        if aims:
            cursor.aim(FRAME.end)
        while not cursor.is_done:
            note = cursor.choose(int(np.argmax(cursor.logits())))
            notes += [note] if note else []
        return notes

    assert tune(True) == tune(False)


@both
def test_awaited_pitches_lie_within_the_compass(model: Model) -> None:
    awaited = Frame(MeterMap(), "major", 8 * QUARTER, "tonic", awaited=frozenset({50, 80}))
    cursor = model.cursor(Melody(), awaited)
    while cursor.decision < 0:
        cursor.choose(int(np.argmax(cursor.logits())))
    choices = cursor.choices()
    if choices.durations is not None:
        cursor.choose(0)
        choices = cursor.choices()
    allowed = set(choices.pitches[np.isfinite(cursor.logits())].tolist())
    assert {50, 80} <= allowed
