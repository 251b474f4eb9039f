from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.playing.manner import PLAIN
from core.sound.playing.schedule import note_off, note_on, schedule_from_song
from core.sound.playing.transport import Piece, Transport

MELODY = Melody((Note(0, 480, 60), Note(480, 480, 62)), 1440)
PIECE = Piece(schedule_from_song(Song(MELODY)))


def transport(from_tick: int = 0, loop: Span | None = None) -> Transport:
    return Transport(PIECE, from_tick, TempoMap.constant(60), 100.0, manner=PLAIN, loop=loop)


def test_each_message_is_given_once_at_its_moment() -> None:
    playing = transport()
    assert playing.due_seconds() == 100.0
    assert playing.take(99.9) == ()
    assert playing.take(100.0)[2:] == (note_on(60, 88),)
    assert playing.due_seconds() == 101.0
    assert playing.take(100.5) == ()
    assert playing.take(101.0) == (note_off(60), note_on(62, 88))
    assert not playing.is_over


def test_the_end_comes_after_the_final_rest() -> None:
    playing = transport()
    playing.take(102.0)
    assert playing.due_seconds() == 103.0
    assert not playing.is_over
    playing.take(103.0)
    assert playing.is_over


def test_a_start_in_the_middle_begins_with_the_next_event() -> None:
    assert transport(480).take(100.0) == (note_off(60), note_on(62, 88))


def test_a_start_behind_the_end_is_over_at_once() -> None:
    playing = transport(5000)
    assert playing.due_seconds() == 100.0
    playing.take(100.0)
    assert playing.is_over
    assert playing.tick_at(200.0) == 5000


def test_the_tick_stays_between_start_and_end() -> None:
    playing = transport(480)
    assert playing.tick_at(99.0) == 480
    assert playing.tick_at(100.5) == 720
    assert playing.tick_at(500.0) == 1440


def test_a_loop_ends_its_notes_and_begins_again() -> None:
    playing = transport(0, Span(240, 720))
    playing.take(101.4)
    assert playing.due_seconds() == 101.5
    assert playing.take(101.5) == (note_off(62),)
    assert playing.tick_at(101.5) == 240
    assert playing.take(102.0) == (note_off(60), note_on(62, 88))
    assert playing.due_seconds() == 102.5
