"""A stretch of one tune in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.splice import spliced
from core.music.text import parse
from tests.music.strategies import melodies

BAR = 1920


def song(text: str, phrase_ends: tuple[int, ...] = ()) -> Song:
    return Song(parse(text).melody, phrase_ends=phrase_ends)


def test_a_bar_of_another_tune_stands_in_this_one() -> None:
    here, there = song("c4/1 d4 e4 f4"), song("g4/1 a4/2 b4 c5/1 d5")
    assert spliced(here, there, BAR, 2 * BAR).melody == song("c4/1 a4/2 b4 e4/1 f4").melody
    assert spliced(here, there, 3 * BAR, 4 * BAR).melody == song("c4/1 d4 e4 d5").melody


def test_what_sounds_across_a_line_is_cut_there() -> None:
    here, there = song("c4/2. d4/2. e4/2"), song("g4/2. a4/2. b4/2")
    found = spliced(here, there, 960, 1920).melody
    assert found.notes[0] == Note(0, 960, 60)
    assert found.notes[1] == Note(1440, 480, 69)
    assert found.notes[2:] == (Note(2880, 960, 64),), "no note begins in the middle of another"


def test_the_ends_of_phrases_come_with_the_notes() -> None:
    here, there = song("c4/1 d4 e4", (BAR, 3 * BAR)), song("g4/1 a4 b4", (2 * BAR,))
    assert spliced(here, there, BAR, 2 * BAR).phrase_ends == (BAR, 2 * BAR, 3 * BAR)
    assert spliced(here, there, 2 * BAR, 3 * BAR).phrase_ends == (BAR,)


def test_behind_its_end_a_tune_grows_by_what_the_other_has_there() -> None:
    here, there = song("c4/1"), song("g4/1 a4 b4")
    assert spliced(here, there, BAR, 2 * BAR).melody == song("c4/1 a4/1").melody
    assert spliced(there, here, BAR, 3 * BAR).melody == Melody(there.melody.notes[:1], 3 * BAR)


@given(melodies(), melodies(), st.integers(0, 6000), st.integers(1, 4000))
def test_outside_it_is_the_one_tune_and_inside_the_other(
    here: Melody, there: Melody, begin: int, length: int
) -> None:
    end = begin + length
    found = spliced(Song(here), Song(there), begin, end).melody
    onsets = [note.onset for note in found]
    outside = [n.onset for n in here if not begin <= n.onset < end]
    inside = [n.onset for n in there if begin <= n.onset < end]
    assert onsets == sorted(outside + inside)
    assert not any(n.onset < line < n.end for n in found for line in (begin, end))
    assert found.end >= here.end


@pytest.mark.parametrize("ticks", [(0, 1), (0, 100_000), (700, 800)])
def test_a_tune_in_itself_keeps_its_notes(ticks: tuple[int, int]) -> None:
    tune = song("c4/4 d4 e4 f4 | g4/1")
    found = spliced(tune, tune, *ticks).melody
    assert [note.onset for note in found] == [note.onset for note in tune.melody]
