from dataclasses import replace
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.controls import Controls
from core.compose.field import Field, Moment, first_change, listen
from core.compose.fork import Forks
from core.compose.pins.pin import Pin
from core.model.event import Event, events_from_melody
from core.model.family import Model
from core.music.melody import SIXTEENTH, Melody, Note
from core.music.song import Song
from tests.compose.test_fork import MODELS, SEED, both, tune

BAR = 1920


def field_of(model: Model, song: Song, pins: tuple[Pin, ...] = ()) -> tuple[Forks, Field]:
    forks = Forks(model, song, Controls(), pins)
    return forks, Field(song).grown(list(listen(forks)))


def same(one: Moment, two: Moment) -> bool:
    return (
        one.event == two.event
        and (one.pitch_bits, one.duration_bits) == (two.pitch_bits, two.duration_bits)
        and bool((one.pitches == two.pitches).all())
        and one.rest == two.rest
        and one.shares.tolist() == two.shares.tolist()
    )


def edited(song: Song, place: int, pitch: int, duration: int) -> Song:
    """With another note in the place of one, where it fits in."""
    notes = list(song.melody.notes)
    place %= len(notes)
    limit = notes[place + 1].onset if place + 1 < len(notes) else song.melody.end
    length = min(duration, limit - notes[place].onset)
    notes[place] = replace(notes[place], pitch=pitch, duration=length)
    return replace(song, melody=Melody(tuple(notes), song.melody.end))


@both
def test_a_moment_tells_what_the_forks_know_of_each_event(model: Model) -> None:
    song = tune(model, Controls(bars=4))
    forks, field = field_of(model, song)
    assert [moment.event for moment in field.moments] == list(events_from_melody(song.melody))
    assert field.is_whole
    for moment, found in zip(field.moments, forks, strict=True):
        assert moment.pitches.dtype == np.float32
        assert moment.pitches == pytest.approx(found.pitches, abs=1e-6)
        assert moment.bits == found.bits
        assert moment.share(None) == found.rest
        stands = moment.share(moment.event.pitch)
        assert 2.0**-moment.pitch_bits == pytest.approx(stands, rel=1e-4)
        share = found.shares[found.durations == moment.event.duration].sum()
        assert moment.length_share == pytest.approx(share)
        assert moment.shares.sum() == pytest.approx(1, abs=0.03)


@both
def test_the_likeliest_come_first_and_a_rest_is_one_of_them(model: Model) -> None:
    _, field = field_of(model, tune(model, Controls(bars=4)))
    for moment in field.moments:
        shares = [moment.share(pitch) for pitch in moment.ranked()]
        assert shares == sorted(shares, reverse=True)
        assert min(shares) > 0
        assert sum(shares) == pytest.approx(1, abs=1e-5)
    assert any(None in moment.ranked() for moment in field.moments)


def moment(durations: dict[int, float], lasts: int, onset: int = 480) -> Moment:
    pitches = np.zeros(128, np.float32)
    pitches[[60, 62]] = 0.25, 0.75
    ticks = np.array(list(durations), np.int64)
    shares = np.array(list(durations.values()), np.float32)
    return Moment(Event(onset, lasts, 60), pitches, 0.0, ticks, shares, 2.0, 1.0)


def test_stairs_lead_down_to_the_end_of_what_stands_there() -> None:
    one = moment({240: 0.5, 480: 0.25, 960: 0.25}, lasts=480)
    assert one.lasting() == ((480, 1.0), (720, 0.5), (960, 0.25))
    assert one.length_share == 0.5
    assert one.bits == 3
    assert one.ranked() == (62, 60)


