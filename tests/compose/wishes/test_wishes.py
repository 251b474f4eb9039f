"""Each wish moves the figure that it names, in tunes of both families in the box."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.figures import repeated_shapes
from core.model.bundle import open_model
from core.model.library import CLASSIC_MODEL, DEFAULT_MODEL, bundled_models
from core.music.ending import ends_on_tonic
from core.music.key import Key
from core.music.melody import QUARTER, Melody
from core.music.song import Song
from core.music.text import melody_from_text

TUNES, BARS = 16, 8
SEED = melody_from_text("d4 e4 f#4/8 g4 a4/4 | f#4/2")

opened = cache(open_model)
both = pytest.mark.parametrize("path", [DEFAULT_MODEL, CLASSIC_MODEL], ids=["note", "grid"])


@cache
def tunes(path: Path, controls: Controls) -> tuple[Melody, ...]:
    """The new notes of some tunes in D major, in bars that the seed leaves."""
    song = Song(SEED, key=Key(2), seed_end=SEED.end)
    made = []
    for random_seed in range(TUNES):
        wished = replace(controls, random_seed=random_seed, bars=BARS)
        notes = tuple(continue_song(opened(path), song, wished))
        made.append(Melody(notes, notes[-1].end))
    return tuple(made)


def notes_each(melody: Melody) -> float:
    return len(melody)


def step_each(melody: Melody) -> float:
    return mean(abs(later.pitch - note.pitch) for note, later in pairwise(melody))


def figure(path: Path, controls: Controls, of: Callable[[Melody], float]) -> float:
    return mean(of(melody) for melody in tunes(path, controls))


@both
def test_density_gives_more_or_fewer_notes(path: Path) -> None:
    sparse, plain, dense = (
        figure(path, Controls(density=density), notes_each) for density in (-1, 0, 1)
    )
    assert sparse * 1.15 < plain < dense / 1.15


@both
def test_motion_gives_leaps_or_steps(path: Path) -> None:
    steps, plain, leaps = (
        figure(path, Controls(motion=motion), step_each) for motion in (-1, 0, 1)
    )
    assert steps * 1.1 < plain < leaps / 1.1


@both
def test_motives_give_more_or_less_repetition(path: Path) -> None:
    avoided, plain, taken = (
        figure(path, Controls(motives=motives), repeated_shapes) for motives in (-1, 0, 1)
    )
    assert avoided <= plain < taken
    assert taken > avoided + 0.03


@both
def test_new_notes_keep_within_the_range(path: Path) -> None:
    pitches = [n.pitch for m in tunes(path, Controls(lowest=62, highest=71)) for n in m]
    assert min(pitches) >= 62
    assert max(pitches) <= 71
    free = [n.pitch for m in tunes(path, Controls()) for n in m]
    assert max(free) > 71


@both
def test_a_range_in_the_bass_is_used_like_any_other(path: Path) -> None:
    low = [n.pitch for m in tunes(path, Controls(lowest=36, highest=52)) for n in m]
    assert min(low) >= 36
    assert max(low) <= 52
    assert len(set(low)) > 6


@both
def test_the_scale_is_that_of_the_users_key(path: Path) -> None:
    wild = Controls(2.0)
    d_major = {2, 4, 6, 7, 9, 11, 1}
    assert {n.pitch % 12 for m in tunes(path, wild) for n in m} - d_major
    assert (
        not {n.pitch % 12 for m in tunes(path, replace(wild, in_scale=True)) for n in m} - d_major
    )


@both
def test_tunes_end_as_they_were_asked_to(path: Path) -> None:
    def on_tonic(controls: Controls) -> list[bool]:
        return [melody.notes[-1].pitch % 12 == 2 for melody in tunes(path, controls)]

    assert all(on_tonic(Controls(ending="tonic")))
    assert not any(on_tonic(Controls(ending="open")))
    assert ends_on_tonic(melody_from_text("c4"), "major")


def test_phrases_end_where_they_are_asked_to() -> None:
    """The last note of a phrase is a long one, or a rest follows it."""

    def breath(phrase: int, bar: int) -> float:
        """Quarters from the last note before the end of `bar` to the next one."""
        end = bar * 4 * QUARTER
        breaths = []
        for melody in tunes(DEFAULT_MODEL, Controls(phrase=phrase)):
            place = bisect_left([note.onset for note in melody], end)
            last, following = melody.notes[place - 1], melody.notes[place]
            breaths.append((following.onset - last.onset) / QUARTER)
        return mean(breaths)

    for phrase, bar in ((3, 3), (4, 4), (5, 5), (3, 6)):
        assert breath(phrase, bar) > 1.3 * breath(0, bar)
    assert breath(3, 4) < breath(4, 4)


def test_the_german_model_alone_knows_phrases() -> None:
    assert [path.stem for path in bundled_models() if opened(path).knows_phrases] == ["german"]


@both
def test_rhythm_has_a_temperature_of_its_own(path: Path) -> None:
    def sorts(controls: Controls) -> float:
        return figure(path, controls, lambda melody: len({n.duration for n in melody}))

    calm = sorts(Controls(1.0, rhythm_temperature=0.1))
    assert calm < sorts(Controls(1.0)) < sorts(Controls(1.0, rhythm_temperature=2.0))


@both
def test_top_p_leaves_out_the_unlikely(path: Path) -> None:
    def strange(controls: Controls) -> float:
        melodies = tunes(path, controls)
        return mean(n.pitch % 12 not in {2, 4, 6, 7, 9, 11, 1} for m in melodies for n in m)

    assert strange(Controls(1.5, top_p=0.8)) < strange(Controls(1.5))


@both
@pytest.mark.parametrize("controls", [Controls(top_p=1.0), Controls(lowest=0, highest=127)])
def test_a_wish_for_nothing_changes_nothing(path: Path, controls: Controls) -> None:
    assert tunes(path, controls) == tunes(path, Controls())


def test_the_same_temperature_twice_changes_nothing() -> None:
    twice = Controls(1.0, rhythm_temperature=1.0)
    assert tunes(DEFAULT_MODEL, twice) == tunes(DEFAULT_MODEL, Controls(1.0))


@both
def test_every_tune_still_fills_its_bars(path: Path) -> None:
    wild = Controls(2.0, 6, 1, 0.5, 0.7, 60, 67, True, 1.0, -1.0, 1.0, "open")
    assert all(melody.end == BARS * 4 * QUARTER for melody in tunes(path, wild))


@both
def test_the_seed_in_the_bass_goes_on_there(path: Path) -> None:
    bass = Song(SEED.transposed(-36), key=Key(2))
    continuation = continue_song(opened(path), bass, Controls())
    pitches = [note.pitch for note in continuation]
    assert continuation.notices == ()
    assert abs(mean(pitches) - mean(note.pitch for note in bass.melody)) < 8


@both
def test_a_range_that_the_scale_misses_says_so(path: Path) -> None:
    wishes = Controls(lowest=68, highest=68, in_scale=True, ending="tonic", bars=3)
    continuation = continue_song(opened(path), Song(SEED, key=Key(2)), wishes)
    making = iter(continuation)
    notes = list(making)
    assert {note.pitch for note in notes} == {68}
    assert continuation.notices == (
        "The range has no tonic (D), so the ending asked for is left out.",
    )
    assert making.notices == (
        f"{'1 note lies' if len(notes) == 1 else f'{len(notes)} notes lie'} outside the scale, "
        "where the model had no other to go on with.",
    )
