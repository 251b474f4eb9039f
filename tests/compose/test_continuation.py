import math
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.continuation import SeedTooLong, continue_song
from core.compose.controls import Controls
from core.model.family import Model
from core.music.key import A_MINOR, C_MAJOR, Key
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from tests.model.tunes import NOTE_WORDS, TUNES, melodies, tiny_model, tiny_note_model

MODEL = tiny_model()
SEED = Song(Melody((Note(0, 480, 60), Note(480, 240, 64), Note(720, 240, 67)), 960), key=C_MAJOR)
METERS = st.builds(Meter, st.integers(1, 12), st.sampled_from((1, 2, 4, 8, 16, 32)))


@st.composite
def seeds(draw: st.DrawFn) -> Song:
    meter = draw(METERS)
    pickup = draw(st.sampled_from((0, 0, 80, 120, 160, 240, 480)))
    melody = draw(melodies(step=draw(st.sampled_from((30, 40, 120))), most=12))
    meters = MeterMap.constant(meter, pickup if pickup < meter.bar else 0)
    return Song(melody, meters, draw(st.sampled_from((None, C_MAJOR, A_MINOR, Key(-3), Key(6)))))


@settings(max_examples=60)
@given(
    st.sampled_from((MODEL, tiny_note_model())),
    seeds(),
    st.integers(1, 6),
    st.floats(0, 2),
    st.integers(0, 2**31 - 1),
    st.integers(0, 3),
)
def test_a_tune_is_the_seed_and_then_fills_its_bars_exactly(
    model: Model, seed: Song, bars: int, temperature: float, random_seed: int, phrase: int
) -> None:
    controls = Controls(temperature, bars, random_seed, phrase=phrase)
    end = seed.meters.end_of(bars)
    if seed.melody.end >= end:
        with pytest.raises(SeedTooLong):
            continue_song(model, seed, controls)
        return
    continuation = continue_song(model, seed, controls)
    song = continuation.song(continuation)
    assert song.melody.end == song.melody.notes[-1].end == end
    assert song.melody.notes[: len(seed.melody)] == seed.melody.notes
    assert song.seed_end == seed.melody.end
    assert all(note.onset >= song.seed_end for note in song.melody.notes[len(seed.melody) :])
    assert song.key is not None


def test_bar_lines_stay_where_the_upbeat_puts_them() -> None:
    seed = replace(SEED, meters=MeterMap.constant(Meter(3, 4), pickup=160))
    notes = list(continue_song(MODEL, seed, Controls(bars=4)))
    assert {note.onset % 120 for note in notes[1:]} == {40}
    assert notes[-1].end == 4 * 3 * QUARTER


def test_the_same_wish_gives_the_same_tune_and_another_seed_another() -> None:
    def tune(random_seed: int) -> list[Note]:
        return list(continue_song(MODEL, SEED, Controls(random_seed=random_seed)))

    assert tune(5) == tune(5)
    assert tune(5) != tune(6)


def test_a_longer_tune_begins_like_the_shorter_one() -> None:
    short, long = (list(continue_song(MODEL, SEED, Controls(bars=bars))) for bars in (4, 8))
    settled = [note for note in short if note.end < 3 * 4 * QUARTER]
    assert long[: len(settled)] == settled


def test_temperature_spreads_the_choice_of_pitches() -> None:
    def entropy(temperature: float) -> float:
        notes = [
            note.pitch
            for random_seed in range(12)
            for note in continue_song(MODEL, SEED, Controls(temperature, 4, random_seed))
        ]
        shares = [notes.count(pitch) / len(notes) for pitch in set(notes)]
        return -sum(share * math.log2(share) for share in shares)

    cold, warm, hot = entropy(0.3), entropy(1.0), entropy(2.0)
    assert cold + 0.3 < warm
    assert warm + 0.1 < hot


def test_temperature_zero_needs_no_luck() -> None:
    first, second = (
        list(continue_song(MODEL, SEED, Controls(0, 8, random_seed))) for random_seed in (1, 2)
    )
    assert first == second


@pytest.mark.parametrize("key", [Key(2), Key(-4), Key(3, "minor")])
def test_a_seed_in_another_key_gets_the_same_tune_there(key: Key) -> None:
    home = A_MINOR if key.mode == "minor" else C_MAJOR
    away = -((home.tonic - key.tonic + 6) % 12 - 6)
    for melody in TUNES:
        short = melody.until(2 * QUARTER)
        at_home = list(continue_song(MODEL, Song(short, key=home), Controls()))
        moved = list(continue_song(MODEL, Song(short.transposed(away), key=key), Controls()))
        assert [replace(note, pitch=note.pitch + away) for note in at_home] == moved


