from dataclasses import replace

import pytest

from core.errors import UserError
from core.files.heading import check_notes, place_of_continuation, tempi_of, title_line
from core.music.song import Song
from core.music.tempo import TempoMap
from core.notation.sheet import exact_sheet_from_song
from core.notation.token import tokens_in
from tests.notation.shorthand import song


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Ähre", "Ähre"),
        ("  two  words ", "two  words"),
        ("one\nline\tonly\u2028here", "one line only here"),
        ("half a letter: \ud800.", "half a letter:  ."),
        ("\x00", ""),
    ],
)
def test_a_title_is_one_line_that_any_file_can_hold(title: str, line: str) -> None:
    assert title_line(Song(title=title)) == line
    line.encode()


def test_a_tempo_is_named_once_where_a_note_can_bear_it() -> None:
    tune = song("c4/2 d4/2~ | d4/4 e4/4 r/4 f4/4")
    tempos = TempoMap(((0, 100.0), (240, 90.4), (1920, 90.0), (2500, 80.0), (2600, 70.0)))
    tokens = [t for bar in exact_sheet_from_song(tune).bars for t in tokens_in(bar)]
    tune = replace(tune, tempos=tempos)
    assert tempi_of(tune, tokens) == ["100", "90.4", "90", "", "70", ""]
    assert tempi_of(tune, tokens, 0) == ["100", "90", "", "", "70", ""]


def test_the_continuation_begins_with_the_first_note_behind_the_seed() -> None:
    tune = song("c4/2 d4/2~ | d4/4 e4/4 r/4 f4/4")
    tokens = [t for bar in exact_sheet_from_song(tune).bars for t in tokens_in(bar)]

    def begun(seed_end: int) -> int | None:
        place = place_of_continuation(replace(tune, seed_end=seed_end), tokens)
        return None if place is None else tokens[place].symbol.onset

    assert begun(0) is None, "nobody said which notes are whose"
    assert begun(960) == 960
    assert begun(1920) == 2400, "not with what a tie leads to"
    assert begun(2880) == 2880, "a rest"
    assert begun(3840) is None


def test_a_song_without_a_note_is_refused() -> None:
    with pytest.raises(UserError, match="no note to write"):
        check_notes(Song())
