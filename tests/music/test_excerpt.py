from hypothesis import given
from hypothesis import strategies as st

from core.music.excerpt import first_bars, opening_of
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from tests.songs import songs


def tune(*onsets: int, meters: MeterMap | None = None) -> Song:
    notes = tuple(Note(onset, 480, 60 + n) for n, onset in enumerate(onsets))
    return Song(Melody(notes, notes[-1].end + 480), meters or MeterMap(), phrase_ends=(960, 9600))


def test_an_upbeat_is_taken_with_the_bars_behind_it() -> None:
    song = tune(0, 480, 960, 1920, 2400, meters=MeterMap.constant(Meter(4, 4), 480))
    seed = opening_of(song, 1)
    assert [note.onset for note in seed.melody] == [0, 480, 960, 1920]
    assert (seed.melody.end, seed.seed_end, seed.meters) == (2400, 2400, song.meters)
    assert seed.phrase_ends == (960,)


def test_bars_of_rest_before_the_first_note_are_left_out() -> None:
    meters = MeterMap(((0, Meter(3, 4)), (1440, Meter(4, 4)), (5280, Meter(2, 4))))
    song = tune(3840, 4320, 5280, 6240, meters=meters)
    seed = opening_of(song, 2)
    assert [note.onset for note in seed.melody] == [480, 960, 1920]
    assert seed.meters.changes == ((0, Meter(4, 4)), (1920, Meter(2, 4)))


def test_a_note_that_sounds_across_the_last_bar_line_is_cut() -> None:
    song = Song(Melody((Note(0, 3840, 60),), 3840))
    assert [note.duration for note in opening_of(song, 1).melody] == [1920]


@given(songs().filter(lambda song: bool(song.melody.notes)), st.integers(1, 300))
def test_an_opening_is_part_of_the_song(song: Song, bars: int) -> None:
    seed, span = opening_of(song, bars), first_bars(song, bars)
    assert seed.seed_end == seed.melody.end <= len(span)
    count = len(seed.melody)
    assert 1 <= count <= len(song.melody)
    fast = [seed.tempos.at(n.onset) for n in seed.melody]
    assert fast == [song.tempos.at(n.onset) for n in song.melody.notes[:count]]
    assert all(tick < len(span) for tick, _ in seed.tempos.changes), "what follows is not its own"
    taken = [(n.onset + span.begin, n.pitch, n.velocity) for n in seed.melody]
    assert taken == [(n.onset, n.pitch, n.velocity) for n in song.melody.notes[:count]]
    assert seed.bars <= bars or seed.meters.pickup
    if span.end >= song.melody.end:
        assert count == len(song.melody)
