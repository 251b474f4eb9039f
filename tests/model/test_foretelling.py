"""A cursor computes the same, to the last bit, alone and beside any others."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.model.bundle import open_model
from core.model.family import Cursor, Frame, Model
from core.model.library import CLASSIC_MODEL, DEFAULT_MODEL, bundled_models
from core.model.network import product
from core.model.note.model import NoteModel
from core.music.melody import QUARTER, Melody
from core.music.meter import Meter, MeterMap
from tests.model.tunes import NOTE_WORDS, TUNES, tiny_model, tiny_note_model

BATCHES = range(1, 17)
FRAME = Frame(MeterMap(), "major", 3 * 4 * QUARTER)
FRAMES = (
    FRAME,
    replace(FRAME, ending="tonic"),
    replace(FRAME, mode="minor", ending="open", low=57, high=69, phrase_ends=(2880, 5760)),
    Frame(
        *(MeterMap.constant(Meter(3, 4), QUARTER), "minor", 10 * QUARTER),
        phrase_ends=(5 * QUARTER, 10 * QUARTER),
    ),
)
SEEDS = (Melody(), *(tune.until(4 * QUARTER) for tune in TUNES))


def begun(model: Model) -> list[Cursor]:
    """Sixteen cursors at the beginning of tunes that differ in seed and frame."""
    return [model.cursor(SEEDS[n % 4], FRAMES[n // 4]) for n in range(16)]


def drawn(cursor: Cursor, luck: np.random.Generator) -> int:
    """A symbol that is allowed, any of them as likely as another."""
    return int(luck.choice(np.flatnonzero(np.isfinite(cursor.logits()))))


@pytest.mark.parametrize("inputs", [1, 8, 12, 256, 512])
@pytest.mark.parametrize("outputs", [1, 7, 91, 377, 512, 1024])
def test_a_row_of_a_product_is_rounded_as_if_it_stood_alone(inputs: int, outputs: int) -> None:
    random = np.random.default_rng(inputs + outputs)
    weights = random.standard_normal((inputs, outputs)).astype(np.float32)
    x = random.standard_normal((BATCHES[-1], inputs)).astype(np.float32)
    alone = np.concatenate([product(row[None], weights) for row in x])
    np.testing.assert_allclose(alone, x @ weights, rtol=1e-3, atol=1e-3)
    for batch in BATCHES:
        begin = int(random.integers(BATCHES[-1] - batch + 1))
        rows = slice(begin, begin + batch)
        np.testing.assert_array_equal(product(x[rows], weights), alone[rows])
        np.testing.assert_array_equal(product(x[rows].copy(), weights), alone[rows])


@pytest.mark.parametrize("path", bundled_models(), ids=lambda path: path.stem)
@pytest.mark.parametrize("batch", BATCHES)
def test_the_models_in_the_box_compute_alike_in_every_batch(path: Path, batch: int) -> None:
    model = open_model(path)
    luck = np.random.default_rng(batch)
    cursors = begun(model)
    for cursor in cursors:  # some stand at one kind of decision, some at another
        for _ in range(luck.integers(7)):
            if not cursor.is_done:
                cursor.choose(drawn(cursor, luck))
    alone = [cursor.fork() for cursor in cursors]
    some = [cursors[place] for place in luck.permutation(16)[:batch]]
    model.foretell(some)
    for cursor, other in zip(cursors, alone, strict=True):
        if not cursor.is_done:
            np.testing.assert_array_equal(cursor.logits(), other.logits())


@pytest.mark.parametrize(
    "model",
    [
        pytest.param(open_model(DEFAULT_MODEL), id="german"),
        pytest.param(open_model(CLASSIC_MODEL), id="classic"),
        pytest.param(tiny_model(), id="tiny grid"),
        pytest.param(tiny_note_model(), id="tiny note"),
        pytest.param(tiny_note_model(replace(NOTE_WORDS, phrases=True)), id="tiny with phrases"),
    ],
)
def test_whole_tunes_are_the_same_alone_and_in_company_that_changes(model: Model) -> None:
    company = np.random.default_rng(1)
    together, alone = begun(model), begun(model)
    lucks = [[np.random.default_rng(seed) for seed in range(16)] for _ in range(2)]
    while waiting := [n for n in range(16) if not together[n].is_done]:
        some = company.permutation(waiting)[: company.integers(1, 17)]
        model.foretell([together[n] for n in some])
        for n in some:
            assert together[n].decision == alone[n].decision
            np.testing.assert_array_equal(together[n].logits(), alone[n].logits())
            here, there = (
                cursors[n].choose(drawn(cursors[n], luck[n]))
                for cursors, luck in zip((together, alone), lucks, strict=True)
            )
            assert here == there
    assert all(cursor.is_done for cursor in alone)


@pytest.mark.parametrize("model", [tiny_model(), tiny_note_model()], ids=["grid", "note"])
def test_what_need_not_be_foretold_is_left_alone(model: Model) -> None:
    other = tiny_model(1) if isinstance(model, NoteModel) else tiny_note_model()
    strange, own = other.cursor(Melody(), FRAME), model.cursor(TUNES[0], FRAME)
    done = model.cursor(Melody(), replace(FRAME, end=60))
    luck = np.random.default_rng(2)
    while not done.is_done:
        done.choose(drawn(done, luck))
    before = own.fork().logits()
    model.foretell([])
    model.foretell([own, strange, done, own])
    np.testing.assert_array_equal(own.logits(), before)
    np.testing.assert_array_equal(strange.logits(), other.cursor(Melody(), FRAME).logits())


@pytest.mark.parametrize("model", [tiny_model(), tiny_note_model()], ids=["grid", "note"])
def test_a_fork_of_a_cursor_that_was_foretold_goes_its_own_way(model: Model) -> None:
    seed = TUNES[0].until(4 * QUARTER)
    cursor, twin = model.cursor(seed, FRAME), model.cursor(seed, FRAME)
    luck = np.random.default_rng(3)
    taken: list[int] = []
    while not cursor.is_done:
        model.foretell([cursor])
        kept = cursor.logits()
        twin = cursor.fork()
        other = drawn(twin, luck)
        twin.choose(other)
        model.foretell([twin])
        np.testing.assert_array_equal(cursor.logits(), kept)
        afresh = model.cursor(seed, FRAME)
        for symbol in (*taken, other):
            afresh.choose(symbol)  # nothing is asked before the last decision
        if not twin.is_done:
            np.testing.assert_array_equal(twin.logits(), afresh.logits())
        taken.append(drawn(cursor, luck))
        cursor.choose(taken[-1])
    assert len(taken) > 6


@pytest.mark.parametrize("model", [tiny_model(), tiny_note_model()], ids=["grid", "note"])
def test_a_seed_that_was_heard_before_is_heard_the_same(model: Model) -> None:
    """In a tune of another range and length, too; more seeds than are remembered."""
    afresh = tiny_note_model() if isinstance(model, NoteModel) else tiny_model()
    luck = np.random.default_rng(4)
    for seed in [tune.until(ticks) for ticks in (480, 960, 1920, 2400) for tune in TUNES] * 2:
        for frame in FRAMES[:3]:
            known, new = model.cursor(seed, frame), afresh.cursor(seed, frame)
            for _ in range(4):
                np.testing.assert_array_equal(known.logits(), new.logits())
                symbol = drawn(known, luck)
                known.choose(symbol)
                new.choose(symbol)
        afresh = tiny_note_model() if isinstance(model, NoteModel) else tiny_model()
