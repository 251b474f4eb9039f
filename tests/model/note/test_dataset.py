from core.model.event import events_from_melody
from core.model.note.dataset import is_told, lesson_from_song
from core.music.key import C_MAJOR
from core.music.melody import Melody, Note
from core.music.song import Song
from tests.model.tunes import NOTE_WORDS, TUNES

SONGS = [Song(tune, key=C_MAJOR) for tune in TUNES]
LESSONS = [lesson_from_song(song, NOTE_WORDS) for song in SONGS]


def test_a_lesson_has_a_row_for_each_event() -> None:
    for song, lesson in zip(SONGS, LESSONS, strict=True):
        events = list(events_from_melody(song.melody))
        assert [NOTE_WORDS.durations[symbol] for symbol in lesson.durations] == [
            event.duration for event in events
        ]
        assert [*lesson.pitches] == [NOTE_WORDS.pitch(event.pitch) for event in events]
        assert len(lesson.codes) == len(lesson.landings) == len(events)


def test_what_the_vocabulary_lacks_is_not_told() -> None:
    assert all(is_told(song, NOTE_WORDS) for song in SONGS)
    for note in (Note(0, 100, 60), Note(0, 480, 81)):
        assert not is_told(Song(Melody((note,), note.end)), NOTE_WORDS)
    assert not is_told(Song(Melody((), 480)), NOTE_WORDS)
