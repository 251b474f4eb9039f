from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody, Note
from core.music.song import Song
from core.sound.playing.manner import Manner
from core.sound.playing.schedule import (
    Schedule,
    channel_of,
    events_from_song,
    kind_of,
    note_off,
    note_on,
    program_change,
    schedule_from_song,
)
from tests.songs import melodies
from tests.sound.fakes import is_note_on, sounding_after


def test_a_song_becomes_midi_bytes() -> None:
    song = Song(Melody((Note(0, 480, 60, 90), Note(480, 240, 64)), 960))
    assert events_from_song(song) == (
        (0, b"\xb0\x00\x00"),
        (0, b"\xc0\x00"),
        (0, b"\x90\x3c\x5a"),
        (480, b"\x80\x3c\x00"),
        (480, b"\x90\x40\x58"),
        (720, b"\x80\x40\x00"),
    )


def test_program_and_channel_are_in_every_message() -> None:
    events = events_from_song(Song(Melody((Note(0, 1, 60),), 1)), Manner(40, 9))
    assert [event.message for event in events[:2]] == [b"\xb9\x00\x00", b"\xc9\x28"]
    assert {channel_of(event.message) for event in events} == {9}


def test_a_note_on_without_velocity_is_a_note_off() -> None:
    assert kind_of(note_on(60, 0)) == kind_of(note_off(60)) == 0x80


@given(melodies())
def test_every_note_begins_and_ends_in_order(melody: Melody) -> None:
    events = events_from_song(Song(melody))
    messages = [event.message for event in events]
    assert [event.tick for event in events] == sorted(event.tick for event in events)
    assert sum(map(is_note_on, messages)) == len(melody)
    assert not sounding_after(messages)
    sounding = 0
    for message in messages:
        sounding += {0x90: 1, 0x80: -1}.get(kind_of(message), 0)
        assert sounding <= 1, "a note begins before the one before it has ended"


@given(melodies(), st.integers(0, 30_000))
def test_seeking_splits_the_events_at_the_tick(melody: Melody, tick: int) -> None:
    schedule = schedule_from_song(Song(melody))
    index = schedule.index_at(tick)
    assert all(before < tick for before in schedule.ticks[:index])
    assert all(after >= tick for after in schedule.ticks[index:])


def test_the_state_before_a_tick_is_the_last_of_each_kind() -> None:
    volume, louder, pan = b"\xb0\x07\x40", b"\xb0\x07\x64", b"\xb0\x0a\x00"
    messages = (program_change(3), volume, pan, note_on(60, 80), program_change(5), louder)
    schedule = Schedule(tuple(range(0, 60, 10)), messages, 100)
    assert schedule.state_before(0) == ()
    assert schedule.state_before(30) == (program_change(3), volume, pan)
    assert schedule.state_before(60) == (program_change(5), louder, pan)
