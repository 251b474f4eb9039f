import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.fork import Forks
from core.compose.pins.pin import Pin
from core.compose.pins.pinned import Led, lead_song
from core.compose.possibility import shares_of
from core.errors import UserError
from core.model.event import events_from_melody
from core.model.family import Model
from core.music.key import Key
from core.music.melody import QUARTER, SIXTEENTH, Melody, Note
from core.music.song import Song
from tests.model.tunes import melodies, tiny_model, tiny_note_model

BAR = 4 * QUARTER
SEED = Song(Melody((Note(0, 480, 60), Note(480, 240, 64), Note(720, 240, 67)), 960), key=Key(2))
MODELS = tiny_note_model(), tiny_model()
both = pytest.mark.parametrize("model", MODELS, ids=["note", "grid"])


def last(steps: Iterator[float | Led]) -> Song:
    *_, found = steps
    assert isinstance(found, Led)
    return found.song


def tune(model: Model, controls: Controls, seed: Song = SEED) -> Song:
    continuation = continue_song(model, seed, controls)
    return continuation.song(continuation)


@settings(max_examples=25)
@given(
    st.sampled_from(MODELS),
    st.builds(
        Controls,
        temperature=st.floats(0.2, 2),
        bars=st.integers(1, 3),
        random_seed=st.integers(0, 99),
        rhythm_temperature=st.none() | st.floats(0.2, 2),
        top_p=st.sampled_from((1.0, 0.8)),
        lowest=st.none() | st.integers(55, 62),
        density=st.sampled_from((0.0, 0.5)),
        motives=st.sampled_from((0.0, 1.0)),
    ),
    st.integers(0, 4),
)
def test_to_choose_what_stands_there_changes_nothing(
    model: Model, controls: Controls, random_place: int
) -> None:
    song = tune(model, controls)
    forks = Forks(model, song, controls)
    for place, event in enumerate(forks.events):
        if model is MODELS[1] and event.pitch is None and event.duration > SIXTEENTH:
            break  # the grid may have said two rests, which no tune can tell from one
        if event.onset >= song.seed_end and place % 5 == random_place:
            assert last(forks.instead(place, event.pitch, event.duration)) == song


@both
def test_another_note_leaves_what_is_before_it_and_changes_the_rest(model: Model) -> None:
    song = tune(model, Controls(bars=8, random_seed=4))
    forks = Forks(model, song, Controls(bars=8, random_seed=4))
    place = len(forks.events) // 2
    event = forks.events[place]
    other = last(forks.instead(place, 71, 240))
    before = [note for note in song.melody if note.onset < event.onset]
    assert list(other.melody.notes[: len(before)]) == before
    assert other.melody.notes[len(before)] == Note(event.onset, 240, 71)
    assert other.melody.end == other.melody.notes[-1].end == song.melody.end
    assert other.melody.notes[len(before) + 1 :] != song.melody.notes[len(before) + 1 :]
    assert other.seed_end == song.seed_end


@both
def test_in_the_seed_the_seed_ends_with_the_note_that_was_chosen(model: Model) -> None:
    song = tune(model, Controls(bars=2))
    other = last(Forks(model, song, Controls(bars=2)).instead(1, 62, 480))
    assert other.melody.notes[:2] == (Note(0, 480, 60), Note(480, 480, 62))
    assert other.seed_end == 960


@both
def test_a_rest_can_be_chosen_and_pins_behind_it_stay(model: Model) -> None:
    controls = Controls(bars=4)
    pins = [Pin(2 * BAR, 480, 67), Pin(3 * BAR, 480, 65)]
    song = last(lead_song(model, SEED, controls, pins, 2))
    forks = Forks(model, song, controls, pins)
    place = next(n for n, event in enumerate(forks.events) if event.onset >= SEED.melody.end)
    onset = forks.events[place].onset
    other = last(forks.instead(place, None, 240, 2))
    assert not any(note.onset < onset + 240 and note.end > onset for note in other.melody)
    assert {Note(2 * BAR, 480, 67), Note(3 * BAR, 480, 65)} <= set(other.melody)


