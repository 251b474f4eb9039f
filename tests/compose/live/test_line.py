from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.continuation import SeedTooLong, continue_song
from core.compose.controls import Controls
from core.compose.live.line import continue_from
from core.model.family import Model
from core.music.key import C_MAJOR, Key
from core.music.melody import Note
from core.music.song import Song
from tests.compose.test_continuation import SEED, seeds
from tests.model.tunes import tiny_model, tiny_note_model

MODELS = tiny_model(), tiny_note_model()
FAMILIES = pytest.mark.parametrize("model", MODELS, ids=["grid", "note"])
BAR = 1920


def tune(model: Model, seed: Song, controls: Controls) -> Song:
    continuation = continue_song(model, seed, controls)
    return continuation.song(continuation)


def turned(model: Model, song: Song, controls: Controls, tick: int) -> Song:
    continuation = continue_from(model, song, controls, tick)
    return continuation.song(continuation)


@settings(max_examples=60)
@given(
    st.sampled_from(MODELS),
    seeds(),
    st.integers(1, 5),
    st.floats(0, 2),
    st.integers(0, 5 * BAR),
)
def test_what_was_played_stays_and_the_rest_fills_the_bars(
    model: Model, seed: Song, bars: int, temperature: float, tick: int
) -> None:
    before = Controls(bars=bars)
    if seed.melody.end >= seed.meters.end_of(bars):
        return
    song = tune(model, seed, before)
    try:
        after = turned(model, song, replace(before, temperature=temperature), tick)
    except SeedTooLong:
        assert max([tick, *(n.end for n in song.melody if n.onset < tick)]) >= song.melody.end
        return
    played = [note for note in song.melody if note.onset < tick]
    assert list(after.melody.notes[: len(played)]) == played
    assert all(
        note.onset >= tick for note in after.melody.notes[max(len(played), len(seed.melody)) :]
    )
    assert after.melody.end == after.melody.notes[-1].end == seed.meters.end_of(bars)
    assert (after.seed_end, after.meters) == (song.seed_end, song.meters)


@pytest.mark.parametrize("key", [C_MAJOR, Key(3)])
def test_with_the_same_wishes_the_tune_goes_on_as_it_was(key: Key) -> None:
    controls = Controls(random_seed=7, in_scale=True, motives=0.5, density=0.3, motion=0.2)
    song = tune(MODELS[1], replace(SEED, key=key), controls)
    sounding = [tick for note in song.melody for tick in (note.onset, note.onset + 1, note.end)]
    for tick in sounding[:-2]:
        assert turned(MODELS[1], song, controls, tick) == song


@FAMILIES
def test_a_knob_changes_what_comes_behind_the_line(model: Model) -> None:
    numbers = range(40)
    songs = [tune(model, SEED, Controls(random_seed=number)) for number in numbers]

    def interval(motion: float) -> float:
        """Its mean size behind the line, in semitones."""
        sizes: list[int] = []
        for number in numbers:
            controls = Controls(random_seed=number, motion=motion)
            notes = turned(model, songs[number], controls, 4 * BAR).melody.notes
            behind = [note.pitch for note in notes if note.onset >= 4 * BAR]
            sizes += [abs(b - a) for a, b in pairwise(behind)]
        return sum(sizes) / len(sizes)

    assert interval(-1) + 0.4 < interval(0) < interval(1) - 0.4


def test_no_bar_left_behind_the_line_is_refused() -> None:
    song = tune(MODELS[0], SEED, Controls())
    with pytest.raises(SeedTooLong, match="as long as the tune"):
        continue_from(MODELS[0], song, Controls(), song.melody.end)
    with pytest.raises(SeedTooLong):
        continue_from(MODELS[0], song, Controls(bars=3), 4 * BAR)


def test_notes_that_the_model_does_not_know_are_kept_as_they_are() -> None:
    odd = (Note(960, 130, 1), Note(1100, 5, 127), Note(1111, 13 * 17, 61))
    song = replace(SEED, melody=SEED.melody.extended(odd, 8 * BAR), seed_end=960)
    for model in MODELS:
        after = turned(model, song, Controls(), 1112)
        assert after.melody.notes[:6] == song.melody.notes
        assert after.melody.notes[6].onset == odd[-1].end
