from dataclasses import replace
from itertools import combinations, islice
from math import log

import numpy as np
import pytest

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.draw import draw, uniform
from core.compose.drawing import Drawing
from core.compose.measures import Measures, Take
from core.compose.take import NEAR, Takes, likeness, measure
from core.errors import UserError
from core.model.family import Cursor, Frame, Model
from core.model.grid.model import GridModel
from core.model.mark import Maker, Mark
from core.music.key import C_MAJOR
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song
from core.music.text import melody_from_text
from tests.model.tunes import TUNES, tiny_model, tiny_note_model

MODELS = [pytest.param(tiny_model(), id="grid"), pytest.param(tiny_note_model(), id="note")]
SEED = Song(TUNES[0].until(4 * QUARTER), key=C_MAJOR, seed_end=4 * QUARTER)
WISHES = Controls(
    0.8, 4, 30, 1.1, 0.95, 55, 76, True, density=0.5, motion=-0.5, motives=0.7, ending="tonic"
)


def drawn(takes: Takes) -> list[Take]:
    return [step for step in takes if isinstance(step, Take)]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("controls", [Controls(bars=3), WISHES], ids=["free", "wishes"])
@pytest.mark.parametrize("number", [1, 2, 16])
def test_takes_are_the_tunes_of_the_next_random_seeds(
    model: Model, controls: Controls, number: int
) -> None:
    takes = drawn(Takes(continue_song(model, SEED, replace(controls, takes=number))))
    assert [take.controls for take in takes] == [
        replace(controls, random_seed=controls.random_seed + place) for place in range(number)
    ]
    for take in takes:
        alone = continue_song(model, SEED, take.controls)
        making = iter(alone)
        assert take.song == alone.song(making)
        assert take.notices == making.notices


@pytest.mark.parametrize("model", MODELS)
def test_of_takes_that_are_nearly_the_same_only_the_first_is_kept(model: Model) -> None:
    seed = replace(SEED, melody=TUNES[0].until(7 * QUARTER), seed_end=7 * QUARTER)
    controls = Controls(0.3, 2, takes=8)
    every = drawn(Takes(continue_song(model, seed, controls)))
    pairs = [likeness(a.song, b.song) for a, b in combinations(every, 2)]
    assert max(pairs) >= NEAR
    takes = Takes(continue_song(model, seed, controls), distinct=True)
    few = drawn(takes)
    numbers = [take.controls.random_seed for take in few]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1
    assert numbers[-1] <= 4 * 8
    assert all(likeness(a.song, b.song) < NEAR for a, b in combinations(few, 2))
    assert (len(few) < 8) == (len(takes.notices) > len(takes.continuation.notices))
    kept = {take.controls.random_seed for take in few}
    for take in every:  # what was put aside was put aside for one that is there
        if take.controls.random_seed not in kept:
            assert any(likeness(take.song, other.song) >= NEAR for other in few)


def test_the_next_random_seeds_fill_up_what_was_put_aside() -> None:
    controls = Controls(0.8, 2, takes=6)
    takes = drawn(Takes(continue_song(tiny_note_model(), SEED, controls), distinct=True))
    assert len(takes) == 6
    assert takes[-1].controls.random_seed > 6


@pytest.mark.parametrize("model", MODELS)
def test_without_variety_there_is_one_take_and_a_sentence(model: Model) -> None:
    takes = Takes(continue_song(model, SEED, Controls(0, 4, takes=16)), distinct=True)
    assert len(drawn(takes)) == 1
    assert takes.notices[-1] == (
        "Only 1 of the 16 takes asked for differs enough to be kept; "
        "a higher temperature brings more variety."
    )
    assert len(drawn(Takes(continue_song(model, SEED, Controls(0, 4, takes=16))))) == 16


def test_only_a_take_that_is_whole_says_what_makes_it_again() -> None:
    maker = Maker(Mark("tiny", "Tiny", "ab" * 32))
    takes = Takes(continue_song(tiny_note_model(), SEED, Controls(bars=4, takes=2)), maker=maker)
    first, second = drawn(takes)
    assert first.maker is second.maker is maker
    stopped = Takes(takes.continuation, maker=maker)
    steps = iter(stopped)
    while not stopped.so_far():
        next(steps)
    assert [take.maker for take in stopped.so_far()] == [None] * len(stopped.so_far())


def test_random_seeds_that_would_become_too_great_are_refused_before_anything_is_drawn() -> None:
    last = Controls(random_seed=2**31 - 3, takes=3)
    with pytest.raises(UserError, match="Random seed"):
        Takes(continue_song(tiny_model(), SEED, replace(last, takes=4)))
    cold = replace(last, temperature=0, bars=2)
    assert len(drawn(Takes(continue_song(tiny_model(), SEED, cold), distinct=True))) == 1


