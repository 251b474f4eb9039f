from hypothesis import given
from hypothesis import strategies as st

from core.compose.live.memory import last_bars
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from tests.compose.test_continuation import seeds

BAR = 1920


@given(seeds(), st.integers(1, 8))
def test_the_last_bars_sound_as_they_did(song: Song, bars: int) -> None:
    recent, origin = last_bars(song, bars)
    assert recent.melody.end == song.melody.end - origin
    expected = [
        (max(note.onset, origin), note.end, note.pitch) for note in song.melody if note.end > origin
    ]
    assert [(n.onset + origin, n.end + origin, n.pitch) for n in recent.melody] == expected
    lines = [line - origin for line in song.meters.lines(song.melody.end) if line >= origin]
    assert list(recent.meters.lines(recent.melody.end)) == lines
    if origin:
        assert 0 < recent.melody.end <= bars * song.meters.meter.bar
        assert recent.meters.pickup == 0
    else:
        assert recent is song


def test_a_song_that_is_no_longer_is_kept_whole_with_its_upbeat() -> None:
    song = Song(Melody((), 4 * BAR + 480), MeterMap.constant(Meter(4, 4), 480))
    assert last_bars(song, 4) == (song, 0)
    assert last_bars(song, 3) == (Song(Melody((), 3 * BAR)), BAR + 480)


def test_phrases_are_not_cut() -> None:
    song = Song(Melody((), 19 * BAR))
    begins = [last_bars(song, 8, phrase)[1] // BAR for phrase in (1, 2, 3, 4, 8, 16)]
    assert begins == [11, 10, 9, 8, 8, 0]


def test_it_goes_on_in_the_tempo_that_it_came_to() -> None:
    tempos = TempoMap(((0, 100.0), (BAR, 90.0), (3 * BAR, 60.0)))
    recent, origin = last_bars(Song(Melody((), 4 * BAR), tempos=tempos), 2)
    assert (origin, recent.tempos) == (2 * BAR, TempoMap(((0, 90.0), (BAR, 60.0))))


def test_meters_that_change_and_marks_come_along() -> None:
    meters = MeterMap(((0, Meter(4, 4)), (2 * BAR, Meter(3, 4)), (2 * BAR + 2880, Meter(2, 4))))
    melody = Melody((Note(0, 2 * BAR + 1440 + 480, 60),), 2 * BAR + 2880 + 100)
    song = Song(melody, meters, seed_end=2 * BAR, phrase_ends=(BAR, 2 * BAR + 2880))
    recent, origin = last_bars(song, 2)
    assert origin == 2 * BAR + 1440
    assert recent.meters.changes == ((0, Meter(3, 4)), (1440, Meter(2, 4)))
    assert recent.melody == Melody((Note(0, 480, 60),), 1540)
    assert (recent.seed_end, recent.phrase_ends) == (0, (1440,))
