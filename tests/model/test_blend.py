from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.errors import UserError
from core.model.blend import blend
from core.model.bundle import open_model
from core.model.family import Frame, Model
from core.model.library import DEFAULT_MODEL
from core.model.note.model import NoteModel
from core.music.key import Key
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.text import melody_from_text
from tests.model.tunes import tiny_model, tiny_note_model

IRISH = DEFAULT_MODEL.with_name("irish.keras")
SEED = melody_from_text("d4 e4 f#4/8 g4 a4/4")
SHARES = (0.0, 0.3, 0.7, 1.0)
TUNES = 8

opened = cache(open_model)


def tunes(model: Model, controls: Controls | None = None) -> list[Melody]:
    song = Song(SEED, key=Key(2), seed_end=SEED.end)
    made = []
    for random_seed in range(TUNES):
        continuation = continue_song(
            model, song, replace(controls or Controls(), random_seed=random_seed)
        )
        made.append(continuation.song(continuation).melody)
    return made


@cache
def mixed(share: float) -> Model:
    return blend(opened(DEFAULT_MODEL), opened(IRISH), share)


def test_at_its_ends_it_is_the_one_and_the_other() -> None:
    first, second = opened(DEFAULT_MODEL), opened(IRISH)
    assert blend(first, second, 0.0) is first
    assert blend(first, second, 1.0) is second


def test_its_tunes_move_from_the_one_to_the_other() -> None:
    eighths = []
    for share in (0.0, 0.5, 1.0):
        notes = [note for melody in tunes(mixed(share)) for note in melody.notes[len(SEED) :]]
        eighths.append(sum(note.duration <= QUARTER // 2 for note in notes) / len(notes))
    german, middle, irish = eighths
    assert german + 0.03 < middle < irish - 0.03


@pytest.mark.parametrize("share", [0.3, 0.7])
def test_every_tune_fills_its_bars_and_keeps_its_wishes(share: float) -> None:
    for melody in tunes(mixed(share), Controls(ending="tonic", lowest=60, highest=79)):
        assert melody.end == 8 * 4 * QUARTER
        assert melody.notes[-1].pitch % 12 == 2
        assert all(60 <= note.pitch <= 79 for note in melody.notes[len(SEED) :])


def test_many_cursors_compute_at_once_what_each_does_alone() -> None:
    for model in (mixed(0.4), blend(tiny_model(1), tiny_model(2, lowest=40, highest=70), 0.4)):
        frame = Frame(MeterMap.constant(Meter(3, 4)), "minor", 6 * 3 * QUARTER)
        alone, together = ([model.cursor(SEED, frame) for _ in range(3)] for _ in range(2))
        for turn in range(30):
            model.foretell(together)
            for place, (one, other) in enumerate(zip(alone, together, strict=True)):
                if not one.is_done:
                    logits = one.logits()
                    assert (logits == other.logits()).all()
                    likely = np.argsort(-logits)
                    symbol = int(likely[min(place, np.isfinite(logits).sum() - 1)])
                    assert one.choose(symbol) == other.choose(symbol)
            alone = [cursor.fork() for cursor in alone] if turn % 7 == 0 else alone


def test_grid_models_of_other_pitches_are_mixed_too() -> None:
    low, high = tiny_model(1, lowest=48, highest=66), tiny_model(2, lowest=60, highest=80)
    middle = blend(low, high, 0.5)
    assert [middle.nearest_pitch(pitch) for pitch in (48, 80)] == [48, 80]
    frame = Frame(MeterMap.constant(Meter(4, 4)), "major", 4 * 4 * QUARTER)
    one, other, both = (model.cursor(SEED, frame).logits() for model in (low, high, middle))
    weights = [np.exp(logits - np.logaddexp.reduce(logits)) for logits in (one, other)]
    shared = (weights[0][3 + 12 :] * weights[1][3 : 3 + 7]) ** 0.5
    of_both = both[3 + 12 : 3 + 19]
    assert np.allclose(of_both - of_both[0], np.log(shared / shared[0]), atol=1e-5)
    for melody in tunes(middle):
        assert melody.end == 8 * 4 * QUARTER


def test_a_note_model_hears_the_nearest_of_what_only_the_other_knows() -> None:
    first, second = opened(DEFAULT_MODEL), opened(IRISH)
    assert isinstance(first, NoteModel)
    assert isinstance(second, NoteModel)
    odd = set(first.vocabulary.durations) ^ set(second.vocabulary.durations)
    assert odd, "they know other durations"
    model = mixed(0.5)
    assert isinstance(model, NoteModel)
    assert set(model.vocabulary.durations) >= odd
    frame = Frame(MeterMap.constant(Meter(4, 4)), "major", 8 * 4 * QUARTER, is_planned=False)
    for duration in sorted(odd):
        cursor = model.cursor(Melody((Note(0, duration, 65),), duration), frame)
        assert np.isfinite(cursor.logits()).any()


def test_its_cost_lies_between_and_it_names_both() -> None:
    song = Song(melody_from_text("c4 d4 e4 f4 g4/2 g4 a4/4 a4 a4 a4 g4/1"), key=Key(0))
    costs = [mixed(share).cost(song).bits for share in SHARES]
    assert costs[0] < costs[1] < costs[3]
    assert mixed(0.3).card.name == "German folk songs with 30% of Irish dances and airs (O'Neill)"
    assert mixed(0.3).indexes == opened(DEFAULT_MODEL).indexes + opened(IRISH).indexes


def test_models_of_two_families_are_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match=r"'tiny' is of the grid family and .* only models of one"):
        blend(tiny_model(), tiny_note_model(), 0.5)