class Counted:
    """A model of which it is counted how many decisions its cursors take."""

    def __init__(self, model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
        self.decisions = 0
        kind = type(model.cursor(Melody(), Frame(MeterMap(), "major", QUARTER)))
        choose = kind.choose

        def counted(cursor: Cursor, symbol: int) -> Note | None:
            self.decisions += 1
            return choose(cursor, symbol)

        monkeypatch.setattr(kind, "choose", counted)


@pytest.mark.parametrize("model", MODELS)
def test_drawing_can_be_left_after_every_decision_and_keeps_what_is_there(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Counted(model, monkeypatch)
    takes = Takes(continue_song(model, SEED, Controls(bars=200, takes=16)))
    steps = iter(takes)
    shares: list[float] = []
    for step in islice(steps, 60):
        assert isinstance(step, float)
        shares.append(step)
        assert counted.decisions <= 16
        counted.decisions = 0
    assert shares == sorted(shares)
    assert 0 == shares[0] < shares[-1] < 1
    begun = takes.so_far()
    assert len(begun) > 4
    for take in begun[:3]:
        whole = continue_song(model, SEED, take.controls)
        own = len(take.song.melody) - len(SEED.melody)
        assert take.song == whole.song(islice(whole, own))
        assert take.measures.bits_per_note > 0


def tune(text: str, seed: str = "") -> Song:
    melody, end = melody_from_text(f"{seed} {text}"), melody_from_text(seed).end
    return Song(melody, seed_end=end)


def test_likeness_is_the_share_of_new_notes_with_the_same_onset_and_pitch() -> None:
    one = tune("c4/4 d4 e4 f4")
    assert likeness(one, one) == 1
    assert likeness(one, tune("c4/4 d4 e4/8 e4 f4/4")) == pytest.approx(4 / 5)
    assert likeness(one, tune("c4/4 d4 e4 g4/2")) == pytest.approx(3 / 4)
    assert likeness(one, tune("d4/4 e4 f4 g4")) == 0
    assert likeness(tune("e4/4", "c4/4 c4 c4"), tune("f4/4", "c4/4 c4 c4")) == 0, "the seed aside"


def test_the_measures_of_a_tune() -> None:
    song = tune("c4/4 d4 e4/8 f4 g4/2", "c4/4 d4 e4 f4")
    measures = measure(song, (1.0, 3.0, 0.5, 0.5, 5.0))
    # Three of the four steps of the seed, by a tone and a quarter long, come again once in five.
    assert measures.closeness == pytest.approx(1 / 5)
    assert replace(measures, closeness=0.0) == Measures(2.0, 5.0, 7, 0.0, 0.0)
    again = measure(tune("c4/4 d4 e4 f4", "c4/4 d4 e4 f4"), (1.0,) * 4)
    assert again.repetition == pytest.approx(1 / 5)
    assert again.closeness == pytest.approx(3 / 4)
    assert measure(tune("c4/4 d4"), (1.0, 1.0)).closeness == 0


def bits_by_cursor(model: Model, frame: Frame, random_seed: int) -> list[float]:
    """The bits of all decisions of the tune itself, without wishes."""
    cursor, costs = model.cursor(Melody(), frame), []
    while not cursor.is_done:
        logits, decision = cursor.logits(), cursor.decision
        symbol = draw(logits, 1.0, uniform(random_seed, decision))
        if decision >= 0:
            costs.append(float(np.logaddexp.reduce(logits) - logits[symbol]) / log(2))
        cursor.choose(symbol)
    return costs


@pytest.mark.parametrize("model", MODELS)
def test_the_bits_of_the_notes_are_those_of_all_decisions(model: Model) -> None:
    frame = Frame(MeterMap(), "major", 4 * 4 * QUARTER, "tonic")
    drawing = Drawing(model, Melody(), frame, Controls(random_seed=3))
    notes = list(drawing)
    costs = bits_by_cursor(model, frame, 3)
    assert len(drawing.bits) == len(notes)
    assert sum(drawing.bits) == pytest.approx(sum(costs))
    if isinstance(model, GridModel):  # a note is its symbol and those that hold it
        first = notes[0].duration // (QUARTER // 4)
        begin = notes[0].onset // (QUARTER // 4)
        assert drawing.bits[0] == pytest.approx(sum(costs[: begin + first]))
    else:
        rests = 1 if notes[0].onset else 0
        assert drawing.bits[0] == pytest.approx(sum(costs[: 2 + 2 * rests]))


@pytest.mark.parametrize("model", MODELS)
def test_wishes_change_no_more_of_the_bits_than_the_notes_do(model: Model) -> None:
    """A bound that forbids nothing that is drawn costs nothing, though it changes the odds."""
    frame = Frame(MeterMap(), "major", 2 * 4 * QUARTER, "tonic")
    free = Drawing(model, Melody(), frame, Controls(0, random_seed=3))
    notes = list(free)
    pitches = [note.pitch for note in notes]
    held = Controls(0, random_seed=3, lowest=min(pitches), highest=max(pitches))
    bound = Drawing(model, Melody(), frame, held)
    assert list(bound) == notes
    assert bound.bits == pytest.approx(free.bits)


@pytest.mark.parametrize("model", MODELS)
def test_a_fork_goes_its_own_way_and_leaves_the_first_alone(model: Model) -> None:
    frame = Frame(MeterMap(), "major", 4 * 4 * QUARTER, "tonic")
    wishes = replace(WISHES, random_seed=5)
    plain = Drawing(model, TUNES[1], frame, wishes)
    expected = list(Drawing(model, TUNES[1], frame, wishes))
    begun = list(islice(plain, 2))
    twin = plain.fork()
    assert [*begun, *twin] == expected
    bits = twin.bits
    assert [*begun, *plain] == expected
    assert plain.bits == bits
