from core.model.event import events_from_melody
from core.model.notedataset import is_told, lesson_from_song, unrelated
from core.music.key import C_MAJOR
from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.text import melody_from_text
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


def test_variants_of_held_out_songs_are_left_out() -> None:
    held_out = Song(melody_from_text("c4 d4 e4 f4 g4 e4 c4 d4 e4 f4 g4 a4 b4 c5 g4 e4"))
    moved = Song(held_out.melody.transposed(5))
    same_beginning = Song(melody_from_text("c4 d4 e4 f4 g4 e4 c4 d4 e4 f4 g4 a4 b4 e3 a3 c3 e5 a2"))
    middle = Song(Melody(tuple(n.moved(480) for n in held_out.melody), held_out.melody.end + 480))
    other = Song(melody_from_text("g4 e4 g4 e4 f4 d4 f4 d4 e4 c4 e4 c4 d4 b3 c4 c4"))
    short = Song(melody_from_text("c4 d4"))
    songs = [moved, same_beginning, middle, other, short]
    assert list(unrelated(songs, [held_out])) == [other, short]