def test_the_song_keeps_what_the_user_set_and_names_its_key() -> None:
    seed = replace(SEED, key=None, tempos=TempoMap.constant(77.0), title="Mine")
    continuation = continue_song(MODEL, seed, Controls())
    song = continuation.song(continuation)
    assert (song.key, song.tempo, song.title) == (C_MAJOR, 77.0, "Mine")


def test_the_first_notes_alone_make_a_song_that_ends_with_them() -> None:
    continuation = continue_song(MODEL, SEED, Controls())
    notes = list(islice(continuation, 3))
    assert continuation.song(notes).melody.end == notes[-1].end


def test_no_bar_left_to_fill_is_an_error_that_names_both_lengths() -> None:
    seed = replace(SEED, melody=Melody((Note(0, 9 * 4 * QUARTER, 60),), 9 * 4 * QUARTER))
    with pytest.raises(SeedTooLong, match="9 bars long and the tune shall be 8 bars") as caught:
        continue_song(MODEL, seed, Controls(bars=8))
    assert caught.value.bars_needed == 10
    with pytest.raises(SeedTooLong, match="shall be 1 bar long"):
        continue_song(MODEL, seed, Controls(bars=1))


def test_a_seed_of_nearly_all_bars_is_filled_up() -> None:
    seed = replace(SEED, melody=Melody((Note(0, 15310, 60),), 15310))
    assert [(n.onset, n.end) for n in continue_song(MODEL, seed, Controls())] == [(15310, 15360)]


def test_a_seed_longer_than_any_tune_says_so() -> None:
    ticks = 300 * 4 * QUARTER
    with pytest.raises(SeedTooLong, match="shorten the seed") as caught:
        continue_song(MODEL, Song(Melody((), ticks)), Controls())
    assert caught.value.bars_needed is None


@pytest.mark.parametrize("end", [0, 1920])
def test_without_notes_the_model_begins_itself_and_says_so(end: int) -> None:
    continuation = continue_song(MODEL, Song(Melody((), end)), Controls())
    assert "model begins the tune itself" in continuation.notices[0]
    assert next(iter(continuation)).onset >= end


def test_a_model_without_phrases_says_so_and_leaves_the_wish_out() -> None:
    wished = Controls(bars=8, phrase=2)
    for model in (MODEL, tiny_note_model(replace(NOTE_WORDS, phrases=False))):
        continuation = continue_song(model, SEED, wished)
        assert continuation.notices == (
            "This model does not know phrases, so the phrase length asked for is left out.",
        )
        assert [*continuation] == [*continue_song(model, SEED, Controls(bars=8))]


def test_a_model_with_phrases_hears_of_them_and_is_the_same_without() -> None:
    knows, knows_not = tiny_note_model(), tiny_note_model(replace(NOTE_WORDS, phrases=False))
    plain = [*continue_song(knows, SEED, Controls(bars=8))]
    assert plain == [*continue_song(knows_not, SEED, Controls(bars=8))]
    told = continue_song(knows, SEED, Controls(bars=8, phrase=2))
    assert told.notices == ()
    assert [*told] != plain


def test_what_the_model_does_not_know_is_told() -> None:
    melody = Melody((Note(0, 480, 30), Note(480, 160, 60), Note(640, 160, 60)), 800)
    continuation = continue_song(MODEL, Song(melody, key=Key(1)), Controls())
    assert continuation.notices == (
        "The model does not know F♯1 (MIDI 30); it hears F♯3 instead.",
        "2 notes of the seed have a rhythm that the model does not know; it hears the nearest one.",
    )
    assert continue_song(MODEL, SEED, Controls()).notices == ()


@pytest.mark.parametrize(("lowest", "highest", "key"), [(110, 127, Key(5)), (0, 14, Key(1))])
def test_a_pitch_that_would_leave_midi_comes_an_octave_nearer(
    lowest: int, highest: int, key: Key
) -> None:
    model = tiny_model(lowest=lowest, highest=highest)
    pitches = [n.pitch for n in continue_song(model, Song(key=key), Controls(2.0, 64))]
    assert min(pitches) >= 0
    assert max(pitches) <= 127
    assert max(pitches) - min(pitches) >= highest - lowest - 5
