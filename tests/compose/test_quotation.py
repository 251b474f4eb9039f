from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.compose.quotation import Quotations
from core.music.melody import Melody, Note
from core.music.text import melody_from_text
from tests.model.tunes import TUNES

SONGS = [melody_from_text(text) for text in ("c4/4 d4/8 e4 f4/4 g4", "a4/2 g4/4 a4 b4/1")]
QUOTATIONS = Quotations(SONGS)


def longest(text: str) -> int:
    return QUOTATIONS.longest(melody_from_text(text))


def test_a_song_quotes_itself_in_any_key() -> None:
    for song in SONGS:
        assert QUOTATIONS.longest(song) == len(song)
        assert QUOTATIONS.longest(song.transposed(-7)) == len(song)


def test_only_the_longest_run_counts() -> None:
    assert longest("c5/16 c4/4 d4/8 e4 e4/16") == 3
    assert longest("c4/4 d4/8 e4 f4/4 a4") == 4
    assert longest("e4/8 f4/4 g4 a4/2") == 3


def test_another_length_or_interval_breaks_it() -> None:
    assert longest("c4/4 d4 e4") == 2, "the last two of a4/2 g4/4 a4, and none of three"
    assert longest("c4/4 eb4/8 e4") == 1
    assert longest("c4/32") == 0


def test_no_run_reaches_from_one_song_into_the_next() -> None:
    assert longest("f4/4 g4 a4/2 g4/4 a4") == 3


def test_nothing_is_quoted_from_nothing() -> None:
    assert Quotations([]).longest(TUNES[0]) == 0
    assert QUOTATIONS.longest(Melody()) == 0


@given(
    st.lists(
        st.lists(st.tuples(st.integers(60, 62), st.sampled_from((240, 480))), max_size=12),
        max_size=4,
    ),
    st.lists(st.tuples(st.integers(60, 62), st.sampled_from((240, 480))), max_size=12),
)
def test_it_is_as_long_as_found_by_hand(
    songs: list[list[tuple[int, int]]], tune: list[tuple[int, int]]
) -> None:
    def melody(notes: list[tuple[int, int]]) -> Melody:
        line, tick = [], 0
        for pitch, duration in notes:
            line.append(Note(tick, duration, pitch))
            tick += duration
        return Melody(tuple(line), tick)

    def runs(notes: list[tuple[int, int]], length: int) -> set[tuple[int, ...]]:
        found = set()
        for begin in range(len(notes) - length + 1):
            run = notes[begin : begin + length]
            steps = [later[0] - note[0] for note, later in pairwise(run)]
            found.add((*steps, *(duration for _, duration in run)))
        return found

    wanted = max(
        (
            length
            for length in range(1, len(tune) + 1)
            if any(runs(tune, length) & runs(song, length) for song in songs)
        ),
        default=0,
    )
    assert Quotations(map(melody, songs)).longest(melody(tune)) == wanted
