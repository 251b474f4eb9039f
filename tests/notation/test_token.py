"""What text formats write of a sheet: every bar filled, every beam begun and ended."""

from itertools import pairwise

import pytest
from hypothesis import given

from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.notation.sheet import exact_sheet_from_song
from core.notation.token import Token, tokens_in
from tests.files.returning import notated_songs, phrased_songs
from tests.notation.shorthand import song


def tokens(tune: Song) -> list[Token]:
    return [token for bar in exact_sheet_from_song(tune).bars for token in tokens_in(bar)]


@pytest.mark.slow
@given(phrased_songs())
def test_tokens_fill_the_tune_and_are_its_notes(tune: Song) -> None:
    told = tokens(tune)
    assert told[0].symbol.onset == 0
    assert told[-1].symbol.end == tune.melody.end
    assert all(before.symbol.end == token.symbol.onset for before, token in pairwise(told))
    notes: list[tuple[int, int, int]] = []
    for token in told:
        name = token.symbol.name
        if name is None:
            continue
        if token.symbol.goes_on:
            onset, _, pitch = notes.pop()
            assert pitch == name.pitch
        else:
            onset = token.symbol.onset
        notes.append((onset, token.symbol.end, name.pitch))
    assert notes == [(note.onset, note.end, note.pitch) for note in tune.melody]


@pytest.mark.slow
@given(notated_songs())
def test_what_people_write_has_true_shapes(tune: Song) -> None:
    is_odd = any(bar.end % 60 for bar in exact_sheet_from_song(tune).bars)
    assert is_odd or all(token.is_true or token.is_bar for token in tokens(tune))


@pytest.mark.slow
@given(notated_songs())
def test_every_beam_is_begun_and_ended(tune: Song) -> None:
    for bar in exact_sheet_from_song(tune).bars:
        is_open: list[bool] = [False] * 8
        for token in tokens_in(bar):
            for level, is_begun in enumerate(is_open):
                state = token.beams[level] if level < len(token.beams) else None
                assert is_begun == (state in ("continue", "end"))
                is_open[level] = state in ("begin", "continue")
        assert not any(is_open)


def test_hooks_lean_on_what_is_beside_them() -> None:
    told = tokens(song("c4/8. d4/16 e4/16 f4/8. g4/2"))
    assert [token.beams for token in told] == [
        *(("begin",), ("end", "backward hook")),
        *(("begin", "forward hook"), ("end",), ()),
    ]


def test_a_tuplet_counts_its_tokens() -> None:
    told = tokens(song("(3 c4/8 d4 e4) f4/4 g4/2"))[:4]
    assert [(token.place, token.count, token.ticks) for token in told] == [
        *((0, 3, 160), (1, 3, 160), (2, 3, 160)),
        (0, 1, 480),
    ]
    assert all(token.is_true for token in told)


def test_what_nobody_would_write_is_one_token_of_no_true_shape() -> None:
    (token, rest) = tokens(Song(Melody((Note(0, 473, 60),), 480)))
    assert (token.ticks, token.is_true, token.beams) == (473, False, ())
    assert (rest.ticks, rest.is_true) == (7, False)


def test_a_bar_of_rest_is_one_rest_unless_it_is_longer_than_readers_take() -> None:
    tune = Song(Melody((Note(960, 480, 60),), 1440), MeterMap.constant(Meter(2, 4)))
    assert [token.is_bar for token in tokens(tune)] == [True, False]
    late = Note(32 * 1920, 480, 60)
    endless = Song(Melody((late,), late.end), MeterMap.constant(Meter(32, 1)))
    assert [token.ticks for token in tokens(endless)] == [16 * 1920, 16 * 1920, 480]
