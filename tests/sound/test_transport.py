from core.music.melody import Melody, Note
from core.music.song import Song
from core.sound.schedule import note_off, note_on, schedule_from_song
from core.sound.transport import Transport

MELODY = Melody((Note(0, 480, 60), Note(480, 480, 62)), 1440)
SCHEDULE = schedule_from_song(Song(MELODY))


def test_each_message_is_given_once_at_its_moment() -> None:
    transport = Transport(SCHEDULE, 0, 60, 100.0)
    assert transport.due_seconds() == 100.0
    assert transport.take(99.9) == ()
    assert transport.take(100.0)[1:] == (note_on(60, 88),)
    assert transport.due_seconds() == 101.0
    assert transport.take(100.5) == ()
    assert transport.take(101.0) == (note_off(60), note_on(62, 88))
    assert not transport.is_done


def test_the_end_comes_after_the_final_rest() -> None:
    transport = Transport(SCHEDULE, 0, 60, 100.0)
    transport.take(102.0)
    assert transport.is_done
    assert transport.due_seconds() == 103.0


def test_a_start_in_the_middle_begins_with_the_next_event() -> None:
    transport = Transport(SCHEDULE, 480, 60, 100.0)
    assert transport.take(100.0) == (note_off(60), note_on(62, 88))


def test_a_start_behind_the_end_is_over_at_once() -> None:
    transport = Transport(SCHEDULE, 5000, 60, 100.0)
    assert transport.is_done
    assert transport.due_seconds() == 100.0
    assert transport.tick_at(200.0) == 5000


def test_the_tick_stays_between_start_and_end() -> None:
    transport = Transport(SCHEDULE, 480, 60, 100.0)
    assert transport.tick_at(99.0) == 480
    assert transport.tick_at(100.5) == 720
    assert transport.tick_at(500.0) == 1440
