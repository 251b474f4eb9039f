"""What of a song follows an edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.edit.edited import Chosen
from core.edit.length import resized
from core.edit.motion import moved
from core.edit.pen import drawn, erased
from core.edit.song import song_from_edited
from core.music.key import C_MAJOR
from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.text import melody_from_text
from tests.edit.strategies import TICKS, choices

TUNE = melody_from_text("c4 d4 e4 f4 g4 a4")
COMPOSED = Song(TUNE, seed_end=1920)
OWN = Song(TUNE, seed_end=2880)


def test_the_seed_ends_where_it_did() -> None:
    away = song_from_edited(COMPOSED, moved(TUNE, frozenset({1440}), 1920))
    assert away.seed_end == 1920
    assert len(away.seed) == 3, "the note that went past it is the user's own no longer"
    back = song_from_edited(COMPOSED, moved(TUNE, frozenset({2400}), -2400))
    assert [note.pitch for note in back.seed] == [69, 62, 64, 65]


def test_a_note_of_the_seed_belongs_to_it_whole() -> None:
    longer = song_from_edited(COMPOSED, resized(TUNE, frozenset({1440}), "end", 240))
    assert longer.seed_end == 2160
    assert longer.seed.notes[-1] == Note(1440, 720, 65)


def test_what_was_all_seed_stays_so() -> None:
    assert song_from_edited(OWN, drawn(TUNE, Note(4000, 480, 60))).seed_end == 4480
    assert song_from_edited(OWN, erased(TUNE, frozenset({2400}))).seed_end == 2400
    first = song_from_edited(Song(key=C_MAJOR), drawn(Melody(), Note(480, 480, 60)))
    assert (first.seed_end, first.key) == (960, None)


def test_no_seed_is_longer_than_the_tune() -> None:
    short = song_from_edited(COMPOSED, erased(TUNE, frozenset({1440, 1920, 2400})))
    assert (short.melody.end, short.seed_end) == (1440, 1440)


@pytest.mark.parametrize(
    ("onset", "ticks", "kept"),
    [(480, 120, (1440,)), (960, -120, ()), (2400, 120, (960, 1440))],
)
def test_phrases_end_where_notes_do(onset: int, ticks: int, kept: tuple[int, ...]) -> None:
    song = Song(TUNE, seed_end=2880, phrase_ends=(960, 1440))
    edited = moved(TUNE, frozenset({onset}), ticks)
    assert song_from_edited(song, edited).phrase_ends == kept


@given(choices(), TICKS, st.integers(0, 9000))
def test_the_seed_is_a_part_of_the_tune(
    choice: tuple[Melody, Chosen], ticks: int, seed_end: int
) -> None:
    melody, chosen = choice
    song = Song(melody, seed_end=min(seed_end, melody.end))
    after = song_from_edited(song, moved(melody, chosen, ticks))
    assert after.seed_end <= after.melody.end
    assert set(after.seed) <= set(after.melody), "no note is cut where the seed ends"
    assert after.seed.end == after.seed_end
