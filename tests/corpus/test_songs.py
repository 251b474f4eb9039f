from core.corpus.packing import pack
from core.corpus.songs import Songs
from core.music.song import Song
from core.music.text import melody_from_text

SONGS = [Song(melody_from_text(text), title=text) for text in ("c4 d4", "e4 f#4 g4", "a3/2")]


def test_songs_come_out_as_they_were_however_often_they_are_asked_for() -> None:
    songs = Songs(map(pack, SONGS))
    assert list(songs) == list(songs) == SONGS
    assert (len(songs), songs[1], songs[-1]) == (3, SONGS[1], SONGS[2])
    assert list(songs[1:]) == SONGS[1:]
    assert list(songs + songs[:1]) == [*SONGS, SONGS[0]]
    assert list(reversed(songs)) == SONGS[::-1]


def test_what_is_counted_needs_no_song() -> None:
    songs = Songs(map(pack, SONGS))
    assert songs.notes == 6
    assert songs.pitches == {57, 60, 62, 64, 66, 67}
    assert Songs().pitches == frozenset()


def test_some_of_them_can_be_chosen() -> None:
    songs = Songs(map(pack, SONGS)).where(lambda song: len(song.melody) > 1)
    assert isinstance(songs, Songs)
    assert list(songs) == SONGS[:2]