@both
def test_the_shares_are_probabilities_and_tell_of_what_stands_there(model: Model) -> None:
    song = tune(model, Controls(bars=4))
    found = list(Forks(model, song, Controls(bars=4)))
    assert [each.event for each in found] == list(events_from_melody(song.melody))
    for each in found:
        assert each.pitches.sum() + each.rest == pytest.approx(1)
        assert each.shares.sum() == pytest.approx(1, abs=2e-3)
        assert (np.diff(each.durations) > 0).all()
        stands = each.rest if each.event.pitch is None else each.pitches[each.event.pitch]
        assert 2.0**-each.pitch_bits == pytest.approx(stands)
        share = each.shares[each.durations == each.event.duration].sum()
        assert 2.0**-each.duration_bits == pytest.approx(share)
        assert each.bits == each.duration_bits + each.pitch_bits


def test_the_bits_are_those_that_are_counted_while_drawing() -> None:
    making = iter(continue_song(MODELS[0], SEED, Controls(bars=8, random_seed=2)))
    notes = list(making)
    song = tune(MODELS[0], Controls(bars=8, random_seed=2))
    found = Forks(MODELS[0], song, Controls(bars=8, random_seed=2))
    new = sum(each.bits for each in found if each.event.onset >= song.seed_end)
    assert len(notes) == len(making.bits)
    assert new == pytest.approx(sum(making.bits))


@both
def test_durations_and_pitches_together_add_up_to_each_alone(model: Model) -> None:
    song = tune(model, Controls(bars=4))
    forks = Forks(model, song, Controls(bars=4))
    for place, alone in enumerate(list(forks)[:12]):
        together = forks.joint(place)
        whole = together.pitches.sum(1) + together.rests
        assert whole.sum() == pytest.approx(1, abs=0.05)
        stands = together.durations == alone.event.duration
        if model is MODELS[0]:
            assert whole == pytest.approx(alone.shares[alone.shares > 0])
            given = together.pitches[stands][0] / whole[stands]
            assert given == pytest.approx(alone.pitches)
        else:
            assert together.pitches.sum(0) == pytest.approx(alone.pitches, abs=3e-3)
            row = (
                together.rests
                if alone.event.pitch is None
                else together.pitches.T[alone.event.pitch]
            )
            size = min(len(row), len(alone.shares))
            share = alone.rest if alone.event.pitch is None else alone.pitches[alone.event.pitch]
            if share >= 1e-3:
                assert row[:size] == pytest.approx(alone.shares[:size] * share, abs=1e-3)


@both
def test_the_wishes_show_in_the_shares(model: Model) -> None:
    song = tune(model, Controls(bars=4, lowest=60))
    for each in Forks(model, song, Controls(bars=4, lowest=60)):
        if each.event.onset >= song.seed_end:
            assert each.pitches[:60].sum() == 0


@settings(max_examples=25)
@given(st.sampled_from(MODELS), melodies(step=40, most=10), st.integers(0, 99))
def test_any_edited_tune_can_be_asked(model: Model, melody: Melody, random_seed: int) -> None:
    song = Song(melody, seed_end=melody.end // 2)
    forks = Forks(model, song, Controls(random_seed=random_seed))
    found = list(forks)
    assert len(found) == len(forks.events)
    assert not any(np.isnan(each.bits) for each in found)
    for place, event in enumerate(forks.events):
        try:
            other = last(forks.instead(place, 60, event.duration))
        except UserError:
            assert 0 < melody.end - event.end < 30
            continue
        before = [note for note in melody if note.onset < event.onset]
        assert list(other.melody.notes[: len(before)]) == before
        assert other.melody.end == melody.end


def test_what_is_impossible_has_no_share() -> None:
    assert shares_of(np.array([-np.inf, -np.inf])).tolist() == [0, 0]
    assert shares_of(np.log([0.5, 1.5])).tolist() == pytest.approx([0.25, 0.75])


def test_what_does_not_fit_is_refused() -> None:
    song = tune(MODELS[0], Controls(bars=2))
    forks = Forks(MODELS[0], song, Controls(bars=2), [Pin(BAR + 960, 480, 60)])
    place = len(forks.events) - 1
    with pytest.raises(UserError, match="does not fit"):
        last(forks.instead(place, 60, 2 * BAR))
    with pytest.raises(UserError, match="stay as they are"):
        last(forks.instead(1, 60, BAR + 960))


@pytest.mark.slow
def test_memory_is_bounded() -> None:
    model = MODELS[0]
    song = tune(model, Controls(bars=256))
    tracemalloc.start()
    forks = Forks(model, song, Controls(bars=256))
    count = sum(1 for _ in forks)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count > 200
    assert held < 12_000_000
