import gc
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.controls import Controls
from core.compose.live.answer import answer
from core.compose.live.endless import go_on
from core.model.family import Model
from core.model.grid.model import GridModel
from core.model.grid.symbols import REST
from core.model.network import Network
from core.music.key import C_MAJOR, Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from tests.compose.test_continuation import SEED, seeds
from tests.model.tunes import tiny_model, tiny_note_model

MODELS = tiny_model(), tiny_note_model()
FAMILIES = pytest.mark.parametrize("model", MODELS, ids=["grid", "note"])
BAR = 1920
IS_LONG = settings.get_current_profile_name() == "long"


def first_bars(notes: Iterator[Note], bars: int, bar: int = BAR) -> list[Note]:
    return list(takewhile(lambda note: note.onset < bars * bar, notes))


@settings(max_examples=40)
@given(st.sampled_from(MODELS), seeds(), st.sampled_from((None, 1, 4)), st.floats(0, 2))
def test_notes_follow_each_other_behind_any_song(
    model: Model, song: Song, cadence: int | None, temperature: float
) -> None:
    notes = list(islice(go_on(model, song, Controls(temperature), cadence), 60))
    assert len(notes) == 60
    assert notes[0].onset >= song.melody.end
    assert all(later.onset >= sooner.end for sooner, later in pairwise(notes))


@FAMILIES
def test_it_never_comes_back_to_where_it_was(model: Model) -> None:
    notes = first_bars(go_on(model, SEED, Controls()), 120)
    bars = [
        [(n.onset % (8 * BAR), n.duration, n.pitch) for n in notes if n.onset // (8 * BAR) == part]
        for part in range(1, 15)
    ]
    assert all(bars)
    assert all(one != other for number, one in enumerate(bars) for other in bars[:number])


@FAMILIES
@pytest.mark.parametrize("key", [C_MAJOR, Key(-4), Key(1, "minor")])
def test_a_phrase_ends_on_the_tonic_after_as_many_bars_as_set(model: Model, key: Key) -> None:
    meters = MeterMap.constant(Meter(3, 4), 480)
    song = replace(SEED, meters=meters, key=key)
    notes = first_bars(go_on(model, song, Controls(), cadence=4), 40, 1440)
    lines = [480 + bar * 1440 for bar in range(4, 40, 4)]
    ends = {note.end: note.pitch % 12 for note in notes}
    assert [ends.get(line) for line in lines] == [key.tonic] * len(lines)
    open_ends = go_on(model, song, Controls(ending="open"), cadence=4)
    ends = {note.end: note.pitch % 12 for note in first_bars(open_ends, 40, 1440)}
    assert key.tonic not in {ends[line] for line in lines}


@pytest.mark.parametrize(
    ("ticks", "bars"), [(480, 4), (3 * BAR, 4), (3 * BAR + 480, 8), (4 * BAR, 8)]
)
def test_phrases_are_counted_from_the_first_bar(ticks: int, bars: int) -> None:
    song = Song(Melody((Note(0, 480, 60),), ticks), key=C_MAJOR)
    notes = list(islice(go_on(MODELS[1], song, Controls(), cadence=4), 200))
    ends = {note.end: note.pitch % 12 for note in notes}
    assert ends[bars * BAR] == 0
    assert ends[(bars + 4) * BAR] == 0


def test_without_cadences_it_does_not_end_every_few_bars() -> None:
    model = MODELS[1]
    numbers = range(6)
    free, cadences = (
        [n for r in numbers for n in first_bars(go_on(model, SEED, Controls(random_seed=r), c), 40)]
        for c in (None, 4)
    )

    def closed(notes: list[Note]) -> float:
        """How many of the lines at which a phrase could end see the end of a tonic."""
        ends = [note for note in notes if note.end % (4 * BAR) == 0 and note.end > BAR]
        return sum(note.pitch % 12 == 0 for note in ends) / (10 * len(numbers))

    assert closed(cadences) > 0.95
    assert closed(free) < 0.3


def test_the_controls_are_those_of_a_tune() -> None:
    for model in MODELS:
        notes = first_bars(go_on(model, SEED, Controls(lowest=60, highest=67, in_scale=True)), 20)
        assert {note.pitch for note in notes} <= {60, 62, 64, 65, 67}


def silent_model() -> Model:
    """One that would only ever rest."""
    model = tiny_model()
    assert isinstance(model.network, Network)
    (head,) = model.network.heads
    bias = head.bias.copy()
    bias[model.vocabulary.symbols.index(REST)] += 100
    network = replace(model.network, heads=(replace(head, bias=bias),))
    return GridModel(network, model.vocabulary, model.card)


def test_a_model_that_only_rests_goes_on_too() -> None:
    notes = list(islice(go_on(silent_model(), SEED, Controls()), 3))
    assert notes[0].onset > 3 * BAR
    made = answer(silent_model(), SEED, Controls(), 2)
    answered = list(made)
    assert answered[0].onset == made.end - 480, "only the last beat must sound"
    assert answered[-1].end == made.end


@pytest.mark.slow
def test_later_bars_take_no_more_memory_than_the_first_two_hundred() -> None:
    notes = go_on(MODELS[1], SEED, Controls())
    kept = []
    tracemalloc.start()
    try:
        for hundred in range(1, 21 if IS_LONG else 7):
            for note in notes:
                if note.onset >= 100 * hundred * BAR:
                    break
            gc.collect()  # which also empties what Python keeps to use again
            kept.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    assert max(kept[2:]) < kept[1] + 100_000, "bytes; the tune itself would be ten times as much"