def test_a_field_is_asked_by_its_ticks() -> None:
    moments = [moment({480: 1.0}, lasts=480, onset=onset) for onset in (0, 480, 960, 1440)]
    song = Song(Melody(tuple(Note(n, 480, 60) for n in (0, 480, 960, 1440)), 2400))
    field = Field(song).grown(moments[:1]).grown(moments[1:])
    assert field.end == 1920
    assert not field.is_whole
    assert field.at(-1) is None
    assert field.at(0) is field.at(479.9) is moments[0]
    assert field.at(1919) is moments[3]
    assert field.at(1920) is None
    assert list(field.between(500, 960)) == moments[1:2]
    assert list(field.between(480, 961)) == moments[1:3]
    assert list(field.between(-100, 1e9)) == moments
    assert list(field.until(960).moments) == moments[:2]
    assert field.until(959).end == 480
    assert field.until(inf) is field
    assert Field(song).at(0) is None
    assert list(Field(song).between(0, 100)) == []


def test_where_two_fields_differ_is_known_without_a_look_at_their_figures() -> None:
    moments = [moment({480: 1.0}, lasts=480, onset=onset) for onset in (0, 480, 960)]
    song = Song()
    field = Field(song).grown(moments)
    assert first_change(field, field) == inf
    assert first_change(field.first(1, song), field) == 480
    assert first_change(field, field.until(480).grown([moment({480: 1.0}, 480, 480)])) == 480


@settings(max_examples=40)
@given(
    st.sampled_from(MODELS),
    st.integers(0, 20),
    st.integers(0, 40),
    st.integers(55, 76),
    st.sampled_from((SIXTEENTH, 240, 480)),
    st.integers(0, 40),
)
def test_what_an_edit_leaves_as_it_was_need_not_be_heard_again(
    model: Model, random_seed: int, place: int, pitch: int, duration: int, listened: int
) -> None:
    """And what is taken over is what a new hearing finds, to the last bit."""
    song = tune(model, Controls(bars=4, random_seed=random_seed))
    forks = Forks(model, song, Controls())
    known = Field(song).grown([one for one, _ in zip(listen(forks), range(listened), strict=False)])
    other = edited(song, place, pitch, duration)
    following = Forks(model, other, Controls())
    kept = known.first(following.follow(forks), other)
    field = kept.grown(list(listen(following, len(kept.moments))))
    _, fresh = field_of(model, other)
    assert len(field.moments) == len(fresh.moments)
    assert all(map(same, field.moments, fresh.moments))


@both
def test_the_last_note_made_another_keeps_all_before_it(model: Model) -> None:
    song = tune(model, Controls(bars=4))
    forks, _ = field_of(model, song)
    notes = song.melody.notes
    middle = len(notes) // 2 + 1
    step = 2 if notes[middle].pitch < 65 else -2
    other = edited(song, middle, notes[middle].pitch + step, notes[middle].duration)
    following = Forks(model, other, Controls())
    kept = following.follow(forks)
    assert following.events[kept].onset == notes[middle].onset


@both
def test_nothing_is_taken_over_where_the_tune_is_laid_out_otherwise(model: Model) -> None:
    song = tune(model, Controls(bars=4))
    forks, _ = field_of(model, song)
    longer = replace(song, melody=song.melody.extended([Note(song.melody.end, 480, 60)]))
    for other, controls in ((longer, Controls()), (song, Controls(motives=0.5))):
        assert Forks(model, other, controls).follow(forks) == 0
    assert Forks(model, Song(), Controls()).follow(forks) == 0
    assert Forks(model, song, Controls()).follow(Forks(model, song, Controls())) == 0


@both
def test_a_fork_from_what_was_taken_over_is_the_same(model: Model) -> None:
    song = tune(model, Controls(bars=8, random_seed=3))
    forks, _ = field_of(model, song)
    place = 2 * len(forks.events) // 3
    event = forks.events[place]
    following = Forks(model, song, Controls())
    assert following.follow(forks) == len(forks.events)
    fresh = Forks(model, song, Controls())
    for pitch in (64, 67):
        assert [*following.instead(place, pitch, event.duration)][-1] == (
            [*fresh.instead(place, pitch, event.duration)][-1]
        )


def test_seed_is_part_of_it() -> None:
    forks, field = field_of(MODELS[0], SEED)
    assert len(field.moments) == len(forks.events) == 3
